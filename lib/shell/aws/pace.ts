import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often a service may be called: a bucket of `burst` calls that fills by `perSecond`. */
export type Pace = { readonly perSecond: number; readonly burst: number };

/** What a pace needs of time, in milliseconds. */
export type Clock = {
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

const machineClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
};

/**
 * A token bucket. Each call of what it returns ends when its turn comes, first come, first served; rejects when `signal` is
 * aborted before that.
 */
export function paced({ perSecond, burst }: Pace, clock: Clock = machineClock): (signal: AbortSignal) => Promise<void> {
  const interval = 1000 / perSecond;
  let next = Number.NEGATIVE_INFINITY;
  return async (signal) => {
    signal.throwIfAborted();
    const now = clock.now();
    // A bucket that has been left alone is full, and never more than full.
    const turn = Math.max(next, now - (burst - 1) * interval);
    next = turn + interval;
    if (turn > now) await clock.sleep(turn - now, signal);
  };
}
