import { pathSteps, type PathStep } from '../../core/spelled';
import { pointerTo } from '../json';
import { comesFrom, reasonOf } from './reason';
import type { Evaluated } from './value';
import { unset } from './value';

/** What a path leads to, and the JSON pointer to it as far as one place is meant. */
export type Found = { readonly value: Evaluated; readonly pointer: string };

/** The values at a dotted path (core/kind `Spelled`): of a list the first element (`every`: each of them). None where nothing is written. */
export function valuesAt(root: Found, path: string, every: boolean): readonly Found[] {
  let level: readonly Found[] = [root];
  for (const step of pathSteps(path)) {
    level = level.flatMap((found) => inside(found, step, every));
    if (!every) level = level.slice(0, 1);
  }
  return every ? level.flatMap(unfolded) : level;
}

function inside({ value, pointer }: Found, step: PathStep, every: boolean): readonly Found[] {
  switch (value.is) {
    case 'object': {
      const next = value.entries[step.name];
      if (next === undefined) return [];
      const found = { value: next, pointer: pointerTo(pointer, step.name) };
      if (step.where.length === 0) return [found];
      return every ? elementsWhere(found, step.where) : elementWhere(found, step.where);
    }
    case 'list': {
      const items = every ? value.items : value.items.slice(0, 1);
      return items.flatMap((item, at) => inside({ value: item, pointer: pointerTo(pointer, at) }, step, every));
    }
    case 'reference':
      return value.value === undefined
        ? [{ value: comesFrom(value.text), pointer }]
        : inside({ value: value.value, pointer }, step, every);
    case 'choice':
      return [
        { value: eachOf(value, (one) => gathered(inside({ value: one, pointer }, step, every), every)), pointer },
      ];
    case 'unknown':
    case 'text':
      return [{ value, pointer }];
    case 'value':
      return [];
  }
}

/** Every element of a list of keyed elements whose key it is, for a link to many. */
function elementsWhere(found: Found, where: PathStep['where']): readonly Found[] {
  const { value, pointer } = found;
  if (value.is !== 'list') return elementWhere(found, where);
  return value.items.flatMap((item, at) => {
    const is = hasKeys(item, where);
    return is === false ? [] : [{ value: is === true ? item : onlyWith(where)(item), pointer: pointerTo(pointer, at) }];
  });
}

/** The element of a list of keyed elements: each that may be it where keys are not known, or are written twice. */
function elementWhere({ value, pointer }: Found, where: PathStep['where']): readonly Found[] {
  if (value.is === 'choice') {
    const of = eachOf(value, (one) => elementWhere({ value: one, pointer }, where)[0]?.value ?? unset);
    return [{ value: of, pointer }];
  }
  if (value.is === 'reference' && value.value !== undefined)
    return elementWhere({ value: value.value, pointer }, where);
  if (value.is === 'value') return [];
  const hits = unfolded({ value, pointer }).flatMap(({ value: item, pointer: at }): readonly Hit[] => {
    const is = hasKeys(item, where);
    return is === false ? [] : [{ item, is, pointer: at }];
  });
  const [first] = hits;
  return first === undefined ? [] : [{ value: oneOfHits(hits, where), pointer: first.pointer }];
}

/** An element that has the key that is meant, or may have it. */
type Hit = { readonly item: Evaluated; readonly is: true | 'maybe'; readonly pointer: string };

/** What elements say together: which of several counts is not documented, and none may where each only may have the key. */
function oneOfHits(hits: readonly Hit[], where: PathStep['where']): Evaluated {
  const isSure = hits.some(({ is }) => is === true);
  // Beside an element that has the key, one of which nothing is known is taken for another.
  const counted = isSure ? hits.filter(({ is, item }) => is === true || item.is === 'choice') : hits;
  const values = counted.map(({ item, is }) => (is === true ? item : maybeWith(item, where)));
  const [only, ...others] = values;
  if (only !== undefined && others.length === 0) return only;
  const open = counted.find(({ is }) => is === 'maybe');
  const cause =
    open === undefined ? { why: 'is written more than once', settles: 'write it once' } : reasonOf(open.item);
  // Beside one that is sure, a branch without the key says nothing.
  const of = isSure ? values.map((one) => (one.is === 'choice' ? withoutUnset(one) : one)) : values;
  return { is: 'choice', of, ...cause };
}

function withoutUnset(choice: Extract<Evaluated, { is: 'choice' }>): Evaluated {
  return { ...choice, of: choice.of.filter((one) => one !== unset) };
}

/** An element that may have the key: as it is where it has it, and unset where it has not. */
function maybeWith(item: Evaluated, where: PathStep['where']): Evaluated {
  if (item.is === 'choice') return eachOf(item, onlyWith(where));
  const open = where.find((one) => hasKey(item, one) === 'maybe');
  const key = item.is === 'object' && open !== undefined ? item.entries[open.key] : undefined;
  return key === undefined ? item : { is: 'choice', of: [item, unset], ...reasonOf(key) };
}

/** Whether an element has every key; of one that depends on a condition, whether it has them all on some branch. */
function hasKeys(item: Evaluated, where: PathStep['where']): boolean | 'maybe' {
  if (item.is === 'choice') return item.of.some((one) => hasKeys(one, where) !== false) && 'maybe';
  const each = where.map((one) => hasKey(item, one));
  if (each.includes(false)) return false;
  return each.includes('maybe') ? 'maybe' : true;
}

function hasKey(item: Evaluated, { key, value }: PathStep['where'][number]): boolean | 'maybe' {
  if (item.is !== 'object') return item.is === 'value' || item.is === 'list' ? false : 'maybe';
  const own = item.entries[key];
  if (own === undefined) return false;
  if (own.is === 'choice') return own.of.some((one) => one.is !== 'value' || String(one.value) === value) && 'maybe';
  return own.is === 'value' ? String(own.value) === value : 'maybe';
}

function onlyWith(where: PathStep['where']): (one: Evaluated) => Evaluated {
  return (one) => (hasKeys(one, where) === false ? unset : one);
}

function eachOf(choice: Extract<Evaluated, { is: 'choice' }>, to: (one: Evaluated) => Evaluated): Evaluated {
  return { ...choice, of: choice.of.map(to) };
}

function gathered(found: readonly Found[], every: boolean): Evaluated {
  if (every) return { is: 'list', items: found.flatMap(unfolded).map(({ value }) => value) };
  return found[0]?.value ?? unset;
}

/** A list of values counts as its elements. */
function unfolded(found: Found): readonly Found[] {
  const { value, pointer } = found;
  if (value.is === 'list') return value.items.map((item, at) => ({ value: item, pointer: pointerTo(pointer, at) }));
  return [found];
}
