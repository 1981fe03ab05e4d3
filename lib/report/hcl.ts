import type { Json } from '../core/setting';
import { pathSteps } from '../core/spelled';
import { textOf } from './nested';

/** A value in Terraform's language; templates in a string are escaped, so that it stays the text it is. */
export function hclValue(value: Json): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return hclString(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(hclValue).join(', ')}]`;
  const entries = Object.entries(value).map(([key, one]) => `${hclString(key)} = ${hclValue(one)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** One attribute at a spelled path, its blocks around it; a block with keys of its own holds them, and its value as text. */
export function hclAttribute(path: string, value: Json): string[] {
  const steps = pathSteps(path);
  const { name: attribute } = steps.at(-1) ?? { name: path };
  const blocks = steps.slice(0, -1);
  const indent = (depth: number): string => '  '.repeat(depth);
  const isKeyed = blocks.some(({ where }) => where.length > 0);
  const body = blocks.flatMap(({ name, where }, depth) => {
    const last = depth + 1 === blocks.length;
    const keys = where.map((one): [string, string] => [one.key, hclString(one.value)]);
    const leaf: [string, string][] = last ? [[attribute, isKeyed ? hclString(textOf(value)) : hclValue(value)]] : [];
    return [`${indent(depth)}${name} {`, ...aligned([...keys, ...leaf]).map((line) => `${indent(depth + 1)}${line}`)];
  });
  const written = blocks.length > 0 ? body : [`${attribute} = ${hclValue(value)}`];
  return [...written, ...blocks.map((_, depth) => `${indent(blocks.length - 1 - depth)}}`)];
}

function aligned(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)} = ${value}`);
}

/** A quoted string. */
export function hclString(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, '\\$&')
    .replace(/\$\{/g, '$$$${')
    .replace(/%\{/g, '%%{')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t');
  return `"${escaped}"`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
