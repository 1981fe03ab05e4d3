import { interpret } from '../../core/interpret';
import type { Kind, SettingSpec } from '../../core/kind';
import {
  candidates,
  known,
  oneOf,
  table,
  unknown,
  type Json,
  type Setting,
  type Step,
  type Table,
} from '../../core/setting';
import { pathSteps, shownPath } from '../../core/spelled';
import { isPlain } from '../connection/reads';
import { marks } from '../json';
import { ofEachElement, splitAt } from '../each-element';
import { written } from '../written';
import { slotsAt, stateOf, type Slot } from './attributes';
import { writtenAt } from './expressions';
import { parameterRows } from './parameters';
import { processSettingOf } from './process-setting';
import type { Terrain } from './walk';
import type { Resource } from './resource';
import { behindUnknown } from './unset';

/** The settings that a resource's document says, by the names of the kind's table. What is unset is left out: the documented default applies. */
export function settingsOf(terrain: Terrain, document: string, resource: Resource, kind: Kind): Table<Setting> {
  const settings = table<Setting>();
  for (const [name, spec] of Object.entries(kind.settings)) {
    if (spec.terraform === undefined) continue;
    const setting = atPath(terrain, document, resource, spec, spec.terraform);
    if (setting !== undefined) settings[name] = setting;
  }
  return settings;
}

/** `undefined` for unset. */
function atPath(
  terrain: Terrain,
  document: string,
  resource: Resource,
  spec: SettingSpec,
  path: string,
): Setting | undefined {
  const slots = slotsAt(resource, path);
  const attribute = shownPath(path);
  const stepAt = ({ pointer }: Slot): Step => ({
    level: 'own',
    subject: resource.address,
    attribute,
    text: null,
    location: { document, pointer },
  });
  const said = (spec.each === undefined && !isKeyed(path) ? slots.slice(0, 1) : slots).map((slot) => {
    const step = stepAt(slot);
    return { step, setting: settingOf(terrain, resource, spec, path, slot, step) };
  });
  const what = `\`${attribute}\` of \`${resource.address}\``;
  return spec.each === undefined
    ? onceAmong(
        said.flatMap(({ setting }) => setting ?? []),
        what,
      )
    : ofEachElement(
        spec.each,
        [
          ...said,
          ...without(resource, path, spec.each.depth, slots.length)
            .map(stepAt)
            .map((step) => ({ step, setting: undefined })),
        ],
        what,
      );
}

/** The elements of a list that lack the block around the value: every element has a place for whatever attribute. */
function without(resource: Resource, path: string, depth: number, having: number): readonly Slot[] {
  return slotsAt(resource, `${splitAt(path, depth)[0]}.*`).slice(having);
}

/** Which of several blocks with the same keys counts is not documented. */
function onceAmong(settings: readonly Setting[], what: string): Setting | undefined {
  const open = settings.find((setting) => setting.state !== 'known');
  if (open !== undefined || settings.length < 2) return open ?? settings[0];
  const values = settings.flatMap((setting) => candidates(setting) ?? []);
  return oneOf(values, `${what} is written more than once`, 'write it once');
}

function isKeyed(path: string): boolean {
  return pathSteps(path).some(({ where }) => where.length > 0);
}

/** `undefined` for unset. */
function settingOf(
  terrain: Terrain,
  resource: Resource,
  spec: SettingSpec,
  path: string,
  slot: Slot,
  step: Step,
): Setting | undefined {
  const { as } = spec;
  if (!isPlain(as)) return processSettingOf(terrain, resource, { ...spec, as }, path, slot, step);
  const subject = `\`${step.attribute}\` of \`${resource.address}\``;
  if (stateOf(slot) === 'unknown') {
    const behind = behindUnknown(terrain, resource, path, slot.depth, spec.as);
    if (behind.is === 'written') return interpret({ as }, behind.value, { ...step, text: written(behind.value) });
    if (behind.is === 'unknown') return unknown(`${subject} ${behind.why}`, behind.settles, [step]);
    // A set of parameters, or of keyed blocks, is never the provider's to fill in: unknown as a whole, it is a dynamic block.
    return spec.as === 'parameters' || isKeyed(path) ? unknown(...wholeSet(subject), [step]) : undefined;
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
        interpret({ as }, slot.value, { ...step, text: written(slot.value) }),
        spec,
        writtenAt(terrain, resource, path, slot.depth).is === 'none',
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
