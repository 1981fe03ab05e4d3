import { expect, nested, refuse, take, type Cursor } from './cursor';
import { parseExpression } from './parse';
import type { Expression } from './syntax';

/**
 * A template from here to its end: the closing quote of a string (`quoted`, where backslashes escape), or the end of the
 * text, as in the strings of JSON syntax. One that is a single interpolation is the expression in it.
 */
export function parseTemplate(cursor: Cursor, quoted: boolean): Expression {
  const parts: Expression[] = [];
  let literal = '';
  // Set behind `~}`: the blanks that follow do not count.
  let trims = false;
  const close = (end: string): void => {
    if (end !== '') parts.push({ is: 'literal', value: end });
    literal = '';
    trims = false;
  };
  const add = (stretch: string): void => {
    const kept = trims ? stretch.trimStart() : stretch;
    if (kept !== '') trims = false;
    literal += kept;
  };
  while (cursor.at < cursor.text.length && !(quoted && cursor.text[cursor.at] === '"')) {
    const sign = cursor.text[cursor.at];
    if (sign === '$' || sign === '%') {
      const opens = opening(cursor);
      if (opens !== 'interpolation') {
        add(opens);
        continue;
      }
      const interpolation = nested(cursor, false, parseInterpolation);
      close(interpolation.trimsBefore ? literal.trimEnd() : literal);
      parts.push(interpolation.expression);
      trims = interpolation.trimsBehind;
    } else if (quoted && sign === '\\') add(escaped(cursor));
    else add(stretchOf(cursor, quoted));
  }
  close(literal);
  if (quoted) {
    if (cursor.text[cursor.at] === '"') cursor.at += 1;
    else refuse(cursor, 'grammar');
  }
  const [only, second] = parts;
  if (only === undefined) return { is: 'literal', value: '' };
  return second === undefined ? only : { is: 'template', parts };
}

/** Behind `${`, or the text that a sign stands for: doubled before a brace (`$${`) it is meant literally. */
function opening(cursor: Cursor): 'interpolation' | '${' | '%{' | '$' | '%' {
  const { text, at } = cursor;
  const sign = text[at] === '$' ? '$' : '%';
  if (text[at + 1] === sign && text[at + 2] === '{') {
    cursor.at += 3;
    return sign === '$' ? '${' : '%{';
  }
  if (text[at + 1] !== '{') {
    cursor.at += 1;
    return sign;
  }
  if (sign === '%') refuse(cursor, 'directive');
  else cursor.at += 2;
  return sign === '%' ? sign : 'interpolation';
}

function parseInterpolation(cursor: Cursor): {
  readonly expression: Expression;
  readonly trimsBefore: boolean;
  readonly trimsBehind: boolean;
} {
  const trimsBefore = take(cursor, '~');
  const expression = parseExpression(cursor);
  const trimsBehind = take(cursor, '~');
  expect(cursor, '}');
  return { expression, trimsBefore, trimsBehind };
}

/** The characters that mean themselves. A quoted string does not reach over lines. */
function stretchOf(cursor: Cursor, quoted: boolean): string {
  const pattern = quoted ? /[^"\\\r\n$%]+/y : /[^$%]+/y;
  pattern.lastIndex = cursor.at;
  const [stretch] = pattern.exec(cursor.text) ?? [];
  if (stretch === undefined) refuse(cursor, 'grammar');
  else cursor.at += stretch.length;
  return stretch ?? '';
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

function escaped(cursor: Cursor): string {
  const selector = cursor.text.charAt(cursor.at + 1);
  if (Object.hasOwn(escapes, selector)) {
    cursor.at += 2;
    return escapes[selector] ?? '';
  }
  const pattern = /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8}))/y;
  pattern.lastIndex = cursor.at;
  const [all, short, long] = pattern.exec(cursor.text) ?? [];
  const point = parseInt(short ?? long ?? '', 16);
  if (all === undefined || point > 0x10ffff) {
    refuse(cursor, 'grammar');
    return '';
  }
  cursor.at += all.length;
  return String.fromCodePoint(point);
}
