import { setTimeout as sleep } from 'node:timers/promises';

/** What one attempt came to: done, not worth another one, or worth another one (after so many seconds, where the server said). */
export type Attempt<T> =
  | { readonly is: 'done'; readonly value: T }
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'again'; readonly why: string; readonly after?: number };

/** What was tried in the end: the value, or why there is none. */
export type Tried<T> = Extract<Attempt<T>, { is: 'done' | 'refused' }>;

/** Waits so many milliseconds; rejects when `signal` is aborted before that. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<unknown>;

/** Pauses between attempts, in seconds: half a minute of bad luck is outlasted. */
const pauses = [1, 2, 4, 8, 16] as const;
/** No server is waited for longer than that, whatever it asks for, in seconds. */
const longestPause = 60;

/** Waits on the clock of the machine. */
export const machineWait: Wait = (milliseconds, signal) => sleep(milliseconds, undefined, { signal });

/** Tries until it is done, refused, or has been tried six times. Never rejects: an aborted `signal` is a refusal. */
export async function persistently<T>(
  attempt: (signal: AbortSignal) => Promise<Attempt<T>>,
  signal: AbortSignal,
  wait: Wait = machineWait,
): Promise<Tried<T>> {
  for (const pause of [...pauses, null]) {
    if (signal.aborted) return stopped;
    const tried = await attempt(signal);
    if (tried.is !== 'again') return tried;
    if (signal.aborted) return stopped;
    if (pause === null) return { is: 'refused', why: `${tried.why}, ${pauses.length + 1} times` };
    try {
      await wait(Math.min(Math.max(pause, tried.after ?? 0), longestPause) * 1000, signal);
    } catch {
      return stopped;
    }
  }
  return stopped;
}

const stopped = { is: 'refused', why: 'holdfast was stopped' } as const;
