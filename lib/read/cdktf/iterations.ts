import { reasonOf } from '../evaluated/reason';
import type { Evaluated } from '../evaluated/value';
import type { Iteration } from './estate';

/** The rounds of a `for_each`, or why they are not known. */
export type Iterations =
  | { readonly known: true; readonly rounds: readonly Iteration[] }
  | { readonly known: false; readonly why: string; readonly settles: string };

/** More rounds than anybody writes: beyond, a document is out to exhaust whoever reads it. */
export const mostRounds = 1000;

/**
 * The rounds that a `for_each` makes. Of a list, which stands for a set too, the key of a round is its value where `keys` are
 * `values` (sets, and all resources), else its position (a `dynamic` block over a list).
 */
export function iterationsOf(forEach: Evaluated, keys: 'values' | 'positions'): Iterations {
  switch (forEach.is) {
    case 'reference':
      return forEach.value === undefined ? open(forEach) : iterationsOf(forEach.value, keys);
    case 'object':
      return limited(
        Object.entries(forEach.entries).map(([key, value]) => ({ key: { is: 'value', value: key }, value })),
      );
    case 'list':
      return limited(
        forEach.items.map((value, at) => ({ key: keys === 'values' ? value : { is: 'value', value: at }, value })),
      );
    case 'value':
    case 'text':
    case 'choice':
    case 'unknown':
      return open(forEach);
  }
}

function open(value: Evaluated): Iterations {
  return { known: false, ...reasonOf(value) };
}

function limited(rounds: readonly Iteration[]): Iterations {
  return rounds.length <= mostRounds
    ? { known: true, rounds }
    : { known: false, why: `has more than ${mostRounds} elements`, settles: 'check the plan instead of the stack' };
}
