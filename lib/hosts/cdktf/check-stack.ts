import { InputError } from '../../core/input-error';
import type { Report } from '../../core/report';
import { judge, rulesOf, type HostOptions, type Rules } from '../judge';
import { readWritten, waiversOf } from './acknowledge';
import { stacksIn, type ConstructLike } from './construct';
import { bodyOf, readTogether } from './estate';
import { resourcesIn } from './placement';
import { acknowledgementsOf, surveyOf } from './survey';

/**
 * Judges a stack or an app as it is now, for unit tests: the whole program is in view, since a path may lead from one stack to
 * another. Aspects run when a stack is synthesised, and not here. Throws an `InputError` where the configuration or an
 * acknowledgement is broken, or where there is no stack.
 */
export function checkStack(construct: ConstructLike, options: HostOptions = {}): Report {
  return judgeProgram(construct, rulesOf(options));
}

/** The same with rules that were read before. */
export function judgeProgram({ node }: ConstructLike, rules: Rules): Report {
  const stacks = stacksIn(node.root);
  if (stacks.length === 0) {
    const message =
      'there is no stack of CDKTF or CDK Terrain here, so nothing is judged; pass a stack, or an app that has one';
    throw new InputError([{ message }]);
  }
  const policies = rules.policies.map(({ id }) => id);
  const acknowledged = acknowledgementsOf(stacks, surveyOf).map((written) => readWritten(written, policies));
  const problems = acknowledged.flatMap((one) => one.problems);
  if (problems.length > 0) throw new InputError(problems);
  const readings = readTogether(stacks.map(bodyOf));
  return judge(readings, rules, waiversOf(acknowledged, resourcesIn(readings, rules.configuration.scope)));
}
