import { deadPeerAfter, period, probesOf } from '../../lib/core/keepalive';
import type { Probe } from '../../lib/core/path';
import { valueOf } from '../../lib/core/setting';
import type { Run } from '../../lib/core/timeline';
import keepaliveNoticesDeadPeer from '../../policies/keepalive-notices-dead-peer';
import lostClientIsNoticed from '../../policies/lost-client-is-noticed';
import { numberOf } from './acts';
import { reported } from './judged';
import type { Scenario } from './scenario';

type Span = { readonly from: number; readonly to: number };

/** What becomes of a query whose client is lost. Times are seconds of the lab from the beginning of the query. */
export type Lost = {
  readonly verdict: 'lost';
  readonly at: number;
  /** When the server's connection ends; `null`: the model does not say. */
  readonly connectionEnds: Span | null;
  /** When the server stops working on the query. */
  readonly queryEnds: Span;
  /** Within how many seconds after the loss each policy says that it is noticed (`pass`), or not (`fail`). */
  readonly claims: readonly {
    readonly policy: string;
    readonly about: 'connection' | 'query';
    readonly outcome: string;
    readonly within: number;
  }[];
};

/** Whether the client of a scenario is lost. */
export function isLost({ then = [] }: Scenario): boolean {
  return then.some(({ does }) => does === 'client dies' || does === 'link breaks');
}

/**
 * The server hears that the client's process has ended at once, and of a broken link when its probes went unanswered. While it
 * works on a query it looks every `client_connection_check_interval`, or else not at all.
 */
export function lostOf(scenario: Scenario, run: Run): Lost | { readonly verdict: 'unknown'; readonly why: string } {
  const { path } = run;
  if (path.legs.find((one) => one.serverEnd === path.database)?.callerEnd !== path.client)
    return { verdict: 'unknown', why: 'the peer of the database is not the client' };
  const { after = 0, does } = scenario.then?.[0] ?? {};
  const end = run.workload.maxQueryDuration;
  const interval = numberOf(run.session.client_connection_check_interval);
  const connectionEnds = does === 'client dies' ? null : noticedIn(run, after);
  const known = connectionEnds ?? (does === 'client dies' ? { from: after, to: after } : null);
  const isNoticed = interval !== null && known !== null && known.to + interval < end;
  return {
    verdict: 'lost',
    at: after,
    // Once the result was sent, it is the retransmission of that and no probe that goes unanswered.
    connectionEnds: connectionEnds !== null && connectionEnds.to < end ? connectionEnds : null,
    queryEnds: isNoticed ? { from: known.from, to: known.to + interval } : { from: end, to: end },
    claims: claimsOf(scenario, run),
  };
}

/** A link may break right before a probe or right after one. */
function noticedIn(run: Run, after: number): Span | null {
  const probe = probeOf(run);
  const dead = probe === undefined ? null : valueOf(deadPeerAfter(probe));
  const every = probe === undefined ? null : valueOf(period(probe));
  if (typeof dead !== 'number' || typeof every !== 'number') return null;
  return { from: after + dead - every, to: after + dead };
}

function probeOf({ path, session }: Run): Probe | undefined {
  const leg = path.legs.find((one) => one.serverEnd === path.database);
  return leg === undefined ? undefined : probesOf(leg, session)[1];
}

function claimsOf(scenario: Scenario, { workload }: Run): Lost['claims'] {
  const within = workload.detectDeadPeerWithin;
  if (within === null) return [];
  const { findings } = reported(scenario, [keepaliveNoticesDeadPeer, lostClientIsNoticed]);
  return findings.map(({ policy, outcome }) => ({
    policy,
    about: policy === lostClientIsNoticed.id ? 'query' : 'connection',
    outcome,
    within,
  }));
}
