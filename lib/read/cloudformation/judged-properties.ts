import type { Kind } from '../../core/kind';
import { outermost } from '../../core/spelled';

/** The properties, by the type of the resource, that kinds read something from. */
export function judgedProperties(kinds: readonly Kind[]): ReadonlyMap<string, ReadonlySet<string>> {
  const judged = new Map<string, Set<string>>();
  for (const { cloudformation, settings, links } of kinds) {
    if (cloudformation === undefined) continue;
    const paths = [...Object.values(settings), ...Object.values(links)].flatMap((spec) => spec.cloudformation ?? []);
    const tops = [...paths, ...cloudformation.names].map(outermost);
    for (const type of cloudformation.types) judged.set(type, new Set([...(judged.get(type) ?? []), ...tops]));
  }
  return judged;
}
