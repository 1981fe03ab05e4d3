import type { Evaluated } from '../../../evaluated/value';
import { allOf, type Converted } from '../convert';
import { behind, failure, type Failure, type Outcome } from '../outcome';

/**
 * What a function makes of its arguments, of which none is a choice by itself; `undefined` where it takes more than is known, or
 * does what is not done here.
 */
export type Run = (args: readonly Evaluated[]) => Outcome | undefined;

/** A function of the Terraform language, with how many arguments it takes. */
export type Function = { readonly least: number; readonly most: number; readonly run: Run };

export type Functions = ReadonlyMap<string, Function>;

export type List = Extract<Evaluated, { is: 'list' }>;
export type Dictionary = Extract<Evaluated, { is: 'object' }>;

/** A function that takes exactly so many arguments. */
export function taking(count: number, run: Run): Function {
  return { least: count, most: count, run };
}

/** A function of scalars of one type. */
export function converting<T>(
  to: (value: Evaluated) => Converted<T>,
  make: (values: readonly T[]) => Outcome | undefined,
): Run {
  return (args) => {
    const converted = allOf(args, to);
    return converted?.is === 'converted' ? make(converted.to) : converted;
  };
}

/** The list that a value is; `undefined` where that is not known. */
export function listOf(value: Evaluated | undefined): List | Failure | undefined {
  const found = value === undefined ? undefined : behind(value);
  if (found?.is === 'list') return found;
  return found?.is === 'unknown' || found?.is === 'reference' ? undefined : failure(needs('a list'));
}

/** The object or map that a value is; `undefined` where that is not known. */
export function objectOf(value: Evaluated | undefined): Dictionary | Failure | undefined {
  const found = value === undefined ? undefined : behind(value);
  if (found?.is === 'object') return found;
  return found?.is === 'unknown' || found?.is === 'reference' ? undefined : failure(needs('an object'));
}

/** A function of one list and further arguments. */
export function ofList(make: (list: List, others: readonly Evaluated[]) => Outcome | undefined): Run {
  return ([first, ...others]) => {
    const list = listOf(first);
    return list?.is === 'list' ? make(list, others) : list;
  };
}

/** A function of one object and further arguments. */
export function ofObject(make: (object: Dictionary, others: readonly Evaluated[]) => Outcome | undefined): Run {
  return ([first, ...others]) => {
    const object = objectOf(first);
    return object?.is === 'object' ? make(object, others) : object;
  };
}

export function isNull(value: Evaluated): boolean {
  const found = behind(value);
  return found.is === 'value' && found.value === null;
}

function needs(what: string): string {
  return `is computed from a value that is not ${what}, which Terraform refuses there`;
}
