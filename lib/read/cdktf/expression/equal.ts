import type { Evaluated } from '../../evaluated/value';
import { isExact } from './number';
import { behind } from './outcome';

/**
 * Whether `==` holds; `undefined` where that is not known: a part is open, or all that could differ is the type (`1` and `"1"`,
 * a list and a tuple), which Terraform tells apart and documents do not show.
 */
export function sameness(one: Evaluated, other: Evaluated): boolean | undefined {
  const [a, b] = [behind(one), behind(other)];
  if (isHidden(a) || isHidden(b)) return undefined;
  if (a.is === 'list' && b.is === 'list') {
    return differ(a.items.length === b.items.length, a.items, b.items);
  }
  if (a.is === 'object' && b.is === 'object') {
    const keys = Object.keys(a.entries);
    const alike = keys.length === Object.keys(b.entries).length && keys.every((key) => key in b.entries);
    return differ(
      alike,
      keys.flatMap((key) => a.entries[key] ?? []),
      keys.flatMap((key) => b.entries[key] ?? []),
    );
  }
  if (a.is !== 'value' || b.is !== 'value') return false;
  return sameScalar(a.value, b.value);
}

type Scalar = Extract<Evaluated, { is: 'value' }>['value'];

function sameScalar(one: Scalar, other: Scalar): boolean | undefined {
  if (typeof one === 'number' && typeof other === 'number') {
    return isExact(one) && isExact(other) ? one === other : undefined;
  }
  if (typeof one === typeof other || one === null || other === null) return one === other;
  return String(one) === String(other) ? undefined : false;
}

/** Of two collections only a difference is certain. */
function differ(alike: boolean, some: readonly Evaluated[], others: readonly Evaluated[]): false | undefined {
  const different = !alike || some.some((one, at) => sameness(one, others[at] ?? one) === false);
  return different ? false : undefined;
}

function isHidden(value: Evaluated): boolean {
  return value.is === 'reference' || value.is === 'text' || value.is === 'choice' || value.is === 'unknown';
}
