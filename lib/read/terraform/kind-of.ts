import type { Kind } from '../../core/kind';
import { table, type Json, type Table } from '../../core/setting';
import { entries } from '../json';
import type { Terrain } from './walk';
import type { Resource } from './resource';
import { behindUnknown } from './unset';

/** The kinds that a Terraform type may be. */
export type KindsByType = ReadonlyMap<string, readonly Kind[]>;

export function kindsByType(kinds: readonly Kind[]): KindsByType {
  const byType = new Map<string, Kind[]>();
  for (const kind of kinds) {
    for (const type of kind.terraform?.types ?? []) byType.set(type, [...(byType.get(type) ?? []), kind]);
  }
  return byType;
}

/**
 * Which kind a resource is: `other` where none describes it, `unclear` where an attribute that decides is not known.
 * `when` gets unset attributes as `null` or not at all, and those that are not known as `undefined`.
 */
export function kindOf(byType: KindsByType, terrain: Terrain, resource: Resource): Kind | 'other' | 'unclear' {
  const possible = byType.get(resource.type);
  if (possible === undefined) return 'other';
  const shown = matching(possible, table(shownAttributes(resource)));
  return shown === 'unclear' ? matching(possible, withUnset(terrain, resource)) : shown;
}

function matching(kinds: readonly Kind[], attributes: Table<Json | undefined>): Kind | 'other' | 'unclear' {
  let unclear = false;
  for (const kind of kinds) {
    const is = kind.terraform?.when?.(attributes);
    if (is === undefined || is === true) return kind;
    if (is === null) unclear = true;
  }
  return unclear ? 'unclear' : 'other';
}

function shownAttributes({ values, unknown }: Resource): readonly (readonly [string, Json | undefined])[] {
  const open = entries(unknown).flatMap(([name, mask]) => (mask === true ? [[name, undefined] as const] : []));
  return [...entries(values), ...open];
}

/** The attributes again, with those as `null` that nobody set: the walk behind them costs more than most resources need. */
function withUnset(terrain: Terrain, resource: Resource): Table<Json | undefined> {
  const attributes = table(shownAttributes(resource));
  for (const [name, mask] of entries(resource.unknown)) {
    if (mask !== true) continue;
    const behind = behindUnknown(terrain, resource, name, 1, null);
    if (behind.is === 'unset') attributes[name] = null;
    if (behind.is === 'written') attributes[name] = behind.value;
  }
  return attributes;
}
