import type { Change } from '../../core/fact';
import type { Json } from '../../core/setting';
import { isObject, items, own, pointerTo, textOf, type JsonObject } from '../json';
import type { Resource } from './resource';
import { modulesOf } from './traversal';

/** What is there once the plan is applied: nothing that it deletes, forgets or has deposed. Data sources that apply reads come along unjudged. */
export function plannedResources(plan: JsonObject): readonly Resource[] {
  return items(own(plan, 'resource_changes')).flatMap((row, at) => plannedResource(row, at) ?? []);
}

/** Every address that the plan speaks of, as it is and as it was: an object of the prior state outside them is not part of the plan. */
export function plannedAddresses(plan: JsonObject): ReadonlySet<string> {
  const addresses = new Set<string>();
  for (const row of items(own(plan, 'resource_changes'))) {
    for (const key of ['address', 'previous_address']) {
      const address = textOf(own(row, key));
      if (address !== undefined) addresses.add(address);
    }
  }
  return addresses;
}

/** The actions of a row; unknown ones come with the versions. */
export function actionsOf(row: Json): readonly string[] {
  return items(own(own(row, 'change'), 'actions')).filter((one) => typeof one === 'string');
}

function plannedResource(row: Json, at: number): Resource | null {
  const change = own(row, 'change');
  const after = own(change, 'after');
  const address = textOf(own(row, 'address'));
  const type = textOf(own(row, 'type'));
  if (address === undefined || type === undefined || !isObject(after) || own(row, 'deposed') !== undefined) return null;
  const actions = actionsOf(row);
  const mode = own(row, 'mode') === 'data' ? 'data' : 'managed';
  const pointer = pointerTo('', 'resource_changes', at);
  return {
    address,
    mode,
    type,
    name: textOf(own(row, 'name')) ?? '',
    index: indexOf(own(row, 'index')),
    modules: modulesOf(textOf(own(row, 'module_address'))),
    values: after,
    unknown: own(change, 'after_unknown') ?? false,
    sensitive: own(change, 'after_sensitive') ?? false,
    pointer,
    valuesPointer: `${pointer}/change/after`,
    judged: mode === 'managed',
    change: {
      action: actionOf(actions),
      before: own(change, 'before') ?? null,
      sensitive: own(change, 'before_sensitive') ?? false,
    },
  };
}

function actionOf(actions: readonly string[]): Change['action'] {
  if (actions.includes('create'))
    return actions.includes('delete') || actions.includes('forget') ? 'replace' : 'create';
  return actions.includes('update') ? 'update' : 'keep';
}

/** An instance key as rows carry it: a number, a string (also `""` and `"0"`), or none. */
export function indexOf(index: Json | undefined): string | number | null {
  return typeof index === 'string' || typeof index === 'number' ? index : null;
}
