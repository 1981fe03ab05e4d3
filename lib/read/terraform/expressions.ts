import type { Json } from '../../core/setting';
import { isObject, own } from '../json';
import { blockFor } from './configuration';
import type { Place, Terrain } from './walk';
import type { Resource } from './resource';

/**
 * What the configuration writes for an attribute. `none`: it does not set it. `hidden`: it may, in a `dynamic` block, which
 * plans leave out. `absent`: the document has no configuration for this resource.
 */
export type Written =
  | { readonly is: 'expressions'; readonly places: readonly Place[] }
  | { readonly is: 'none' }
  | { readonly is: 'hidden' }
  | { readonly is: 'absent' };

/**
 * The expressions for an attribute at a dotted path, of every block that the path enters: blocks of a set come in another
 * order than their values, so they are never paired. `filledIn`: how many segments lead to a block that the provider fills in
 * as a whole, if one does.
 */
export function writtenAt(terrain: Terrain, resource: Resource, path: string, filledIn: number | null): Written {
  const block = blockFor(terrain.configured, resource);
  if (block === undefined) return { is: 'absent' };
  const segments = path.split('.');
  let level: readonly Json[] = [block.expressions];
  for (const [at, segment] of segments.entries()) {
    const next = level.flatMap((one) => {
      const inner = at > 0 && isExpression(one) ? one : own(one, segment);
      return inner === undefined ? [] : Array.isArray(inner) ? (inner as readonly Json[]) : [inner];
    });
    if (next.length === 0) {
      // A block that has values without being written is dynamic; one that is not known at all is the provider's to fill in.
      const block = at + 1 < segments.length;
      return { is: block && (filledIn === null || filledIn > at + 1) ? 'hidden' : 'none' };
    }
    level = next;
  }
  const self = { forEach: block.forEach, key: resource.index };
  const expressions = level.filter(isExpression);
  if (expressions.length === 0) return { is: 'none' };
  return {
    is: 'expressions',
    places: expressions.map((expression) => ({ expression, modules: resource.modules, self })),
  };
}

/** `{}` is an expression too: a function of literals. A block holds expressions, none of which has these names. */
function isExpression(one: Json): boolean {
  if (!isObject(one)) return false;
  const keys = Object.keys(one);
  return keys.every((key) => key === 'references' || key === 'constant_value');
}
