import { parseAddress, type Address } from '../core/address';
import type { Kind } from '../core/kind';
import type { Fix } from '../core/report';
import { table, type Json } from '../core/setting';
import { awsCommand } from './aws-cli';
import { languageOf, placeOf, type FixPlace } from './fix-place';
import { hclAttribute, hclString } from './hcl';
import { nested, textOf, type Naming } from './nested';
import { memberOfAttribute, memberOfProperty, typescriptMembers } from './typescript';
import { visible, visibleText } from './visible';
import { yamlLines } from './yaml';

/** A fix in the language of its source. */
export type RenderedFix = {
  /** What to change, where the snippet does not say it itself. */
  readonly where: string | null;
  readonly lines: readonly string[];
  readonly note: string | null;
};

/**
 * A fix as it is to be written. `fix.type` tells the language: a Terraform type gives HCL, an `AWS::` type YAML of the
 * template, and either of them TypeScript where `construct` names the construct that makes the resource; a type of an account
 * (`rds:pg`) gives a command of the AWS CLI, `role` and `database` give SQL, and anything else says setting and value in words. `fix.value` is written as it is: its unit is the attribute's own.
 */
export function renderFix(fix: Fix, kinds: readonly Kind[], construct: string | null): RenderedFix {
  const rendered = fix.type === 'role' || fix.type === 'database' ? sql(fix) : inSource(fix, kinds, construct);
  return {
    ...rendered,
    lines: rendered.lines.map(visibleText),
    note: fix.note === undefined ? null : visibleText(fix.note),
  };
}

function sql({ type, resource, setting, value, inDatabase }: Fix): RenderedFix {
  const quoted = (identifier: string): string => `"${identifier.replace(/"/g, '""')}"`;
  const name = `${quoted(resource)}${inDatabase === undefined ? '' : ` IN DATABASE ${quoted(inDatabase)}`}`;
  const literal = typeof value === 'number' ? String(value) : `'${textOf(value).replace(/'/g, "''")}'`;
  return { where: null, lines: [`ALTER ${type.toUpperCase()} ${name} SET ${setting} = ${literal};`], note: null };
}

function inSource(fix: Fix, kinds: readonly Kind[], construct: string | null): RenderedFix {
  const language = languageOf(fix.type);
  if (language === 'account') return inAccount(fix, placeOf(fix, kinds));
  const isTemplate = language === 'cloudformation';
  const address = isTemplate ? null : parseAddress(fix.resource);
  const place = isTemplate || address?.type === fix.type ? placeOf(fix, kinds) : null;
  if (place === null) return inWords(fix);
  if (address?.mode === 'data') {
    const where = `${visible(fix.resource)} is only read here: change it where it is made`;
    return { where, lines: hclBody(fix, place), note: null };
  }
  if (construct !== null) return isTemplate ? inAwsCdk(fix, place, construct) : inCdktf(fix, place, construct);
  return address === null ? inTemplate(fix, place) : inHcl(fix, place, address);
}

/** What AWS takes only as part of a whole is said in words. */
const wholes: ReadonlyMap<string, string> = new Map([
  [
    'network-firewall:firewall-policy',
    'with `aws network-firewall update-firewall-policy`, which takes the whole policy: describe it first, change this in it',
  ],
]);

function inAccount(fix: Fix, place: FixPlace | null): RenderedFix {
  const command = place === null ? null : awsCommand(fix, place);
  const { account } = fix.identity ?? {};
  if (command !== null) {
    const where = account === undefined || command.includes(account) ? null : `in account ${visible(account)}`;
    return { where, lines: [command], note: null };
  }
  const [words, how] = [inWords(fix), wholes.get(fix.type)];
  return how === undefined ? words : { ...words, where: `${words.where ?? ''}, ${how}` };
}

function inHcl(fix: Fix, place: FixPlace, { module, index, name }: Address): RenderedFix {
  const places = [
    module === null ? null : `in ${visible(module)}: its source, or the variable that feeds it`,
    index === null ? null : `instance ${visible(index)} is the one that was judged`,
  ];
  return {
    where: places.filter((one) => one !== null).join('; ') || null,
    lines: [`resource "${fix.type}" "${name}" {`, ...hclBody(fix, place).map((line) => `  ${line}`), '}'],
    note: null,
  };
}

function hclBody({ setting, value }: Fix, { is, path }: FixPlace): string[] {
  if (is === 'path') return hclAttribute(path, value);
  return [`${path} {`, `  name  = ${hclString(setting)}`, `  value = ${hclString(textOf(value))}`, '}'];
}

/** Properties that hold a list of objects. */
const listProperties: readonly string[] = ['NetworkInterfaces', 'Origins', 'Services'];
const isListProperty = (property: string): boolean => listProperties.includes(property);

const asWritten: Naming = { name: (member) => member, isList: isListProperty };

function inTemplate(fix: Fix, place: FixPlace): RenderedFix {
  const resource = { Type: fix.type, Properties: properties(fix, place, asWritten) };
  return { where: null, lines: yamlLines({ Resources: table<Json>([[fix.resource, resource]]) }), note: null };
}

function inAwsCdk(fix: Fix, place: FixPlace, construct: string): RenderedFix {
  const members = properties(fix, place, { name: memberOfProperty, isList: isListProperty });
  const level1 = `Cfn${fix.type.split('::').at(-1) ?? ''}`;
  return {
    where: `${visible(construct)} (${visible(level1)}, ${visible(fix.type)})`,
    lines: typescriptMembers(members),
    note: null,
  };
}

/** What a property holds: a parameter group of a template is a map, names to texts. */
function properties({ setting, value }: Fix, { is, path }: FixPlace, naming: Naming): { readonly [key: string]: Json } {
  return nested(path, is === 'path' ? value : table<Json>([[setting, textOf(value)]]), naming);
}

/**
 * Blocks that the provider's schema does not limit to one, so that its generated bindings take a list:
 * `targetHealthState?: LbTargetGroupTargetHealthState[]`, `parameter?: DbParameterGroupParameter[]`.
 */
const listBlocks: readonly string[] = ['target_health_state', 'parameter', 'network_interfaces', 'origin', 'service'];

function inCdktf({ type, setting, value }: Fix, { is, path }: FixPlace, construct: string): RenderedFix {
  const inner = is === 'path' ? value : { name: setting, value: textOf(value) };
  const isList = (block: string): boolean => listBlocks.includes(block);
  return {
    where: `${visible(construct)} (${visible(type)})`,
    lines: typescriptMembers(nested(path, inner, { name: memberOfAttribute, isList })),
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
