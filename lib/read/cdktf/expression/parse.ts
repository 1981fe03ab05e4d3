import { cursorOn, expect, nested, sees, skip, take, takeMatch, type Cursor, type Refusal } from './cursor';
import { parseOperand } from './operand';
import { precedence, type BinaryOperator, type Expression } from './syntax';
import { parseTemplate } from './template';

/*
 * Own code, since an aspect's hook is synchronous and the parsers on npm are not fit for it: @cdktf/hcl2json (and any tree-sitter)
 * is WebAssembly and asynchronous, hcl2-parser is compiled Go of 2020 without types, hcl-parser knows HCL 1 only.
 */

/** The template that a string of JSON syntax is, or why it is none. */
export function parseText(
  text: string,
): { readonly expression: Expression } | { readonly expression: null; readonly refused: Refusal } {
  const cursor = cursorOn(text);
  const expression = parseTemplate(cursor, false);
  return cursor.refused === null ? { expression } : { expression: null, refused: cursor.refused };
}

/** An expression from here on: a conditional, or operators and operands. */
export function parseExpression(cursor: Cursor): Expression {
  const condition = parseChain(cursor, 0);
  if (!take(cursor, '?')) return condition;
  const then = nested(cursor, cursor.lines, parseExpression);
  expect(cursor, ':');
  const otherwise = nested(cursor, cursor.lines, parseExpression);
  return { is: 'conditional', condition, then, otherwise };
}

function parseChain(cursor: Cursor, level: number): Expression {
  const operators = precedence[level];
  if (operators === undefined) return parseOperand(cursor);
  const first = parseChain(cursor, level + 1);
  const rest: { operator: BinaryOperator; operand: Expression }[] = [];
  for (let next = takeOperator(cursor, operators); next !== null; next = takeOperator(cursor, operators)) {
    rest.push({ operator: next, operand: parseChain(cursor, level + 1) });
  }
  return rest.length === 0 ? first : { is: 'chain', first, rest };
}

function takeOperator(cursor: Cursor, among: readonly BinaryOperator[]): BinaryOperator | null {
  skip(cursor);
  const start = cursor.at;
  // Neither `=` of an object nor `=>` of a `for` is one.
  if (!'|&=!<>+-*/%'.includes(cursor.text[start] ?? ' ') || sees(cursor, '=>')) return null;
  const operator = takeMatch(cursor, /\|\||&&|[=!<>]=|[<>+\-*/%]/y);
  const found = among.find((one) => one === operator) ?? null;
  if (found === null && cursor.refused === null) cursor.at = start;
  return found;
}
