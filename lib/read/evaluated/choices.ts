import type { Evaluated } from './value';

/** One way that a value may turn out, and why there are several. */
export type Alternatives = {
  readonly of: readonly Evaluated[];
  readonly why: string;
  readonly settles: string;
};

/** More ways than anybody tells apart: beyond, a value counts as unknown. */
const most = 16;

/** Every way that a value may turn out, choices inside choices and behind references taken apart; `null` where that is too many. */
export function alternativesOf(value: Evaluated): Alternatives | null {
  const of: Evaluated[] = [];
  let [why, settles] = ['', ''];
  const pending: Evaluated[] = [value];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    if (next.is === 'choice') {
      if (why === '') ({ why, settles } = next);
      pending.unshift(...next.of);
    } else if (next.is === 'reference' && next.value?.is === 'choice') pending.unshift(next.value);
    else of.push(next);
    if (of.length + pending.length > most) return null;
  }
  return { of, why, settles };
}
