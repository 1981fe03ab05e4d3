import type { Json } from '../../core/setting';
import { own } from '../json';
import type { Configured } from './configuration';
import type { Inventory } from './inventory';
import type { Resource } from './resource';
import type { ModuleStep, Part } from './traversal';

/** Whose `each` and `count` an expression speaks of: a resource instance, or the module call on the way to it. */
export type Self = { readonly forEach: Json | undefined; readonly key: ModuleStep['key'] };

/** An expression where it stands. */
export type Place = {
  readonly expression: Json;
  readonly modules: readonly ModuleStep[];
  readonly self: Self | null;
};

/** A resource that an expression refers to, through variables and outputs. `attribute` is `null` where it means the whole. */
export type ReachedResource = {
  readonly reference: string;
  readonly instances: readonly Resource[];
  readonly attribute: string | null;
  readonly collection: boolean;
};

/** Where a reference leads out of the document: a local value, or something that the configuration does not hold. */
export type DeadEnd = {
  readonly reference: string;
  readonly modules: readonly ModuleStep[];
  readonly collection: boolean;
};

/**
 * Everything that an expression refers to in the end. `collection`: reached through a map or object, of which the document
 * lists the references of all elements together. What is known but not shown (a function of literals) is nowhere in here.
 */
export type Reached = {
  readonly resources: readonly ReachedResource[];
  readonly constants: readonly Json[];
  readonly deadEnds: readonly DeadEnd[];
};

/** What the walk needs of a document. */
export type Terrain = { readonly configured: Configured; readonly inventory: Inventory };

/** What is taken of the value: attribute names and keys. */
export type Path = readonly (string | number)[];
/** One expression still to be followed. */
export type Item = Place & { readonly path: Path; readonly collection: boolean };

/** What one reference leads to next; all absent for what is known but not shown. */
export type Found = {
  readonly items?: readonly Item[];
  readonly constants?: readonly Json[];
  readonly resource?: Omit<ReachedResource, 'reference'>;
};

/** The steps of a reference from a place on, as a path into a value. */
export function rest(parts: readonly Part[], from: number): Path {
  return parts.slice(from).flatMap((part) => (part.is === 'name' ? [part.name] : part.is === 'key' ? [part.key] : []));
}

/** The value at a path; `null` where there is none, as `try` and optional attributes give it. */
export function taken(value: Json, path: Path): Json {
  return path.reduce<Json>((inner, step) => {
    if (Array.isArray(inner)) return (inner as readonly Json[])[Number(step)] ?? null;
    return own(inner, String(step)) ?? null;
  }, value);
}
