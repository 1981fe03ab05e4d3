import type { Seconds } from '../../core/setting';

/** Resolves after so many seconds, or as soon as the signal comes. */
export function pass(seconds: Seconds, signal?: AbortSignal): Promise<null> {
  return within(new Promise<never>(() => undefined), seconds, signal);
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
    const timer = setTimeout(giveUp, seconds * 1000);
    signal?.addEventListener('abort', giveUp, { once: true });
    promise.then(resolve, reject).finally(done);
    if (signal?.aborted === true) giveUp();
  });
}
