import { numberIn } from '../convert';
import { tidy } from '../number';
import { value, type Outcome } from '../outcome';
import { converting, taking, type Function, type Functions } from './function';

function number(result: number): Outcome | undefined {
  const tidied = tidy(result);
  return tidied === null ? undefined : value(tidied);
}

function ofOne(make: (one: number) => number): Function {
  return taking(
    1,
    converting(numberIn, ([one = 0]) => number(make(one))),
  );
}

function ofMany(make: (one: number, other: number) => number): Function {
  const run = converting(numberIn, ([first = 0, ...others]) =>
    number(others.reduce((one, other) => make(one, other), first)),
  );
  return { least: 1, most: Infinity, run };
}

/** https://developer.hashicorp.com/terraform/language/functions, "Numeric Functions". */
export const numberFunctions: Functions = new Map([
  ['max', ofMany(Math.max)],
  ['min', ofMany(Math.min)],
  ['floor', ofOne(Math.floor)],
  ['ceil', ofOne(Math.ceil)],
  ['abs', ofOne(Math.abs)],
]);
