import { table, type Json } from '../../core/setting';
import { entries, isObject, items, own, type JsonObject } from '../json';
import type { Trail, Where } from './place';

/** One file of a configuration: its data, and where each value of it is written. */
export type Layer = { readonly raw: Json; readonly where: Where };

/** Where a part of merged data comes from. */
type Origin = { readonly at: Trail; readonly where: Where; readonly from: Trail };

/**
 * What a file says on top of the file that it extends: workloads merge by name, their keys one by one (the nearer file wins, a
 * path is replaced whole); defaults, policies and declared facts merge by key; waivers are added; whatever else is replaced. A
 * part that is not of the type that merges is kept as it is, so that it is reported and never hidden.
 */
export function merge(base: Layer, nearer: Layer): Layer {
  if (!isObject(base.raw)) return base;
  if (!isObject(nearer.raw)) return nearer;
  const origins: Origin[] = [];
  const merged = table<Json>();
  for (const key of new Set([...Object.keys(base.raw), ...Object.keys(nearer.raw)])) {
    const far = part(base, key);
    const near = part(nearer, key);
    if (near === null || far === null) {
      const only = near ?? far;
      if (only !== null) merged[key] = keep(only, [key], origins);
    } else merged[key] = mergeKey(key, far, near, origins);
  }
  return { raw: merged, where: (trail) => locate(trail, origins, nearer) };
}

/** A value of one file with its place there. */
type Part = { readonly value: Json; readonly where: Where; readonly from: Trail };

function part({ raw, where }: Layer, key: string): Part | null {
  const value = own(raw, key);
  return value === undefined ? null : { value, where, from: [key] };
}

function inner({ value, where, from }: Part, step: string | number): Part | null {
  const found = typeof step === 'number' ? items(value)[step] : own(value, step);
  return found === undefined ? null : { value: found, where, from: [...from, step] };
}

function keep({ value, where, from }: Part, at: Trail, origins: Origin[]): Json {
  origins.push({ at, where, from });
  return value;
}

/** How deep the tables below a key merge; what is deeper is replaced whole. */
const depths: Readonly<Record<string, number>> = { defaults: 1, policies: 1, declared: 3 };

function mergeKey(key: string, far: Part, near: Part, origins: Origin[]): Json {
  if (key === 'workloads' || key === 'waivers') {
    const wrong = [near, far].find(({ value }) => !Array.isArray(value));
    if (wrong !== undefined) return keep(wrong, [key], origins);
    return key === 'workloads' ? mergeWorkloads(far, near, origins) : join(far, near, key, origins);
  }
  return mergeTables(far, near, [key], Object.hasOwn(depths, key) ? (depths[key] ?? 0) : 0, origins);
}

/** Keys of the nearer file come last, since the last policy that matches wins. */
function mergeTables(far: Part, near: Part, at: Trail, depth: number, origins: Origin[]): Json {
  if (depth === 0) return keep(near, at, origins);
  const wrong = [near, far].find(({ value }) => !isObject(value));
  if (wrong !== undefined) return keep(wrong, at, origins);
  const merged = table<Json>();
  for (const [key] of entries(far.value)) {
    const one = inner(far, key);
    if (one !== null && own(near.value, key) === undefined) merged[key] = keep(one, [...at, key], origins);
  }
  for (const [key] of entries(near.value)) {
    const mine = inner(near, key);
    const other = inner(far, key);
    if (mine === null) continue;
    merged[key] =
      other === null ? keep(mine, [...at, key], origins) : mergeTables(other, mine, [...at, key], depth - 1, origins);
  }
  return merged;
}

function join(far: Part, near: Part, key: string, origins: Origin[]): Json {
  const parts = [far, near].flatMap((list) => items(list.value).flatMap((_, position) => inner(list, position) ?? []));
  return parts.map((one, position) => keep(one, [key, position], origins));
}

function mergeWorkloads(far: Part, near: Part, origins: Origin[]): Json {
  const nearer = items(near.value).flatMap((_, position) => inner(near, position) ?? []);
  const merged: Json[] = [];
  for (const position of items(far.value).keys()) {
    const other = inner(far, position);
    const name = own(other?.value, 'name');
    const mine = typeof name === 'string' ? nearer.findIndex((one) => own(one.value, 'name') === name) : -1;
    const [found] = mine === -1 ? [] : nearer.splice(mine, 1);
    const at = ['workloads', merged.length];
    if (other !== null)
      merged.push(
        found === undefined ? keep(other, at, origins) : mergeTables(withoutWay(other, found), found, at, 1, origins),
      );
    if (found !== undefined) origins.push({ at, where: found.where, from: found.from });
  }
  for (const one of nearer) merged.push(keep(one, ['workloads', merged.length], origins));
  return merged;
}

/** A nearer `path` replaces a `database` further away as well, and the other way round: they exclude each other. */
function withoutWay(far: Part, near: Part): Part {
  const replaced =
    own(near.value, 'path') !== undefined ? 'database' : own(near.value, 'database') !== undefined ? 'path' : null;
  if (replaced === null || !isObject(far.value)) return far;
  const value: JsonObject = table(Object.entries(far.value).filter(([key]) => key !== replaced));
  return { ...far, value };
}

/** By the longest part that holds the place. */
function locate(trail: Trail, origins: readonly Origin[], nearer: Layer): ReturnType<Where> {
  let best: Origin | null = null;
  for (const origin of origins)
    if (origin.at.length > (best?.at.length ?? -1) && origin.at.every((step, depth) => step === trail[depth]))
      best = origin;
  return best === null ? nearer.where(trail) : best.where([...best.from, ...trail.slice(best.at.length)]);
}
