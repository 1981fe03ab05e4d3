import type { InlineKey, Kind } from '../../core/kind';
import type { ParameterSpec } from '../../core/parameter';
import { known, table, type Json, type Table } from '../../core/setting';
import { isObject } from '../json';
import { mismatch, type Place } from './place';
import { parameterTable } from './parameters';
import { amount, choice, flag, limit, text, whole, wholeSeconds } from './scalars';
import { object, type Key, type Shape } from './shape';

/** One setting that an inline hop declares, or that follows from what it declares. */
export type Declared = {
  readonly setting: string;
  readonly value: Json;
  /** The key that says it, and the value as it was written there. */
  readonly attribute: string;
  readonly text: string | null;
  /** Set where the number is not the user's. */
  readonly cite?: string;
};

/** The key of an inline hop as a definition, reading to the settings that it declares. */
export function inlineKey(
  name: string,
  key: InlineKey,
  kind: Kind,
  parameters: Table<ParameterSpec>,
): Key<readonly Declared[]> {
  return { shape: shapeOf(name, key, kind, parameters), description: key.description, example: exampleOf(key) };
}

function exampleOf(key: InlineKey): Json {
  if (key.choices?.[0] !== undefined) return key.choices[0];
  const examples: Record<InlineKey['as'], Json> = {
    duration: '5m',
    number: 10,
    text: 'text',
    boolean: true,
    settings: { statement_timeout: '30s' },
    keepalive: { idle: '60s', interval: '10s', count: 6 },
  };
  return examples[key.as];
}

function shapeOf(
  name: string,
  key: InlineKey,
  kind: Kind,
  parameters: Table<ParameterSpec>,
): Shape<readonly Declared[]> {
  const range = kind.settings[key.setting]?.range;
  switch (key.as) {
    case 'duration':
      return single(name, key, limit(range, zeroIsOff(key, kind)));
    case 'number':
      return single(name, key, amount(range));
    case 'text':
      return single(name, key, key.choices === undefined ? text('text', 'text') : choice(key.choices));
    case 'boolean':
      return single(name, key, flag);
    case 'settings':
      return single(name, key, parameterTable(parameters, 'session'));
    case 'keepalive':
      return keepalive(name);
  }
}

/** Whether the kind takes 0 as off (PgBouncer, PostgreSQL): where nobody says so, 0 is no answer. */
function zeroIsOff(key: InlineKey, kind: Kind): boolean {
  const fixed = kind.settings[key.setting]?.fixed?.(table([[key.setting, known(0)]]));
  return fixed?.value === null;
}

function single(name: string, key: InlineKey, shape: Shape<Json>): Shape<readonly Declared[]> {
  return {
    schema: shape.schema,
    read: (raw, at) => {
      const value = shape.read(raw, at);
      return value === undefined ? undefined : [{ setting: key.setting, value, attribute: name, text: written(raw) }];
    },
  };
}

function written(raw: Json): string {
  if (!isObject(raw)) return String(raw);
  return Object.entries(raw)
    .map(([name, value]) => `${name} = ${String(value)}`)
    .join(', ');
}

/** What Linux does where a program turns keepalive on and sets no times (facts: aws-network 5, "Linux defaults"). */
const linux = { idle: 7200, interval: 75, count: 9 } as const;
const cite =
  'https://www.kernel.org/doc/html/latest/networking/ip-sysctl.html (tcp_keepalive_time 2 hours, _intvl 75, _probes 9)';
/** Linux refuses longer times (facts: postgres-rds 1.3, tcp_keepalives_idle > 32767; net/ipv4/tcp.c, MAX_TCP_KEEPIDLE, MAX_TCP_KEEPCNT). */
const longest = 32767;
const mostProbes = 127;

const example = '{ idle: 60s, interval: 10s, count: 6 }';
const times = object('`keepalive`', {
  idle: {
    shape: wholeSeconds(1, longest),
    description: 'Silence before the first probe. Default: 7200s (Linux).',
    example: '60s',
  },
  interval: {
    shape: wholeSeconds(1, longest),
    description: 'Time between probes. Default: 75s (Linux).',
    example: '10s',
  },
  count: {
    shape: whole('a number of probes', 1, mostProbes),
    description: 'Unanswered probes that end the connection. Default: 9 (Linux).',
    example: 6,
  },
});

function keepalive(name: string): Shape<readonly Declared[]> {
  return {
    schema: { anyOf: [times.schema, { type: 'boolean' }, { const: 'system' }] },
    read: (raw, at) => {
      if (raw === false) return noKeepalive(name, 'false');
      if (raw === true || raw === 'system') return probes(name, {}, String(raw));
      if (!isObject(raw)) return at.problem(mismatch(raw, 'a keepalive', example));
      return timesOf(name, raw, at);
    },
  };
}

/** Declared to send no probes. */
export function noKeepalive(name: string, text: string | null): readonly Declared[] {
  return [{ setting: 'keepalive_idle', value: null, attribute: name, text }];
}

function timesOf(name: string, raw: { readonly [key: string]: Json }, at: Place): readonly Declared[] | undefined {
  const read = times.read(raw, at);
  return read === undefined ? undefined : probes(name, read, null, raw);
}

type Times = { readonly [time in keyof typeof linux]?: number | undefined };

function probes(
  name: string,
  times: Times,
  text: string | null,
  raw: { readonly [key: string]: Json } = {},
): readonly Declared[] {
  return (['idle', 'interval', 'count'] as const).map((time): Declared => {
    const setting = `keepalive_${time}`;
    const value = times[time];
    return value === undefined
      ? { setting, value: linux[time], attribute: name, text, cite }
      : { setting, value, attribute: `${name}.${time}`, text: String(raw[time]) };
  });
}
