import { interpret } from '../../core/interpret';
import type { Kind, SettingSpec } from '../../core/kind';
import { known, table, unknown, type Json, type Setting, type Step, type Table } from '../../core/setting';
import { marks } from '../json';
import { written } from '../written';
import { slotsAt, stateOf, type Slot } from './attributes';
import { writtenAt } from './expressions';
import { parameterRows } from './parameters';
import type { Terrain } from './walk';
import type { Resource } from './resource';
import { behindUnknown } from './unset';

/** The settings that a resource's document says, by the names of the kind's table. What is unset is left out: the documented default applies. */
export function settingsOf(terrain: Terrain, document: string, resource: Resource, kind: Kind): Table<Setting> {
  const settings = table<Setting>();
  for (const [name, spec] of Object.entries(kind.settings)) {
    if (spec.terraform === undefined) continue;
    const [slot] = slotsAt(resource, spec.terraform);
    const setting = slot && settingOf(terrain, document, resource, spec, spec.terraform, slot);
    if (setting !== undefined) settings[name] = setting;
  }
  return settings;
}

/** `undefined` for unset. */
function settingOf(
  terrain: Terrain,
  document: string,
  resource: Resource,
  spec: SettingSpec,
  attribute: string,
  slot: Slot,
): Setting | undefined {
  const step: Step = {
    level: 'own',
    subject: resource.address,
    attribute,
    text: null,
    location: { document, pointer: slot.pointer },
  };
  const subject = `\`${attribute}\` of \`${resource.address}\``;
  if (stateOf(slot) === 'unknown') {
    const behind = behindUnknown(terrain, resource, attribute, slot.depth, spec.as);
    if (behind.is === 'written') return interpret(spec, behind.value, { ...step, text: written(behind.value) });
    if (behind.is === 'unknown') return unknown(`${subject} ${behind.why}`, behind.settles, [step]);
    // A set of parameters is never the provider's to fill in: unknown as a whole, it comes from a dynamic block.
    return spec.as === 'parameters' ? unknown(...wholeSet(subject), [step]) : undefined;
  }
  if (spec.as === 'parameters' && Array.isArray(slot.value)) {
    const masked = marks(slot.sensitive) || marks(slot.unknown);
    return known<Json>(parameterRows(slot), masked ? step : { ...step, text: written(slot.value) });
  }
  switch (stateOf(slot)) {
    case 'unset':
      return undefined;
    case 'sensitive':
      return unknown(
        `${subject} is marked sensitive, so it is not read`,
        'wrap the value in `nonsensitive()`, or write it without a sensitive variable',
        [step],
      );
    case 'partly':
      return unknown(`parts of ${subject} are known only after apply`, 'check the state after apply', [step]);
    case 'known':
    case 'unknown':
      return printedDefault(
        interpret(spec, slot.value, { ...step, text: written(slot.value) }),
        spec,
        writtenAt(terrain, resource, attribute, slot.depth).is === 'none',
      );
  }
}

/** Providers print some defaults that nobody wrote (`aws_lb.idle_timeout` is 60): then it is the default that counts, not a choice. */
function printedDefault(setting: Setting, spec: SettingSpec, nobodyWrote: boolean): Setting {
  const { default: documented } = spec;
  if (!nobodyWrote || setting.state !== 'known' || documented === undefined || typeof documented === 'function')
    return setting;
  if (documented.value !== setting.value) return setting;
  const from = setting.from.map((step): Step => ({ ...step, level: 'default', cite: documented.cite }));
  return { ...setting, from };
}

function wholeSet(subject: string): [string, string] {
  return [
    `${subject} is known only after apply: its blocks are \`dynamic\` over a value that is not known yet`,
    'check the state after apply, or write the blocks out',
  ];
}
