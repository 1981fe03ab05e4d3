import { clip, code } from '../../../core/phrases';
import type { Evaluated } from '../../evaluated/value';
import { truthOf } from './convert';
import { causeOf, choose, failure, overChoices, value, type Outcome } from './outcome';
import { namesIn, type Expression } from './syntax';
import { unified } from './unify';

/** The branch that its condition picks, or either where the condition is not known. */
export function conditional(
  { condition, then, otherwise }: Extract<Expression, { is: 'conditional' }>,
  inside: (inner: Expression) => Outcome,
): Outcome {
  return overChoices([inside(condition)], ([decides = value(null)]) => {
    const truth = truthOf(decides);
    if (truth?.is === 'failure') return truth;
    // Terraform gives both branches one type, so the one that is not taken has a say in how the other is written.
    const [first, second] = [inside(then), inside(otherwise)];
    const branches = alike(first, second);
    if (branches === null) return failure('is one of two values of different types, which Terraform refuses');
    if (truth !== undefined) return truth.to ? branches[0] : branches[1];
    const { why, settles } = causeOf(decides);
    const names = namesIn(condition)
      .slice(0, 3)
      .map((name) => code(clip(name)));
    return choose(branches, `depends on ${names.length === 0 ? `a value that ${why}` : names.join(' and ')}`, settles);
  });
}

/** A branch that fails does not matter to the other. */
function alike(one: Outcome, other: Outcome): readonly [Outcome, Outcome] | null {
  if (one.is === 'failure' || other.is === 'failure') return [one, other];
  const [first, second]: readonly Evaluated[] = unified([one, other]) ?? [];
  return first === undefined || second === undefined ? null : [first, second];
}
