import { kinds } from '../../kinds';
import { visibleText } from '../../report/visible';
import { reasonsOf, type RulesOrReasons } from '../rules';
import { judge, type Rules } from '../judge';
import { readWritten, waiversOf, type Acknowledged } from './acknowledge';
import { annotate } from './annotate';
import { nameOf, stackOf, type StackLike } from './construct';
import { resourcesIn } from './placement';
import { relevantAmong, wantedBy } from './relevance';
import { speakersOf } from './speakers';
import { acknowledgementsOf } from './survey';
import { synthesisOf } from './synthesis';
import { tell } from './tell';

/**
 * Judges the program that a stack belongs to as the stack is about to be written, and says on its constructs what is about
 * them. `isWatched` tells which stacks are judged when their turn comes. Never throws: what is wrong is an error on the stack.
 */
export function check(stack: StackLike, judgedWith: RulesOrReasons, isWatched: (stack: StackLike) => boolean): void {
  if ('reasons' in judgedWith) return fail(stack, judgedWith.reasons);
  try {
    judgeBefore(stack, judgedWith.rules, isWatched);
  } catch (error) {
    fail(stack, reasonsOf(error));
  }
}

function judgeBefore(own: StackLike, rules: Rules, isWatched: (stack: StackLike) => boolean): void {
  const policies = rules.policies.map(({ id }) => id);
  const { stacks, surveyOf, read, hadItsTurn } = synthesisOf(own);
  const acknowledgedIn = (some: readonly StackLike[]): readonly Acknowledged[] =>
    acknowledgementsOf(some, surveyOf).map((written) => readWritten(written, policies));
  refuseBroken(own, acknowledgedIn([own]));
  const relevant = relevantAmong(stacks, surveyOf, wantedBy(rules.configuration.workloads, kinds));
  // A stack without anything that counts says nothing, unless no other would say that nothing was judged.
  if (!relevant.includes(own) && relevant.some(isWatched)) return;

  const readings = read(relevant);
  const resources = resourcesIn(readings, rules.configuration.scope);
  const today = new Date().toISOString().slice(0, 10);
  const acknowledged = waiversOf(acknowledgedIn(relevant), resources);
  const report = judge(readings, rules, acknowledged, [], today);
  const watched = [...relevant, ...stacks].filter(isWatched);
  tell(own, report, {
    speakers: speakersOf(report, resources, { own, watched }),
    hadItsTurn,
    lapsed: [...rules.configuration.waivers, ...acknowledged].filter(({ until }) => until < today),
    notes: readings.find(({ document }) => document === nameOf(own))?.notes ?? [],
  });
}

/** Acknowledgements that excuse nothing, since something is wrong with them. */
function refuseBroken(stack: StackLike, acknowledged: readonly Acknowledged[]): void {
  for (const { construct, problems } of acknowledged) {
    const place = stackOf(construct) === stack ? construct : stack;
    for (const { message } of problems) annotate(place, 'error', `holdfast: ${visibleText(message)}`);
  }
}

function fail(stack: StackLike, reasons: readonly string[]): void {
  for (const reason of reasons) annotate(stack, 'error', `holdfast could not judge this: ${visibleText(reason)}`);
}
