import { sameJson } from '../json';
import { plain, type Evaluated } from '../evaluated/value';
import { unknownValue } from './unknowns';

type Choice = Extract<Evaluated, { is: 'choice' }>;

/** How many values one value may have at most: more are as good as unknown. */
export const maxCandidates = 16;

/** One of several values; the value itself where all of them are equal, unknown where there are too many. */
export function choiceOf(of: readonly Evaluated[], why: string, settles: string): Evaluated {
  const [first] = of;
  if (first === undefined || of.length > maxCandidates) return unknownValue(why, settles);
  return of.every((one) => isSame(one, first)) ? first : { is: 'choice', of, why, settles };
}

/**
 * What `make` makes of the given values, once for each combination where some are choices. Choices for the same reason are
 * made together: a condition is the same in each part of a text.
 */
export function perCase(
  given: readonly Evaluated[],
  make: (chosen: readonly Evaluated[]) => Evaluated,
  room = maxCandidates,
): Evaluated {
  const choice = given.find((one): one is Choice => one.is === 'choice');
  if (choice === undefined) return make(given);
  const { of, why, settles } = choice;
  if (of.length > room) return unknownValue('is one of very many values');
  const cases = of.map((_, at) =>
    perCase(
      given.map((one) => (one.is === 'choice' && one.why === why ? (one.of[at] ?? one) : one)),
      make,
      Math.floor(room / of.length),
    ),
  );
  return choiceOf(cases, why, settles);
}

function isSame(one: Evaluated, other: Evaluated): boolean {
  if (one === other) return true;
  if (one.is === 'reference' || other.is === 'reference') {
    return (
      one.is === 'reference' && other.is === 'reference' && one.to === other.to && one.attribute === other.attribute
    );
  }
  const [a, b] = [plain(one), plain(other)];
  return a !== undefined && b !== undefined && sameJson(a, b);
}
