import type { Evaluated } from '../../../evaluated/value';
import { numberIn, textOf } from '../convert';
import { joined } from '../join';
import { failure, tooLarge, value, type Outcome } from '../outcome';
import { converting, isNull, listOf, taking, type Function, type Functions } from './function';

/** Beyond ASCII, Go and JavaScript do not agree on cases, blanks and characters. */
function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function ofText(make: (text: string) => string): Function {
  return taking(
    1,
    converting(textOf, ([text = '']) => (isAscii(text) ? value(make(text)) : undefined)),
  );
}

/** Only literal; a text between slashes is a regular expression of Go. */
function replace([text = '', search = '', by = '']: readonly string[]): Outcome | undefined {
  if (search === '' || (search.length > 1 && search.startsWith('/') && search.endsWith('/'))) return undefined;
  const pieces = text.split(search);
  if (text.length + pieces.length * by.length > 1_000_000) return tooLarge;
  return value(pieces.join(by));
}

function split([separator = '', text = '']: readonly string[]): Outcome | undefined {
  if (separator === '') return undefined;
  return { is: 'list', items: text.split(separator).map(value) };
}

function join([separator, ...lists]: readonly Evaluated[]): Outcome | undefined {
  const between = separator === undefined ? undefined : textOf(separator);
  if (between?.is !== 'converted') return between;
  const parts: Evaluated[] = [];
  for (const one of lists) {
    const list = listOf(one);
    if (list?.is !== 'list') return list;
    for (const item of list.items) parts.push(...(parts.length === 0 ? [item] : [value(between.to), item]));
  }
  return joined(parts);
}

/** `%s`, `%d` and `%%`; every other verb only Terraform carries out. */
function format([pattern, ...args]: readonly Evaluated[]): Outcome | undefined {
  const written = pattern === undefined ? undefined : textOf(pattern);
  if (written?.is !== 'converted') return written;
  // Terraform leaves open what it makes of null.
  if (args.some(isNull)) return undefined;
  const parts: Evaluated[] = [];
  let next = 0;
  for (const piece of written.to.match(/%.?|[^%]+/gs) ?? []) {
    if (piece === '%%') parts.push(value('%'));
    else if (!piece.startsWith('%')) parts.push(value(piece));
    else if (piece !== '%s' && piece !== '%d') return undefined;
    else {
      const arg = args[next++];
      const part = arg === undefined ? failure(wrongCount) : piece === '%s' ? arg : wholeNumber(arg);
      if (part.is === 'failure') return part;
      parts.push(part);
    }
  }
  return next < args.length ? failure(wrongCount) : joined(parts);
}

const wrongCount = 'gives `format()` more or fewer values than it has places for';

/** A text that is a number is written as the number: `"07"` as `7`. One that is not known is taken to be whole. */
function wholeNumber(arg: Evaluated): Outcome {
  const number = numberIn(arg);
  if (number === undefined) return arg;
  if (number.is === 'failure') return number;
  return Number.isInteger(number.to)
    ? value(number.to)
    : failure('gives `%d` of `format()` a number that is not whole');
}

/** https://developer.hashicorp.com/terraform/language/functions, "String Functions". */
export const textFunctions: Functions = new Map([
  ['lower', ofText((text) => text.toLowerCase())],
  ['upper', ofText((text) => text.toUpperCase())],
  ['trimspace', ofText((text) => text.trim())],
  ['replace', taking(3, converting(textOf, replace))],
  ['split', taking(2, converting(textOf, split))],
  ['join', { least: 1, most: Infinity, run: join }],
  ['format', { least: 1, most: Infinity, run: format }],
]);
