import type { Known, Setting } from './setting';

/** What can be said of a setting whose value may be one of several, or not known at all. */
export type Weighed =
  { readonly is: 'good' | 'bad' } | { readonly is: 'open'; readonly why: string; readonly settles: string };

/** Good if every value that it may have is good, bad if none is, open where that cannot be told. */
export function weigh<T>(setting: Setting<T>, isGood: (value: T, candidate: Known<T>) => boolean): Weighed {
  if (setting.state === 'unknown') return { is: 'open', why: setting.why, settles: setting.settles };
  if (setting.state === 'known') return { is: isGood(setting.value, setting) ? 'good' : 'bad' };
  const good = setting.candidates.filter((one) => isGood(one.value, one));
  if (good.length === setting.candidates.length) return { is: 'good' };
  return good.length === 0 ? { is: 'bad' } : { is: 'open', why: setting.why, settles: setting.settles };
}
