import { table, type Json } from '../core/setting';

type Step = { readonly name: string; readonly where: { readonly key: string; readonly value: string } | null };
type JsonObject = { readonly [key: string]: Json };

/** How a language names the members of a path, and which of them it takes as a list of blocks. */
export type Naming = { readonly name: (member: string) => string; readonly isList: (member: string) => boolean };

/**
 * A value at a spelled path (core/kind `Spelled`), its parents around it: `A.B` is `{ A: { B: value } }`, and
 * `List[Key=name].Value` is `{ List: [{ Key: 'name', Value: 'value' }] }`, whose value is always a text.
 */
export function nested(path: string, value: Json, naming: Naming): JsonObject {
  const [first = { name: path, where: null }, ...rest] = stepsOf(path);
  return around(first, rest, value, naming);
}

/** A value as a list of keys and values, or a parameter group, holds it. */
export function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function around({ name, where }: Step, [next, ...rest]: readonly Step[], value: Json, naming: Naming): JsonObject {
  const leaf = where === null ? value : textOf(value);
  const inner = next === undefined ? leaf : around(next, rest, leaf, naming);
  if (where === null) return table([[naming.name(name), naming.isList(name) ? [inner] : inner]]);
  const element = table<Json>([[naming.name(where.key), where.value], ...Object.entries(inner as JsonObject)]);
  return table<Json>([[naming.name(name), [element]]]);
}

/** Dots in brackets belong to the key. */
function stepsOf(path: string): readonly Step[] {
  return (path.match(/[^.[\]]+(?:\[[^\]]*\])?/g) ?? []).map((text) => {
    const [, name = text, key, value] = /^([^[]+)\[([^=]*)=(.*)\]$/.exec(text) ?? [];
    return { name, where: key === undefined || value === undefined ? null : { key, value } };
  });
}
