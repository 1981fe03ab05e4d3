import type { Configuration, PathEntry } from '../../lib/core/configuration';
import type { Fact, Link } from '../../lib/core/fact';
import { declaredPaths } from '../../lib/core/paths';
import { sessionOf } from '../../lib/core/session';
import { table, type Setting } from '../../lib/core/setting';
import { fact, graphOf, hop, inline, rows, workload } from './estate';

export const later: Link = {
  state: 'unknown',
  attribute: 'parameter_group_name',
  why: 'known after apply',
  settles: 'apply',
};
export const group = (
  subject: string,
  parameters: { readonly [name: string]: string },
  kind = 'parameter-group',
): Fact => fact(kind, subject, { settings: { parameters: rows(parameters) } });
export const role = (
  own: { readonly [name: string]: string | null },
  database: Parameters<typeof fact>[2] = { links: { database: 'db' } },
): Fact => fact('role', 'postgresql_role.app', { settings: { name: 'app', ...own }, ...database });
export const database = (parameterGroup: Link | string | null = null, own: Parameters<typeof fact>[2] = {}): Fact =>
  fact('instance', 'db', { links: { parameter_group: parameterGroup }, ...own });
export const db = hop('database', 'db');
export const app = inline('client', 'client', 'job');

/** One parameter as role `app` gets it. */
export function session(
  facts: readonly Fact[],
  parameter = 'statement_timeout',
  entries: readonly PathEntry[] = [app, db],
  declared: Partial<Configuration['declared']> = {},
): Setting | undefined {
  const one = workload({ path: entries });
  const graph = graphOf(facts, {
    workloads: [one],
    declared: { roles: table(), parameterGroups: table(), ...declared },
  });
  const [path] = declaredPaths(graph, one, entries).paths;
  return sessionOf(graph, path!.database!.member, path!.hops, 'app')[parameter];
}

/** `120 by instance-group` for a known value, candidates with `or`, else `unknown: why`. */
export function shown(setting: Setting | undefined): string {
  if (setting === undefined) return 'nothing';
  if (setting.state === 'unknown') return `unknown: ${setting.why}`;
  const all = setting.state === 'known' ? [setting] : setting.candidates;
  return all
    .map((one) => {
      const step =
        [...one.from].reverse().find((each) => each.text !== null) ?? one.from.find((each) => each.level === 'default');
      return `${one.value === null ? 'off' : String(one.value)} by ${step?.level ?? 'nobody'}`;
    })
    .join(' or ');
}
