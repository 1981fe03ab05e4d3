import { compare } from '../../../core/order';
import { table } from '../../../core/setting';
import type { Evaluated } from '../../evaluated/value';
import { textOf, truthOf } from './convert';
import { behind, failure, overChoices, unknownFrom, value, type Outcome } from './outcome';
import type { Expression } from './syntax';

type For = Extract<Expression, { is: 'for' }>;
type Names = readonly (readonly [string, Evaluated])[];
type Within = (inner: Expression, names: Names) => Outcome;

/** A list or object made of each element of another; `within` evaluates with further names. */
export function evaluateFor(made: For, inside: (inner: Expression) => Outcome, within: Within): Outcome {
  return overChoices([inside(made.collection)], ([collection = value(null)]) => {
    const found = behind(collection);
    if (found.is === 'unknown' || found.is === 'reference') return unknownFrom('is computed from', found);
    if (found.is !== 'list' && found.is !== 'object') {
      return failure('goes through the elements of a value that has none, which Terraform refuses');
    }
    const pairs: Names =
      found.is === 'list'
        ? found.items.map((item, at) => [String(at), item])
        : Object.entries(found.entries).sort(([one], [other]) => compare(one, other));
    const rounds: Names[] = [];
    for (const [key, item] of pairs) {
      const keyed = value(found.is === 'list' ? Number(key) : key);
      const names: Names =
        made.key === null
          ? [[made.value, item]]
          : [
              [made.key, keyed],
              [made.value, item],
            ];
      const kept = isKept(made.only, names, within);
      if (typeof kept !== 'boolean') return kept;
      if (kept) rounds.push(names);
    }
    return made.makes.as === 'list' ? list(made.makes.item, rounds, within) : object(made.makes, rounds, within);
  });
}

function isKept(only: Expression | null, names: Names, within: Within): boolean | Outcome {
  if (only === null) return true;
  const condition = within(only, names);
  if (condition.is === 'failure') return condition;
  const truth = truthOf(condition);
  if (truth === undefined) return unknownFrom('is computed from', condition);
  return truth.is === 'failure' ? truth : truth.to;
}

function list(item: Expression, rounds: readonly Names[], within: Within): Outcome {
  const items: Evaluated[] = [];
  for (const names of rounds) {
    const one = within(item, names);
    if (one.is === 'failure') return one;
    items.push(one);
  }
  return { is: 'list', items };
}

function object(makes: Extract<For['makes'], { as: 'object' }>, rounds: readonly Names[], within: Within): Outcome {
  const groups = new Map<string, Evaluated[]>();
  for (const names of rounds) {
    const [key, one] = [within(makes.key, names), within(makes.value, names)];
    if (key.is === 'failure') return key;
    if (one.is === 'failure') return one;
    const text = textOf(key);
    if (text === undefined) return unknownFrom('is computed from', key);
    if (text.is === 'failure') return text;
    const group = groups.get(text.to);
    if (group !== undefined && !makes.grouped) return failure('gives a key twice, which Terraform refuses');
    groups.set(text.to, [...(group ?? []), one]);
  }
  const entries = table<Evaluated>();
  for (const [key, items] of groups) entries[key] = makes.grouped ? { is: 'list', items } : (items[0] ?? value(null));
  return { is: 'object', entries };
}
