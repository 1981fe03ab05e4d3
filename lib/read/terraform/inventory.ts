import { blockKey, blockOf, indexText, type Resource } from './resource';
import { configurationPath, instancePath, keyText, withinPattern, type ModuleStep } from './traversal';

/** Instances of one block inside one module instance. */
type Siblings = { readonly all: Resource[]; readonly byIndex: Map<string, Resource> };

/** Every instance in a document, indexed for references. */
export type Inventory = {
  readonly resources: readonly Resource[];
  /** By block, then by module instance. */
  readonly blocks: ReadonlyMap<string, ReadonlyMap<string, Siblings>>;
  /** The module instances that hold any resource, and those around them. */
  readonly instances: ReadonlySet<string>;
};

export function inventoryOf(resources: readonly Resource[]): Inventory {
  const blocks = new Map<string, Map<string, Siblings>>();
  const instances = new Set<string>(['']);
  for (const resource of resources) {
    const instance = instancePath(resource.modules);
    if (!instances.has(instance)) addAround(instances, resource.modules);
    const block = entry(blocks, blockOf(resource), () => new Map<string, Siblings>());
    const siblings = entry(block, instance, () => ({ all: [], byIndex: new Map<string, Resource>() }));
    siblings.all.push(resource);
    siblings.byIndex.set(indexText(resource), resource);
  }
  return { resources, blocks, instances };
}

/**
 * The instances that a reference to a block may mean: in the module instances that the pattern allows, the one with that
 * key, else (where neither says which) the one with the reader's own key, else all.
 */
export function instancesOf(
  inventory: Inventory,
  block: { readonly mode: 'managed' | 'data'; readonly type: string; readonly name: string },
  modules: readonly ModuleStep[],
  key: string | number | undefined,
  readersKey: string | number | null,
): readonly Resource[] {
  const found = inventory.blocks.get(blockKey(configurationPath(modules), block.mode, block.type, block.name));
  if (found === undefined) return [];
  const open = modules.some((step) => step.key === undefined);
  const here = found.get(instancePath(modules));
  const places = open
    ? [...found.values()].filter(({ all: [first] }) => first && withinPattern(first.modules, modules))
    : [here];
  return places.flatMap((siblings) => {
    if (siblings === undefined) return [];
    const wanted = key ?? readersKey;
    const one = wanted === null ? undefined : siblings.byIndex.get(keyText(wanted));
    if (one !== undefined) return [one];
    return key === undefined ? siblings.all : [];
  });
}

/** A dictionary's entry, made where it is missing. */
export function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function addAround(instances: Set<string>, modules: readonly ModuleStep[]): void {
  let path = '';
  for (const step of modules) {
    path += instancePath([step]);
    instances.add(path);
  }
}
