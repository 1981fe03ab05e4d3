import type { Workload } from '../../lib/core/configuration';
import type { Fact } from '../../lib/core/fact';
import { incoming, outgoing } from '../../lib/core/follow';
import { catalog, running, type CatalogText } from './catalog';
import { byName, fact, graphOf, hop, inline, nodeOf, workload, type Resource } from './estate';

const instance = (subject: string, host: string, own: Resource = {}): Fact =>
  fact('instance', subject, { names: [host], settings: { address: host, port: 5432 }, ...own });
const orders = instance('aws_db_instance.orders', 'orders.example.com');
const stock = instance('aws_db_instance.stock', 'stock.example.com');
const cluster = [
  fact('cluster', 'c', { names: ['c.cluster.example.com', 'c.cluster-ro.example.com'] }),
  fact('cluster-instance', 'w', { links: { cluster: 'c' }, names: ['w.example.com'], settings: { writer: true } }),
  fact('cluster-instance', 'r', { links: { cluster: 'c' }, names: ['r.example.com'], settings: { writer: false } }),
];
const proxied = (target: string, name: string): readonly Fact[] => [
  fact('proxy', name, { names: [`${name}.proxy.example.com`] }),
  fact('proxy-target', `${name} target`, {
    links: target === 'c' ? { proxy: name, cluster: target } : { proxy: name, instance: target },
  }),
  fact('proxy-endpoint', `${name} endpoint`, { names: [`${name}.ep.example.com`], links: { proxy: name } }),
];

/** Whose roles a catalog shows, and whose running values; or why neither. */
function bound(own: CatalogText, facts: readonly Fact[], workloads: readonly Workload[] = []): string {
  const graph = graphOf([...facts, ...catalog(own)], { workloads });
  const [server] = graph.catalogs;
  const names = (link: string): string =>
    outgoing(graph, server!, link)
      .map((node) => node.subject)
      .join(', ') || 'nobody';
  const notes = graph.notes.map((note) => `${note.level} ${note.what}: ${note.why}`);
  return notes.length > 0 ? notes.join('; ') : `${names('database')} / ${names('answered')}`;
}

const noName = 'so nothing was judged by it: name it NAME=URL, with a name of the database in the configuration';

