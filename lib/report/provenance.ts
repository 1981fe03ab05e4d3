import { decisive } from '../core/phrases';
import type { Level, Location, Provenance, Step } from '../core/setting';
import { visible, visibleText } from './visible';

const words: Readonly<Record<Level, string>> = {
  default: 'default',
  'cluster-group': 'cluster parameter group',
  'instance-group': 'instance parameter group',
  server: 'server',
  'all-roles': 'all roles',
  database: 'database',
  role: 'role',
  'role-in-database': 'role in database',
  'connection-options': 'connection options',
  'init-query': 'init query',
  session: 'session',
  declared: 'declared',
  own: 'own setting',
};

/**
 * The levels that had a say in a value, weakest first, one line each. The last that wrote a value decided. Levels that were
 * only assumed to be unset share a line, which says what settles it. `everything` adds places and the sources of numbers.
 */
export function renderProvenance(provenance: Provenance, everything: boolean): readonly string[] {
  const lines: string[] = [];
  const assumed = new Map<string, Level[]>();
  for (const step of provenance) {
    if (step.assumed === undefined || step.text !== null) continue;
    assumed.set(step.assumed, [...(assumed.get(step.assumed) ?? []), step.level]);
  }
  const last = decisive(provenance);
  for (const step of provenance) {
    if (step.assumed === undefined || step.text !== null)
      lines.push(`${lineOf(step, everything)}${step === last ? ', which takes effect' : ''}`);
  }
  for (const [settles, levels] of assumed) {
    const named = [...new Set(levels)].map((level) => words[level]).join(', ');
    lines.push(`${named}: assumed unset, no source shows it; ${visibleText(settles)}`);
  }
  return [...new Set(lines)];
}

/** `plan.json`, `main.tf:12:3`, `plan.json /resource_changes/4`. */
export function placeOf({ document, file, line, column, pointer }: Location): string {
  const parts = [visible(file ?? document), line, line === undefined ? undefined : column];
  const place = parts.filter((part) => part !== undefined).join(':');
  return pointer === undefined || line !== undefined ? place : `${place} ${visible(pointer)}`;
}

function lineOf(step: Step, everything: boolean): string {
  const value = step.text === null ? 'unset' : visible(step.text);
  // Of a value that a role has not, the source says why not: a provider that reads 0 as "not set".
  const cite = step.cite === undefined || !(everything || step.level === 'role') ? null : visibleText(step.cite);
  const place = step.location !== undefined && everything ? placeOf(step.location) : null;
  const assumed =
    step.assumed === undefined ? null : `assumed to be the database of the sessions; ${visibleText(step.assumed)}`;
  const remarks = [step.unverified ? 'unverified' : null, cite, assumed, place];
  const remark = remarks.filter((one) => one !== null).join('; ');
  const variable = step.variable === undefined ? '' : ` in ${visible(step.variable)}`;
  const said = `${words[step.level]}: ${visible(step.attribute)}${variable} of ${visible(step.subject)} = ${value}`;
  return remark === '' ? said : `${said} (${remark})`;
}
