import type { Seconds } from '../core/setting';

/** A logarithmic scale of seconds over a number of columns. */
export type Scale = {
  readonly columns: number;
  readonly from: Seconds;
  readonly to: Seconds;
  /** Where a moment stands, from 0 to 1; moments beyond either end fall on it. */
  readonly share: (seconds: Seconds) => number;
  /** The same as a column, from 0 to `columns - 1`. */
  readonly column: (seconds: Seconds) => number;
};

const ticks: readonly (readonly [Seconds, string])[] = [
  [0.001, '1 ms'],
  [0.01, '10 ms'],
  [0.1, '100 ms'],
  [1, '1 s'],
  [10, '10 s'],
  [60, '1 min'],
  [600, '10 min'],
  [3600, '1 h'],
  [36_000, '10 h'],
  [864_000, '10 d'],
  [8_640_000, '100 d'],
];

/** A scale that holds every given moment; at least one second to one minute. */
export function scaleFor(moments: readonly Seconds[], columns: number): Scale {
  const positive = moments.filter((one) => one > 0 && Number.isFinite(one));
  const from = Math.max(0.001, Math.min(1, ...positive));
  // Room behind the last moment, so that what lies beyond the promise is seen beyond it.
  const to = Math.max(60, ...positive) * 1.25;
  const share = (seconds: Seconds): number =>
    seconds <= from ? 0 : Math.min(1, Math.log(seconds / from) / Math.log(to / from));
  return { columns, from, to, share, column: (seconds) => Math.round(share(seconds) * (columns - 1)) };
}

/** The moments within a scale that are worth a mark, with their names. */
export function ticksOf({ from, to }: Pick<Scale, 'from' | 'to'>): readonly (readonly [Seconds, string])[] {
  return ticks.filter(([seconds]) => seconds >= from && seconds <= to);
}

/** The ruler above the bars: each mark stands at its moment with its name behind it, where there is room. */
export function ruler(scale: Scale): string {
  const { columns } = scale;
  let line = '';
  for (const [seconds, name] of ticksOf(scale)) {
    const at = scale.column(seconds);
    const isFree = line === '' || at > line.length;
    if (isFree && at + 1 + name.length <= columns) line = `${line.padEnd(at)}|${name}`;
  }
  return line;
}
