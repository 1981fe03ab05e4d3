import { clip, code } from '../../core/phrases';
import { table } from '../../core/setting';
import type { Evaluated } from '../evaluated/value';
import { attributeOf } from './attributes';
import type { Estate, Instance, Where } from './estate';
import type { Traversal, TraversalStep } from './evaluate-text';
import { unknown } from './expression/outcome';
import { instancesOf } from './instances';
import type { Block } from './stack';
import { walk } from './walk';

/** More than anybody tells apart: beyond, a reference that may mean several resources is unknown. */
const mostMeant = 16;

/**
 * A reference to a resource: of the own stack, or, where that has none of the name, of the stacks beside it, since synth
 * without preparation (`Testing.synth`) writes references across stacks like any other.
 */
export function resourceReference(estate: Estate, where: Where, traversal: Traversal): Evaluated {
  const { root, text } = traversal;
  const [name, ...steps] = traversal.steps;
  if (name?.is !== 'name') return unknown(`refers to ${code(clip(text))}, which names nothing`);
  const address = `${root}.${name.name}`;
  const own = where.stack.resources.get(address);
  const meant = own === undefined ? (estate.declaring.get(address) ?? []) : [own];
  const [only, another] = meant;
  if (only === undefined) {
    return unknown(
      `leads to ${code(clip(address))}, a resource that is in none of the stacks`,
      'check the stack that makes it together with this one, or check the plan',
    );
  }
  const through = (block: Block): Evaluated => throughBlock(estate, block, steps, where, text);
  if (another === undefined) return through(only);
  const why = `leads to ${code(clip(address))}, which ${meant.length} of the other stacks have`;
  return severally(
    meant.map((block) => () => through(block)),
    why,
  );
}

/**
 * An attribute of a resource, with what the resource writes for it; or without steps the resource as a whole, of which
 * {@link written} finds an attribute later on.
 */
export function throughInstance(
  estate: Estate,
  instance: Instance,
  steps: readonly TraversalStep[],
  text: string,
): Evaluated {
  const [step, ...rest] = steps;
  const reference = { is: 'reference', to: instance.id, text } as const;
  if (step === undefined) return { ...reference, attribute: null };
  if (step.is === 'splat') return { is: 'list', items: [throughInstance(estate, instance, rest, text)] };
  const attribute = step.is === 'name' ? step.name : String(step.key);
  const value = attributeOf(estate, instance, attribute);
  return walk({ ...reference, attribute, ...(value !== undefined && { value }) }, rest, text);
}

/** The same value, where references to attributes that an expression took from whole resources have what is written there. */
export function written(estate: Estate, value: Evaluated): Evaluated {
  if (value.is === 'list') return value.items.some(isBare) ? { ...value, items: value.items.map(filled) } : value;
  if (value.is === 'choice') return value.of.some(isBare) ? { ...value, of: value.of.map(filled) } : value;
  return filled(value);

  function filled(one: Evaluated): Evaluated {
    if (!isBare(one)) return one;
    const instance = estate.byId.get(one.to);
    const found = instance === undefined ? undefined : attributeOf(estate, instance, one.attribute);
    return found === undefined ? one : { ...one, value: found };
  }
}

type Bare = Extract<Evaluated, { is: 'reference' }> & { readonly attribute: string };

function isBare(value: Evaluated): value is Bare {
  return value.is === 'reference' && value.attribute !== null && value.value === undefined;
}

function throughBlock(
  estate: Estate,
  block: Block,
  steps: readonly TraversalStep[],
  where: Where,
  text: string,
): Evaluated {
  const instances = instancesOf(estate, block);
  const [step, ...rest] = steps;
  const through = (one: Instance, further: readonly TraversalStep[]): Evaluated =>
    throughInstance(estate, one, further, text);
  if (instances.as !== 'many') {
    // An index says which instance is meant, and here one stands for all; references of old write `.0` of a single one.
    const isIndex = step?.is === 'key' && (instances.as === 'stand-in' || step.key === 0);
    return through(instances.only, isIndex ? rest : steps);
  }
  const { all, byKey } = instances;
  if (step === undefined) {
    if (instances.argument === 'count') return { is: 'list', items: all.map((one) => through(one, [])) };
    return { is: 'object', entries: table(all.map((one) => [String(one.key), through(one, [])])) };
  }
  if (step.is === 'splat') return { is: 'list', items: all.map((one) => through(one, rest)) };
  if (step.is === 'key') {
    const one = byKey.get(String(step.key));
    return one === undefined
      ? unknown(`leads to ${code(clip(text))}, an instance that is not there`)
      : through(one, rest);
  }
  // Resources that repeat alike (`for_each` over each other, or over the same map) mean the instance with their own key.
  const [first, second] = all;
  const one = byKey.get(String(where.self?.key)) ?? (second === undefined ? first : undefined);
  if (one !== undefined) return through(one, steps);
  const what = `${code(clip(`${block.type}.${block.name}`))}`;
  if (first === undefined) return unknown(`leads to ${what}, which has no instances`);
  return severally(
    all.map((each) => () => through(each, steps)),
    `leads to ${what} without saying which of its ${all.length} instances is meant`,
  );
}

function severally(ways: readonly (() => Evaluated)[], why: string): Evaluated {
  const { settles } = unknown(why);
  return ways.length > mostMeant ? unknown(why) : { is: 'choice', of: ways.map((way) => way()), why, settles };
}
