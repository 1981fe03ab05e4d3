import type { Json } from '../../core/setting';
import { pathSteps, type PathStep } from '../../core/spelled';
import { isObject, own } from '../json';
import { blockFor, constantOf } from './configuration';
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
  const steps = pathSteps(path);
  let level: readonly Json[] = [block.expressions];
  for (const [at, { name, where }] of steps.entries()) {
    const inner = level.flatMap((one) => {
      const found = at > 0 && isExpression(one) ? one : own(one, name);
      return found === undefined ? [] : Array.isArray(found) ? (found as readonly Json[]) : [found];
    });
    const next = where.length === 0 ? inner : withKeys(inner, where);
    if (next.length === 0) {
      // A block that has values without being written is dynamic; one that is not known at all is the provider's to fill in.
      const block = at + 1 < steps.length;
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

/** The blocks that have these keys; where none is written with them, the expressions that may turn out to be them. */
function withKeys(blocks: readonly Json[], where: PathStep['where']): readonly Json[] {
  const possible = blocks.filter((block) => where.every((key) => keyOf(block, key) !== 'another'));
  const sure = possible.filter((block) => where.every((key) => keyOf(block, key) === 'same'));
  if (sure.length > 0) return sure;
  return possible.flatMap((block) =>
    isExpression(block)
      ? [block]
      : where.flatMap((key) => (keyOf(block, key) === 'open' ? (own(block, key.key) ?? []) : [])),
  );
}

function keyOf(block: Json, { key, value }: PathStep['where'][number]): 'same' | 'another' | 'open' {
  const expression = own(block, key);
  if (expression === undefined) return isExpression(block) ? 'open' : 'another';
  const constant = constantOf(expression);
  if (constant === undefined) return 'open';
  return constant === value ? 'same' : 'another';
}

/** `{}` is an expression too: a function of literals. A block holds expressions, none of which has these names. */
function isExpression(one: Json): boolean {
  if (!isObject(one)) return false;
  const keys = Object.keys(one);
  return keys.every((key) => key === 'references' || key === 'constant_value');
}
