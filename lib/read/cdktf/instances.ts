import { table } from '../../core/setting';
import { reasonOf } from '../evaluated/reason';
import { plain, type Evaluated } from '../evaluated/value';
import { own } from '../json';
import type { Estate, Instance, Instances, Where } from './estate';
import { evaluateJson } from './evaluate-json';
import { unknown } from './expression/outcome';
import { iterationsOf, mostRounds } from './iterations';
import type { Block, Stack } from './stack';

const tooMany = 'check the plan of one stack at a time';

type Reason = { readonly why: string; readonly settles: string };

/** The instances of a resource block, as far as its `for_each` or `count` is known. */
export function instancesOf(estate: Estate, block: Block): Instances {
  const argument = (own(block.body, 'for_each') ?? null) === null ? 'count' : 'for_each';
  const written = own(block.body, argument) ?? null;
  // Evaluated again even where the instances are known, so that whoever asks is seen to use the variables in it.
  const value =
    written === null
      ? null
      : estate.trail.once(block, argument, () => evaluateJson(estate, written, inStack(block.stack)));
  const had = estate.instances.get(block);
  if (had !== undefined) return had;
  const made = value === null ? single(block) : argument === 'count' ? counted(block, value) : keyed(block, value);
  const fits = eachOf(made).length <= estate.room.left;
  const kept = fits ? made : standIn(block, argument, { why: 'is one of very many in these stacks', settles: tooMany });
  estate.room.left -= eachOf(kept).length;
  estate.instances.set(block, kept);
  for (const one of eachOf(kept)) estate.byId.set(one.id, one);
  return kept;
}

/** The instances, each as a resource. */
export function eachOf(instances: Instances): readonly Instance[] {
  return instances.as === 'many' ? instances.all : [instances.only];
}

/** The place of an expression in a stack, outside of every resource. */
export function inStack(stack: Stack): Where {
  return { stack, self: null, iterators: table(), rounds: 1 };
}

function single(block: Block): Instances {
  return { as: 'single', only: instance(block, null, {}) };
}

function counted(block: Block, count: Evaluated): Instances {
  const written = plain(count);
  const number = typeof written === 'string' ? Number(written) : written;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0) {
    return standIn(block, 'count', reasonOf(count));
  }
  if (number > mostRounds) return standIn(block, 'count', { why: `is more than ${mostRounds}`, settles: tooMany });
  return many(
    'count',
    Array.from({ length: number }, (_, at) => instance(block, at, { count: { is: 'value', value: at } })),
  );
}

function keyed(block: Block, forEach: Evaluated): Instances {
  const iterations = iterationsOf(forEach, 'values');
  if (!iterations.known) return standIn(block, 'for_each', iterations);
  const all: Instance[] = [];
  for (const each of iterations.rounds) {
    const key = plain(each.key);
    if (key === null || key === undefined || typeof key === 'object') {
      return standIn(block, 'for_each', reasonOf(each.key));
    }
    all.push(instance(block, String(key), { each }));
  }
  return many('for_each', all);
}

function many(argument: 'count' | 'for_each', all: readonly Instance[]): Instances {
  return { as: 'many', argument, all, byKey: new Map(all.map((one) => [String(one.key), one])) };
}

function standIn(block: Block, argument: 'count' | 'for_each', reason: Reason): Instances {
  const { type, name } = block;
  const open = unknown(`comes from \`${argument}\` of \`${type}.${name}\`, which ${reason.why}`, reason.settles);
  const repeated = argument === 'count' ? { count: open } : { each: { key: open, value: open } };
  return { as: 'stand-in', only: instance(block, null, repeated), argument, ...reason };
}

function instance(
  block: Block,
  key: string | number | null,
  { each = null, count = null }: Partial<Pick<Instance, 'each' | 'count'>>,
): Instance {
  // As Terraform prints it: the sign that would begin a template is doubled.
  const index = key === null ? '' : `[${JSON.stringify(key).replace(/[$%](?=\{)/g, '$&$&')}]`;
  const address = `${block.type}.${block.name}${index}`;
  return { block, key, address, id: `${block.stack.document}#${address}`, each, count };
}
