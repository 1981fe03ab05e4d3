import { formatDuration } from '../core/duration';
import { momentText } from '../core/phrases';
import type { TimelineRow, WorkloadReport } from '../core/report';
import { fateOf, maybeCutting, nameOf, noticed, surelyCutting } from './cuts';
import { visible, visibleText } from './visible';

/** How many timers behind the first are named. */
const shown = 3;

/**
 * A workload's verdict in one sentence, and what comes after the first cut in another:
 * `checkout-api is cut at 60 s by idle_timeout of aws_lb.public. Caller: HTTP 504; the query runs on; promised 90 s`.
 */
export function headline(workload: WorkloadReport): readonly string[] {
  if (workload.verdict === 'cut') return cutHeadline(workload);
  const name = visible(workload.name);
  const promised = `promised ${formatDuration(workload.maxQueryDuration)}`;
  if (workload.verdict === 'unknown') {
    const maybe = maybeCutting(workload);
    const first = maybe[0];
    if (first === undefined) return [`${name} is unknown: its path could not be judged; ${promised}`];
    const sentence = `${name} is unknown: ${nameOf(first)} may cut it: ${visibleText(first.because)}; ${promised}`;
    return [sentence, ...others('also unknown', maybe.slice(1), nameOf)];
  }
  const timers = workload.timeline.filter((row) => row.decides).length;
  return [`${name} holds: ${timers} ${timers === 1 ? 'timer' : 'timers'} judged; ${promised}`];
}

function cutHeadline(workload: WorkloadReport): readonly string[] {
  const cuts = surelyCutting(workload);
  const first = cuts[0];
  const name = visible(workload.name);
  const promised = `promised ${formatDuration(workload.maxQueryDuration)}`;
  if (first === undefined) {
    // The row is missing only where the report was made elsewhere; its own words are all there is.
    return [`${name} is cut${momentOf(workload)} by ${visible(workload.cutBy ?? 'a timer')}; ${promised}`];
  }
  const asked =
    first.demand === null || first.demand === workload.maxQueryDuration
      ? ''
      : `, and this timer has to outlast ${formatDuration(first.demand)}`;
  const caller = `Caller: ${noticed(first.caller, first.at)}`;
  const follows = [caller, fateOf(first), `${promised}${asked}`].filter((part) => part !== null).join('; ');
  const sentence = `${name} is cut${whenOf(first, ' of a pause between two queries')} by ${nameOf(first)}. ${follows}`;
  return [sentence, ...others('next', cuts.slice(1), (row) => `${nameOf(row)}${whenOf(row)}`)];
}

function momentOf({ cutAt, phase }: WorkloadReport): string {
  const at = cutAt === null ? '' : ` at ${formatDuration(cutAt)}`;
  return phase === 'pause' ? `${at} of a pause between two queries` : at;
}

/** When a timer cuts: ` at 60 s`, ` at 350 s of a pause`; empty where that is not known. */
export function whenOf({ at, phase }: TimelineRow, pause = ' of a pause'): string {
  if (at === null) return '';
  return ` ${momentText(at)}${phase === 'pause' ? pause : ''}`;
}

function others(word: string, rows: readonly TimelineRow[], say: (row: TimelineRow) => string): readonly string[] {
  if (rows.length === 0) return [];
  const more = rows.length > shown ? `, and ${rows.length - shown} more` : '';
  return [`${word}: ${rows.slice(0, shown).map(say).join(', ')}${more}`];
}
