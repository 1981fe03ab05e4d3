import { own } from '../json';
import { blockFor } from './configuration';
import { instancesOf } from './inventory';
import type { Resource } from './resource';
import { configurationPath, instancePath, type ModuleStep, type Part } from './traversal';
import { rest, type Found, type Item, type Terrain } from './walk';

/** An output of a called module. Without its name (a splat, a computed key, Terraform before 1.0.1) all outputs are possible. */
export function outputBehind(
  { configured, inventory }: Terrain,
  item: Item,
  name: string,
  parts: readonly Part[],
  ownKey: boolean,
): Found | null {
  const [, , third, fourth] = parts;
  const keyed = third?.is === 'key' || third?.is === 'any';
  const wanted = keyed ? fourth : third;
  const inside = (key: ModuleStep['key']): readonly ModuleStep[] => [...item.modules, { name, key }];
  const likely = [
    ...(third?.is === 'key' ? [third.key] : []),
    ...(ownKey && item.self?.key != null ? [item.self.key] : []),
    null,
  ];
  const key =
    third?.is === 'key' ? third.key : likely.find((one) => inventory.instances.has(instancePath(inside(one))));
  const modules = inside(key);
  const outputs = configured.modules[configurationPath(modules)]?.outputs;
  if (outputs === undefined) return null;
  if (wanted?.is !== 'name') {
    return {
      items: Object.values(outputs).map((expression) => ({
        expression,
        modules,
        self: null,
        path: item.path,
        collection: true,
      })),
    };
  }
  const expression = outputs[wanted.name];
  if (expression === undefined) return null;
  const path = [...rest(parts, keyed ? 4 : 3), ...item.path];
  return { items: [{ expression, modules, self: null, path, collection: item.collection }] };
}

/** A resource without instances (`count = 0`) is known to be none; one that the configuration lacks is a dead end. */
export function resourceBehind(
  terrain: Terrain,
  item: Item,
  mode: 'managed' | 'data',
  parts: readonly Part[],
  ownKey: boolean,
): Found | null {
  const [type, name, ...further] = parts;
  if (type?.is !== 'name' || name?.is !== 'name') return null;
  const block = { mode, type: type.name, name: name.name };
  const { configured, inventory } = terrain;
  if (blockFor(configured, { ...block, modules: item.modules }) === undefined) return null;

  const [first, second] = further;
  const readersKey = ownKey ? (item.self?.key ?? null) : null;
  if (first?.is === 'key') {
    const instances = instancesOf(inventory, block, item.modules, first.key, null);
    return {
      resource: { instances, attribute: second?.is === 'name' ? second.name : null, collection: item.collection },
    };
  }
  // What a caller picks out of an output (`groups["a"].arn`) is an instance key where there is such an instance.
  const [picked, pickedAttribute] = item.path;
  const chosen =
    first === undefined && picked !== undefined ? instancesOf(inventory, block, item.modules, picked, null) : [];
  if (chosen.length > 0) {
    return {
      resource: {
        instances: chosen,
        attribute: typeof pickedAttribute === 'string' ? pickedAttribute : null,
        collection: item.collection,
      },
    };
  }
  const named = first?.is === 'name' ? first.name : second?.is === 'name' ? second.name : null;
  const instances = instancesOf(inventory, block, item.modules, undefined, readersKey);
  const isAttribute = instances[0] !== undefined && typeof picked === 'string' && hasAttribute(instances[0], picked);
  return { resource: { instances, attribute: named ?? (isAttribute ? picked : null), collection: item.collection } };
}

function hasAttribute({ values, unknown }: Resource, name: string): boolean {
  return own(values, name) !== undefined || own(unknown, name) !== undefined;
}
