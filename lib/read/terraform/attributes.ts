import type { Json } from '../../core/setting';
import { pathSteps, type PathStep } from '../../core/spelled';
import { items, marks, own, pointerTo } from '../json';
import type { Resource } from './resource';

/** One value of a document with its part of the masks. */
export type Slot = {
  readonly value: Json;
  readonly unknown: Json;
  readonly sensitive: Json;
  /** How many segments of the path lead to what is marked unknown: fewer than all, where a block as a whole is. */
  readonly depth: number;
  readonly pointer: string;
};

/**
 * What a document says about one attribute. `unset` is null, absent or empty; `unknown` is known only after apply, as a whole
 * or (`partly`) in some of its elements; `sensitive` values are for matching only and reach no fact, message or log.
 */
export type SlotState = 'known' | 'unset' | 'unknown' | 'partly' | 'sensitive';

/**
 * The attribute at a dotted path, once for every block that the path enters: `load_balancer.target_group_arn` gives one slot
 * per `load_balancer` block, and none where there is no such block. Of a step with keys (`setting[name=IdleTimeout].value`)
 * only the blocks that have them count, and where none does, one that may have them is unknown.
 */
export function slotsAt(
  resource: Pick<Resource, 'values' | 'unknown' | 'sensitive' | 'valuesPointer'>,
  path: string,
): readonly Slot[] {
  const steps = pathSteps(path);
  const { values: value, unknown, sensitive, valuesPointer: pointer } = resource;
  let level: readonly Slot[] = [{ value, unknown, sensitive, depth: 0, pointer }];
  steps.forEach(({ name, where }, at) => {
    level = level.flatMap((slot) => inside(slot, name, at + 1));
    if (at + 1 < steps.length) level = level.flatMap(blocksOf);
    if (where.length > 0) level = withKeys(level, where);
  });
  return level;
}

function withKeys(blocks: readonly Slot[], where: PathStep['where']): readonly Slot[] {
  const possible = blocks.filter((block) => where.every(({ key, value }) => hasKey(block, key, value) !== false));
  const sure = possible.filter((block) => where.every(({ key, value }) => hasKey(block, key, value) === true));
  return sure.length > 0 ? sure : possible.slice(0, 1).map((block) => ({ ...block, value: null, unknown: true }));
}

function hasKey({ value: block, unknown }: Slot, key: string, value: string): boolean | 'maybe' {
  return unknown === true || own(unknown, key) === true ? 'maybe' : own(block, key) === value;
}

export function stateOf({ value, unknown, sensitive }: Slot): SlotState {
  if (unknown === true) return 'unknown';
  if (typeof value === 'object' && value !== null) {
    if (marks(sensitive)) return 'sensitive';
    return marks(unknown) ? 'partly' : 'known';
  }
  if (value === null || value === '') return 'unset';
  return sensitive === true ? 'sensitive' : 'known';
}

/** The elements of a list or set, each with its own masks; unknown ones are `null` in the values. One mark may cover the whole set. */
export function elementsOf(outer: Slot): readonly Slot[] {
  const values = items(outer.value);
  const masks = items(outer.unknown);
  return Array.from({ length: Math.max(values.length, masks.length) }, (_, at) => ({
    value: values[at] ?? null,
    unknown: masks[at] ?? false,
    sensitive: outer.sensitive === true ? true : (items(outer.sensitive)[at] ?? false),
    depth: outer.depth,
    pointer: pointerTo(outer.pointer, at),
  }));
}

function inside(outer: Slot, segment: string, depth: number): readonly Slot[] {
  if (outer.unknown === true) return [outer];
  if (outer.value === null) return [];
  return [
    {
      value: own(outer.value, segment) ?? null,
      unknown: own(outer.unknown, segment) ?? false,
      sensitive: outer.sensitive === true ? true : (own(outer.sensitive, segment) ?? false),
      depth,
      pointer: pointerTo(outer.pointer, segment),
    },
  ];
}

function blocksOf(outer: Slot): readonly Slot[] {
  const list = Array.isArray(outer.value) || Array.isArray(outer.unknown);
  return outer.unknown !== true && list ? elementsOf(outer) : [outer];
}
