import type { Workload } from '../core/configuration';
import { demandOn } from '../core/demand';
import type { Kind } from '../core/kind';
import type { Leg } from '../core/path';
import type { Policy } from '../core/policy';
import type { TimerSpec } from '../core/timer';
import { judgedBy } from './policy-subjects';

/** The promise that a timer is measured against, as the configuration calls it, and those that count where it is not declared. */
export type Measure = {
  /** `null`: on either side of the client. */
  readonly layer: Leg['layer'] | null;
  readonly promises: readonly string[];
};

/** What the timers of a policy are measured against; nothing where it looks at settings. */
export function measuredPromises(policy: Policy, kinds: readonly Kind[]): readonly Measure[] {
  const found = judgedBy(policy, kinds).flatMap(({ timer, phase, kind }) =>
    layersOf(timer, kind).map((layer): Measure => {
      const bounding = { class: timer.class, phase, bounds: timer.bounds ?? null };
      return { layer, promises: chain((workload) => demandOn(bounding, layer, workload)?.promise ?? null) };
    }),
  );
  const different = new Map(found.map(({ promises }) => [promises.join(), promises]));
  return [...different].flatMap(([key, promises]) => {
    if (promises.length === 0) return [];
    const layers = [...new Set(found.filter((one) => one.promises.join() === key).map(({ layer }) => layer))];
    const [only, other] = layers;
    return [{ layer: other === undefined && different.size > 1 ? (only ?? null) : null, promises }];
  });
}

/** What a client runs itself it runs on the connection that it opens, also where requests lead to it. */
function layersOf(timer: TimerSpec, { hop, client }: Kind): readonly Leg['layer'][] {
  if (hop?.key === 'client' || (client !== undefined && timer.name.startsWith('client.'))) return ['connection'];
  return hop === undefined || hop.side === 'either' ? ['request', 'connection'] : [hop.side];
}

/** The promise that counts where all are declared, then the one that counts without it, and so on. */
function chain(promised: (workload: Workload) => string | null): readonly string[] {
  const found: string[] = [];
  let workload = everyPromise;
  for (;;) {
    const name = promised(workload);
    if (name === null || found.includes(name)) return found;
    found.push(name);
    workload = without(workload, name);
  }
}

/** The workload without a promise, or without the first of a sum; a query's own cannot be left out. */
function without(workload: Workload, name: string): Workload {
  const [key = ''] = name.split(' ');
  const ofRequest = /^request\.(\w+)$/.exec(key)?.[1];
  if (ofRequest !== undefined) return { ...workload, request: { ...workload.request, [ofRequest]: null } };
  return key === 'maxQueryDuration' ? workload : { ...workload, [key]: null };
}

/** Declares everything. A transaction is longer than its query, and a pause than one in a transaction, or they would not count. */
const everyPromise: Workload = {
  name: '',
  roles: [],
  maxQueryDuration: 1,
  maxSilence: 1,
  maxTransactionDuration: 2,
  maxIdle: 2,
  maxIdleInTransaction: 1,
  maxConnectionAge: 1,
  maxStatementTimeout: 1,
  detectDeadPeerWithin: 1,
  request: { maxDuration: 1, maxSilence: 1, maxConnectionAge: 1 },
  headroom: { as: 'duration', seconds: 0 },
  path: null,
  databases: [],
  scope: null,
};
