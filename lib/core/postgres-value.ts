import type { ParameterSpec } from './parameter';
import { leadingNumber, leadingWhole, roundHalfEven } from './postgres-number';

/** A value in our words: durations in seconds, counts as they are, a boolean as 1 or 0; `null` is off. */
export type PostgresValue =
  { readonly ok: true; readonly value: number | null } | { readonly ok: false; readonly reason: string };

/** A value of an RDS parameter group: `formula` is legal and known only to RDS, `invalid` is refused. */
export type GroupValue =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly as: 'formula' | 'invalid'; readonly reason: string };

type Unit = 'ms' | 's' | 'kB';

/** Largest first: PostgreSQL rounds a fraction to a multiple of the next smaller unit of the list (guc.c, convert_to_base_unit). */
const units: Record<Unit, readonly (readonly [name: string, multiplier: number])[]> = {
  ms: [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1000],
    ['ms', 1],
    ['us', 1 / 1000],
  ],
  s: [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
    ['ms', 1 / 1000],
    ['us', 1 / 1_000_000],
  ],
  kB: [
    ['TB', 1024 ** 3],
    ['GB', 1024 ** 2],
    ['MB', 1024],
    ['kB', 1],
    ['B', 1 / 1024],
  ],
};

const integerRange = { min: -2_147_483_648, max: 2_147_483_647 };
/** Fractions, exponents and `us` are read from this major version on (facts: postgres-rds 1.3, run on 10 to 18). */
const readsFractions = 12;

/**
 * Reads a value as the server of this major version reads it from SQL, an option or a configuration file: units are
 * case-sensitive, a leading 0 is octal, halves round to even in the base unit (so `500us` of a millisecond parameter is 0, and
 * off). `version: null` reads as PostgreSQL 12 and later do. A 0 that selects the operating system's value stays 0.
 */
export function parsePostgresValue(text: string, spec: ParameterSpec, version: number | null): PostgresValue {
  if (spec.as === 'boolean') return parseBoolean(text);
  const read =
    version === null || version >= readsFractions ? readCurrent(text, spec.unit) : readEarly(text, spec.unit);
  return typeof read === 'number' ? inOurWords(read, spec) : read;
}

/**
 * Reads a value of an RDS parameter group, which is a plain integer in the parameter's unit: RDS refuses `30min`. A formula in
 * braces or of GREATEST, LEAST and SUM is legal, and its value depends on the instance.
 */
export function parseGroupValue(text: string, spec: ParameterSpec): GroupValue {
  if (/^\s*(?:GREATEST|LEAST|SUM)\s*\(/i.test(text) || text.includes('{'))
    return { ok: false, as: 'formula', reason: 'a formula, which RDS computes from the size of the instance' };
  const result = spec.as === 'boolean' ? parseBoolean(text) : readPlain(text, spec);
  return result.ok ? result : { ok: false, as: 'invalid', reason: result.reason };
}

function readPlain(text: string, spec: ParameterSpec): PostgresValue {
  if (/^-?0\d+$/.test(text)) return refused('PostgreSQL reads a leading 0 as octal; write the number without it');
  if (!/^-?\d+$/.test(text))
    return refused(`RDS takes a plain integer here${spec.unit === null ? '' : `, in ${spec.unit}, without a unit`}`);
  const value = Number(text);
  return fits(value) ? inOurWords(value, spec) : refused('it exceeds the integer range');
}

function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

function fits(value: number): boolean {
  return value >= integerRange.min && value <= integerRange.max;
}

/** PostgreSQL 12 and later: `parse_int` with fractions. */
function readCurrent(text: string, base: ParameterSpec['unit']): number | ReturnType<typeof refused> {
  const number = leadingNumber(text);
  if (number === null) return refused('it does not begin with a number');
  if (number.value === null) return refused('it exceeds the integer range');
  const unit = withoutSpace(number.rest);
  if (unit === '') return whole(number.value);
  if (base === null) return refused('it takes a number without a unit');
  const at = units[base].findIndex(([name]) => name === unit);
  const multiplier = units[base][at]?.[1];
  if (multiplier === undefined) return refused(unitReason(base, units[base]));
  const finer = units[base][at + 1]?.[1];
  const value = number.value * multiplier;
  return whole(finer === undefined ? value : roundHalfEven(value / finer) * finer);
}

function whole(value: number): number | ReturnType<typeof refused> {
  const rounded = roundHalfEven(value);
  // `+ 0` turns -0 into 0: a document must not show the difference.
  return fits(rounded) ? rounded + 0 : refused('it exceeds the integer range');
}

/** PostgreSQL 11 and earlier: whole numbers, no `us`, and a unit finer than the base cuts off the rest. */
function readEarly(text: string, base: ParameterSpec['unit']): number | ReturnType<typeof refused> {
  const number = leadingWhole(text);
  if (number === null) return refused('it does not begin with a number');
  if (number.value === null || !fits(number.value)) return refused('it exceeds the integer range');
  const unit = withoutSpace(number.rest);
  if (unit === '') return number.value;
  if (base === null) return refused('it takes a number without a unit');
  const known = units[base].filter(([name]) => name !== 'us');
  const multiplier = known.find(([name]) => name === unit)?.[1];
  if (multiplier === undefined)
    return refused(`${unitReason(base, known)}, and PostgreSQL 11 and older read only whole numbers`);
  const value = multiplier >= 1 ? number.value * multiplier : Math.trunc(number.value / Math.round(1 / multiplier)) + 0;
  return fits(value) ? value : refused('it exceeds the integer range');
}

function unitReason(base: Unit, known: (typeof units)[Unit]): string {
  const names = known.map(([name]) => name).reverse();
  return `what follows the number is none of the units ${names.join(', ')}${base === 'kB' ? '' : ' (case counts)'}`;
}

function withoutSpace(text: string): string {
  return text.replace(/^[ \t\n\v\f\r]+/, '').replace(/[ \t\n\v\f\r]+$/, '');
}

/** The server's range check, then our words. */
function inOurWords(value: number, spec: ParameterSpec): PostgresValue {
  const { min, max } = spec.range;
  if (value < min || value > max)
    return refused(
      `${String(value)}${spec.unit === null ? '' : ` ${spec.unit}`} is outside the valid range (${String(min)} .. ${String(max)})`,
    );
  if (value === 0 && spec.zero === 'off') return { ok: true, value: null };
  if (value === -1 && spec.minusOne === 'off') return { ok: true, value: null };
  return { ok: true, value: spec.as === 'duration' && spec.unit === 'ms' ? value / 1000 : value };
}

/** PostgreSQL takes unique prefixes of the words, in any case. */
function parseBoolean(text: string): PostgresValue {
  const word = text.toLowerCase();
  const begins = (full: string, least: number): boolean => word.length >= least && full.startsWith(word);
  if (word === '1' || begins('true', 1) || begins('yes', 1) || begins('on', 2)) return { ok: true, value: 1 };
  if (word === '0' || begins('false', 1) || begins('no', 1) || begins('off', 2)) return { ok: true, value: 0 };
  return refused('it is none of on, off, true, false, yes, no, 1, 0');
}
