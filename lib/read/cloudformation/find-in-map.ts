import type { Json } from '../../core/setting';
import { plain, type Evaluated } from '../evaluated/value';
import { isObject, items, own } from '../json';
import { choiceOf, maxCandidates, perCase } from './choices';
import { inside, type Scope } from './scope';
import { named, unknownValue } from './unknowns';

/** `Fn::FindInMap`: a value of a mapping. Where a key is not known, every value that it may lead to. */
export function findInMap(argument: Json, scope: Scope): Evaluated {
  const [map, first, second, options] = items(argument);
  const fallback = own(options, 'DefaultValue');
  return perCase([inside(map, scope), inside(first, scope), inside(second, scope)], ([mapping, ...keys]) => {
    const name = mapping === undefined ? undefined : plain(mapping);
    if (typeof name !== 'string') return unknownValue('is looked up in a mapping that is not known here');
    const texts = keys.map((key) => keyText(key));
    const found = [...new Set(lookUp([own(scope.stack.mappings, name)], texts))];
    scope.work.left -= found.length;
    const isSure = texts.every((text) => text !== undefined);
    if (found.length > maxCandidates) return unknownValue(`is one of many values of the mapping ${named(name)}`);
    const values = found.map((value) => inside(value, scope));
    if (fallback !== undefined && (values.length === 0 || !isSure)) values.push(inside(fallback, scope));
    if (values.length === 0) return unknownValue(`is looked up in the mapping ${named(name)}, which has no such key`);
    return choiceOf(
      values,
      `is looked up in the mapping ${named(name)} of ${named(scope.stack.document)} by a key that is not known here`,
      'write values that outlive the query for every key, or check what is deployed: holdfast audit',
    );
  });
}

/** The values behind a way of keys, of which those that are not known may be any. */
function lookUp(from: readonly (Json | undefined)[], [key, ...rest]: readonly (string | undefined)[]): readonly Json[] {
  const next = from.flatMap((one) => {
    if (!isObject(one)) return [];
    if (key === undefined) return Object.values(one);
    const value = own(one, key);
    return value === undefined ? [] : [value];
  });
  return rest.length === 0 ? next : lookUp(next, rest);
}

function keyText(key: Evaluated): string | undefined {
  const text = plain(key);
  return typeof text === 'string' || typeof text === 'number' ? String(text) : undefined;
}
