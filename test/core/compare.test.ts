import type { Fact } from '../../lib/core/fact';
import { known, unknown, type Json, type Setting } from '../../lib/core/setting';
import { at, compared, declared, live, shown } from './_drift';
import { rows, type Resource } from './estate';

const same = at('x');
const written = (value: Json): Setting =>
  known(value, { level: 'own', subject: 's', attribute: 'a', text: String(value) });

describe('settings', () => {
  it.each<[string, string, Resource['settings'], Resource['settings'], readonly string[]]>([
    ['equal values', 'alb', { idle_timeout: 120 }, { idle_timeout: 120 }, []],
    ['other values', 'alb', { idle_timeout: 120 }, { idle_timeout: 60 }, ['idle_timeout of b: 2 min -> 60 s']],
    ['a default spelled out, declared', 'alb', { idle_timeout: 60 }, {}, []],
    ['a default spelled out, live', 'proxy', {}, { idle_client_timeout: 1800 }, []],
    ['a value in place of the default', 'alb', {}, { idle_timeout: 61 }, ['idle_timeout of b: 60 s (default) -> 61 s']],
    ['an empty list for an unset one', 'proxy-target-group', { session_pinning_filters: [] }, {}, []],
    [
      'lists in another order',
      'proxy-target-group',
      { session_pinning_filters: ['A', 'B'] },
      { session_pinning_filters: ['B', 'A'] },
      [],
    ],
    ['versions of one major version', 'instance', { engine_version: '16' }, { engine_version: '16.4' }, []],
    [
      'another major version',
      'instance',
      { engine_version: '16.4' },
      { engine_version: '17.1' },
      ['engine_version of b: `16.4` -> `17.1`'],
    ],
    ['names', 'proxy', { name: 'Orders' }, { name: 'orders' }, []],
    ['what nobody declares', 'cluster-instance', { writer: true }, { writer: false }, []],
    ['what a document leaves to AWS', 'target-group', {}, { preserve_client_ip: true }, []],
    [
      'a fixed value, whatever is written',
      'listener',
      { protocol: 'TLS', tcp_idle_timeout: 900 },
      { protocol: 'TLS' },
      [],
    ],
  ])('%s', (_, kind, one, other, expected) => {
    const { differences, ...rest } = compared(
      [declared(kind, 'a', { ...same, settings: one ?? {} })],
      [live(kind, 'b', { ...same, settings: other ?? {} })],
    );
    expect(shown({ differences, ...rest })).toEqual(expected);
    expect(rest.pairs).toHaveLength(1);
    expect(rest.uncompared).toEqual([]);
  });

  it.each<[string, Setting, Setting]>([
    ['declared', unknown('is known only after apply', 'apply'), written(60)],
    ['live', written(60), unknown('could not be read', 'allow the call')],
  ])('what is not known %s is no difference, and is told', (_, one, other) => {
    const found = compared(
      [declared('alb', 'a', { ...same, settings: { idle_timeout: one } })],
      [live('alb', 'b', { ...same, settings: { idle_timeout: other } })],
    );
    expect(found.differences).toEqual([]);
    const open = one.state === 'unknown' ? one : other.state === 'unknown' ? other : null;
    expect(found.uncompared).toMatchObject([
      { attribute: 'idle_timeout.timeout_seconds', why: open?.why, settles: open?.settles },
    ]);
  });

  it('tells of both sides how the source spells it, and what a fix writes there', () => {
    const { differences } = compared(
      [declared('alb', 'aws_lb.public', { ...same, settings: { idle_timeout: 120 } })],
      [live('alb', 'public', { ...same, settings: { idle_timeout: 60 } })],
    );
    expect(differences).toMatchObject([
      {
        of: 'setting',
        name: 'idle_timeout',
        unit: 's',
        was: { value: 120, raw: 120, attribute: 'idle_timeout' },
        is: { value: 60, raw: 60, attribute: 'idle_timeout.timeout_seconds' },
      },
    ]);
  });
});

const database = (make: typeof declared, group: string | null, kind = 'instance'): Fact =>
  make(kind, `${kind} of ${group ?? 'nobody'}`, {
    ...at('orders'),
    settings: { engine: 'postgres', engine_version: '16.4' },
    links: { parameter_group: group },
  });
const group = (
  make: typeof declared,
  subject: string,
  parameters: Record<string, string>,
  family = 'postgres16',
): Fact => make('parameter-group', subject, { ...at('pg'), settings: { family, parameters: rows(parameters) } });

