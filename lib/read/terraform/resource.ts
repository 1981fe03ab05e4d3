import type { Change } from '../../core/fact';
import type { Json } from '../../core/setting';
import type { JsonObject } from '../json';
import { keyText, configurationPath, type ModuleStep } from './traversal';

/** One instance of a resource as a document shows it, whether from a plan's row or from a state. */
export type Resource = {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  /** `null` for a single resource. */
  readonly index: string | number | null;
  readonly modules: readonly ModuleStep[];
  readonly values: JsonObject;
  /** Mirrors `values`: `true` where a value is known only after apply. */
  readonly unknown: Json;
  /** Mirrors `values`: `true` where a value is sensitive. */
  readonly sensitive: Json;
  /** JSON pointer to the row. */
  readonly pointer: string;
  /** JSON pointer to `values`. */
  readonly valuesPointer: string;
  /** `false` for what references may lead to but no fact is made of: data sources that apply reads. */
  readonly judged: boolean;
  readonly change?: { readonly action: Change['action']; readonly before: Json; readonly sensitive: Json };
};

/** The key of the block that made a resource: all its instances, and those of all instances of its module, share it. */
export function blockOf(resource: Pick<Resource, 'mode' | 'type' | 'name' | 'modules'>): string {
  return blockKey(configurationPath(resource.modules), resource.mode, resource.type, resource.name);
}

export function blockKey(path: string, mode: 'managed' | 'data', type: string, name: string): string {
  return `${path}${mode}.${type}.${name}`;
}

/** The key of one instance inside its module instance. */
export function indexText(resource: Resource): string {
  return keyText(resource.index);
}
