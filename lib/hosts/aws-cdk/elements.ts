import { table, type Table } from '../../core/setting';
import { isElement, type ConstructLike, type StackLike } from './construct';

/** For each stack, the constructs behind the resources of its template, by logical id. */
export function elementsOf(constructs: Iterable<ConstructLike>): ReadonlyMap<StackLike, Table<ConstructLike>> {
  const found = new Map<StackLike, Record<string, ConstructLike>>();
  for (const construct of constructs) {
    if (!isElement(construct)) continue;
    const id = construct.stack.resolve(construct.logicalId);
    if (typeof id !== 'string') continue;
    const elements = found.get(construct.stack) ?? table<ConstructLike>();
    elements[id] = construct;
    found.set(construct.stack, elements);
  }
  return found;
}

/** The path of a construct for each resource. */
export function pathsOf(elements: Table<ConstructLike>): Table<string> {
  return table(Object.entries(elements).map(([id, { node }]) => [id, node.path]));
}
