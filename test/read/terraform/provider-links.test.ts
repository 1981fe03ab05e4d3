import type { Link } from '../../../lib/core/fact';
import { kinds } from '../../../lib/kinds';
import { block, constant, fact, idOf, plan, read, refers, row } from '../small-plan';

const role = row('postgresql_role.app', { after: { name: 'app' } });
const database = (name: string, after: object = {}): object =>
  row(`aws_db_instance.${name}`, { after, unknown: 'address' in after ? {} : { address: true } });
const [a, b] = [idOf('aws_db_instance.a'), idOf('aws_db_instance.b')];

/** The link that the provider's host makes, in a plan with the given databases. */
function hosted(
  host: object | undefined,
  databases: readonly object[],
  root: object = {},
  key = 'postgresql',
): Link | undefined {
  const blocks = [
    block('postgresql_role.app', {}, { provider_config_key: key }),
    block('aws_db_instance.a', {}),
    block('aws_db_instance.b', {}),
  ];
  const provider_config = {
    postgresql: { name: 'postgresql', expressions: { ...(host && { host }), username: constant('app') } },
  };
  const document = plan([role, ...databases], { resources: blocks, ...root }, { provider_config });
  const [link, ...others] = fact(read(document), 'postgresql_role.app').links.database ?? [];
  expect(others).toEqual([]);
  return link;
}

const linked = (to: object, sure: string): object => ({ state: 'linked', to, sure, attribute: 'provider.host' });

describe('the server that a provider names', () => {
  it('is the one that its host refers to', () => {
    const host = refers('aws_db_instance.b.address', 'aws_db_instance.b');
    expect(hosted(host, [database('a'), database('b')])).toEqual(linked({ id: b }, 'exact'));
  });

  it('is the one that has the written name, with or without port', () => {
    const known = [database('a', { address: 'a.example.com' }), database('b', { address: 'b.example.com' })];
    expect(hosted(constant('b.example.com'), known)).toEqual(linked({ id: b }, 'exact'));
    expect(hosted(constant('b.example.com:5432'), known)).toEqual(linked({ id: b }, 'exact'));
  });

  it('stays a name where no resource of the document has it', () => {
    expect(hosted(constant('db.internal'), [database('a', { address: 'a.example.com' })])).toEqual(
      linked({ name: 'db.internal' }, 'exact'),
    );
  });

  it('is probably the one that a variable names', () => {
    const root = { variables: { host: { default: 'b.example.com' } } };
    const known = [database('a', { address: 'a.example.com' }), database('b', { address: 'b.example.com' })];
    expect(hosted(refers('var.host'), known, root)).toEqual(linked({ id: b }, 'probable'));
  });

  it('is found for a provider that a module was handed', () => {
    const host = refers('aws_db_instance.b.address', 'aws_db_instance.b');
    expect(hosted(host, [database('a'), database('b')], {}, 'module.roles:postgresql')).toEqual(
      linked({ id: b }, 'exact'),
    );
  });

  it.each([
    ['a local', refers('local.host')],
    ['the environment', undefined],
    ['an unwritten function', {}],
  ])('is probably the only one in view where it comes from %s', (_, host) => {
    expect(hosted(host, [database('a')])).toEqual(linked({ id: a }, 'probable'));
    expect(hosted(host, [database('a'), database('b')])).toEqual({
      state: 'unknown',
      attribute: 'provider.host',
      why: 'the `host` of the provider of `postgresql_role.app` cannot be followed to a server',
      settles: expect.stringMatching(/declared\.roles/) as string,
    });
  });

  it.each([
    ['one cluster with its instances is one server', [], linked({ id: idOf('aws_rds_cluster.c') }, 'probable')],
    ['a cluster beside an instance are two', ['aws_db_instance.a'], expect.objectContaining({ state: 'unknown' })],
    ['two clusters are two', ['aws_rds_cluster.d'], expect.objectContaining({ state: 'unknown' })],
  ] as const)('counts servers in view: %s', (_, more, expected) => {
    const engine = { engine: 'aurora-postgresql' };
    const instances = ['aws_rds_cluster_instance.one', 'aws_rds_cluster_instance.two'];
    const rows = [
      row('aws_rds_cluster.c', { after: engine }),
      ...instances.map((address) => row(address, { after: engine, unknown: { cluster_identifier: true } })),
      ...more.map((address) => row(address, { after: address.includes('cluster') ? engine : { engine: 'postgres' } })),
    ];
    const resources = [block('postgresql_role.app', {}, { provider_config_key: 'postgresql' })];
    const document = plan([role, ...rows], { resources }, { provider_config: { postgresql: { name: 'postgresql' } } });
    expect(fact(read(document, kinds), 'postgresql_role.app').links.database).toEqual([expected]);
  });

  it('is one of those that a condition chooses from', () => {
    const host = refers(
      'var.x',
      'aws_db_instance.a.address',
      'aws_db_instance.a',
      'aws_db_instance.b.address',
      'aws_db_instance.b',
    );
    const root = { variables: { x: { default: true } } };
    expect(hosted(host, [database('a'), database('b')], root)).toEqual(
      expect.objectContaining({ state: 'one-of', to: [{ id: a }, { id: b }] }),
    );
  });
});
