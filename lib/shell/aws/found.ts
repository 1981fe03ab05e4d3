import type { Json } from '../../core/setting';
import { isObject, items, own, textOf } from '../../read/json';
import type { FailedCall } from '../../read/collection/collection';
import type { Missing } from './asks';
import { shaped, type Shape } from './shape';

/** One resource as it was read. Calls that left a field open are given themselves; the document numbers them. */
export type Found = {
  readonly type: string;
  readonly arn: string | null;
  readonly answer: { readonly [field: string]: Json };
  readonly unread: readonly (readonly [field: string, call: FailedCall])[];
};

/** A field of a resource that a call of its own answers. */
export type Part = { readonly field: string; readonly value: Json | undefined; readonly missing: Missing | null };

/** What is read of a type of resource. */
export type Type = {
  readonly type: string;
  readonly shape: Shape;
  /** The field with the ARN, where the answer has one. */
  readonly arn?: string;
};

/**
 * A resource from an item of a list and the answers about it. None where one of those calls found that it is no longer there:
 * it went while we read.
 */
export function found({ type, shape, arn }: Type, item: Json, parts: readonly Part[] = []): readonly Found[] {
  if (parts.some(({ missing }) => missing === 'gone')) return [];
  const base = shaped(item, shape);
  const answer = {
    ...(isObject(base) ? base : {}),
    ...Object.fromEntries(parts.flatMap(({ field, value }) => (value === undefined ? [] : [[field, value] as const]))),
  };
  const unread = parts.flatMap(({ field, missing }) =>
    missing === null || missing === 'gone' ? [] : [[field, missing] as const],
  );
  return [{ type, arn: arn === undefined ? null : (textOf(own(item, arn)) ?? null), answer, unread }];
}

/** A list as a field: what was read of it, limited to `shape`, even where a later page failed. */
export function listed(
  field: string,
  list: { readonly items: readonly Json[]; readonly missing: Missing | null },
  shape: Shape,
): Part {
  const value = shaped(list.items, shape);
  return { field, value: list.missing === null || list.items.length > 0 ? value : undefined, missing: list.missing };
}

/** The texts under a member of each item. */
export function textsOf(list: readonly Json[], member: string): readonly string[] {
  return list.flatMap((item) => textOf(own(item, member)) ?? []);
}

/** The distinct texts, in the order in which they came. */
export function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/** The items of a list member. */
export function itemsOf(value: Json | undefined, member: string): readonly Json[] {
  return items(own(value, member));
}