describe('parameters of groups', () => {
  it.each<[string, Record<string, string>, Record<string, string>, readonly string[]]>([
    ['equal rows', { statement_timeout: '30000' }, { statement_timeout: '30000' }, []],
    [
      'other rows',
      { statement_timeout: '120000' },
      { statement_timeout: '20000' },
      ['statement_timeout of l: 2 min -> 20 s'],
    ],
    ['a row that is gone', { statement_timeout: '30000' }, {}, ['statement_timeout of l: 30 s -> off (default)']],
    ['a new row', {}, { idle_session_timeout: '600000' }, ['idle_session_timeout of l: off (default) -> 10 min']],
    ['a default spelled out', { tcp_keepalives_idle: '300', statement_timeout: '0' }, {}, []],
    [
      'a count, which has no unit',
      { tcp_keepalives_count: '3' },
      { tcp_keepalives_count: '5' },
      ['tcp_keepalives_count of l: 3 -> 5'],
    ],
    ['a parameter that is not judged', { work_mem: '4096' }, { work_mem: '8192' }, []],
  ])('%s', (_, one, other, expected) => {
    const found = compared(
      [database(declared, 'd'), group(declared, 'd', one)],
      [database(live, 'l'), group(live, 'l', other)],
    );
    expect(shown(found)).toEqual(expected);
    expect(found.uncompared).toEqual([]);
  });

  it("takes a family's own defaults: 24 h idle in a transaction on Aurora, none on RDS", () => {
    const row = { idle_in_transaction_session_timeout: '86400000' };
    const estate = (make: typeof declared, parameters: Record<string, string>, family: string): readonly Fact[] => [
      make('declared-database', 'some database'),
      group(make, 'g', parameters, family),
    ];
    const of = (family: string): readonly string[] =>
      shown(compared(estate(declared, row, family), estate(live, {}, family)));
    expect(of('aurora-postgresql16')).toEqual([]);
    expect(of('postgres16')).toEqual(['idle_in_transaction_session_timeout of g: 24 h -> off (default)']);
  });

  it("leaves a silent group of an instance what its cluster's group says", () => {
    const estate = (make: typeof declared, own: Record<string, string>): readonly Fact[] => [
      make('cluster', 'c', {
        ...at('c'),
        settings: { engine: 'aurora-postgresql' },
        links: { cluster_parameter_group: 'cg' },
      }),
      make('cluster-instance', 'i', {
        ...at('i'),
        settings: { engine: 'aurora-postgresql' },
        links: { cluster: 'c', parameter_group: 'ig' },
      }),
      make('cluster-parameter-group', 'cg', {
        ...at('cg'),
        settings: { family: 'aurora-postgresql16', parameters: rows({ statement_timeout: '30000' }) },
      }),
      make('parameter-group', 'ig', {
        ...at('ig'),
        settings: { family: 'aurora-postgresql16', parameters: rows(own) },
      }),
    ];
    // 30 s either way, and no limit where the instance's group says 0.
    expect(shown(compared(estate(declared, {}), estate(live, { statement_timeout: '30000' })))).toEqual([]);
    expect(shown(compared(estate(declared, {}), estate(live, { statement_timeout: '0' })))).toEqual([
      'statement_timeout of ig: 30 s -> off',
    ]);
  });

  it('compares none of a group whose rows could not be read, and says so once', () => {
    const unread = live('parameter-group', 'l', {
      ...at('pg'),
      settings: { family: 'postgres16', parameters: unknown('could not be read', 'allow rds:DescribeDBParameters') },
    });
    const found = compared(
      [database(declared, 'd'), group(declared, 'd', { statement_timeout: '30000' })],
      [database(live, 'l'), unread],
    );
    expect(shown(found)).toEqual([]);
    expect(found.uncompared).toMatchObject([{ attribute: 'parameters', why: 'could not be read' }]);
  });
});

