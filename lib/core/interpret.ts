import type { PlainReads } from './kind';
import type { GroupParameter } from './parameter';
import { known, unknown, type Json, type Setting, type Step } from './setting';

/** A number as documents write it: a JSON number, or decimal digits in a string. */
const decimal = /^[+-]?\d+(\.\d+)?$/;

/**
 * A raw value in our words: durations in seconds, `parameters` as {@link GroupParameter} rows, text, boolean, list. A value
 * that cannot be read as what the setting is becomes unknown and says so; `null` for a duration or number is known to be off.
 */
export function interpret(spec: { readonly as: PlainReads }, raw: Json, step: Step): Setting {
  const value = read(spec, raw);
  if (value !== undefined) return known(value, step);
  return unknown(
    `\`${step.attribute}\` of \`${step.subject}\` is ${shown(raw)}, which is not ${wanted[spec.as]}`,
    `write ${wanted[spec.as]} as \`${step.attribute}\` of \`${step.subject}\``,
    [step],
  );
}

/** One row of a parameter group. RDS stores names in lower case and values as strings. */
export function groupParameter(
  name: Json | undefined,
  value: Json | undefined,
  applyMethod: Json | undefined,
): GroupParameter {
  const text = scalarText(value ?? null);
  return {
    name: typeof name === 'string' ? name.toLowerCase() : null,
    value: text ?? null,
    state: text === undefined ? 'unknown' : 'known',
    applyMethod: typeof applyMethod === 'string' ? applyMethod : null,
  };
}

const wanted: Record<PlainReads, string> = {
  seconds: 'a number of seconds',
  milliseconds: 'a number of milliseconds',
  number: 'a number',
  text: 'text',
  boolean: '`true` or `false`',
  parameters: 'a list of parameters with name and value',
  list: 'a list',
};

/** `undefined` where the value cannot be read as such. */
function read(spec: { readonly as: PlainReads }, raw: Json): Json | undefined {
  switch (spec.as) {
    case 'seconds':
    case 'number':
      return raw === null ? null : numberOf(raw);
    case 'milliseconds': {
      const milliseconds = raw === null ? null : numberOf(raw);
      return typeof milliseconds === 'number' ? milliseconds / 1000 : milliseconds;
    }
    case 'text':
      return scalarText(raw);
    case 'boolean':
      if (raw === true || raw === 'true') return true;
      return raw === false || raw === 'false' ? false : undefined;
    case 'parameters':
      return Array.isArray(raw) ? (raw as readonly Json[]).map(row) : undefined;
    case 'list':
      if (Array.isArray(raw)) return raw as readonly Json[];
      return scalarText(raw) === undefined ? undefined : [raw];
  }
}

function row(raw: Json): GroupParameter {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return groupParameter(undefined, undefined, undefined);
  const of = (key: string): Json | undefined =>
    Object.hasOwn(raw, key) ? (raw as { readonly [key: string]: Json })[key] : undefined;
  return groupParameter(of('name'), of('value'), of('apply_method'));
}

function numberOf(raw: Json): number | undefined {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : undefined;
  if (typeof raw !== 'string' || !decimal.test(raw.trim())) return undefined;
  const value = Number(raw);
  return Number.isFinite(value) ? value : undefined;
}

function scalarText(raw: Json): string | undefined {
  if (typeof raw === 'string') return raw;
  return typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : undefined;
}

/** Enough of a value to recognise it in a message. */
function shown(raw: Json): string {
  if (raw === null) return '`null`';
  if (Array.isArray(raw)) return 'a list';
  if (typeof raw === 'object') return 'an object';
  const text = String(raw);
  return `\`${text.length > 60 ? `${text.slice(0, 60)}...` : text}\``;
}
