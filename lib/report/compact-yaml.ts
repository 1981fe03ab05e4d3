import type { Json } from '../core/setting';
import { yamlScalar } from './yaml';

/** The longest value that stays on one line. */
const longest = 76;

/** A value as people write a configuration: a short one within braces or brackets, the others in block style, two spaces deeper. */
export function compactYaml(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [yamlScalar(value)];
  if (isList(value)) return value.flatMap((item) => behind('- ', '  ', blockOf(item)));
  return Object.entries(value).flatMap(([key, one]) => {
    const flow = flowOf(one);
    const isShort = !holdsTables(one) && flow.length + key.length <= longest;
    return isShort ? [`${yamlScalar(key)}: ${flow}`] : [`${yamlScalar(key)}:`, ...compactYaml(one).map(indented)];
  });
}

function blockOf(item: Json): string[] {
  return typeof item === 'object' && item !== null && Object.keys(item).length > 0 ? compactYaml(item) : [flowOf(item)];
}

function flowOf(value: Json): string {
  if (typeof value !== 'object' || value === null) return yamlScalar(value);
  if (isList(value)) return `[${value.map(flowOf).join(', ')}]`;
  const entries = Object.entries(value).map(([key, one]) => `${yamlScalar(key)}: ${flowOf(one)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** A list of tables is easier to read with a line for each. */
function holdsTables(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const inner: readonly Json[] = Object.values(value);
  return isList(value)
    ? inner.some((one) => typeof one === 'object' && one !== null && !isList(one))
    : inner.some(holdsTables);
}

function behind(mark: string, indent: string, lines: readonly string[]): string[] {
  return lines.map((line, at) => (at === 0 ? mark : indent) + line);
}

function indented(line: string): string {
  return `  ${line}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
