import type { Json } from '../../core/setting';
import { own, textOf } from '../json';
import { blockFor, constantOf } from './configuration';
import { reach } from './references';
import type { Place, Terrain } from './walk';
import type { Resource } from './resource';

/** The expression that the resource's own provider (its alias, in its module) was given for an argument. */
export function providerArgument({ configured }: Terrain, resource: Resource, argument: string): Place | null {
  const key = blockFor(configured, resource)?.providerKey;
  if (key === undefined) return null;
  // A module that was handed its provider may still name it with its own prefix: then the root's provider of that name is meant.
  for (const candidate of [key, key.slice(key.lastIndexOf(':') + 1)]) {
    const provider = configured.providers[candidate];
    const expression = own(provider?.expressions, argument);
    if (provider && expression !== undefined) return { expression, modules: provider.modules, self: null };
  }
  return null;
}

/**
 * The region that a resource is in: what it writes itself, else its provider's, else what the plan prints. A printed region
 * need not be that of the provider alias; where they differ, the alias is right (facts: measured.md, last paragraph).
 */
export function regionOf(terrain: Terrain, resource: Resource): string | undefined {
  const block = blockFor(terrain.configured, resource);
  const written = own(block?.expressions, 'region');
  const place: Place | null =
    written === undefined
      ? null
      : { expression: written, modules: resource.modules, self: { forEach: block?.forEach, key: resource.index } };
  const provider = providerArgument(terrain, resource, 'region');
  return (
    soleRegion(terrain, place) ??
    soleRegion(terrain, provider) ??
    (own(resource.sensitive, 'region') === true ? undefined : textOf(own(resource.values, 'region')))
  );
}

/**
 * The one region that an expression can be: none where it is put together from several values (which the plan shows only as
 * references, hence the check of its form), or from what the plan does not show.
 */
function soleRegion(terrain: Terrain, place: Place | null): string | undefined {
  if (place === null) return undefined;
  const constant = textOf(constantOf(place.expression));
  if (constant !== undefined) return constant;
  const { constants, resources, deadEnds } = reach(terrain, place);
  const [only, second] = constants.filter((one: Json) => one !== null && one !== '');
  const region = second === undefined && resources.length === 0 && deadEnds.length === 0 ? textOf(only) : undefined;
  return region !== undefined && /^[a-z]{2,8}(-[a-z]{2,12}){1,3}-\d{1,2}$/.test(region) ? region : undefined;
}