describe('a catalog belongs to', () => {
  it.each<[string, CatalogText, readonly Fact[], string]>([
    [
      'the database of its name',
      { name: 'aws_db_instance.orders', host: 'localhost' },
      [orders, stock],
      'aws_db_instance.orders / aws_db_instance.orders',
    ],
    [
      'the one whose address it has',
      { name: null, host: 'stock.example.com' },
      [orders, stock],
      'aws_db_instance.stock / aws_db_instance.stock',
    ],
    [
      'in whatever case it is written',
      { name: null, host: 'Stock.Example.com.' },
      [orders, stock],
      'aws_db_instance.stock / aws_db_instance.stock',
    ],
    [
      'not another server of that address',
      { name: null, host: 'stock.example.com', port: 6432 },
      [orders, stock],
      `incomplete catalog of stock.example.com:6432: it is bound to no database in view (no endpoint in view has its address), ${noName}`,
    ],
    [
      'nobody where its address is unknown',
      { name: null, host: '10.0.0.7' },
      [orders, stock],
      `incomplete catalog of 10.0.0.7:5432: it is bound to no database in view (no endpoint in view has its address), ${noName}`,
    ],
    [
      'nobody where nothing has its name',
      { name: 'ordres', host: '10.0.0.7' },
      [orders, stock],
      `incomplete catalog of ordres: it is bound to no database in view (no database in view is called ordres), ${noName}`,
    ],
    [
      'what its address says where nothing has its name',
      { name: 'x', host: 'orders.example.com' },
      [orders, stock],
      'aws_db_instance.orders / aws_db_instance.orders',
    ],
    [
      'its name, whatever the tunnel’s address is',
      { name: 'aws_db_instance.stock', host: 'orders.example.com' },
      [orders, stock],
      'aws_db_instance.stock / aws_db_instance.stock',
    ],
    [
      'nobody where its name means several',
      { name: 'aws_db_instance.*', host: '127.0.0.1' },
      [orders, stock],
      'incomplete catalog of aws_db_instance.*: it may be of aws_db_instance.orders, aws_db_instance.stock, so nothing was judged by it: name it NAME=URL, with a name that only one of them has',
    ],
    [
      'the one of several whose address it has',
      { name: 'aws_db_instance.*', host: 'stock.example.com' },
      [orders, stock],
      'aws_db_instance.stock / aws_db_instance.stock',
    ],
    ['the cluster, and the instance that writes', { name: null, host: 'c.cluster.example.com' }, cluster, 'c / w'],
    [
      'the cluster, and the only instance that reads',
      { name: null, host: 'c.cluster-ro.example.com', inRecovery: true },
      cluster,
      'c / r',
    ],
    ['the instance that was asked', { name: null, host: 'r.example.com' }, cluster, 'c / r'],
    [
      'the primary whose replica was asked',
      { name: 'replica' },
      [fact('instance', 'p'), fact('instance', 'replica', { links: { replicate_source_db: 'p' } })],
      'p / replica',
    ],
    [
      'the database behind a proxy',
      { name: null, host: 'px.proxy.example.com' },
      [orders, stock, ...proxied('aws_db_instance.stock', 'px')],
      'aws_db_instance.stock / aws_db_instance.stock',
    ],
    [
      'the one behind an endpoint of a proxy',
      { name: null, host: 'px.ep.example.com' },
      [orders, stock, ...proxied('aws_db_instance.stock', 'px')],
      'aws_db_instance.stock / aws_db_instance.stock',
    ],
    ['the cluster behind a proxy', { name: 'px' }, [...cluster, ...proxied('c', 'px')], 'c / w'],
    [
      'nobody behind a proxy of two',
      { name: 'px' },
      [
        orders,
        stock,
        ...proxied('aws_db_instance.stock', 'px'),
        fact('proxy-target', 't2', { links: { proxy: 'px', instance: 'aws_db_instance.orders' } }),
      ],
      'incomplete catalog of px: it may be of aws_db_instance.orders, aws_db_instance.stock, so nothing was judged by it: name it NAME=URL, with a name that only one of them has',
    ],
  ])('%s', (_, own, facts, expected) => {
    expect(bound(own, facts)).toBe(expected);
  });

  it.each(['localhost', '127.0.0.1', '::1', '/var/run/postgresql'])(
    'nobody by the address %s, which any tunnel has',
    (host) => {
      expect(bound({ name: null, host }, [instance('db', host)])).toMatch(/^incomplete catalog of /);
      expect(bound({ name: 'db', host }, [instance('db', host)])).toBe('db / db');
    },
  );

  it('what a path that writes its name leads to', () => {
    const entry = hop('database', ['prod-orders', 'aws_db_instance.orders']);
    const names = workload({ path: [entry] });
    expect(bound({ name: 'prod-orders', host: 'localhost' }, [orders, stock], [names])).toBe(
      'aws_db_instance.orders / aws_db_instance.orders',
    );
    const without = workload({ databases: [byName(['prod-orders', 'aws_db_instance.orders'])] });
    expect(bound({ name: 'prod-orders', host: 'localhost' }, [orders, stock], [without])).toBe(
      'aws_db_instance.orders / aws_db_instance.orders',
    );
    // A client may be called so too.
    const client = workload({ path: [hop('client', ['prod-orders', 'aws_db_instance.orders'])] });
    expect(bound({ name: 'prod-orders', host: 'localhost' }, [orders], [client])).toMatch(
      /no database in view is called/,
    );
  });

  it('an inline database of its name, in every workload that describes it', () => {
    const path = (name: string): Workload => {
      const one = inline('database', 'declared-database', 'legacy');
      const select =
        one.select.by === 'inline' ? { ...one.select, fact: { ...one.select.fact, id: name } } : one.select;
      return workload({ name, path: [{ ...one, select }] });
    };
    expect(bound({ name: 'legacy', host: 'localhost' }, [], [path('a'), path('b')])).toBe(
      'legacy, legacy / legacy, legacy',
    );
  });

  it('the database with its roles, which live nowhere else', () => {
    const graph = graphOf([orders, stock, ...catalog({ name: 'aws_db_instance.orders', loginRoles: ['app', 'etl'] })]);
    const living = (subject: string): readonly string[] =>
      incoming(graph, nodeOf(graph, subject), 'database', 'catalog-role').map((node) => node.subject);
    expect([living('aws_db_instance.orders'), living('aws_db_instance.stock')]).toEqual([['app', 'etl'], []]);
  });
});

it('a catalog tells the version where no document does', () => {
  const version = (own: Resource): unknown => {
    const graph = graphOf([
      fact('instance', 'db', own),
      ...catalog({ serverVersion: 150008, settings: [running('a', '1')] }),
    ]);
    const setting = nodeOf(graph, 'db').settings.engine_version_actual;
    return setting?.state === 'known' ? [setting.value, setting.from.at(-1)?.subject] : undefined;
  };
  expect(version({})).toEqual(['15.8', 'catalog of db']);
  expect(version({ settings: { engine_version: '16.4' } })).toBeUndefined();
});
