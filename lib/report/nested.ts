import { table, type Json } from '../core/setting';
import { pathSteps, type PathStep } from '../core/spelled';

type JsonObject = { readonly [key: string]: Json };

/** How a language names the members of a path, and which of them it takes as a list of blocks. */
export type Naming = { readonly name: (member: string) => string; readonly isList: (member: string) => boolean };

/**
 * A value at a spelled path (core/kind `Spelled`), its parents around it: `A.B` is `{ A: { B: value } }`, and
 * `List[Key=name].Value` is `{ List: [{ Key: 'name', Value: 'value' }] }`, whose value is always a text.
 */
export function nested(path: string, value: Json, naming: Naming): JsonObject {
  const [first = { name: path, where: [] }, ...rest] = pathSteps(path);
  return around(first, rest, value, naming);
}

/** A value as a list of keys and values, or a parameter group, holds it. */
export function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function around(
  { name, where }: PathStep,
  [next, ...rest]: readonly PathStep[],
  value: Json,
  naming: Naming,
): JsonObject {
  const leaf = where.length === 0 ? value : textOf(value);
  const inner = next === undefined ? leaf : around(next, rest, leaf, naming);
  if (where.length === 0) return table([[naming.name(name), naming.isList(name) ? [inner] : inner]]);
  const keys = where.map(({ key, value: text }): [string, Json] => [naming.name(key), text]);
  const element = table<Json>([...keys, ...Object.entries(inner as JsonObject)]);
  return table<Json>([[naming.name(name), [element]]]);
}
