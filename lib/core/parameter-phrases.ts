import type { Graph } from './graph';
import type { Node } from './node';
import type { ParameterSpec } from './parameter';
import { clip, code } from './phrases';
import { parsePostgresValue } from './postgres-value';
import { table, type Table } from './setting';

/** What a database knows of PostgreSQL parameters; nothing for what is no database. */
export function parametersOf(database: Node | undefined): Table<ParameterSpec> {
  return database?.kind.session?.parameters ?? table();
}

/** What the databases in view know of PostgreSQL parameters; nothing where none is in view. */
export function parametersIn(graph: Graph): Table<ParameterSpec> {
  return table(Object.values(graph.nodes).flatMap((node) => Object.entries(parametersOf(node))));
}

/** What a parameter takes, as messages show it: `an integer from 0 to 2147483647 in ms`. */
export function rangeText({ range, unit }: ParameterSpec): string {
  return `an integer from ${String(range.min)} to ${String(range.max)}${unit === null ? '' : ` in ${unit}`}`;
}

/**
 * A duration with its unit (`30min`) as a plain number in the parameter's own unit, which a parameter group takes. `null` for
 * what is no duration, and for a number without a unit: that says nothing of what was meant. `major` is that of PostgreSQL.
 */
export function inOwnUnit(text: string, spec: ParameterSpec, major: number | null): string | null {
  const parsed = /[a-z]\s*$/.test(text) && spec.as === 'duration' ? parsePostgresValue(text, spec, major) : null;
  if (parsed === null || !parsed.ok) return null;
  return String(Math.round((parsed.value ?? 0) * (spec.unit === 'ms' ? 1000 : 1)));
}

/** A parameter's value as it was written, in a sentence; `undefined`: it is not set. */
export function writtenValue(text: string | undefined): string {
  return text === undefined ? 'not set' : code(clip(text));
}

/** The statement that gives a role a value of a parameter, or takes it away (`undefined`). */
export function alterRole(role: string, parameter: string, text: string | undefined): string {
  const change = text === undefined ? `RESET ${parameter}` : `SET ${parameter} = '${text}'`;
  return `ALTER ROLE "${role.replace(/"/g, '""')}" ${change}`;
}
