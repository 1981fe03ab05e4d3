import { table } from '../../../core/setting';
import type { Evaluated } from '../../evaluated/value';
import { numberText } from './number';
import { value } from './outcome';

type List = Extract<Evaluated, { is: 'list' }>;
type Dictionary = Extract<Evaluated, { is: 'object' }>;
type Scalar = Extract<Evaluated, { is: 'value' }>;

/**
 * The same values, of one type as far as they are known: where Terraform needs that (the branches of a conditional, the elements
 * of a list), it writes a number beside a text as a text. `null` where there is no such type.
 */
export function unified(values: readonly Evaluated[]): readonly Evaluated[] | null {
  const typed = values.filter((one) => one.is === 'list' || one.is === 'object' || isScalar(one));
  if (typed.every((one) => one.is === 'list')) return onlyThose(values, isList, unifiedLists);
  if (typed.every((one) => one.is === 'object')) return onlyThose(values, isDictionary, unifiedObjects);
  return typed.every(isScalar) ? onlyThose(values, isScalar, unifiedScalars) : null;
}

/** Null has every type. */
function isScalar(one: Evaluated): one is Scalar {
  return one.is === 'value' && one.value !== null;
}

function isList(one: Evaluated): one is List {
  return one.is === 'list';
}

function isDictionary(one: Evaluated): one is Dictionary {
  return one.is === 'object';
}

/** Unifies those of one sort and leaves the others, of which nothing is known, in their places. */
function onlyThose<T extends Evaluated>(
  values: readonly Evaluated[],
  are: (one: Evaluated) => one is T,
  unify: (these: readonly T[]) => readonly Evaluated[] | null,
): readonly Evaluated[] | null {
  const made = unify(values.filter(are));
  if (made === null) return null;
  let next = 0;
  return values.map((one) => (are(one) ? (made[next++] ?? one) : one));
}

function unifiedScalars(scalars: readonly Scalar[]): readonly Evaluated[] | null {
  const types = new Set(scalars.map((one) => typeof one.value));
  if (types.size <= 1) return scalars;
  return types.has('string') ? scalars.map(written) : null;
}

/** A number whose digits are not known stays what it is: the reader of the value converts it, or not, as it does any number. */
function written(one: Scalar): Evaluated {
  const text = typeof one.value === 'number' ? numberText(one.value) : String(one.value);
  return text === null ? one : value(text);
}

/** Place by place where they are of one length, else all elements as of one list. */
function unifiedLists(lists: readonly List[]): readonly Evaluated[] | null {
  const [first] = lists;
  if (first === undefined || lists.length === 1) return lists;
  const items = lists.map((one) => one.items);
  const made = items.every(({ length }) => length === first.items.length) ? byPlace(items) : together(items);
  return made?.map((each) => ({ is: 'list', items: each })) ?? null;
}

/** Key by key where they have the same keys, else all values as of one map. */
function unifiedObjects(objects: readonly Dictionary[]): readonly Evaluated[] | null {
  const [first] = objects;
  if (first === undefined || objects.length === 1) return objects;
  const keys = objects.map((one) => Object.keys(one.entries).sort());
  const alike = keys.every((each) => each.length === keys[0]?.length && each.every((key, at) => key === keys[0]?.[at]));
  const values = objects.map((one, at) => (keys[at] ?? []).flatMap((key) => one.entries[key] ?? []));
  const made = alike ? byPlace(values) : together(values);
  return (
    made?.map((each, at) => ({
      is: 'object',
      entries: table((keys[at] ?? []).map((key, index) => [key, each[index] ?? value(null)])),
    })) ?? null
  );
}

function byPlace(rows: readonly (readonly Evaluated[])[]): readonly (readonly Evaluated[])[] | null {
  const columns: (readonly Evaluated[])[] = [];
  for (const at of (rows[0] ?? []).keys()) {
    const column = unified(rows.flatMap((row) => row[at] ?? []));
    if (column === null) return null;
    columns.push(column);
  }
  return rows.map((_, row) => columns.flatMap((column) => column[row] ?? []));
}

function together(rows: readonly (readonly Evaluated[])[]): readonly (readonly Evaluated[])[] | null {
  const made = unified(rows.flat());
  if (made === null) return null;
  let start = 0;
  return rows.map((row) => made.slice(start, (start += row.length)));
}
