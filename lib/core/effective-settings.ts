import type { Fact } from './fact';
import type { Default, Kind, OneOfDefaults, SettingSpec } from './kind';
import { shownPath, spelledIn } from './spelled';
import { known, oneOf, table, type Json, type Known, type Setting, type Table } from './setting';

/**
 * The settings of a resource as they take effect: what the source says, else the documented default, and fixed values over
 * both. A default may depend on the other settings, so those without conditions are settled first.
 */
export function effectiveSettings(fact: Fact, kind: Kind): Table<Setting> {
  const settings = table<Setting>(Object.entries(fact.settings));
  const later: [string, (settings: Table<Setting>) => Default | OneOfDefaults | null][] = [];
  for (const [name, spec] of Object.entries(kind.settings)) {
    const documented = spec.default ?? spec.defaults;
    if (settings[name] !== undefined || documented === undefined) continue;
    if (typeof documented === 'function') later.push([name, documented]);
    else settings[name] = fromDefaults(documented, fact, name, kind);
  }
  for (const [name, make] of later) {
    const value = make(settings);
    if (value !== null) settings[name] = fromDefaults(value, fact, name, kind);
  }
  for (const [name, spec] of Object.entries(kind.settings)) {
    const value = spec.fixed?.(settings) ?? null;
    if (value !== null) settings[name] = fromDefault(value, fact, name, kind);
  }
  for (const [name, setting] of Object.entries(settings)) {
    const spec = kind.settings[name];
    if (spec !== undefined) settings[name] = bounded(setting, spec);
  }
  return settings;
}

/** Whatever a value turns out to be, it is one that the vendor takes. */
function bounded(setting: Setting, { as, range }: SettingSpec): Setting {
  const isDuration = as === 'seconds' || as === 'milliseconds';
  if (setting.state !== 'unknown' || setting.bounds !== undefined || range === undefined || !isDuration) return setting;
  return { ...setting, bounds: { min: range.min, max: range.max } };
}

function fromDefaults(of: Default | OneOfDefaults, fact: Fact, name: string, kind: Kind): Setting {
  if (!('oneOf' in of)) return fromDefault(of, fact, name, kind);
  const all = of.oneOf.map((value) => fromDefault(value, fact, name, kind));
  return oneOf(all, of.why, of.settles);
}

function fromDefault(value: Default, fact: Fact, name: string, kind: Kind): Known<Json> {
  return known(value.value, {
    level: 'default',
    subject: fact.subject,
    attribute: spelled(fact, name, kind),
    text: value.value === null ? null : String(value.value),
    cite: value.cite,
    ...(value.unverified ? { unverified: true as const } : {}),
  });
}

/** The attribute as whoever wrote the resource would write it: in the configuration it has our own key. */
function spelled(fact: Fact, name: string, kind: Kind): string {
  const keys = fact.source === 'configuration' ? Object.entries(kind.hop?.inline ?? {}) : [];
  const inline = keys.find(([, key]) => key.setting === name)?.[0];
  const spec = kind.settings[name];
  const path = spec && spelledIn(fact.source, { ...spec, ...spec.called });
  return inline ?? (path === undefined ? name : shownPath(path));
}
