import { groupParameter } from '../../core/interpret';
import type { GroupParameter } from '../../core/parameter';
import type { Location } from '../../core/setting';
import { pointerTo } from '../json';
import { alternativesOf } from './choices';
import { reasonOf } from './reason';
import { plain, unset, type Evaluated } from './value';

type Row = {
  readonly name: Evaluated;
  readonly value: Evaluated;
  readonly apply: Evaluated;
  readonly at: string;
  /** Whether AWS answered it. */
  readonly isAnswer: boolean;
};

/**
 * The rows of a parameter group in the order written: a list of blocks with `name` and `value` (Terraform), an object by name
 * (CloudFormation), or a list of `ParameterName` and `ParameterValue` (an account), which has rows for what is not set as well:
 * those are left out. `null` where it is none of these, or not known as a whole.
 */
export function parameterRows(value: Evaluated, location: Location | undefined): readonly GroupParameter[] | null {
  const base = location?.pointer ?? '';
  const rows = rowsIn(value, base);
  if (rows === null) return null;
  return rows.map((row) => rowOf(row, location && { ...location, pointer: row.at }));
}

function rowsIn(value: Evaluated, base: string): readonly Row[] | null {
  if (value.is === 'reference' && value.value !== undefined) return rowsIn(value.value, base);
  if (value.is === 'list') {
    const rows = value.items.map((item, at) => blockIn(item, pointerTo(base, at)));
    if (rows.some((row) => row === null)) return null;
    return (rows as readonly Row[]).filter((row) => !(row.isAnswer && plain(row.value) === null));
  }
  if (value.is !== 'object') return null;
  const { name } = value.entries;
  // One block that is not in a list: `parameter = { name = ..., value = ... }`.
  if (name !== undefined && value.entries.value !== undefined && Object.keys(value.entries).length <= 3) {
    const block = blockIn(value, base);
    return block === null ? null : [block];
  }
  return Object.entries(value.entries).map(([key, one]) => ({
    name: { is: 'value', value: key },
    value: one,
    apply: unset,
    at: pointerTo(base, key),
    isAnswer: false,
  }));
}

function blockIn(item: Evaluated, at: string): Row | null {
  if (item.is !== 'object') return null;
  const { ParameterName, ParameterValue = unset, ApplyMethod = unset } = item.entries;
  if (ParameterName !== undefined)
    return { name: ParameterName, value: ParameterValue, apply: ApplyMethod, at, isAnswer: true };
  const { name = unset, value = unset, apply_method: apply = unset } = item.entries;
  return { name, value, apply, at, isAnswer: false };
}

function rowOf({ name, value, apply }: Row, location: Location | undefined): GroupParameter {
  const row = groupParameter(plain(name), plain(value), plain(apply));
  const placed = location === undefined ? row : { ...row, location };
  const ways = alternativesOf(value);
  if (ways !== null && ways.of.length > 1) {
    const texts = ways.of.map((way) => textOf(way));
    const candidates = [...new Set(texts)];
    if (candidates.every((one) => one !== undefined)) {
      return { ...placed, value: null, state: 'one-of', candidates, why: ways.why, settles: ways.settles };
    }
  }
  return plain(value) === undefined ? { ...placed, value: null, state: 'unknown', ...reasonOf(value) } : placed;
}

/** `null` for unset, `undefined` for what is not known or no text. */
function textOf(value: Evaluated): string | null | undefined {
  const json = plain(value);
  if (json === null) return null;
  return typeof json === 'object' || json === undefined ? undefined : String(json);
}
