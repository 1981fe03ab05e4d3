import type { Json } from '../../core/setting';
import { own } from '../json';
import { constantOf, referencesOf } from './configuration';
import { configurationPath, instancePath, longestReferences, parseTraversal, type Part } from './traversal';
import {
  rest,
  taken,
  type DeadEnd,
  type Found,
  type Item,
  type Path,
  type Place,
  type Reached,
  type ReachedResource,
  type Self,
  type Terrain,
} from './walk';
import { outputBehind, resourceBehind } from './walk-steps';

/** More steps than any sound expression takes; beyond, the rest counts as a dead end. */
const mostSteps = 2000;
const deepestNesting = 40;

/** Follows an expression to the resources, values and dead ends behind it. Always ends, whatever the document says. */
export function reach(terrain: Terrain, place: Place, nesting = 0): Reached {
  const resources: ReachedResource[] = [];
  const constants: Json[] = [];
  const deadEnds: DeadEnd[] = [];
  const seen = new Map<Json, Set<string>>();
  const pending: Item[] = [{ ...place, path: [], collection: false }];
  let steps = 0;

  const follow = (item: Item): void => {
    const { expression } = item;
    if (typeof expression === 'object' && expression !== null) {
      const visits = seen.get(expression) ?? new Set<string>();
      const visit = `${instancePath(item.modules)}|${JSON.stringify([item.path, item.self?.key ?? null, item.collection])}`;
      if (visits.has(visit)) return;
      seen.set(expression, visits.add(visit));
    }
    pending.push(item);
  };

  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const references = longestReferences(referencesOf(item.expression));
    const constant = constantOf(item.expression);
    if (constant !== undefined) constants.push(taken(constant, item.path));
    const ownKey = references.some((one) => /^(each|count)\./.test(one));
    for (const reference of references) {
      steps += 1;
      const parts = parseTraversal(reference);
      const [head] = parts ?? [];
      if (parts === null || head?.is !== 'name' || steps > mostSteps || nesting > deepestNesting) {
        deadEnds.push({ reference, modules: item.modules, collection: item.collection });
        continue;
      }
      const found = step(terrain, item, parts, ownKey, nesting);
      if (found === null) deadEnds.push({ reference, modules: item.modules, collection: item.collection });
      else {
        constants.push(...(found.constants ?? []));
        found.items?.forEach(follow);
        if (found.resource) resources.push({ ...found.resource, reference });
      }
    }
  }
  return { resources, constants, deadEnds };
}

/** `null`: a dead end. */
function step(terrain: Terrain, item: Item, parts: readonly Part[], ownKey: boolean, nesting: number): Found | null {
  const [head, second] = parts;
  if (head?.is !== 'name') return null;
  const name = second?.is === 'name' ? second.name : null;
  switch (head.name) {
    case 'count':
    case 'path':
    case 'terraform':
    case 'self':
      return {};
    case 'local':
      return null;
    case 'each':
      return name === 'value' ? eachValue(terrain, item, [...rest(parts, 2), ...item.path], nesting) : {};
    case 'var':
      return name === null ? null : variable(terrain, item, name, [...rest(parts, 2), ...item.path]);
    case 'module':
      return name === null ? null : outputBehind(terrain, item, name, parts, ownKey);
    case 'data':
      return resourceBehind(terrain, item, 'data', parts.slice(1), ownKey);
    default:
      return resourceBehind(terrain, item, 'managed', parts, ownKey);
  }
}

function variable({ configured }: Terrain, item: Item, name: string, path: Path): Found | null {
  const declared = configured.modules[configurationPath(item.modules)]?.variables[name];
  const last = item.modules.at(-1);
  const collection = item.collection || path.length > 0;
  if (last === undefined) {
    // Known, whatever it is, and nobody's to see.
    if (own(declared, 'sensitive') === true) return {};
    const given = configured.variables[name] ?? own(declared, 'default') ?? null;
    return declared === undefined && configured.variables[name] === undefined
      ? null
      : { constants: [taken(given, path)] };
  }
  const caller = item.modules.slice(0, -1);
  const call = configured.modules[configurationPath(caller)]?.calls[last.name];
  if (call === undefined || declared === undefined) return null;
  const expression = own(call.expressions, name);
  if (expression === undefined) return { constants: [taken(own(declared, 'default') ?? null, path)] };
  const self: Self = { forEach: call.forEach, key: last.key };
  return { items: [{ expression, modules: caller, self, path, collection }] };
}

/** The reader's element of a `for_each`: read from the map where it is written out, else everything that the map refers to. */
function eachValue(terrain: Terrain, item: Item, path: Path, nesting: number): Found | null {
  const { self, modules } = item;
  // A `for_each` over a function of literals is left out of the document.
  if (self === null || self.forEach === undefined) return {};
  const place: Place = { expression: self.forEach, modules, self: null };
  if (self.key == null) return { items: [{ ...place, path: [], collection: true }] };
  for (const constant of reach(terrain, place, nesting + 1).constants) {
    const element = elementOf(constant, self.key);
    if (element !== undefined) return { constants: [taken(element, path)] };
  }
  return { items: [{ ...place, path: [self.key, ...path], collection: true }] };
}

function elementOf(collection: Json, key: string | number): Json | undefined {
  if (Array.isArray(collection)) return (collection as readonly Json[]).includes(key) ? key : undefined;
  return own(collection, String(key));
}
