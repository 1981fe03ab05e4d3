import { parseDuration } from '../../core/duration';
import type { Kind } from '../../core/kind';
import type { ParameterSpec } from '../../core/parameter';
import { rangeText } from '../../core/parameter-phrases';
import { parseGroupValue, parsePostgresValue } from '../../core/postgres-value';
import { table, type Json, type Table } from '../../core/setting';
import { closest } from '../../core/did-you-mean';
import { isObject } from '../json';
import { mismatch, quoted, shown, type Place } from './place';
import type { JsonSchema, Shape } from './shape';

/** Who reads the values: a session (`SET`, a role, a startup packet) takes units, a parameter group of RDS only plain numbers. */
type Reader = 'session' | 'group';

/** The PostgreSQL parameters that some kind knows, by name. */
export function knownParameters(kinds: readonly Kind[]): Table<ParameterSpec> {
  return table(kinds.flatMap((kind) => Object.entries(kind.session?.parameters ?? {})));
}

/**
 * PostgreSQL parameters and their values, as the text that the reader takes. A duration that PostgreSQL would not understand
 * (`5m`, `1h30m`) is written as it does; a number is in the parameter's own unit, as in SQL. Names are in lower case, since
 * their case does not count.
 */
export function parameterTable(known: Table<ParameterSpec>, reader: Reader): Shape<Table<string>> {
  return {
    schema: {
      type: 'object',
      properties: table(Object.values(known).map((spec) => [spec.name, describe(spec, reader)])),
      additionalProperties: anyValue,
    },
    read: (value, at) => {
      if (!isObject(value))
        return at.problem(mismatch(value, 'a table of PostgreSQL parameters', '{ statement_timeout: 30s }'));
      const values = table<string>();
      let sound = true;
      for (const [written, raw] of Object.entries(value)) {
        const place = at.inside(written);
        const name = written.toLowerCase();
        const text = isKnownName(name, known, place) ? parameterText(raw, known[name], reader, place) : undefined;
        if (values[name] !== undefined)
          place.problem('is written twice, as the case of its name does not count; keep one');
        if (text === undefined || values[name] !== undefined) sound = false;
        else values[name] = text;
      }
      return sound ? values : undefined;
    },
  };
}

const anyValue: JsonSchema = { type: ['string', 'number', 'boolean'] };

/** For editors: what the parameter takes. */
function describe(spec: ParameterSpec, reader: Reader): JsonSchema {
  const { as, unit, since, zero } = spec;
  const off = zero === 'off' ? '0 is off.' : zero === 'system' ? '0 leaves it to the operating system.' : '';
  const takes =
    as === 'duration' && reader === 'session' ? `A duration, or ${rangeText(spec)}.` : `Takes ${rangeText(spec)}.`;
  const description = [takes, off, since > oldest ? `From PostgreSQL ${String(since)} on.` : ''];
  return {
    ...anyValue,
    description: description.filter((part) => part !== '').join(' '),
    examples: [
      as === 'boolean' ? 'on' : as === 'count' ? 3 : reader === 'session' ? '30s' : unit === 's' ? 30 : 30_000,
    ],
  };
}

/** No version that anybody runs lacks what came before this one. */
const oldest = 10;

/**
 * Any parameter of PostgreSQL is legal, so only what looks like a typing error of one that matters here is refused. Two errors
 * at most: `deadlock_timeout` is no misspelt `lock_timeout`.
 */
function isKnownName(name: string, known: Table<ParameterSpec>, at: Place): boolean {
  const near = known[name] === undefined ? closest(name, Object.keys(known), 2) : null;
  if (near === null) return true;
  at.problem(`is no parameter that is looked at, so it would do nothing; did you mean \`${near}\`?`);
  return false;
}

function parameterText(raw: Json, spec: ParameterSpec | undefined, reader: Reader, at: Place): string | undefined {
  if (typeof raw === 'boolean') return accepted(raw ? 'on' : 'off', spec, reader, at);
  if (typeof raw === 'number' && Number.isFinite(raw)) return accepted(String(raw), spec, reader, at);
  if (typeof raw === 'string') return accepted(raw, spec, reader, at);
  return at.problem(`is ${shown(raw)}, where the value of a parameter is expected; write for example \`30s\``);
}

function accepted(text: string, spec: ParameterSpec | undefined, reader: Reader, at: Place): string | undefined {
  if (spec === undefined) return text;
  const reason = refusal(text, spec, reader);
  if (reason === null) return text;
  const translated = spec.as === 'duration' ? inPostgresWords(text, spec, reader) : null;
  if (translated !== null && refusal(translated, spec, reader) === null) return translated;
  return at.problem(`is ${quoted(text)}, which ${reader === 'group' ? 'RDS' : 'PostgreSQL'} refuses: ${reason}`);
}

function refusal(text: string, spec: ParameterSpec, reader: Reader): string | null {
  if (reader === 'session') {
    const parsed = parsePostgresValue(text, spec, null);
    return parsed.ok ? null : parsed.reason;
  }
  const parsed = parseGroupValue(text, spec);
  return parsed.ok || parsed.as === 'formula' ? null : parsed.reason;
}

/** A duration of ours as PostgreSQL reads it, or `null` where it is none that the unit can express. */
function inPostgresWords(text: string, spec: ParameterSpec, reader: Reader): string | null {
  const parsed = parseDuration(text);
  if (!parsed.ok) return null;
  const { seconds } = parsed;
  if (reader === 'session') return Number.isInteger(seconds) ? `${String(seconds)}s` : `${String(seconds * 1000)}ms`;
  const inUnit = spec.unit === 'ms' ? seconds * 1000 : seconds;
  return Number.isInteger(inUnit) ? String(inUnit) : null;
}
