import { table } from '../../../core/setting';
import type { Evaluated } from '../../evaluated/value';
import { call } from './call';
import { conditional } from './conditional';
import { textOf } from './convert';
import { evaluateFor } from './evaluate-for';
import { joined } from './join';
import { combine, invert } from './operators';
import { behind, overChoices, tooLarge, unknown, unknownFrom, value, type Failure, type Outcome } from './outcome';
import { isTooLarge, sizeOf } from './size';
import { stepInto, type KnownStep } from './step-into';
import type { Expression, Step } from './syntax';
import { stepsAsked, traversalOf, type Scope, type TraversalStep } from './traversal';

/** Where an expression stands. */
export type Context = {
  readonly scope: Scope;
  /** The names that `for` expressions around it give. */
  readonly names: ReadonlyMap<string, Evaluated>;
  /** How much more work one text may make, so that nested `for` expressions end. */
  readonly budget: { left: number };
};

/** Steps of evaluation, and hundreds of characters that results take: a second or two of work. */
export const wholeBudget = 300_000;

const tooMuch = unknown('is an expression that takes too long to compute');

/** What an expression is worth where it stands. */
export function evaluate(expression: Expression, context: Context): Outcome {
  context.budget.left -= 1;
  if (context.budget.left < 0) return tooMuch;
  const outcome = worth(expression, context);
  if (outcome.is === 'failure') return outcome;
  if (isTooLarge([outcome])) return tooLarge;
  context.budget.left -= Math.floor(sizeOf(outcome) / 100);
  return context.budget.left < 0 ? tooMuch : outcome;
}

function worth(expression: Expression, context: Context): Outcome {
  const inside = (inner: Expression): Outcome => evaluate(inner, context);
  switch (expression.is) {
    case 'literal':
      return value(expression.value);
    case 'template':
      return joined(expression.parts.map(inside));
    case 'list':
      return collected(expression.items.map(inside), (items) => ({ is: 'list', items }));
    case 'object':
      return object(expression, inside);
    case 'variable':
      return variable(expression, context);
    case 'steps':
      return steps(inside(expression.of), expression.steps, inside);
    case 'call':
      return call(expression, inside);
    case 'unary':
      return invert(expression.operator, inside(expression.operand));
    case 'chain': {
      let result = inside(expression.first);
      for (const { operator, operand } of expression.rest) result = combine(operator, result, () => inside(operand));
      return result;
    }
    case 'conditional':
      return conditional(expression, inside);
    case 'for':
      return evaluateFor(expression, inside, (inner, names) =>
        evaluate(inner, { ...context, names: new Map([...context.names, ...names]) }),
      );
  }
}

/** What is made of the parts, unless one of them fails. */
function collected<T>(parts: readonly (T | Failure)[], make: (values: readonly T[]) => Outcome): Outcome {
  const values: T[] = [];
  for (const part of parts) {
    if (isFailure(part)) return part;
    values.push(part);
  }
  return make(values);
}

function isFailure(part: unknown): part is Failure {
  return (part as Failure).is === 'failure';
}

function object({ entries }: Extract<Expression, { is: 'object' }>, inside: (inner: Expression) => Outcome): Outcome {
  const values = entries.map(({ value: of }) => inside(of));
  return collected(values, (known) =>
    overChoices(
      entries.map(({ key }) => inside(key)),
      (keys) => keyed(keys, known),
    ),
  );
}

function keyed(keys: readonly Evaluated[], values: readonly Evaluated[]): Outcome {
  const made = table<Evaluated>();
  for (const [at, key] of keys.entries()) {
    const text = textOf(key);
    if (text === undefined) return unknownFrom('is computed from', key);
    if (text.is === 'failure') return text;
    made[text.to] = values[at] ?? value(null);
  }
  return { is: 'object', entries: made };
}

function steps(from: Outcome, written: readonly Step[], inside: (inner: Expression) => Outcome): Outcome {
  return collected(
    written.map((step) => knownStep(step, inside)),
    (known) => stepInto(from, known),
  );
}

function knownStep(step: Step, inside: (inner: Expression) => Outcome): KnownStep | Failure {
  if (step.is !== 'key') return step;
  const key = inside(step.key);
  return key.is === 'failure' ? key : { is: 'key', key };
}

/** A name of a `for` around it, or a reference that the scope knows. */
function variable({ root, steps: written }: Extract<Expression, { is: 'variable' }>, context: Context): Outcome {
  const inside = (inner: Expression): Outcome => evaluate(inner, context);
  const local = context.names.get(root);
  if (local !== undefined) return steps(local, written, inside);
  const asked = stepsAsked(root, written);
  return collected(
    written.slice(0, asked).map((step) => knownStep(step, inside)),
    (known) => steps(reference(root, known, context.scope), written.slice(asked), inside),
  );
}

/** Of a key that may be one of several, each leads to a reference of its own. */
function reference(root: string, known: readonly KnownStep[], scope: Scope): Outcome {
  const keys = known.flatMap((step) => (step.is === 'key' ? [step.key] : []));
  return overChoices(keys, (values) => {
    let next = 0;
    const taken: TraversalStep[] = [];
    for (const step of known) {
      const key = step.is === 'key' ? behind(values[next++] ?? step.key) : null;
      if (step.is !== 'key') taken.push(step);
      else if (key?.is === 'value' && (typeof key.value === 'string' || typeof key.value === 'number')) {
        taken.push({ is: 'key', key: key.value });
      } else return unknownFrom('is computed from', key ?? step.key);
    }
    return scope(traversalOf(root, taken));
  });
}
