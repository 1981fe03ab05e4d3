import type { PathEntry } from '../../core/configuration';
import type { HopKey, Kind } from '../../core/kind';
import type { ParameterSpec } from '../../core/parameter';
import { table, type Json, type Table } from '../../core/setting';
import { isObject, own, type JsonObject } from '../json';
import { clientKeys, misplacedKeys, type ClientKeys } from './client-keys';
import { inlineForm, inlineHop, type InlineHop } from './inline-hop';
import { listed, mismatch, type Place } from './place';
import { choice, text, whole } from './scalars';
import { byName, byTag, oneName, selectsByTag, type NameSelector, type TagSelector } from './selector';
import type { JsonSchema, Shape } from './shape';
import { unknownKey } from './unknown-key';

type HopSelector = NameSelector | TagSelector | InlineHop;
/** An entry of a path whose inline hop has no id yet. */
export type Entry = Omit<PathEntry, 'select'> & { readonly select: HopSelector };

const port = whole('the port of a listener', 1, 65535);
const endpoint = choice(['reader', 'writer'] as const);
const dbname = text('the name of a database', 'shop');
const besides = {
  port: { ...port.schema, description: 'Narrows a load balancer to the listener of that port.', examples: [5432] },
  endpoint: {
    ...endpoint.schema,
    description: 'Narrows a cluster to its readers or its writer.',
    examples: ['reader'],
  },
  dbname: {
    ...dbname.schema,
    description:
      'The database of the server that sessions are in: what is set for it (ALTER DATABASE, ALTER ROLE ... IN DATABASE) counts.',
    examples: ['shop'],
  },
} as const;
const example = 'alb: aws_lb.public';

/** The keys under which hops stand in a path. */
function hopKeys(kinds: readonly Kind[]): readonly HopKey[] {
  return [...new Set(kinds.flatMap((kind) => (kind.hop === undefined ? [] : [kind.hop.key])))];
}

/**
 * One entry of a path: a bare name, or one key that names the kind of hop, with `port`, `endpoint` or `dbname` beside it, and
 * beside a client what no document shows of it.
 */
export function hopEntry(kinds: readonly Kind[], parameters: Table<ParameterSpec>): Shape<Entry> {
  const keys = hopKeys(kinds);
  const selectors = new Map(keys.map((key) => [key, hopSelector(key, kinds, parameters)]));
  const client = clientKeys(kinds);
  return {
    schema: { anyOf: [oneName.schema, entrySchema(keys, kinds, selectors, client)] },
    read: (value, at) => {
      if (typeof value === 'string') {
        const select = byName.read(value, at);
        return select === undefined ? undefined : { key: null, select, location: at.location() };
      }
      if (!isObject(value)) return at.problem(mismatch(value, 'a hop', example));
      return keyedEntry(value, selectors, client, at);
    },
  };
}

function keyedEntry(
  value: JsonObject,
  selectors: ReadonlyMap<HopKey, Shape<HopSelector>>,
  client: ClientKeys,
  at: Place,
): Entry | undefined {
  const written = Object.entries(value);
  const legal = [...new Set([...selectors.keys(), ...Object.keys(besides), ...Object.keys(client.schemas)])];
  const unknown = written.filter(([name]) => !legal.includes(name));
  for (const [name] of unknown) unknownKey(name, 'a hop', legal, at);
  const kinds = written.filter(([name]) => selectors.has(name) && !narrows(name, value, selectors));
  const [first] = kinds;
  if (kinds.length > 1)
    at.problem(
      `is ${listed(kinds.map(([name]) => name))} at once, and a hop is one resource; write one entry for each`,
    );
  else if (first === undefined && unknown.length === 0)
    at.problem(`does not say what kind of hop it is; write for example \`${example}\``);
  const selected = kinds.map(([name, inner]) => ({ name, select: selectors.get(name)?.read(inner, at.inside(name)) }));
  const beside = readBeside(value, selectors, at);
  const says = client.read(value, at);
  const only = selected[0];
  if (only?.select === undefined || beside === undefined || kinds.length > 1 || unknown.length > 0) return undefined;
  if (misplacedKeys(value, only.name, only.select.by === 'inline', client, at) || says === undefined) return undefined;
  if (beside.dbname !== undefined && only.name !== 'database')
    return at
      .inside('dbname')
      .problem(`is written beside \`${only.name}\`, which holds no databases; write it beside \`database\``);
  return { key: only.name, select: only.select, ...beside, ...says, location: at.location() };
}

