import { expect, refuse, take, takeName, takeWord, type Cursor } from './cursor';
import { parseExpression } from './parse';
import type { Expression } from './syntax';

type For = Extract<Expression, { is: 'for' }>;

/** A `for` expression, from behind its `for` to its closing bracket. */
export function parseFor(cursor: Cursor, as: 'list' | 'object'): For {
  const first = nameFrom(cursor);
  const second = take(cursor, ',') ? nameFrom(cursor) : null;
  if (!takeWord(cursor, 'in')) refuse(cursor, 'grammar');
  const collection = parseExpression(cursor);
  expect(cursor, ':');
  const makes = as === 'list' ? { as, item: parseExpression(cursor) } : entryFrom(cursor);
  const only = takeWord(cursor, 'if') ? parseExpression(cursor) : null;
  expect(cursor, as === 'list' ? ']' : '}');
  return { is: 'for', key: second === null ? null : first, value: second ?? first, collection, makes, only };
}

function entryFrom(cursor: Cursor): For['makes'] {
  const key = parseExpression(cursor);
  expect(cursor, '=>');
  const value = parseExpression(cursor);
  return { as: 'object', key, value, grouped: take(cursor, '...') };
}

function nameFrom(cursor: Cursor): string {
  const name = takeName(cursor);
  if (name === null) refuse(cursor, 'grammar');
  return name ?? '';
}
