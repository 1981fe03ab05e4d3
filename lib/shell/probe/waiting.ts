import type { Seconds } from '../../core/setting';

/** Resolves after so many seconds, or as soon as the signal comes. */
export function pass(seconds: Seconds, signal?: AbortSignal): Promise<null> {
  return within(new Promise<never>(() => undefined), seconds, signal);
}

/** The longest that Node.js waits (2^31 - 1 ms); anything longer it would take for 1 ms. Nearly 25 days outlast every query. */
const longest: Seconds = 2_147_483;

/** A wait in milliseconds, as a timer of Node.js takes it. */
export function timerOf(seconds: Seconds): number {
  return Math.min(seconds, longest) * 1000;
}

/** What a promise becomes; `null` where it takes longer than that, or the signal comes before. No timer is left behind. */
export function within<T>(promise: Promise<T>, seconds: Seconds, signal?: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    };
    const giveUp = (): void => {
      done();
      resolve(null);
    };
    const timer = setTimeout(giveUp, timerOf(seconds));
    signal?.addEventListener('abort', giveUp, { once: true });
    promise.then(resolve, reject).finally(done);
    if (signal?.aborted === true) giveUp();
  });
}
