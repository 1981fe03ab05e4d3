import { formatDuration } from '../../core/duration';
import type { Suspect } from '../../core/probe-suspects';
import type { Seconds } from '../../core/setting';
import { suspectName } from '../../report/probe-words';
import type { Io } from '../io';
import { erase, isLive } from '../progress';
import { timerOf } from './waiting';

/** A moment at which a timer is suspected to fire. */
export type Milestone = { readonly at: Seconds; readonly who: string };

/** Where it is told how far a phase has come. `end` takes away what is still on the screen. */
export type ProbeProgress = {
  readonly begin: (doing: string, seconds: Seconds, milestones: readonly Milestone[]) => void;
  readonly end: () => void;
};

/** How often a live line is written anew, in milliseconds. */
const every = 1000;

/** Seconds after which a timer that did not fire has been outlived. */
const overdue: Seconds = 0.5;

/** Names that one milestone takes. */
const named = 3;

/** When the timers that are suspected fire within a phase, the earliest first. */
export function milestonesOf(
  suspects: readonly Suspect[],
  phase: Suspect['phase'],
  layer: Suspect['layer'],
  seconds: Seconds,
): readonly Milestone[] {
  const moments = new Map<Seconds, Set<string>>();
  for (const suspect of suspects.filter((one) => one.phase === phase && one.layer === layer))
    for (const { from, to } of suspect.fires)
      if (from === to && from <= seconds)
        moments.set(from, (moments.get(from) ?? new Set<string>()).add(suspectName(suspect)));
  return [...moments.entries()]
    .sort(([a], [b]) => a - b)
    .map(([at, names]) => ({ at, who: [...names].slice(0, named).join(', ') }));
}

/**
 * Progress on standard error: at a terminal one line that is written anew each second; elsewhere, and in CI, a line when a
 * phase begins and one for each suspected timer that was outlived.
 */
export function probeProgress(io: Pick<Io, 'stderr' | 'errorColumns' | 'env' | 'now'>): ProbeProgress {
  let stop = (): void => undefined;
  const live = isLive(io);
  return {
    begin: (doing, seconds, milestones) => {
      stop();
      stop = live ? liveLine(io, doing, seconds, milestones) : lines(io, doing, seconds, milestones);
    },
    end: () => {
      stop();
      stop = () => undefined;
    },
  };
}

function liveLine(
  { stderr, errorColumns, now }: Pick<Io, 'stderr' | 'errorColumns' | 'now'>,
  doing: string,
  seconds: Seconds,
  milestones: readonly Milestone[],
): () => void {
  const since = now().getTime();
  const tell = (): void => {
    const elapsed = Math.floor((now().getTime() - since) / 1000);
    const next = milestones.find(({ at }) => at >= elapsed);
    const then = next === undefined ? '' : `; at ${formatDuration(next.at)}: ${next.who}`;
    const line = `holdfast: ${doing} for ${String(elapsed)} s of ${formatDuration(seconds)}${then}`;
    // A line that fills the last column would wrap, and half of it would stay.
    stderr(`${erase}${line.slice(0, Math.max((errorColumns ?? 0) - 1, 0))}`);
  };
  tell();
  const timer = setInterval(tell, every);
  return () => {
    clearInterval(timer);
    stderr(erase);
  };
}

function lines(
  { stderr }: Pick<Io, 'stderr'>,
  doing: string,
  seconds: Seconds,
  milestones: readonly Milestone[],
): () => void {
  stderr(`holdfast: ${doing} for ${formatDuration(seconds)}\n`);
  const timers = milestones.map(({ at, who }) =>
    setTimeout(() => stderr(`holdfast: past ${formatDuration(at)}: ${who}\n`), timerOf(at + overdue)),
  );
  return () => timers.forEach(clearTimeout);
}
