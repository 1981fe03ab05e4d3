import type { InlineKey, Kind } from '../../core/kind';
import type { ParameterSpec } from '../../core/parameter';
import { known, table, type Json, type Table } from '../../core/setting';
import { linuxKeepalive } from '../../kinds/_keepalive';
import { isObject, own } from '../json';
import { connectionString } from './client-keys';
import { keepalive as keepaliveShape } from './keepalive';
import { parameterTable } from './parameters';
import { amount, choice, flag, limit, text } from './scalars';
import type { Key, Shape } from './shape';

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
    connection: 'postgresql:///?keepalives_idle=60',
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
    case 'connection':
      return connection(name);
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

function keepalive(name: string): Shape<readonly Declared[]> {
  return {
    schema: keepaliveShape.schema,
    read: (raw, at) => {
      const read = keepaliveShape.read(raw, at);
      if (read === undefined) return undefined;
      if (!read.on) return noKeepalive(name, String(raw));
      const text = isObject(raw) ? null : String(raw);
      return (['idle', 'interval', 'count'] as const).map((time): Declared => {
        const setting = `keepalive_${time}`;
        const value = read[time];
        return value === null
          ? { setting, ...linuxKeepalive[time], attribute: name, text }
          : { setting, value, attribute: `${name}.${time}`, text: String(own(raw, time)) };
      });
    },
  };
}

/** Declared to send no probes. */
export function noKeepalive(name: string, text: string | null): readonly Declared[] {
  return [{ setting: 'keepalive_idle', value: null, attribute: name, text }];
}

/** Declared beside a driver: the times that were not written are the driver's, and after it the operating system's. */
export function leftToDriver(declared: Declared): readonly Declared[] {
  if (declared.cite === undefined || !declared.setting.startsWith('keepalive_')) return [declared];
  const { attribute, text } = declared;
  return declared.setting === 'keepalive_idle' ? [{ setting: 'keepalive_on', value: true, attribute, text }] : [];
}

/** A connection string, of which only what is no secret is kept. */
function connection(name: string): Shape<readonly Declared[]> {
  return {
    schema: connectionString.schema,
    read: (raw, at) => {
      const read = connectionString.read(raw, at);
      return read && [{ setting: 'connections', value: [read], attribute: name, text: null }];
    },
  };
}
