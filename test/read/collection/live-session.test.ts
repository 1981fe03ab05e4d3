import { buildGraph } from '../../../lib/core/build-graph';
import { declaredPaths } from '../../../lib/core/paths';
import { sessionOf } from '../../../lib/core/session';
import type { Json } from '../../../lib/core/setting';
import { kinds } from '../../../lib/kinds';
import { readDocuments } from '../../../lib/read/documents';
import { collected, running, type CatalogText } from '../../core/catalog';
import { configuration, hop, workload } from '../../core/estate';
import { shown } from '../../core/session-of';

const host = 'orders.abc.eu-west-1.rds.amazonaws.com';

/** A collected document of one instance with its group, and of the catalogs of servers. */
function document(status: string, ...catalogs: readonly CatalogText[]): { name: string; bytes: Uint8Array } {
  const resource = (type: string, name: string, answer: { readonly [field: string]: Json }): Json => ({
    type: `rds:${type}`,
    arn: `arn:aws:rds:eu-west-1:111122223333:${type}:${name}`,
    answer,
    unread: {},
  });
  const body: Json = {
    format: 'holdfast-collection',
    version: 1,
    tool: { name: 'holdfast', version: '0.0.0' },
    collectedAt: '2026-11-22T06:00:00Z',
    complete: true,
    regions: [
      {
        account: '111122223333',
        region: 'eu-west-1',
        resources: [
          resource('db', 'orders', {
            DBInstanceIdentifier: 'orders',
            Engine: 'postgres',
            EngineVersion: '16.4',
            Endpoint: { Address: host, Port: 5432 },
            DBParameterGroups: [{ DBParameterGroupName: 'orders-pg16', ParameterApplyStatus: status }],
          }),
          resource('pg', 'orders-pg16', {
            DBParameterGroupName: 'orders-pg16',
            DBParameterGroupFamily: 'postgres16',
            Parameters: [
              { ParameterName: 'statement_timeout', ParameterValue: '60000', Source: 'user', ApplyMethod: 'immediate' },
            ],
          }),
        ],
        failed: [],
        absent: [],
      },
    ],
    catalogs: catalogs.map((one) => collected(one)),
    failedCatalogs: [],
  };
  return { name: 'collected.json', bytes: new TextEncoder().encode(JSON.stringify(body)) };
}

function read(one: { name: string; bytes: Uint8Array }, path = hop('database', 'orders')): string {
  const { readings, problems } = readDocuments([one], kinds);
  expect(problems).toEqual([]);
  const entry = workload({ path: [path] });
  const graph = buildGraph(readings, configuration({ workloads: [entry] }), kinds);
  const [only] = declaredPaths(graph, entry, [path]).paths;
  return shown(sessionOf(graph, only!.database!.member, only!.hops, 'app').statement_timeout);
}

describe('a session of a collected document', () => {
  const byAddress = { name: null, host } as const;
  const login = { role: 'app', settings: { statement_timeout: '30s' } };
  it.each<[string, Parameters<typeof document>, string | RegExp]>([
    ['the group that is in sync', ['in-sync'], '60 by instance-group'],
    [
      'the group that waits for a reboot',
      ['pending-reboot'],
      /^unknown: parameter group \S*orders-pg16 is pending-reboot on \S*orders: statement_timeout = 60000 runs after the reboot, and what runs until then is not shown$/,
    ],
    [
      'the server, whatever its group waits for',
      ['pending-reboot', { ...byAddress, settings: [running('statement_timeout', '45000')] }],
      '45 by server',
    ],
    ['the role', ['pending-reboot', { ...byAddress, roleSettings: [login] }], '30 by role'],
    [
      'the role, by the name of the database',
      ['in-sync', { name: 'orders', host: 'localhost', roleSettings: [login] }],
      '30 by role',
    ],
    [
      'another server’s role not',
      ['in-sync', { name: null, host: 'stock.example.com', roleSettings: [login] }],
      '60 by instance-group',
    ],
  ])('gets what is said by %s', (_, parts, expected) => {
    const got = read(document(...parts));
    if (typeof expected === 'string') expect(got).toBe(expected);
    else expect(got).toMatch(expected);
  });
});
