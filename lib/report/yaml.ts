import type { Json } from '../core/setting';
import { escaped, needsEscapes } from './escaped';

/** What YAML reads as text without quotes, by every reader: a name, unless it is a word for true, false or null, and a duration. */
const bare = /^[A-Za-z_][\w./:-]*[\w]$|^[A-Za-z_]$|^\d+(?:ms|s|min|m|h)$/;
const words = /^(?:y|yes|n|no|true|false|on|off|null)$/i;

/** A value in block style, two spaces deeper on each level, the way people write a template. */
export function yamlLines(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [yamlScalar(value)];
  if (isList(value)) {
    return value.length === 0 ? ['[]'] : value.flatMap((item) => behind('- ', '  ', yamlLines(item)));
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return ['{}'];
  return entries.flatMap(([key, one]) => {
    const lines = yamlLines(one);
    const inline = lines.length === 1 && !isFilled(one);
    return inline
      ? [`${yamlScalar(key)}: ${lines[0] ?? ''}`]
      : [`${yamlScalar(key)}:`, ...lines.map((line) => `  ${line}`)];
  });
}

/** A text, number or boolean; a text that YAML could take for something else is quoted. */
export function yamlScalar(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value);
  if (bare.test(value) && !words.test(value)) return value;
  if (!needsEscapes(value)) return `'${value.replace(/'/g, "''")}'`;
  return `"${escaped(value.replace(/[\\"]/g, '\\$&'))}"`;
}

function behind(mark: string, indent: string, lines: readonly string[]): string[] {
  return lines.map((line, at) => (at === 0 ? mark : indent) + line);
}

function isFilled(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
