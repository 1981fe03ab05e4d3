import type { Json } from '../core/setting';

export type JsonObject = { readonly [key: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member that the document itself wrote, never one of `Object.prototype`: `constructor` and `__proto__` are legal keys. */
export function own(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The elements of an array; none for anything else. */
export function items(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The entries that the document wrote; none for anything but an object. */
export function entries(value: Json | undefined): readonly (readonly [string, Json])[] {
  return isObject(value) ? Object.entries(value) : [];
}

/** The string, or `undefined` for anything else and for the empty string: after an apply providers write `""` for "not set". */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * Whether a mask (`after_unknown`, `after_sensitive`) marks anything. Known containers appear in masks as `{}`, `[]` or
 * `[false]`, so only a literal `true` counts. Written without recursion, since a document decides how deep a mask is.
 */
export function marks(mask: Json | undefined): boolean {
  const pending: (Json | undefined)[] = [mask];
  while (pending.length > 0) {
    const next = pending.pop();
    if (next === true) return true;
    if (typeof next !== 'object' || next === null) continue;
    for (const inner of Object.values(next)) if (inner === true || typeof inner === 'object') pending.push(inner);
  }
  return false;
}

/** Whether two values are equal, whatever the order of keys. Written without recursion, like {@link marks}. */
export function sameJson(one: Json, other: Json): boolean {
  const pending: (readonly [Json | undefined, Json | undefined])[] = [[one, other]];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length || !keys.every((key) => Object.hasOwn(b, key))) return false;
    for (const key of keys) pending.push([(a as JsonObject)[key], (b as JsonObject)[key]]);
  }
  return true;
}

/** A JSON pointer (RFC 6901) to a place below another. */
export function pointerTo(base: string, ...segments: readonly (string | number)[]): string {
  return base + segments.map((segment) => `/${String(segment).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}
