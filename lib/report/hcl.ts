import type { Json } from '../core/setting';

/** A value in Terraform's language; templates in a string are escaped, so that it stays the text it is. */
export function hclValue(value: Json): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return hclString(value);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(hclValue).join(', ')}]`;
  const entries = Object.entries(value).map(([key, one]) => `${hclString(key)} = ${hclValue(one)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** One attribute at a dotted path, its blocks around it. */
export function hclAttribute(path: string, value: Json): string[] {
  const steps = path.split('.');
  const attribute = steps.at(-1) ?? path;
  const blocks = steps.slice(0, -1);
  const indent = (depth: number): string => '  '.repeat(depth);
  return [
    ...blocks.map((block, depth) => `${indent(depth)}${block} {`),
    `${indent(blocks.length)}${attribute} = ${hclValue(value)}`,
    ...blocks.map((_, depth) => `${indent(blocks.length - 1 - depth)}}`),
  ];
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