/** `endpoint` is a kind of hop too, but beside another kind it narrows that one. */
function narrows(name: string, value: JsonObject, selectors: ReadonlyMap<HopKey, unknown>): boolean {
  if (!Object.hasOwn(besides, name)) return false;
  return !selectors.has(name) || Object.keys(value).some((key) => key !== name && selectors.has(key));
}

function readBeside(
  value: JsonObject,
  selectors: ReadonlyMap<HopKey, unknown>,
  at: Place,
): Pick<Entry, 'port' | 'endpoint' | 'dbname'> | undefined {
  const beside = (name: keyof typeof besides): Json | undefined =>
    narrows(name, value, selectors) ? own(value, name) : undefined;
  const written = { port: beside('port'), endpoint: beside('endpoint'), dbname: beside('dbname') };
  const number = written.port === undefined ? null : port.read(written.port, at.inside('port'));
  const side = written.endpoint === undefined ? null : endpoint.read(written.endpoint, at.inside('endpoint'));
  const name = written.dbname === undefined ? null : dbname.read(written.dbname, at.inside('dbname'));
  if (number === undefined || side === undefined || name === undefined) return undefined;
  return {
    ...(number === null ? {} : { port: number }),
    ...(side === null ? {} : { endpoint: side }),
    ...(name === null ? {} : { dbname: name }),
  };
}

function hopSelector(key: HopKey, kinds: readonly Kind[], parameters: Table<ParameterSpec>): Shape<HopSelector> {
  const form = inlineForm(kinds, key);
  const inline = form === null ? null : inlineHop(key, form, parameters);
  return {
    schema: { anyOf: [byName.schema, byTag.schema, ...(inline === null ? [] : [inline.schema])] },
    read: (value, at) => {
      if (!isObject(value)) return byName.read(value, at);
      if (selectsByTag(value)) return byTag.read(value, at);
      if (inline !== null) return inline.read(value, at);
      return at.problem(
        `is a table without \`tag\`, and \`${key}\` has no inline form; write its name or \`{ tag: { ... } }\``,
      );
    },
  };
}

function entrySchema(
  keys: readonly HopKey[],
  kinds: readonly Kind[],
  selectors: ReadonlyMap<HopKey, Shape<HopSelector>>,
  client: ClientKeys,
): JsonSchema {
  const kindOf = (key: HopKey): readonly [string, JsonSchema] => [
    key,
    { ...selectors.get(key)?.schema, description: describe(key, kinds), examples: ['module.orders'] },
  ];
  const properties = table<JsonSchema>([
    ...keys.map(kindOf),
    ...Object.entries(besides),
    ...Object.entries(client.schemas),
  ]);
  for (const [name, narrowing] of Object.entries(besides)) {
    const hop = selectors.get(name)?.schema;
    const description = `${describe(name, kinds)} Beside another kind: ${narrowing.description}`;
    if (hop !== undefined) properties[name] = { anyOf: [narrowing, hop], description, examples: narrowing.examples };
  }
  const doubles = Object.keys(besides).filter((name) => selectors.has(name));
  const narrowed = table(Object.entries(besides).filter(([name]) => doubles.includes(name)));
  const alone = keys.filter((key) => !doubles.includes(key)).map((key) => ({ required: [key] }));
  return {
    type: 'object',
    additionalProperties: false,
    properties,
    oneOf: [
      ...alone.map((one) => (doubles.length === 0 ? one : { ...one, properties: narrowed })),
      ...doubles.map((key) => ({ required: [key], not: { anyOf: alone } })),
    ],
  };
}

function describe(key: HopKey, kinds: readonly Kind[]): string {
  const titles = [...new Set(kinds.filter((kind) => kind.hop?.key === key).map((kind) => kind.title))];
  return `${titles.join(', ')}. A name, names of it in several sources, tags, or an inline hop where one is described.`;
}
