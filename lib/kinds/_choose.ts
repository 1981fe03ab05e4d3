import {
  candidates,
  known,
  mapSetting,
  oneOf,
  unknown,
  type Known,
  type Seconds,
  type Setting,
  type Step,
  type Table,
} from '../core/setting';

/** A limit that never fires. */
export const never: Setting<Seconds | null> = known<Seconds | null>(null);

/**
 * One value or the other, as a condition decides. Where the condition is not known, exactly one of the two holds: equal
 * values are known all the same. The condition comes first in the provenance, the value that it selected last.
 */
export function choose<T>(condition: Setting<boolean>, yes: Setting<T>, no: Setting<T>): Setting<T> {
  if (condition.state === 'known') return after(condition.from, condition.value ? yes : no);
  const both = [candidates(yes), candidates(no)];
  const all = both.flatMap((values) => values ?? []);
  if (both.includes(null)) return unknown(condition.why, condition.settles);
  return oneOf(all, condition.why, condition.settles);
}

function after<T>(steps: readonly Step[], setting: Setting<T>): Setting<T> {
  const prefix = (one: Known<T>): Known<T> => ({ ...one, from: [...steps, ...one.from] });
  if (setting.state === 'known') return prefix(setting);
  if (setting.state === 'one-of') return { ...setting, candidates: setting.candidates.map(prefix) };
  return { ...setting, from: [...steps, ...setting.from] };
}

/** A setting of the resource as seconds; unknown where it is neither written nor documented. */
export function secondsOf(settings: Table<Setting>, name: string): Setting<Seconds | null> {
  return mapSetting(said(settings, name), (value) => (typeof value === 'number' ? value : null));
}

/** Whether a setting of the resource holds; unknown where it is neither written nor documented. */
export function whether(settings: Table<Setting>, name: string, holds: (value: unknown) => boolean): Setting<boolean> {
  return mapSetting(said(settings, name), holds);
}

function said(settings: Table<Setting>, name: string): Setting {
  const words = name.replaceAll('_', ' ');
  return settings[name] ?? unknown(`its ${words} is not shown`, `pass a document that shows its ${words}`);
}
