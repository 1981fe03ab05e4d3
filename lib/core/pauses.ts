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
 * Whether a timer runs in the client's pauses. Below what shares connections only an open transaction still holds one for
 * the client; one that waits in a pool is forgotten by what lies below all the same.
 */
export function runsInPauses(timer: Timer, leg: Leg, whose: Pauses): boolean {
  if (leg.layer === 'request') return false;
  if (whose === 'client' || timer.bounds === 'idle-in-transaction') return true;
  return whose !== 'tended' && timer.class === 'packet-idle';
}

/** A pool with one client pauses as it does; with several, how long one of its connections waits is nobody's promise. */
export function temperedBy(whose: Pauses, judgement: Judgement): Judgement {
  const { timer, effect } = judgement;
  if (whose === 'client' || whose === 'tended' || timer.phase !== 'pause' || effect !== 'cuts') return judgement;
  if (timer.bounds === 'idle-in-transaction') return judgement;
  return {
    ...judgement,
    effect: 'may-cut',
    at: judgement.at === null ? null : { from: judgement.at.from, to: null },
    because: `how long a connection waits in the pool of ${whose.pool.node.subject} depends on its other clients, and it hands out one that is dead`,
    settles: `let ${whose.pool.node.subject} or the database send keepalive probes more often than that`,
  };
}
