/**
 * How far apart prediction and measurement may be, in seconds. A watcher looks every 0.1 s, Linux forgets flows in whole
 * seconds, and PgBouncer looks at its timers once a second; a program that is due may wait for a busy machine.
 */
export const tolerance = { early: 0.4, late: 1.4 } as const;

/** Whether something came when it was due, both in seconds. */
export function isNear(measured: number, predicted: number): boolean {
  return isWithin(measured, predicted, predicted);
}

/** Whether something came in a span of seconds. */
export function isWithin(measured: number, from: number, to: number): boolean {
  return measured >= from - tolerance.early && measured <= to + tolerance.late;
}

/** Seconds, for messages. */
export function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}
