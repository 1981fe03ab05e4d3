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
import { written } from '../written';
import { alternativesOf } from './choices';
import { parameterRows } from './parameters';
import { valuesAt } from './path';
import { comesFrom, reasonOf } from './reason';
import type { EvaluatedResource } from './resource';
import { plain, type Evaluated } from './value';

/** The settings that a resource's document says, by the names of the kind's table. What is unset is left out: the documented default applies. */
export function settingsOf(resource: EvaluatedResource, kind: Kind): Table<Setting> {
  const settings = table<Setting>();
  const { pointer } = resource.location;
  for (const [name, spec] of Object.entries(kind.settings)) {
    const path = spelledIn(resource.source, spec);
    if (path === undefined) continue;
    const found = valuesAt({ value: { is: 'object', entries: resource.attributes }, pointer }, path, false)[0];
    if (found === undefined) continue;
    const step: Step = {
      level: 'own',
      subject: resource.subject,
      attribute: shownPath(path),
      text: null,
      location: { ...resource.location, pointer: found.pointer },
    };
    const setting = spec.as === 'parameters' ? parametersOf(found.value, step) : settingOf(found.value, spec, step);
    if (setting !== undefined) settings[name] = setting;
  }
  return settings;
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
    const setting = single(way, spec, step) ?? defaultOf(spec, step);
    if (setting.state !== 'known') return setting;
    candidates.push(setting);
  }
  return oneOf(candidates, `${subject} ${ways.why}`, ways.settles);
}

function single(value: Evaluated, spec: SettingSpec, step: Step): Setting | undefined {
  const json = plain(value);
  if (json === null || json === '') return undefined;
  if (json !== undefined) return interpret(spec, json, { ...step, text: written(json) });
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
