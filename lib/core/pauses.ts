import type { Workload } from './configuration';
import type { Hop, Leg, Path, Timer } from './path';
import type { Judgement } from './policy';

/**
 * Whose pauses a leg sees. `client`: the pauses of the path's client. `tended`: those of a proxy that looks after its own
 * connections. `pool`: those of connections that wait in a pool and are handed out as they are.
 */
export type Pauses = 'client' | 'tended' | { readonly pool: Hop };

/** Whose pauses each leg of a path sees, by the leg's index: what shares connections stands between the client and those below it. */
export function pausesOf(path: Path): ReadonlyMap<number, Pauses> {
  const found = new Map<number, Pauses>();
  let whose: Pauses = 'client';
  for (const leg of path.legs) {
    found.set(leg.index, whose);
    const end = leg.serverEnd;
    const spec = end?.node.kind.hop;
    if (end === null || spec?.startupOptions === undefined || whose === 'tended') continue;
    const { below = 'tended' } = spec;
    const shared = typeof below === 'function' ? below(end.node.settings) : below;
    if (shared === 'tended') whose = 'tended';
    else if (shared === 'pool') whose = { pool: end };
  }
  return found;
}

/**
 * Whether a timer runs in the pauses that a leg sees. Below what shares connections only an open transaction still holds one
 * for the client: what counts the pauses between transactions does not run there.
 */
export function runsInPauses(timer: Timer, leg: Leg, whose: Pauses): boolean {
  if (leg.layer === 'request') return false;
  return whose === 'client' || timer.bounds !== 'idle';
}

/**
 * Measures a timer of a leg against the pauses that the leg sees. In a pool a connection waits besides, and what lies below
 * forgets it all the same: with one client for as long as that pauses, with several for a time that is nobody's promise.
 */
export function judgedInPauses(
  timer: Timer,
  whose: Pauses,
  workload: Workload,
  judged: (workload: Workload) => Judgement,
): Judgement {
  if (whose === 'client' || timer.phase !== 'pause' || timer.bounds !== null) return judged(workload);
  const held = judged({ ...workload, maxIdle: null });
  // What closes in order is noticed by the pool, which opens another connection.
  if (whose === 'tended' || timer.class !== 'packet-idle' || held.effect === 'cuts') return held;
  const judgement = judged(workload);
  if (judgement.effect !== 'cuts') return judgement;
  return {
    ...judgement,
    effect: 'may-cut',
    at: judgement.at === null ? null : { from: judgement.at.from, to: null },
    because: `how long a connection waits in the pool of ${whose.pool.node.subject} depends on its other clients, and it hands out one that is dead`,
    settles: `let ${whose.pool.node.subject} or the database send keepalive probes more often than that`,
  };
}
