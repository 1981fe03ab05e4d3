import type { Io } from './io';

/** Requests to stop that follow within this many milliseconds are the same one: `npx` passes on what the terminal has sent already. */
const sameWithin = 500;

/** As shells say that an interrupt (signal 2) ended a process. */
export const interruptedCode = 130;

/**
 * Runs work that can be interrupted: the first Ctrl-C aborts the signal, so that the work ends with what it has; another one
 * ends the process at once. `said` is told at the first.
 */
export async function interruptible<T>(
  io: Pick<Io, 'onInterrupt' | 'exitNow' | 'now'>,
  said: () => void,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  let first: number | null = null;
  const ignore = io.onInterrupt(() => {
    const now = io.now().getTime();
    if (first === null) {
      first = now;
      said();
      stop.abort();
    } else if (Math.abs(now - first) >= sameWithin) {
      io.exitNow(interruptedCode);
    }
  });
  try {
    return await work(stop.signal);
  } finally {
    ignore();
  }
}
