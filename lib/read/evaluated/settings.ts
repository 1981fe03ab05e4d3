import { interpret } from '../../core/interpret';
import type { Kind, SettingSpec } from '../../core/kind';
import { shownPath, spelledIn } from '../../core/spelled';
import {
  known,
  oneOf,
  table,
  unknown,
  type Json,
  type Known,
  type Setting,
  type Step,
  type Table,
} from '../../core/setting';
import { nothingWritten, processSetting } from '../connection/process-setting';
import { isPlain } from '../connection/reads';
import { ofEachElement, splitAt } from '../each-element';
import { written } from '../written';
import { alternativesOf } from './choices';
import { parameterRows } from './parameters';
import { valuesAt, type Found } from './path';
import { comesFrom, reasonOf } from './reason';
import type { EvaluatedResource } from './resource';
import { plain, unset, type Evaluated } from './value';

/** The settings that a resource's document says, by the names of the kind's table. What is unset is left out: the documented default applies. */
export function settingsOf(resource: EvaluatedResource, kind: Kind): Table<Setting> {
  const settings = table<Setting>();
  const { pointer } = resource.location;
  for (const [name, spec] of Object.entries(kind.settings)) {
    const path = spelledIn(resource.source, spec);
    if (path === undefined) continue;
    const root: Found = { value: { is: 'object', entries: resource.attributes }, pointer };
    const found =
      spec.each === undefined ? valuesAt(root, path, false).slice(0, 1) : inEach(root, path, spec.each.depth);
    const said = found.map(({ value, pointer: at }) => {
      const location = { ...resource.location, pointer: at };
      const step: Step = { level: 'own', subject: resource.subject, attribute: shownPath(path), text: null, location };
      return { step, setting: spec.as === 'parameters' ? parametersOf(value, step) : settingOf(value, spec, step) };
    });
    const setting =
      spec.each === undefined
        ? said[0]?.setting
        : ofEachElement(spec.each, said, `\`${shownPath(path)}\` of \`${resource.subject}\``);
    if (setting !== undefined) settings[name] = setting;
  }
  return settings;
}

/** The value in each element that the path goes through: unset where the element does not write it. */
function inEach(root: Found, path: string, depth: number): readonly Found[] {
  const [elements, within] = splitAt(path, depth);
  const all = valuesAt(root, elements, true).filter(({ value }) => value.is !== 'value');
  return all.map((one) => valuesAt(one, within, false)[0] ?? { value: unset, pointer: one.pointer });
}

/** `undefined` for unset. */
function settingOf(value: Evaluated, spec: SettingSpec, step: Step): Setting | undefined {
  const subject = `\`${step.attribute}\` of \`${step.subject}\``;
  const ways = alternativesOf(value);
  if (ways === null) return unknown(`${subject} has too many possible values`, 'write a fixed value', [step]);
  const [only, ...others] = ways.of;
  if (only === undefined) return undefined;
  if (others.length === 0) return single(only, spec, step);
  const candidates: Known<Json>[] = [];
  for (const way of ways.of) {
    const setting = single(way, spec, step) ?? nothingWritten(spec.as, step) ?? defaultOf(spec, step);
    if (setting.state !== 'known') return setting;
    candidates.push({ ...setting, value: same(setting.value, candidates) });
  }
  return oneOf(candidates, `${subject} ${ways.why}`, ways.settles);
}

/** The equal value of another candidate: lists are equal by what they hold. */
function same(value: Json, candidates: readonly Known<Json>[]): Json {
  const text = JSON.stringify(value);
  return candidates.find((one) => JSON.stringify(one.value) === text)?.value ?? value;
}

function single(value: Evaluated, spec: SettingSpec, step: Step): Setting | undefined {
  const { as } = spec;
  if (!isPlain(as)) return processSetting({ ...spec, as }, value, step);
  const json = plain(value);
  if (json === null || json === '') return undefined;
  if (json !== undefined) return interpret({ as }, json, { ...step, text: written(json) });
  const open = value.is === 'reference' ? (value.value ?? comesFrom(value.text)) : value;
  const { why, settles } = reasonOf(open);
  return unknown(`\`${step.attribute}\` of \`${step.subject}\` ${why}`, settles, [step]);
}

/** The documented default of a value that is set on one branch only. */
function defaultOf(spec: SettingSpec, step: Step): Setting {
  const value = spec.default;
  if (value === undefined || typeof value === 'function') {
    return unknown(
      `\`${step.attribute}\` of \`${step.subject}\` is set on a condition, and what applies without it is not known here`,
      'write it on both branches',
      [step],
    );
  }
  return known(value.value, {
    ...step,
    level: 'default',
    text: value.value === null ? null : String(value.value),
    cite: value.cite,
    ...(value.unverified ? { unverified: true as const } : {}),
  });
}

function parametersOf(value: Evaluated, step: Step): Setting | undefined {
  const rows = parameterRows(value, step.location);
  if (rows === null) {
    if (plain(value) === null) return undefined;
    const { why, settles } = reasonOf(value);
    return unknown(`\`${step.attribute}\` of \`${step.subject}\` ${why}`, settles, [step]);
  }
  return known<Json>(rows, { ...step, text: `${rows.length} elements` });
}
