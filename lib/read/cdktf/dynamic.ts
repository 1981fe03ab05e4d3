import type { Json } from '../../core/setting';
import { entries, isObject, items } from '../json';

/** The bodies of `dynamic` blocks, by the name of the block that they make. The syntax takes an object or a list of objects. */
export function dynamicBlocks(dynamic: Json | undefined): ReadonlyMap<string, readonly Json[]> {
  const found = new Map<string, Json[]>();
  for (const one of listed(dynamic)) {
    for (const [name, bodies] of entries(one)) {
      const mine = found.get(name) ?? [];
      mine.push(...listed(bodies));
      found.set(name, mine);
    }
  }
  return found;
}

/** Whether `dynamic` inside a block is Terraform's own, and not a key that somebody chose. */
export function isDynamic(value: Json | undefined): boolean {
  const bodies = [...dynamicBlocks(value).values()].flat();
  return bodies.length > 0 && bodies.every((one) => isObject(one) && 'for_each' in one && 'content' in one);
}

/** What stands for one block or several. */
export function listed(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return items(value);
  return value === undefined || value === null ? [] : [value];
}
