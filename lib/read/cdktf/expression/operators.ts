import type { Evaluated } from '../../evaluated/value';
import { allOf, numberIn, truthOf } from './convert';
import { sameness } from './equal';
import { tidy } from './number';
import { failure, isOpen, overChoices, unknown, unknownFrom, value, type Outcome } from './outcome';
import type { BinaryOperator } from './syntax';

const made = 'is computed from';

/** What an operator makes of its two operands. `right` is asked for only where it matters. */
export function combine(operator: BinaryOperator, left: Outcome, right: () => Outcome): Outcome {
  return operator === '&&' || operator === '||'
    ? overChoices([left], ([one = value(null)]) => logical(operator === '||', one, right))
    : overChoices([left, right()], ([one = value(null), other = value(null)]) => binary(operator, one, other));
}

/** `!` and the sign. */
export function invert(operator: '!' | '-', operand: Outcome): Outcome {
  return overChoices([operand], ([one = value(null)]) => {
    const found = operator === '!' ? truthOf(one) : numberIn(one);
    if (found === undefined) return unknownFrom(made, one);
    if (found.is === 'failure') return found;
    return value(typeof found.to === 'boolean' ? !found.to : 0 - found.to);
  });
}

/** `true` decides an or, `false` an and, whatever stands on the other side. */
function logical(decisive: boolean, left: Evaluated, right: () => Outcome): Outcome {
  const first = truthOf(left);
  if (first?.is === 'failure') return first;
  if (first?.to === decisive) return value(decisive);
  return overChoices([right()], ([other = value(null)]) => {
    const second = truthOf(other);
    if (second?.is === 'failure') return second;
    if (second?.to === decisive) return value(decisive);
    if (first === undefined) return unknownFrom(made, left);
    return second === undefined ? unknownFrom(made, other) : value(!decisive);
  });
}

function binary(operator: Exclude<BinaryOperator, '&&' | '||'>, left: Evaluated, right: Evaluated): Outcome {
  if (operator === '==' || operator === '!=') {
    const same = sameness(left, right);
    if (same !== undefined) return value(same === (operator === '=='));
    const open = [left, right].find(isOpen);
    return open === undefined
      ? unknown('compares values of which only Terraform knows the types')
      : unknownFrom(made, open);
  }
  const operands = allOf([left, right], numberIn);
  if (operands === undefined) return unknownFrom(made, numberIn(left) === undefined ? left : right);
  if (operands.is === 'failure') return operands;
  const [a = 0, b = 0] = operands.to;
  switch (operator) {
    case '<':
      return value(a < b);
    case '<=':
      return value(a <= b);
    case '>':
      return value(a > b);
    case '>=':
      return value(a >= b);
    case '+':
      return number(a + b);
    case '-':
      return number(a - b);
    case '*':
      return number(a * b);
    case '/':
      return a === 0 && b === 0 ? failure('divides zero by zero, which Terraform refuses') : number(a / b);
    case '%':
      return number(a % b);
  }
}

function number(result: number): Evaluated {
  const tidied = tidy(result);
  return tidied === null ? unknown('is a number that only Terraform computes') : value(tidied);
}
