import { parseAddress } from '../core/address';
import type { Json } from '../core/setting';
import { hclString, hclValue } from './hcl';

type Attributes = { readonly [attribute: string]: Json };

/**
 * A resource of Terraform's JSON syntax in Terraform's language, laid out as `terraform fmt` does it. A list of objects is a
 * block each, a text that is one template (`${aws_lb.public.arn}`) the expression in it, and JSON as text a `jsonencode`.
 */
export function hclResource(address: string, attributes: Attributes): string[] {
  const { type, name } = parseAddress(address) ?? { type: address, name: '' };
  return [`resource ${hclString(type)} ${hclString(name)} {`, ...bodyLines(attributes).map(indented), '}'];
}

function bodyLines(attributes: Attributes): string[] {
  const plain = Object.entries(attributes).filter(([, value]) => !isBlocks(value));
  const blocks = Object.entries(attributes).filter(([, value]) => isBlocks(value));
  const nested = blocks.flatMap(([name, value]) =>
    (isBlocks(value) ? value : []).map((one) => [`${name} {`, ...bodyLines(one).map(indented), '}']),
  );
  return [assignments(plain.map(([name, value]) => [name, valueLines(value)])), ...nested]
    .filter((lines) => lines.length > 0)
    .flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
}

/** `name = value` with the equals signs of neighbours on single lines below each other. */
function assignments(entries: readonly (readonly [string, readonly string[]])[]): string[] {
  return entries.flatMap(([name, [first = '', ...rest]], at) => {
    const column = rest.length > 0 ? name.length : Math.max(...neighbours(entries, at).map((one) => one.length));
    return [`${name.padEnd(column)} = ${first}`, ...rest];
  });
}

/** The names around a position whose values are on a single line, without a longer one between. */
function neighbours(entries: readonly (readonly [string, readonly string[]])[], at: number): readonly string[] {
  const isLong = (position: number): boolean => (entries[position]?.[1].length ?? 2) > 1;
  let [from, to] = [at, at];
  while (!isLong(from - 1)) from -= 1;
  while (!isLong(to + 1)) to += 1;
  return entries.slice(from, to + 1).map(([name]) => name);
}

/** A value on one line where nothing in it is filled twice over, else a line for each part. */
function valueLines(value: Json): string[] {
  if (typeof value === 'string') return textLines(value);
  if (typeof value !== 'object' || value === null) return [hclValue(value)];
  if (isList(value)) {
    if (value.every((item) => typeof item !== 'object' || item === null))
      return [`[${value.map((item) => valueLines(item).join(' ')).join(', ')}]`];
    return ['[', ...value.flatMap((item) => behindComma(valueLines(item))).map(indented), ']'];
  }
  const entries = Object.entries(value).map(([key, inner]) => [keyOf(key), valueLines(inner)] as const);
  const [only] = entries;
  if (only === undefined) return ['{}'];
  return ['{', ...assignments(entries).map(indented), '}'];
}

function textLines(text: string): string[] {
  const expression = /^\$\{([^{}]*)\}$/.exec(text)?.[1];
  if (expression !== undefined) return [expression.trim()];
  const json = jsonIn(text);
  if (json === undefined) return [template(text)];
  const lines = valueLines(json);
  return lines.map((line, at) => `${at === 0 ? 'jsonencode(' : ''}${line}${at === lines.length - 1 ? ')' : ''}`);
}

/** What is a template in JSON stays one in HCL. */
function template(text: string): string {
  const parts = text.split(/(\$\{[^{}]*\})/).map((part, at) => (at % 2 === 1 ? part : hclString(part).slice(1, -1)));
  return `"${parts.join('')}"`;
}

function jsonIn(text: string): Json | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function keyOf(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : hclString(key);
}

function behindComma(lines: readonly string[]): string[] {
  return lines.map((line, at) => (at === lines.length - 1 ? `${line},` : line));
}

function indented(line: string): string {
  return line === '' ? '' : `  ${line}`;
}

function isBlocks(value: Json): value is readonly Attributes[] {
  return (
    isList(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one !== null && !isList(one))
  );
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