describe('roles', () => {
  const estate = (make: typeof declared, value: Json, row?: string): readonly Fact[] => [
    database(make, 'g'),
    group(make, 'g', row === undefined ? {} : { statement_timeout: row }),
    make('role', 'app', { settings: { name: 'app', statement_timeout: value }, links: { database: 'instance of g' } }),
  ];
  it.each<[string, Json, Json, readonly string[]]>([
    ['5min equals 300000', '300000', '5min', []],
    ['a number of milliseconds', 45_000, '45s', []],
    ['another value', '300000', '2min', ['statement_timeout of app: 5 min -> 2 min']],
    ['nothing on both sides', null, null, []],
    ['what the server gives anyway', null, '30s', []],
    ['a value that nobody declared', null, '45s', ['statement_timeout of app: 30 s -> 45 s']],
  ])('%s', (_, one, other, expected) => {
    const found = compared(estate(declared, one, '30000'), estate(live, other, '30000'));
    expect(shown(found)).toEqual(expected);
    expect(found.uncompared).toEqual([]);
  });

  it('are compared with what the catalog shows of them, of parameters that both can carry', () => {
    const mine = [
      database(declared, 'g'),
      group(declared, 'g', {}),
      declared('role', 'app', {
        settings: { name: 'app', statement_timeout: '30000' },
        links: { database: 'instance of g' },
      }),
    ];
    const catalog = (statement_timeout: string, in_database: string | null): Fact =>
      live('catalog-role', `app in ${in_database ?? 'all'}`, {
        source: 'catalog',
        settings: {
          name: 'app',
          statement_timeout,
          lock_timeout: '5s',
          ...(in_database === null ? {} : { in_database }),
        },
        links: { database: 'instance of g' },
      });
    const other = [database(live, 'g'), group(live, 'g', {}), catalog('30s', null), catalog('1s', 'shop')];
    expect(shown(compared(mine, other))).toEqual([]);
    expect(shown(compared(mine, [...other.slice(0, 2), catalog('45s', null)]))).toEqual([
      'statement_timeout of app in all: 30 s -> 45 s',
    ]);
  });

  it('says that a value is none that PostgreSQL takes, without showing it', () => {
    const found = compared(estate(declared, '30000'), estate(live, 'secret words'));
    expect(found.differences).toEqual([]);
    expect(found.uncompared).toMatchObject([{ attribute: 'statement_timeout' }]);
    expect(JSON.stringify(found.uncompared.map(({ why }) => why))).not.toContain('secret words');
  });
});

describe('init queries', () => {
  const pool = (make: typeof declared, sql: string | null): readonly Fact[] => [
    make('declared-database', 'db'),
    make('proxy-target-group', 'pool', { ...at('pool'), settings: sql === null ? {} : { init_query: sql } }),
  ];
  it.each<[string, string | null, string | null, readonly string[]]>([
    ['the same in other words', "SET statement_timeout='30s'", 'set statement_timeout TO 30000;', []],
    [
      'another value',
      'SET statement_timeout=30000',
      'SET statement_timeout=5000',
      ['statement_timeout of pool: 30 s -> 5 s'],
    ],
    ['one that is gone', 'SET statement_timeout=0', null, ['statement_timeout of pool: off -> not set']],
    ['an empty text', '', null, []],
    ['what is not judged', 'SET application_name = x', 'SET application_name = y', []],
  ])('%s', (_, one, other, expected) => {
    expect(shown(compared(pool(declared, one), pool(live, other)))).toEqual(expected);
  });

  it('never shows the text', () => {
    const found = compared(
      pool(declared, 'SET statement_timeout=1'),
      pool(live, "SET a.password = 'hunter2'; SET statement_timeout=2"),
    );
    expect(found.differences).toHaveLength(1);
    const { was, is } = found.differences[0]!;
    expect(JSON.stringify([was, is])).not.toContain('hunter2');
  });
});

describe('links', () => {
  it.each<[string, string | null | { name: string }, string | null | { name: string }, readonly string[]]>([
    ['the same group', 'd', 'l', []],
    ["AWS's default, named or not", null, { name: 'default.postgres16' }, []],
    [
      'another group',
      { name: 'orders-pg16' },
      { name: 'tuning' },
      ['parameter_group of instance: `orders-pg16` -> `tuning`'],
    ],
    [
      'a group that was taken away',
      'd',
      { name: 'default.postgres16' },
      ["parameter_group of instance: `pg` -> AWS's default group"],
    ],
  ])('%s', (_, one, other, expected) => {
    const instance = (make: typeof declared, to: typeof one): Fact =>
      make('instance', 'instance', { ...at('orders'), links: { parameter_group: to } });
    const found = compared(
      [instance(declared, one), group(declared, 'd', {})],
      [instance(live, other), group(live, 'l', {})],
    );
    expect(shown(found)).toEqual(expected);
  });

  it('compares the targets of a proxy, an instance not beside its cluster', () => {
    const estate = (make: typeof declared, ...targets: readonly Resource['links'][]): readonly Fact[] => [
      make('proxy', 'proxy', at('proxy')),
      make('cluster', 'orders', at('orders')),
      make('instance', 'legacy', at('legacy')),
      ...targets.map((links, index) =>
        make('proxy-target', `target ${index}`, { links: { proxy: 'proxy', ...links } }),
      ),
    ];
    const cluster = { cluster: 'orders' };
    const instance = { instance: 'legacy' };
    expect(shown(compared(estate(declared, cluster), estate(live, cluster)))).toEqual([]);
    expect(shown(compared(estate(declared, cluster), estate(live, cluster, instance)))).toEqual([
      'targets of proxy: `orders` -> `legacy`, `orders`',
    ]);
    expect(shown(compared(estate(declared, cluster), estate(live, {})))).toEqual([
      'targets of proxy: `orders` -> nothing',
    ]);
    // A document that holds the proxy alone says nothing of its targets.
    expect(shown(compared(estate(declared), estate(live, cluster)))).toEqual([]);
  });
});
