import type { Configuration } from './configuration';
import { table, type Seconds } from './setting';

/** What reports call the one workload of `--max-query-duration`. */
export const everyTimerName = 'every timer in view';

/** The configuration of `--max-query-duration`: every timer in view is judged once against one duration. */
export function everyTimer(maxQueryDuration: Seconds): Configuration {
  return {
    workloads: [
      {
        name: everyTimerName,
        roles: [],
        maxQueryDuration,
        maxSilence: null,
        maxTransactionDuration: null,
        maxIdle: null,
        maxIdleInTransaction: null,
        maxConnectionAge: null,
        maxStatementTimeout: null,
        detectDeadPeerWithin: null,
        request: { maxDuration: null, maxSilence: null, maxConnectionAge: null },
        headroom: { as: 'duration', seconds: 0 },
        path: 'every-timer',
        databases: [],
        scope: null,
      },
    ],
    policies: [],
    declared: { roles: table(), parameterGroups: table() },
    waivers: [],
    scope: null,
  };
}
