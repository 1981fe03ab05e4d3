import type { Evaluated } from '../../evaluated/value';
import { numberOf, numberText } from './number';
import { behind, failure, type Failure } from './outcome';

/** A value of the wanted type; `undefined` where it is not known. */
export type Converted<T> = { readonly is: 'converted'; readonly to: T } | Failure | undefined;

const notNull = failure('is made of a value that is null, which Terraform refuses there');

/** As Terraform writes a number or a truth value into a text. */
export function textOf(value: Evaluated): Converted<string> {
  return convert(value, 'a text', (one) => (typeof one === 'number' ? (numberText(one) ?? undefined) : String(one)));
}

export function numberIn(value: Evaluated): Converted<number> {
  return convert(value, 'a number', (one) => {
    if (typeof one === 'string') return numberOf(one);
    return typeof one === 'number' ? one : null;
  });
}

/** Terraform takes `"true"`, `"false"`, `"1"` and `"0"` for truth values, and no number. */
export function truthOf(value: Evaluated): Converted<boolean> {
  return convert(value, 'true or false', (one) => {
    if (typeof one !== 'string') return typeof one === 'boolean' ? one : null;
    if (one === 'true' || one === '1') return true;
    return one === 'false' || one === '0' ? false : null;
  });
}

/** `null` of `to`: cannot be converted; `undefined`: not known. */
function convert<T>(
  value: Evaluated,
  wanted: string,
  to: (value: string | number | boolean) => T | null | undefined,
): Converted<T> {
  const found = behind(value);
  switch (found.is) {
    case 'value': {
      if (found.value === null) return notNull;
      const made = to(found.value);
      if (made === undefined) return undefined;
      return made === null ? notOf(wanted) : { is: 'converted', to: made };
    }
    case 'list':
    case 'object':
      return notOf(wanted);
    case 'reference':
    case 'text':
    case 'choice':
    case 'unknown':
      return undefined;
  }
}

/** Without the value itself, which may be a secret. */
function notOf(wanted: string): Failure {
  return failure(`is made of a value that is not ${wanted}, which Terraform refuses there`);
}

/** All of them; the first that fails, or is not known, speaks for all. */
export function allOf<T>(
  values: readonly Evaluated[],
  to: (value: Evaluated) => Converted<T>,
): Converted<readonly T[]> {
  const made: T[] = [];
  let open = false;
  for (const value of values) {
    const one = to(value);
    if (one === undefined) open = true;
    else if (one.is === 'failure') return one;
    else made.push(one.to);
  }
  return open ? undefined : { is: 'converted', to: made };
}
