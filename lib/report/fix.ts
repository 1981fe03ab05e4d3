import type { Kind } from '../core/kind';
import type { Fix } from '../core/report';
import type { Json } from '../core/setting';
import { parseAddress } from '../core/address';
import { hclAttribute, hclString } from './hcl';
import { visible, visibleText } from './visible';

/** A fix in the language of its source. */
export type RenderedFix = {
  /** What to change, where the snippet does not say it itself. */
  readonly where: string | null;
  readonly lines: readonly string[];
  readonly note: string | null;
};

/**
 * A fix as it is to be written. `fix.type` tells the language: a Terraform type gives HCL, `role` and `database` give SQL,
 * anything else says setting and value in words. `fix.value` is written as it is: its unit is the attribute's own.
 */
export function renderFix(fix: Fix, kinds: readonly Kind[]): RenderedFix {
  const rendered = fix.type === 'role' || fix.type === 'database' ? sql(fix) : (terraform(fix, kinds) ?? inWords(fix));
  return {
    ...rendered,
    lines: rendered.lines.map(visibleText),
    note: fix.note === undefined ? null : visibleText(fix.note),
  };
}

function sql({ type, resource, setting, value }: Fix): RenderedFix {
  const name = `"${resource.replace(/"/g, '""')}"`;
  const literal = typeof value === 'number' ? String(value) : `'${textOf(value).replace(/'/g, "''")}'`;
  return { where: null, lines: [`ALTER ${type.toUpperCase()} ${name} SET ${setting} = ${literal};`], note: null };
}

function terraform(fix: Fix, kinds: readonly Kind[]): RenderedFix | null {
  const address = parseAddress(fix.resource);
  if (address === null || address.type !== fix.type) return null;
  const kind = kinds.find((one) => one.terraform?.types.includes(fix.type) && Object.hasOwn(one.settings, fix.setting));
  const isGroup = kinds.some((one) => one.group !== undefined && one.terraform?.types.includes(fix.type));
  const body =
    isGroup && kind === undefined
      ? ['parameter {', `  name  = ${hclString(fix.setting)}`, `  value = ${hclString(textOf(fix.value))}`, '}']
      : hclAttribute(kind?.settings[fix.setting]?.terraform ?? fix.setting, fix.value);
  if (address.mode === 'data') {
    return {
      where: `${visible(fix.resource)} is only read here: change it where it is made`,
      lines: body,
      note: null,
    };
  }
  const places = [
    address.module === null ? null : `in ${visible(address.module)}: its source, or the variable that feeds it`,
    address.index === null ? null : `instance ${visible(address.index)} is the one that was judged`,
  ];
  return {
    where: places.filter((place) => place !== null).join('; ') || null,
    lines: [`resource "${fix.type}" "${address.name}" {`, ...body.map((line) => `  ${line}`), '}'],
    note: null,
  };
}

function inWords({ resource, setting, value }: Fix): RenderedFix {
  return { where: visible(resource), lines: [`${setting}: ${inOneLine(value)}`], note: null };
}

/** `idle 60, interval 30` for the parts of one setting, `[a, b]` for a list. */
function inOneLine(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return textOf(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${textOf(part)}`)
    .join(', ');
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
