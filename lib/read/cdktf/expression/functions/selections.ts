import type { Evaluated } from '../../../evaluated/value';
import { numberIn, textOf } from '../convert';
import { behind, failure, value, type Outcome } from '../outcome';
import { eachOf } from '../step-into';
import { unified } from '../unify';
import { isNull, listOf, objectOf, ofList, taking, type Functions, type List, type Run } from './function';

/** The first that is neither null nor an empty text. What only a provider knows is taken to be neither. */
const coalesce: Run = (args) => {
  const alike = unified(args);
  if (alike === null) return failure('is one of values of different types, which Terraform refuses');
  for (const one of alike) {
    if (isNull(one)) continue;
    const found = behind(one);
    if (found.is === 'unknown') return undefined;
    if (found.is !== 'value' || found.value !== '') return one;
  }
  return failure('is the first value that is set of several, and none is');
};

/** The value of a key, or what stands in for it. A key that is not known may be any of them. */
const lookup: Run = ([from, key, instead]) => {
  const object = objectOf(from);
  if (object?.is !== 'object' || key === undefined) return object;
  const text = textOf(key);
  if (text === undefined) {
    return eachOf([...Object.values(object.entries), ...(instead === undefined ? [] : [instead])], key);
  }
  if (text.is === 'failure') return text;
  return object.entries[text.to] ?? instead ?? failure('looks up a key that is not there');
};

/** Counts on from the beginning behind the end. A negative index only newer versions of Terraform take. */
function element({ items }: List, [index]: readonly Evaluated[]): Outcome | undefined {
  if (items.length === 0) return failure('is an element of an empty list');
  const at = index === undefined ? undefined : numberIn(index);
  if (at === undefined) return index === undefined ? undefined : eachOf(items, index);
  if (at.is === 'failure') return at;
  if (!Number.isInteger(at.to)) return failure('is an element at a place that is not a whole number');
  return at.to < 0 ? undefined : items[at.to % items.length];
}

/** The only element; null where there is none. */
const one: Run = ([from]) => {
  if (from?.is === 'reference' && from.value === undefined) return from;
  const list = listOf(from);
  if (list?.is !== 'list') return list;
  if (list.items.length > 1) return failure('is the only element of a list that has several');
  return list.items[0] ?? value(null);
};

/** Functions that pick one of the values they are given, as it is. */
export const selectionFunctions: Functions = new Map([
  ['coalesce', { least: 1, most: Infinity, run: coalesce }],
  ['lookup', { least: 2, most: 3, run: lookup }],
  ['element', taking(2, ofList(element))],
  ['one', taking(1, one)],
]);
