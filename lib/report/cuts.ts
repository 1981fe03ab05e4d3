import { formatDuration } from '../core/duration';
import type { Notice, Report, TimelineRow, WorkloadReport } from '../core/report';
import type { Location } from '../core/setting';
import { visible, visibleText } from './visible';

/** The timers that surely cut and count for the verdict: the one of the headline first, the others as they fire. */
export function surelyCutting({ timeline, cutAt, phase }: WorkloadReport): readonly TimelineRow[] {
  const isHeadline = (row: TimelineRow): boolean =>
    row.phase === phase && (row.at?.from === cutAt || row.at?.to === cutAt);
  const cuts = timeline.filter((row) => row.effect === 'cuts' && row.decides);
  const rank = (row: TimelineRow): number => (isHeadline(row) ? 0 : row.phase === 'query' ? 1 : 2);
  const sorted = [...cuts].sort((a, b) => rank(a) - rank(b) || (a.at?.from ?? 0) - (b.at?.from ?? 0));
  return firstOfEach(sorted);
}

/** The timers that may cut and count for the verdict, earliest first. */
export function maybeCutting({ timeline }: WorkloadReport): readonly TimelineRow[] {
  const rows = timeline.filter((row) => row.effect === 'may-cut' && row.decides);
  const sorted = [...rows].sort((a, b) => (a.at?.from ?? 0) - (b.at?.from ?? 0));
  return firstOfEach(sorted);
}

/** `idle_timeout of aws_lb.public`, with the role where the timer is a role's. */
export function nameOf(row: TimelineRow): string {
  const role = row.role === null || row.class !== 'server-limit' ? '' : ` for ${visible(row.role)}`;
  return `${visible(row.attribute)} of ${visible(row.resource)}${role}`;
}

/** What becomes of the query itself; `null` in a pause, when there is none. */
export function fateOf({ phase, queryGoesOn }: TimelineRow): string | null {
  if (phase === 'pause') return null;
  return queryGoesOn ? 'the query runs on' : 'the query ends';
}

/** One end's view: what it sees, and when, where that is known and not the moment of the cut itself. */
export function noticed({ sees, at }: Notice, cut: TimelineRow['at']): string {
  const what = visibleText(sees);
  return at === 'never' || at === 'unknown' || at === cut?.from ? what : `${what} (at ${formatDuration(at)})`;
}

/** Where the timer that surely cuts first is written, as the finding about it says; `null` where there is none. */
export function cutPlace({ findings }: Report, workload: WorkloadReport): Location | null {
  const first = surelyCutting(workload)[0];
  const finding = findings.find(
    ({ outcome, workload: name, resource, role, provenance }) =>
      (outcome === 'fail' || outcome === 'waived') &&
      name === workload.name &&
      resource === first?.resource &&
      (role === null || role === first.role) &&
      provenance.some(({ attribute }) => attribute === first.attribute),
  );
  return finding?.locations[0] ?? null;
}

function firstOfEach(rows: readonly TimelineRow[]): readonly TimelineRow[] {
  return rows.filter((row, at) => rows.findIndex((other) => nameOf(other) === nameOf(row)) === at);
}
