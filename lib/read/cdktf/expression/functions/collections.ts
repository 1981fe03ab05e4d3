import { compare } from '../../../../core/order';
import { table } from '../../../../core/setting';
import type { Evaluated } from '../../../evaluated/value';
import { allOf, textOf } from '../convert';
import { sameness } from '../equal';
import { behind, failure, value, type Outcome } from '../outcome';
import { unified } from '../unify';
import { distinctOf } from './conversions';
import {
  isNull,
  listOf,
  objectOf,
  ofList,
  ofObject,
  taking,
  type Dictionary,
  type Function,
  type Functions,
  type List,
  type Run,
} from './function';

function items(made: readonly Evaluated[]): Outcome {
  return { is: 'list', items: made };
}

const merge: Run = (args) => {
  const merged = table<Evaluated>();
  for (const arg of args) {
    if (isNull(arg)) continue;
    const object = objectOf(arg);
    if (object?.is !== 'object') return object;
    for (const [key, one] of Object.entries(object.entries)) merged[key] = one;
  }
  return { is: 'object', entries: merged };
};

const concat: Run = (args) => {
  const all: Evaluated[] = [];
  for (const arg of args) {
    const list = listOf(arg);
    if (list?.is !== 'list') return list;
    for (const item of list.items) all.push(item);
  }
  return items(all);
};

/** Of a text the characters as readers see them, which is certain here for ASCII only. */
const length: Run = ([arg]) => {
  const found = arg === undefined || isNull(arg) ? value(null) : behind(arg);
  if (found.is === 'list') return value(found.items.length);
  if (found.is === 'object') return value(Object.keys(found.entries).length);
  if (found.is !== 'value') return undefined;
  if (typeof found.value !== 'string')
    return failure('is the length of a value that has none, which Terraform refuses');
  return /^[\x20-\x7e\n\t]*$/.test(found.value) ? value(found.value.length) : undefined;
};

function sorted({ entries }: Dictionary): readonly (readonly [string, Evaluated])[] {
  return Object.entries(entries).sort(([one], [other]) => compare(one, other));
}

/** Lists in lists, as deep as they are. */
function flatten({ items: outer }: List): Outcome | undefined {
  const flat: Evaluated[] = [];
  const pending = [...outer].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const found = behind(next);
    if (found.is === 'unknown' || found.is === 'choice') return undefined;
    if (found.is === 'list') for (const item of [...found.items].reverse()) pending.push(item);
    else flat.push(next);
  }
  return items(flat);
}

function distinct({ items: all }: List): Outcome | undefined {
  const alike = unified(all);
  if (alike === null) return failure('is a list of values of different types, which Terraform refuses');
  const once = distinctOf(alike);
  return once && items(once);
}

/** Without null and empty texts. What only a provider knows is taken to be neither. */
function compact({ items: all }: List): Outcome | undefined {
  const kept: Evaluated[] = [];
  for (const item of all) {
    if (isNull(item)) continue;
    const text = textOf(item);
    if (text?.is === 'failure') return text;
    const found = behind(item);
    if (text === undefined && found.is !== 'reference' && found.is !== 'text') return undefined;
    if (text === undefined || item.is === 'reference') kept.push(item);
    else if (text.to !== '') kept.push(value(text.to));
  }
  return items(kept);
}

function contains({ items: all }: List, [wanted]: readonly Evaluated[]): Outcome | undefined {
  if (wanted === undefined) return undefined;
  const same = all.map((item) => sameness(item, wanted));
  if (same.includes(true)) return value(true);
  return same.includes(undefined) ? undefined : value(false);
}

const zipmap: Run = ([first, second]) => {
  const [keys, values] = [listOf(first), listOf(second)];
  if (keys?.is !== 'list') return keys;
  if (values?.is !== 'list') return values;
  const names = allOf(keys.items, textOf);
  if (names?.is !== 'converted') return names;
  if (names.to.length !== values.items.length) return failure('is made of keys and values that are not equally many');
  return { is: 'object', entries: table(names.to.map((name, at) => [name, values.items[at] ?? value(null)])) };
};

function ofMany(least: number, run: Run): Function {
  return { least, most: Infinity, run };
}

/** https://developer.hashicorp.com/terraform/language/functions, "Collection Functions". */
export const collectionFunctions: Functions = new Map([
  ['merge', ofMany(0, merge)],
  ['concat', ofMany(1, concat)],
  ['length', taking(1, length)],
  [
    'keys',
    taking(
      1,
      ofObject((object) => items(sorted(object).map(([key]) => value(key)))),
    ),
  ],
  [
    'values',
    taking(
      1,
      ofObject((object) => items(sorted(object).map(([, one]) => one))),
    ),
  ],
  ['flatten', taking(1, ofList(flatten))],
  ['distinct', taking(1, ofList(distinct))],
  ['compact', taking(1, ofList(compact))],
  ['contains', taking(2, ofList(contains))],
  ['zipmap', taking(2, zipmap)],
]);
