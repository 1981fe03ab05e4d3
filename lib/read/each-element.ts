import type { SettingSpec } from '../core/kind';
import { candidates, known, oneOf, type Json, type Known, type Setting, type Step } from '../core/setting';

type Each = NonNullable<SettingSpec['each']>;
/** What one element of a list says: `undefined` where it leaves the value unset. */
export type Said = { readonly setting: Setting | undefined; readonly step: Step };

/** What the elements of a list say together (core/kind `each`); `undefined` where there is none. One that is not known decides. */
export function ofEachElement(each: Each, elements: readonly Said[], subject: string): Setting | undefined {
  const all: Known<Json>[] = [];
  for (const { setting, step } of elements) {
    const values = setting === undefined ? byDefault(each, step) : candidates(setting);
    if (values === null) return setting;
    all.push(...values);
  }
  return all.length === 0 ? undefined : oneOf(all, `${subject} ${each.why}`, each.settles);
}

function byDefault({ defaults }: Each, step: Step): readonly Known<Json>[] {
  return defaults.map(({ value, cite, unverified }) => {
    const text = value === null ? null : String(value);
    return known(value, { ...step, level: 'default', text, cite, ...(unverified === true ? { unverified } : {}) });
  });
}

/** A path in two: to the elements of a list, and from there to the value. */
export function splitAt(path: string, depth: number): readonly [elements: string, within: string] {
  const steps = path.split('.');
  return [steps.slice(0, -depth).join('.'), steps.slice(-depth).join('.')];
}
