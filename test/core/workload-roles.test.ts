import type { Workload } from '../../lib/core/configuration';
import { everyTimer } from '../../lib/core/every-timer';
import { table } from '../../lib/core/setting';
import { rolesOf } from '../../lib/core/workload-roles';
import { assumedPaths } from '../../lib/core/assumed-paths';
import { byName, fact, graphOf, workload } from './estate';

const facts = [
  fact('instance', 'db'),
  fact('instance', 'other'),
  ...['etl_a', 'etl_b', 'app'].map((name) =>
    fact('role', `r.${name}`, { settings: { name }, links: { database: 'db' } }),
  ),
  fact('role', 'r.elsewhere', { settings: { name: 'etl_elsewhere' }, links: { database: 'other' } }),
];
const graph = graphOf(facts, {
  declared: { roles: table([['etl_declared', table<string>()]]), parameterGroups: table() },
});

function roles(own: Partial<Workload>, named = 'db'): readonly (string | null)[] {
  const [path] = assumedPaths(graph, workload({ databases: [byName(named)] })).paths;
  return rolesOf(graph, workload(own), path!);
}

describe('the roles of a workload', () => {
  it.each<[string, readonly string[], readonly (string | null)[]]>([
    ['none is declared: the server’s own values count', [], [null]],
    ['a name stands for itself, in view or not', ['app', 'ghost'], ['app', 'ghost']],
    [
      'a glob means the roles in view at this database, and those declared',
      ['etl_*'],
      ['etl_a', 'etl_b', 'etl_declared'],
    ],
    ['a glob that matches none stands for itself', ['report_*'], ['report_*']],
    ['a role that is named twice counts once', ['app', 'a*'], ['app']],
  ])('%s', (_, patterns, expected) => {
    expect(roles({ roles: patterns })).toEqual(expected);
  });

  it('are those of the database that the path ends at', () => {
    expect(roles({ roles: ['etl_*'] }, 'other')).toEqual(['etl_elsewhere', 'etl_declared']);
  });

  it('are all in view where every timer is judged', () => {
    expect(roles(everyTimer(300).workloads[0]!)).toEqual([null, 'etl_a', 'etl_b', 'app', 'etl_declared']);
  });
});
