import type { Declared, PolicyLevel, Waiver, Workload, Scope } from '../../core/configuration';
import { matchesGlob } from '../../core/glob';
import type { Kind } from '../../core/kind';
import { table, type Json, type Table } from '../../core/setting';
import { isObject, items, own } from '../json';
import { hopEntry } from './hop';
import { knownParameters, parameterTable } from './parameters';
import { quoted, shown, type Place } from './place';
import { defaults, scope } from './promises';
import { prose, text } from './scalars';
import { list, object, tableOf, type Key, type Shape } from './shape';
import { level, unknownPolicy, waiver } from './waiver';
import { workload, type Defaults } from './workload';

/** What the definition depends on: the kinds of hop, the ids of all policies, and the defaults of the file that is read. */
export type Context = {
  readonly kinds: readonly Kind[];
  readonly policies: readonly string[];
  /** What the policies are about, by id: editors show it. */
  readonly titles?: Table<string>;
  readonly defaults: Defaults;
};

/** The one definition of `holdfast.yaml`: it validates, and the published schema is made of it. */
export function definition({ kinds, policies, titles = table(), defaults: inherited }: Context): Shape<{
  readonly workloads: readonly Workload[] | undefined;
  readonly policies: readonly PolicyLevel[] | undefined;
  readonly declared: Declared | undefined;
  readonly waivers: readonly Waiver[] | undefined;
  readonly scope: Scope | undefined;
}> {
  const parameters = knownParameters(kinds);
  return object('the configuration', {
    $schema: {
      shape: text('the address of the schema', schemaFile),
      description: 'The schema, for editors.',
      example: schemaFile,
    },
    version: {
      shape: version,
      description: 'The version of this format.',
      example: 1,
      required: 'so its format is not known',
    },
    extends: {
      shape: extended,
      description: 'Local files that this one builds on, relative to it. Workloads merge by name; what is nearer wins.',
      example: '../holdfast.yaml',
    },
    defaults: {
      shape: defaults,
      description: 'What holds for each workload that does not say otherwise.',
      example: { headroom: '10s' },
    },
    policies: {
      shape: levels(policies, titles),
      description: 'The level of policies, by name or glob; the last match wins.',
      example: { 'statement-timeout-is-set-per-role': 'info' },
    },
    declared: {
      shape: declared(parameters),
      description: 'Facts that live outside every source. Anything read wins over them.',
      example: { roles: { app_user: { statement_timeout: '45s' } } },
    },
    workloads: {
      shape: workloads(workload(hopEntry(kinds, parameters), inherited)),
      description: 'Who queries, what was promised, over which path.',
      example: [{ name: 'checkout-api', maxQueryDuration: '30s' }],
    },
    waivers: {
      shape: list(waiver(policies), 'a list of waivers', '[]'),
      description: 'Findings that are excused for a time.',
      example: [],
    },
    scope: {
      shape: scope,
      description: 'Limits which documents and resources are meant.',
      example: { source: 'prod/orders/**' },
    },
  } satisfies Record<string, Key<unknown>>);
}

const schemaFile = './node_modules/holdfast/schema/configuration.schema.json';

const version: Shape<1> = {
  schema: { const: 1 },
  read: (value, at) =>
    value === 1 ? 1 : at.problem(`is ${shown(value)}, and this version of Holdfast reads 1; write \`version: 1\``),
};

const file = prose('the path of a local file', '../holdfast.yaml');
const files = list(file, 'a list of local files', '[../holdfast.yaml]');

/** Whoever loads the file follows `extends` and takes it out, so what is left here was not followed. */
const extended: Shape<never> = {
  schema: { anyOf: [file.schema, files.schema] },
  read: (value, at) => {
    const read = Array.isArray(value) ? files.read(value, at) : file.read(value, at);
    if (read !== undefined)
      at.problem('names another file, which cannot be followed here; load the configuration from its file');
    return undefined;
  },
};

function levels(known: readonly string[], titles: Table<string>): Shape<readonly PolicyLevel[]> {
  const values = tableOf(level, 'a table of policies and their levels', '{ statement-timeout-is-set-per-role: info }');
  const described = Object.entries(titles).map(
    ([policy, title]) => [policy, { ...level.schema, description: `${title}.`, examples: ['info'] }] as const,
  );
  return {
    schema: { ...values.schema, ...(described.length === 0 ? {} : { properties: table(described) }) },
    read: (value, at) => {
      const read = values.read(value, at);
      const unknown = Object.keys(isObject(value) ? value : {}).filter(
        (name) => !known.some((policy) => matchesGlob(name, policy)),
      );
      for (const name of unknown) at.inside(name).problem(unknownPolicy(name, known));
      if (read === undefined || unknown.length > 0) return undefined;
      return Object.entries(read).map(([policy, set]) => ({
        policy,
        level: set,
        location: at.inside(policy).location(),
      }));
    },
  };
}

function declared(parameters: ReturnType<typeof knownParameters>): Shape<Declared> {
  const roles = tableOf(
    parameterTable(parameters, 'session'),
    'a table of roles',
    '{ app_user: { statement_timeout: 45s } }',
  );
  const groups = tableOf(
    parameterTable(parameters, 'group'),
    'a table of parameter groups',
    '{ orders-pg16: { statement_timeout: 0 } }',
  );
  const fields = object('`declared`', {
    roles: {
      shape: roles,
      description: 'PostgreSQL parameters of login roles, by the name of the role.',
      example: { app_user: { statement_timeout: '45s' } },
    },
    parameterGroups: {
      shape: groups,
      description: 'PostgreSQL parameters of parameter groups, by the name of the group.',
      example: { 'orders-pg16': { statement_timeout: 0 } },
    },
  });
  return {
    schema: fields.schema,
    read: (value, at) => {
      const read = fields.read(value, at);
      return read && { roles: read.roles ?? table(), parameterGroups: read.parameterGroups ?? table() };
    },
  };
}

function workloads(one: Shape<Workload>): Shape<readonly Workload[]> {
  const all = list(one, 'a list of workloads', '[{ name: checkout-api, maxQueryDuration: 30s }]', 1);
  return {
    schema: all.schema,
    read: (value, at) => {
      const read = all.read(value, at);
      return namedOnce(value, at) ? read : undefined;
    },
  };
}

/** Looks at the names as written, so that a workload with other mistakes still counts. */
function namedOnce(value: Json, at: Place): boolean {
  const seen = new Map<string, number>();
  let once = true;
  for (const [position, item] of items(value).entries()) {
    const name = own(item, 'name');
    if (typeof name !== 'string') continue;
    const before = seen.get(name);
    if (before === undefined) seen.set(name, position);
    else {
      once = false;
      at.inside(position)
        .inside('name')
        .problem(`is ${quoted(name)} like that of workload ${String(before + 1)}; give each its own name`);
    }
  }
  return once;
}
