import { familyOf } from '../../core/engine-version';
import type { Kind } from '../../core/kind';
import type { ParameterSpec } from '../../core/parameter';
import { parseGroupValue } from '../../core/postgres-value';
import { table, type Json, type Table } from '../../core/setting';
import { literal, plain, unset, type Evaluated } from '../evaluated/value';
import { isObject, own, textOf, type JsonObject } from '../json';

/** How kinds describe a parameter group of an account, and the parameters that are judged. */
export type GroupForm = {
  readonly rows: string;
  readonly name: string;
  readonly family: string;
  readonly parameters: Table<ParameterSpec>;
};

/** By the type of the group. */
export function groupForms(kinds: readonly Kind[]): ReadonlyMap<string, GroupForm> {
  const parameters = table(kinds.flatMap(({ session }) => Object.entries(session?.parameters ?? {})));
  return new Map(
    kinds.flatMap(({ account, group, settings }) => {
      const rows = group && settings[group.parameters]?.account;
      const family = group && settings[group.family]?.account;
      const [name] = account?.names ?? [];
      return rows === undefined || family === undefined || name === undefined
        ? []
        : (account?.types ?? []).map((type) => [type, { rows, name, family, parameters }] as const);
    }),
  );
}

/**
 * Whether a group is one that AWS keeps and nobody can change, and says nothing but the documented defaults: everything that
 * names it is right without it, as in the documents of other sources, which have no such groups.
 */
export function isPlainDefault(answer: JsonObject, form: GroupForm): boolean {
  if (textOf(own(answer, form.name))?.startsWith('default.') !== true) return false;
  const rows = rowsThatSay(own(answer, form.rows) ?? [], answer, form);
  return (
    rows.is === 'list' &&
    rows.items.every((row) => row.is === 'object' && plain(row.entries.ParameterValue ?? unset) === null)
  );
}

/**
 * The rows of a group as far as they say more than the documented defaults. Only what a user set overrides a weaker level
 * ("any configuration values that you modify in the DB cluster parameter group override default values in the DB parameter
 * group", facts: postgres-rds 2.3), so a row of AWS's own (`Source` is `engine-default` or `system`) is none where it repeats
 * the default, and one that may hold or not where it does not: which level's default then runs, no source says.
 */
export function rowsThatSay(rows: Json, answer: JsonObject, form: GroupForm): Evaluated {
  if (!Array.isArray(rows)) return literal(rows);
  const flavour = familyOf(textOf(own(answer, form.family)) ?? '')?.flavour;
  return { is: 'list', items: (rows as readonly Json[]).map((row) => rowThatSays(row, form.parameters, flavour)) };
}

function rowThatSays(row: Json, parameters: Table<ParameterSpec>, flavour: 'rds' | 'aurora' | undefined): Evaluated {
  const read = literal(row);
  const source = own(row, 'Source');
  if (!isObject(row) || read.is !== 'object' || (source !== 'engine-default' && source !== 'system')) return read;
  const [name, text] = [own(row, 'ParameterName'), textOf(own(row, 'ParameterValue'))];
  const spec = typeof name === 'string' ? parameters[name.toLowerCase()] : undefined;
  const says = spec !== undefined && text !== undefined && !repeatsDefault(text, spec, flavour);
  const value: Evaluated = says
    ? {
        is: 'choice',
        of: [{ is: 'value', value: text }, unset],
        why: `is ${text.slice(0, 60)} as its default in the account, where another default is documented`,
        settles: 'read what runs from the catalog, with `--postgres`',
      }
    : unset;
  return { is: 'object', entries: table([...Object.entries(read.entries), ['ParameterValue', value]]) };
}

function repeatsDefault(
  text: string,
  { defaults, ...spec }: ParameterSpec,
  flavour: 'rds' | 'aurora' | undefined,
): boolean {
  const value = parseGroupValue(text, { defaults, ...spec });
  const flavours = flavour === undefined ? (['rds', 'aurora'] as const) : [flavour];
  return value.ok && flavours.some((one) => defaults[one].value === value.value);
}
