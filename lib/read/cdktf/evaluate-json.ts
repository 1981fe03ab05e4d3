import { table, type Json, type Table } from '../../core/setting';
import { plain, type Evaluated } from '../evaluated/value';
import { isObject, items, own } from '../json';
import { dynamicBlocks, isDynamic, listed } from './dynamic';
import type { Estate, Where } from './estate';
import { unknown } from './expression/outcome';
import { iterationsOf, mostRounds } from './iterations';
import { isUnresolvedToken } from './unresolved-token';

/** Blocks in blocks, or a value's own nesting. */
const deepest = 100;

/** A value of a stack at its place, its expressions followed as far as the stacks go and its `dynamic` blocks written out. */
export function evaluateJson(estate: Estate, value: Json, where: Where, depth = 0): Evaluated {
  if (isUnresolvedToken(value)) {
    return unknown(
      'is an unresolved token, so synth does not tell it',
      'pass on the token itself, not a text or number that was made from it',
    );
  }
  if (typeof value === 'string') return estate.evaluate(value, where);
  if (depth >= deepest) return unknown(`is nested more than ${deepest} levels deep`);
  if (isObject(value)) return objectOf(estate, value, where, depth + 1);
  if (typeof value === 'object' && value !== null) {
    return { is: 'list', items: items(value).map((one) => evaluateJson(estate, one, where, depth + 1)) };
  }
  return { is: 'value', value };
}

/** The blocks of one name: those that are written, and behind them those that `dynamic` blocks make. */
export function evaluateBlocks(
  estate: Estate,
  name: string,
  written: Json | undefined,
  dynamic: readonly Json[],
  where: Where,
  depth = 0,
): Evaluated {
  const blocks = listed(written).flatMap((one) => {
    const block = evaluateJson(estate, one, where, depth + 1);
    return block.is === 'list' ? block.items : [block];
  });
  return { is: 'list', items: [...blocks, ...dynamic.flatMap((one) => madeBy(estate, name, one, where, depth + 1))] };
}

function objectOf(estate: Estate, value: { readonly [key: string]: Json }, where: Where, depth: number): Evaluated {
  const found = table<Evaluated>();
  const dynamic = own(value, 'dynamic');
  const made = isDynamic(dynamic) ? dynamicBlocks(dynamic) : null;
  for (const [name, one] of Object.entries(value)) {
    if (name === 'dynamic' && made !== null) continue;
    const key = name.includes('${') ? plain(estate.evaluate(name, where)) : name;
    if (typeof key !== 'string') return unknown('has a key that only Terraform computes');
    found[key] = evaluateJson(estate, one, where, depth);
  }
  for (const [name, bodies] of made ?? []) {
    found[name] = evaluateBlocks(estate, name, own(value, name), bodies, where, depth);
  }
  return { is: 'object', entries: found };
}

function madeBy(estate: Estate, name: string, body: Json, where: Where, depth: number): readonly Evaluated[] {
  const forEach = own(body, 'for_each');
  const content = own(body, 'content');
  if (forEach === undefined || content === undefined) {
    return [unknown(`comes from a \`dynamic\` block without \`${forEach === undefined ? 'for_each' : 'content'}\``)];
  }
  // The keys of a set are its values, and only the conversion tells it from a list.
  const isSet = typeof forEach === 'string' && forEach.startsWith('${toset(');
  const iterations = iterationsOf(evaluateJson(estate, forEach, where, depth), isSet ? 'values' : 'positions');
  if (!iterations.known) {
    return [unknown(`comes from a \`dynamic\` block whose \`for_each\` ${iterations.why}`, iterations.settles)];
  }
  const rounds = where.rounds * Math.max(iterations.rounds.length, 1);
  if (rounds > mostRounds) return [unknown(`comes from \`dynamic\` blocks that make more than ${mostRounds} blocks`)];
  const iterator = own(body, 'iterator');
  return iterations.rounds.map((round) => {
    const iterators: Table<typeof round> = table([
      ...Object.entries(where.iterators),
      [typeof iterator === 'string' ? iterator : name, round],
    ]);
    return evaluateJson(estate, content, { ...where, iterators, rounds }, depth);
  });
}
