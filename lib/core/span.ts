import { candidates, type Setting } from './setting';

/** The least and the greatest that a number may be; off counts as without end. `null`: nothing is known of it. */
export type Span = { readonly min: number; readonly max: number };

/** The span of a limit in seconds, or of any other number: of every candidate, or of the bounds that hold whatever it is. */
export function spanOf(setting: Setting<unknown>): Span | null {
  const all = candidates(setting);
  if (all === null) {
    const bounds = setting.state === 'unknown' ? setting.bounds : undefined;
    return bounds === undefined ? null : { min: bounds.min ?? 0, max: bounds.max ?? Number.POSITIVE_INFINITY };
  }
  const numbers = all.map((one) => (one.value === null ? Number.POSITIVE_INFINITY : one.value));
  if (!numbers.every((value) => typeof value === 'number')) return null;
  return { min: Math.min(...numbers), max: Math.max(...numbers) };
}
