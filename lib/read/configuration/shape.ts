import type { Json } from '../../core/setting';
import { table, type Table } from '../../core/setting';
import { entries, isObject, own } from '../json';
import { listed, mismatch, shown, type Place } from './place';
import { unknownKey } from './unknown-key';

export type JsonSchema = { readonly [key: string]: Json };

/**
 * One definition of what may be written at a place. It reads a value and it describes itself: the published schema is made of
 * the same shapes that validate, so neither can say what the other does not.
 */
export type Shape<T> = {
  readonly schema: JsonSchema;
  /** The value, or `undefined` once all that is wrong with it was filed at the place. */
  readonly read: (value: Json, at: Place) => T | undefined;
};

/** One key of a table with fixed keys. */
export type Key<T> = {
  readonly shape: Shape<T>;
  readonly description: string;
  readonly example: Json;
  /** What holds where the key is not written, as it would be written; absent where nothing does. */
  readonly default?: Json;
  /** Set where the key may not be left out: what would follow, as a clause ("so nothing could be judged"). */
  readonly required?: string;
};
export type Keys = Readonly<Record<string, Key<unknown>>>;

/** What a table with these keys reads as: keys that are not written are `undefined`. */
export type Values<K extends Keys> = {
  readonly [N in keyof K]: K[N] extends { readonly shape: Shape<infer T> }
    ? K[N] extends { readonly required: string }
      ? T
      : T | undefined
    : never;
};

/** A table with fixed keys. `what` names it in messages ("a workload"). */
export function object<K extends Keys>(what: string, keys: K): Shape<Values<K>> {
  const names = Object.keys(keys);
  return {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: table(Object.entries(keys).map(([name, key]) => [name, describe(key)])),
      ...requiring(names.filter((name) => keys[name]?.required !== undefined)),
    },
    read: (value, at) => {
      if (!isObject(value))
        return at.problem(`is ${shown(value)}, where a table is expected; the keys of ${what} are ${listed(names)}`);
      const values = table<unknown>();
      let sound = true;
      for (const [name, inner] of Object.entries(value)) {
        const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
        values[name] = key === undefined ? unknownKey(name, what, names, at) : key.shape.read(inner, at.inside(name));
        sound &&= values[name] !== undefined;
      }
      for (const [name, key] of Object.entries(keys)) {
        if (key.required === undefined || own(value, name) !== undefined) continue;
        at.problem(`has no \`${name}\`, ${key.required}; add for example \`${name}: ${inline(key.example)}\``);
        sound = false;
      }
      // The loop above has read each key by its own shape, which the compiler cannot follow.
      return sound ? (values as Values<K>) : undefined;
    },
  };
}

function describe(key: Key<unknown>): JsonSchema {
  const { shape, description, example } = key;
  return {
    ...shape.schema,
    description,
    examples: [example],
    ...(key.default === undefined ? {} : { default: key.default }),
  };
}

function requiring(names: readonly string[]): JsonSchema {
  return names.length === 0 ? {} : { required: names };
}

/** A value on one line, as YAML reads it. */
function inline(value: Json): string {
  return typeof value === 'string' && /^[A-Za-z0-9][\w .-]*$/.test(value) ? value : JSON.stringify(value);
}

/** A table with names of the user's choice as keys. */
export function tableOf<T>(values: Shape<T>, what: string, example: string): Shape<Table<T>> {
  return {
    schema: { type: 'object', additionalProperties: values.schema },
    read: (value, at) => {
      if (!isObject(value)) return at.problem(mismatch(value, what, example));
      const read = entries(value).map(([name, inner]) => [name, values.read(inner, at.inside(name))] as const);
      return allSound(read) ? table(read) : undefined;
    },
  };
}

function allSound<T>(pairs: readonly (readonly [string, T | undefined])[]): pairs is readonly (readonly [string, T])[] {
  return pairs.every(([, value]) => value !== undefined);
}

/** A list; `least` is the smallest number of items. */
export function list<T>(item: Shape<T>, what: string, example: string, least: 0 | 1 = 0): Shape<readonly T[]> {
  return {
    schema: { type: 'array', items: item.schema, ...(least === 0 ? {} : { minItems: least }) },
    read: (value, at) => {
      if (!Array.isArray(value)) return at.problem(mismatch(value, what, example));
      const items = value as readonly Json[];
      if (items.length < least)
        return at.problem(`is an empty list, where ${what} is expected; write for example \`${example}\``);
      const read = items.map((inner, position) => item.read(inner, at.inside(position)));
      const sound = read.filter((one): one is Exclude<typeof one, undefined> => one !== undefined);
      return sound.length === read.length ? sound : undefined;
    },
  };
}
