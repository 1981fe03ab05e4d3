import { clip, code } from '../../../core/phrases';
import type { Evaluated } from '../../evaluated/value';
import { collectionFunctions } from './functions/collections';
import { conversionFunctions } from './functions/conversions';
import type { Functions } from './functions/function';
import { numberFunctions } from './functions/numbers';
import { selectionFunctions } from './functions/selections';
import { textFunctions } from './functions/texts';
import { behind, failure, isOpen, overChoices, tooLarge, unknown, unknownFrom, value, type Outcome } from './outcome';
import { isTooLarge } from './size';
import type { Expression } from './syntax';

type Call = Extract<Expression, { is: 'call' }>;

/** What is computed here; anything else only Terraform computes. */
const functions: Functions = new Map([
  ...collectionFunctions,
  ...conversionFunctions,
  ...numberFunctions,
  ...selectionFunctions,
  ...textFunctions,
]);

/** What a function gives. */
export function call({ name, args, spread }: Call, inside: (inner: Expression) => Outcome): Outcome {
  switch (name) {
    case 'try':
      return firstThatHolds(args, inside);
    case 'can':
      return can(args, inside);
    case 'sensitive':
      return unknown(
        'is marked sensitive, so it is not read',
        'wrap the value in `nonsensitive()`, or write it without `sensitive()`',
      );
    default:
      return overChoices(args.map(inside), (values) =>
        spread ? overChoices(spreadOut(name, values), (all) => apply(name, all)) : apply(name, values),
      );
  }
}

function firstThatHolds(args: readonly Expression[], inside: (inner: Expression) => Outcome): Outcome {
  let last: Outcome = wrongArguments('try');
  for (const arg of args) {
    last = inside(arg);
    if (last.is !== 'failure') return last;
  }
  return last;
}

function can([arg, ...others]: readonly Expression[], inside: (inner: Expression) => Outcome): Outcome {
  if (arg === undefined || others.length > 0) return wrongArguments('can');
  const outcome = inside(arg);
  return outcome.is === 'unknown' ? unknownFrom(resultOf('can'), outcome) : value(outcome.is !== 'failure');
}

/** The arguments, of which the last is a list of further ones. */
function spreadOut(name: string, values: readonly Evaluated[]): readonly Outcome[] {
  const last = values.at(-1);
  if (last === undefined) return [];
  const found = behind(last);
  if (found.is === 'list') return [...values.slice(0, -1), ...found.items];
  return [
    found.is === 'unknown' || found.is === 'reference' ? unknownFrom(resultOf(name), found) : wrongArguments(name),
  ];
}

function apply(name: string, values: readonly Evaluated[]): Outcome {
  const known = functions.get(name);
  const alone = unknown(`is the result of ${code(`${clip(name)}()`)}, which only Terraform computes`);
  if (known === undefined) return alone;
  if (values.length < known.least || values.length > known.most) return wrongArguments(name);
  if (isTooLarge(values)) return tooLarge;
  const result = known.run(values);
  if (result !== undefined) return result;
  const open = values.find(isOpen);
  return open === undefined ? alone : unknownFrom(resultOf(name), open);
}

function resultOf(name: string): string {
  return `is the result of ${code(`${clip(name)}()`)} over`;
}

function wrongArguments(name: string): Outcome {
  return failure(`calls ${code(`${clip(name)}()`)} with arguments that it does not take`);
}
