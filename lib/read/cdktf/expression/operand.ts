import { expect, nested, refuse, sees, skip, take, takeMatch, takeName, takeWord, type Cursor } from './cursor';
import { parseFor } from './parse-for';
import { parseExpression } from './parse';
import type { Expression, Step } from './syntax';
import { parseTemplate } from './template';

/** What operators stand between: a value with the steps from it, and the signs before it. */
export function parseOperand(cursor: Cursor): Expression {
  for (const operator of ['!', '-'] as const) {
    if (take(cursor, operator)) {
      return { is: 'unary', operator, operand: nested(cursor, cursor.lines, parseOperand) };
    }
  }
  return parseSteps(cursor, parseValue(cursor));
}

const nothing: Expression = { is: 'literal', value: null };

function parseValue(cursor: Cursor): Expression {
  skip(cursor);
  switch (cursor.text[cursor.at]) {
    case '"':
      cursor.at += 1;
      return nested(cursor, false, (inner) => parseTemplate(inner, true));
    case '(':
      cursor.at += 1;
      return nested(cursor, false, parseBracketed);
    case '[':
      cursor.at += 1;
      return nested(cursor, false, parseList);
    case '{':
      cursor.at += 1;
      return nested(cursor, true, parseObject);
    default:
      break;
  }
  const number = takeMatch(cursor, /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
  if (number !== null) return numeral(number);
  const name = takeName(cursor);
  if (name === null) {
    // A heredoc comes here too: JSON syntax has line breaks of its own, and nothing writes one into an expression.
    refuse(cursor, 'grammar');
    return nothing;
  }
  if (take(cursor, '(')) return nested(cursor, false, (inner) => parseCall(inner, name));
  if (name === 'true' || name === 'false') return { is: 'literal', value: name === 'true' };
  return name === 'null' ? nothing : { is: 'variable', root: name, steps: [] };
}

/** Terraform keeps every digit; one that would be rounded here is converted only when it is asked for. */
function numeral(text: string): Expression {
  const value = Number(text);
  return text.length <= 15
    ? { is: 'literal', value }
    : { is: 'call', name: 'tonumber', args: [{ is: 'literal', value: text }], spread: false };
}

function parseBracketed(cursor: Cursor): Expression {
  const inner = parseExpression(cursor);
  expect(cursor, ')');
  return inner;
}

function parseCall(cursor: Cursor, name: string): Expression {
  const args: Expression[] = [];
  let spread = false;
  while (!sees(cursor, ')') && cursor.refused === null) {
    args.push(parseExpression(cursor));
    spread = take(cursor, '...');
    const more = take(cursor, ',');
    if (spread || !more) break;
  }
  expect(cursor, ')');
  return { is: 'call', name, args, spread };
}

function parseList(cursor: Cursor): Expression {
  if (takeWord(cursor, 'for')) return parseFor(cursor, 'list');
  const items: Expression[] = [];
  while (!sees(cursor, ']') && cursor.refused === null) {
    items.push(parseExpression(cursor));
    if (!take(cursor, ',')) break;
  }
  expect(cursor, ']');
  return { is: 'list', items };
}

function parseObject(cursor: Cursor): Expression {
  skip(cursor, true);
  if (takeWord(cursor, 'for')) {
    cursor.lines = false;
    return parseFor(cursor, 'object');
  }
  const entries: { key: Expression; value: Expression }[] = [];
  for (skip(cursor, true); !sees(cursor, '}') && cursor.refused === null; skip(cursor, true)) {
    const key = parseKey(cursor);
    if (!take(cursor, '=') && !take(cursor, ':')) refuse(cursor, 'grammar');
    entries.push({ key, value: parseExpression(cursor) });
    if (!take(cursor, ',') && !sees(cursor, '\n') && !sees(cursor, '}')) refuse(cursor, 'grammar');
  }
  expect(cursor, '}');
  return { is: 'object', entries };
}

/** A bare name means itself; a reference stands in brackets. */
function parseKey(cursor: Cursor): Expression {
  const start = cursor.at;
  const name = takeName(cursor);
  if (name !== null && (sees(cursor, '=') || sees(cursor, ':'))) return { is: 'literal', value: name };
  if (cursor.refused === null) cursor.at = start;
  const bracketed = sees(cursor, '(');
  const key = parseExpression(cursor);
  if (key.is === 'variable' && !bracketed) refuse(cursor, 'grammar');
  return key;
}

function parseSteps(cursor: Cursor, from: Expression): Expression {
  let base = from;
  let steps: Step[] = [];
  // Behind `.*` only names belong to the splat: `a.*.b[0]` is the first of all `b`.
  let namesOnly = false;
  for (;;) {
    if (sees(cursor, '...')) break;
    if (take(cursor, '.')) {
      if (take(cursor, '*')) namesOnly = steps.push({ is: 'splat' }) > 0;
      else steps.push(parseName(cursor));
    } else if (take(cursor, '[')) {
      if (namesOnly) [base, steps, namesOnly] = [withSteps(base, steps), [], false];
      steps.push(nested(cursor, false, parseIndex));
    } else break;
  }
  return withSteps(base, steps);
}

function withSteps(base: Expression, steps: readonly Step[]): Expression {
  if (steps.length === 0) return base;
  if (base.is === 'variable' && base.steps.length === 0) return { ...base, steps };
  return { is: 'steps', of: base, steps };
}

/** `.name`, or the legacy index `.0`. */
function parseName(cursor: Cursor): Step {
  const index = takeMatch(cursor, /\d{1,15}/y);
  if (index !== null) return { is: 'key', key: { is: 'literal', value: Number(index) } };
  const name = takeName(cursor);
  if (name === null) refuse(cursor, 'grammar');
  return { is: 'name', name: name ?? '' };
}

function parseIndex(cursor: Cursor): Step {
  if (take(cursor, '*')) {
    expect(cursor, ']');
    return { is: 'splat' };
  }
  const key = parseExpression(cursor);
  expect(cursor, ']');
  return { is: 'key', key };
}
