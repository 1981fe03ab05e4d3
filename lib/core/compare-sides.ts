import { formatDuration } from './duration';
import { majorVersion } from './engine-version';
import type { Unit } from './policy';
import type { SettingSpec } from './kind';
import type { ParameterSpec } from './parameter';
import { clip, code, decisive, limitText } from './phrases';
import type { Side } from './drift';
import type { Json, Known } from './setting';
import { versionSettings } from './version';

/** A setting's value with how it is compared, shown and written. `null` stands for a setting that is not there. */
export function settingSide(
  name: string,
  spec: SettingSpec,
  attribute: string,
  setting: Known<Json> | null,
): Side & { readonly key: string } {
  const written = setting?.value ?? null;
  const value = isUnset(written) ? null : written;
  const isDuration = spec.as === 'seconds' || spec.as === 'milliseconds';
  const text = isDuration && (value === null || typeof value === 'number') ? limitText(value) : textOf(value);
  return {
    value,
    text: setting === null ? 'not set' : `${text}${byDefault(setting)}`,
    raw: rawSetting(spec, value),
    attribute,
    setting,
    key: keyOf(name, value),
  };
}

/** Whether a value stands for none: providers write "" and [] for what is not set. */
export function isUnset(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A PostgreSQL parameter's value with how it is shown and written. */
export function parameterSide(parameter: ParameterSpec, setting: Known<Json>): Side & { readonly key: string } {
  const { value } = setting;
  return {
    value,
    text: `${parameterText(parameter, value)}${byDefault(setting)}`,
    raw: rawParameter(parameter, value),
    attribute: parameter.name,
    setting,
    key: JSON.stringify(value),
  };
}

/** What the values of a setting are counted in. */
export function unitOf({ as }: SettingSpec): Unit | null {
  if (as === 'seconds' || as === 'milliseconds') return 's';
  return as === 'number' ? 'count' : as === 'text' ? 'text' : null;
}

/** What the values of a parameter are counted in. */
export function parameterUnit({ as }: ParameterSpec): Unit {
  return as === 'duration' ? 's' : 'count';
}

/** Two values are equal where their keys are: lists without their order, engine versions by what is judged, the major one. */
function keyOf(name: string, value: Json): string {
  if (versionSettings.includes(name) && typeof value === 'string') return `${majorVersion(value) ?? value}`;
  if (Array.isArray(value)) return JSON.stringify(value.map((one) => JSON.stringify(one)).sort());
  return JSON.stringify(value);
}

function textOf(value: Json): string {
  if (value === null) return 'not set';
  if (Array.isArray(value)) return value.map((one: Json) => textOf(one)).join(', ');
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? code(clip(value)) : String(value);
}

function parameterText(parameter: ParameterSpec, value: Json): string {
  if (parameter.as === 'boolean') return value === 1 ? 'on' : 'off';
  if (value === null) return 'off';
  return parameter.as === 'duration' && typeof value === 'number' ? formatDuration(value) : String(value);
}

function byDefault({ from }: Known<Json>): string {
  return decisive(from)?.level === 'default' ? ' (default)' : '';
}

function rawSetting({ as }: SettingSpec, value: Json): Json {
  if (as === 'milliseconds' && typeof value === 'number') return value * 1000;
  if (value !== null) return value;
  return as === 'list' ? [] : as === 'text' ? '' : null;
}

/** As a parameter group writes it, which a role takes as well: a plain number in the parameter's own unit. */
function rawParameter({ as, unit, zero }: ParameterSpec, value: Json): string {
  if (value === null) return zero === 'off' ? '0' : '-1';
  return String(as === 'duration' && unit === 'ms' && typeof value === 'number' ? Math.round(value * 1000) : value);
}
