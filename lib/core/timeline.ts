import type { Workload } from './configuration';
import { whileFrozen } from './frozen-client';
import type { Graph } from './graph';
import { judge } from './judge';
import { probesOf } from './keepalive';
import { judgedInPauses, pausesOf, runsInPauses } from './pauses';
import type { Judgement } from './policy';
import type { Hop, Leg, Path, Timer } from './path';
import { sessionOf } from './session';
import { timersOf } from './timers';
import { table, type Setting, type Table } from './setting';

/** What one path does to one role's queries. */
export type Run = {
  readonly workload: Workload;
  readonly path: Path;
  readonly role: string | null;
  readonly session: Table<Setting>;
  readonly rows: readonly PlacedJudgement[];
};
export type PlacedJudgement = { readonly judgement: Judgement; readonly hop: Hop; readonly leg: Leg };

/** Judges every timer of a path for one role. */
export function runPath(graph: Graph, workload: Workload, path: Path, role: string | null): Run {
  const database = path.database;
  const session: Table<Setting> = database === null ? table() : sessionOf(graph, database.member, path.hops, role);
  const pauses = pausesOf(path);
  const rows = path.legs.flatMap((leg) => {
    const probes = probesOf(leg, session);
    const whose = pauses.get(leg.index) ?? 'client';
    return hopsOn(path, leg).flatMap((hop) =>
      timersOf(graph, path, hop, session)
        .filter(({ timer }) => homeOf(path, leg, hop, timer) === leg)
        .filter(({ timer }) => timer.phase !== 'pause' || runsInPauses(timer, leg, whose))
        .map(({ timer }) => {
          const judged = (promised: Workload): Judgement =>
            judge({ timer, hop, leg, path, workload: promised, probes });
          return { judgement: whileFrozen(leg, judgedInPauses(timer, whose, workload, judged)), hop, leg };
        }),
    );
  });
  return { workload, path, role, session, rows: rows.filter(({ judgement }) => isJudged(judgement)) };
}

/** The hops of a leg; on the one that the client opens, the client too. */
function hopsOn(path: Path, leg: Leg): readonly Hop[] {
  return path.client !== null && leg.callerEnd === path.client ? [path.client, ...leg.hops] : leg.hops;
}

/**
 * The leg that a timer runs on. The client ends one leg and opens the next: what bounds the request, or the client's own
 * life, belongs above it, and what bounds its connection below it.
 */
function homeOf(path: Path, leg: Leg, hop: Hop, timer: Timer): Leg | undefined {
  if (hop !== path.client) return leg;
  const above = path.legs.find((one) => one.serverEnd === hop);
  const below = path.legs.find((one) => one.callerEnd === hop);
  return timer.class === 'request-cap' || timer.class === 'drain' ? (above ?? below) : (below ?? above);
}

/**
 * What bounds a promise that was not declared is not judged, and coverage says so. A limit on the life of a connection that
 * would cut a query for sure is judged all the same: an age that nobody bounds reaches it.
 */
function isJudged(judgement: Judgement): boolean {
  return judgement.demand !== null || (judgement.timer.class === 'life-cap' && judgement.timer.uncertain === null);
}
