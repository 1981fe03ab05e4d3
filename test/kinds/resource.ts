import { effectiveSettings } from '../../lib/core/effective-settings';
import type { Fact } from '../../lib/core/fact';
import type { Kind } from '../../lib/core/kind';
import { known, table, unknown, type Json, type Setting, type Table } from '../../lib/core/setting';
import type { Expiry, TimerSpec } from '../../lib/core/timer';

/** A value that a source says is not known yet. */
export const later: Json = ['known after apply'];

/** The effective settings of a resource of a kind that says just this. */
export function effective(kind: Kind, written: Record<string, Json> = {}): Table<Setting> {
  const settings = Object.entries(written).map(([name, value]): readonly [string, Setting] => [
    name,
    value === later
      ? unknown(`${name} is known only after apply`, 'apply it')
      : known(value, { level: 'own', subject: 'the resource', attribute: name, text: String(value) }),
  ]);
  const fact: Fact = {
    id: 'document#the resource',
    kind: kind.name,
    type: kind.terraform?.types[0] ?? kind.name,
    source: 'plan',
    subject: 'the resource',
    names: [],
    identity: {},
    tags: table(),
    settings: table(settings),
    links: table(),
  };
  return effectiveSettings(fact, kind);
}

/** What a setting comes to: its value, its candidates, or why it is not known; `absent` where there is none. */
export function shown(
  setting: Setting | undefined,
): Json | { readonly either: readonly Json[] } | 'absent' | 'unknown' {
  if (setting === undefined) return 'absent';
  if (setting.state === 'unknown') return 'unknown';
  return setting.state === 'known' ? setting.value : { either: setting.candidates.map((one) => one.value) };
}

/** The one timer of a kind by that name. */
export function timer(kind: Kind, name: string): TimerSpec {
  const found = kind.timers.filter((spec) => spec.name === name);
  expect(found).toHaveLength(1);
  return found[0]!;
}

/** The value of a timer of a resource that says just this; `absent` where it runs no such timer. */
export function fires(kind: Kind, name: string, written: Record<string, Json> = {}): ReturnType<typeof shown> {
  const { value } = timer(kind, name);
  const settings = effective(kind, written);
  if ('compute' in value) return shown((value.compute(settings) ?? undefined) as Setting | undefined);
  if ('parameter' in value) throw new Error(`${name} is a parameter of the session`);
  return shown(settings[value.setting]);
}

/** What follows when a timer of a resource that says just this fires. */
export function follows(kind: Kind, name: string, written: Record<string, Json> = {}): Expiry {
  const { expiry } = timer(kind, name);
  return typeof expiry === 'function' ? expiry(effective(kind, written)) : expiry;
}

/** Whether attributes make a resource of this kind, as its Terraform table decides. */
export function isOfKind(kind: Kind, attributes: Record<string, Json | undefined>): boolean | null | undefined {
  return kind.terraform?.when?.(table(Object.entries(attributes)));
}

/** Whether the last step of a default says that its number has no verified source. */
export function isUnverified(setting: Setting | undefined): boolean {
  return setting?.state === 'known' && setting.from.at(-1)?.unverified === true;
}
