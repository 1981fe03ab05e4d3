import type { Json } from '../../core/setting';
import { isObject, items, own } from '../../read/json';

/** Which fields of an answer are kept. `true`: a scalar, or a list of them; an object: those members, of each element of a list. */
export type Shape = true | { readonly [field: string]: Shape };

/**
 * The part of an answer that is kept, in the answer's own words: nothing that is not named. A field that is absent, or of
 * another form than it is named with, is absent.
 */
export function shaped(value: Json | undefined, shape: Shape): Json | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return items(value).flatMap((item) => shaped(item, shape) ?? []);
  if (shape === true) return typeof value === 'object' ? undefined : value;
  if (!isObject(value)) return undefined;
  const kept = Object.entries(shape).flatMap(([field, inner]) => {
    const part = shaped(own(value, field), inner);
    return part === undefined ? [] : [[field, part] as const];
  });
  return Object.fromEntries(kept);
}

/** The members that a list of scalars or objects is named with: `fields('Key', 'Value')`. */
export function fields(...names: readonly string[]): { readonly [field: string]: true } {
  return Object.fromEntries(names.map((name) => [name, true] as const));
}
