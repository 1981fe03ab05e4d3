import { reasonOf } from '../../evaluated/reason';
import { plain, type Evaluated } from '../../evaluated/value';
import { isTooLarge } from './size';

/** An expression that Terraform itself refuses; `try` and `can` go on from it. `why` follows the name of the attribute. */
export type Failure = { readonly is: 'failure'; readonly why: string };
export type Outcome = Evaluated | Failure;
type Unknown = Extract<Evaluated, { is: 'unknown' }>;

/** What settles a value that a synthesised stack leaves open. */
const planSettles = 'check the plan: terraform show -json PLAN | holdfast check';

/** Nothing larger is followed, so that no document makes the work endless. */
export const tooLarge: Unknown = { is: 'unknown', why: 'is larger than what is read here', settles: planSettles };

/** More than anybody tells apart: beyond, a value counts as unknown. */
const mostChoices = 16;

export function unknown(why: string, settles: string = planSettles): Unknown {
  return { is: 'unknown', why, settles };
}

export function failure(why: string): Failure {
  return { is: 'failure', why };
}

export function value(of: string | number | boolean | null): Evaluated {
  return { is: 'value', value: of };
}

/** What a value is where nothing goes on from a failure. */
export function settled(outcome: Outcome): Evaluated {
  return outcome.is === 'failure' ? unknown(outcome.why) : outcome;
}

/** What stands behind references, as far as documents write it. */
export function behind(one: Evaluated): Evaluated {
  let at = one;
  while (at.is === 'reference' && at.value !== undefined) at = at.value;
  return at;
}

/** Whether any part of it is not known. */
export function isOpen(one: Evaluated): boolean {
  return plain(one) === undefined;
}

/** Unknown, since it is made of something that is: `how` says what is made of it, and the innermost such maker is named. */
export function unknownFrom(how: string, cause: Evaluated): Unknown {
  const { why, settles } = causeOf(cause);
  const told = /^(?:is the result of|is computed from) /.test(why);
  return unknown(told ? why : `${how} a value that ${why}`, settles);
}

/** Why a value is open, and what settles it: what only a provider knows, a plan may know. */
export function causeOf(cause: Evaluated): { readonly why: string; readonly settles: string } {
  const open = behind(cause);
  const { why, settles } = reasonOf(open);
  return { why, settles: open.is === 'unknown' || open.is === 'choice' ? settles : planSettles };
}

/** Exactly one of these holds. Equal ones are one, and choices inside are taken apart. */
export function choose(among: readonly Outcome[], why: string, settles: string): Evaluated {
  const distinct = new Map<string, Evaluated>();
  const all = among.map(settled).flatMap(ways);
  if (isTooLarge(all)) return tooLarge;
  for (const one of all) {
    // Entries in another order count as a difference, which costs a choice and no truth.
    distinct.set(JSON.stringify(one), one);
    if (distinct.size > mostChoices) return unknown(`${why}, and has too many possible values`, settles);
  }
  const [only, second] = distinct.values();
  if (only === undefined) return unknown(why, settles);
  return second === undefined ? only : { is: 'choice', of: [...distinct.values()], why, settles };
}

function ways(one: Evaluated): readonly Evaluated[] {
  return one.is === 'choice' ? one.of.flatMap(ways) : [one];
}

/** Makes something of values that each may be one of several: once for every combination. A failure among them is the result. */
export function overChoices(parts: readonly Outcome[], make: (values: readonly Evaluated[]) => Outcome): Outcome {
  const values: Evaluated[] = [];
  for (const part of parts) {
    if (part.is === 'failure') return part;
    values.push(part);
  }
  return spreadOut(values, 0, 1, make);
}

function spreadOut(
  values: readonly Evaluated[],
  from: number,
  combinations: number,
  make: (values: readonly Evaluated[]) => Outcome,
): Outcome {
  for (let at = from; at < values.length; at += 1) {
    const one = values[at];
    const choice = one === undefined ? undefined : behind(one);
    if (choice?.is !== 'choice') continue;
    const { of, why, settles } = choice;
    if (combinations * of.length > mostChoices) return unknown(`${why}, and has too many possible values`, settles);
    const made = of.map((way) => spreadOut(replaced(values, at, way), at, combinations * of.length, make));
    return choose(made, why, settles);
  }
  return make(values);
}

function replaced(values: readonly Evaluated[], at: number, by: Evaluated): readonly Evaluated[] {
  return values.map((one, index) => (index === at ? by : one));
}
