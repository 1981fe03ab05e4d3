import type { Configuration, PathEntry } from '../../lib/core/configuration';
import type { Fact, Link } from '../../lib/core/fact';
import { sessionOf } from '../../lib/core/session';
import { provenanceOf, table, unknown, type Setting } from '../../lib/core/setting';
import { fact, graphOf, hop, inline, nodeOf, pathsThrough, rows, workload } from './estate';
import { declaredPaths } from '../../lib/core/paths';

const later: Link = { state: 'unknown', attribute: 'parameter_group_name', why: 'known after apply', settles: 'apply' };
const group = (subject: string, parameters: { readonly [name: string]: string }, kind = 'parameter-group'): Fact =>
  fact(kind, subject, { settings: { parameters: rows(parameters) } });
const role = (
  own: { readonly [name: string]: string | null },
  database: Parameters<typeof fact>[2] = { links: { database: 'db' } },
): Fact => fact('role', 'postgresql_role.app', { settings: { name: 'app', ...own }, ...database });
const database = (parameterGroup: Link | string | null = null, own: Parameters<typeof fact>[2] = {}): Fact =>
  fact('instance', 'db', { links: { parameter_group: parameterGroup }, ...own });
const db = hop('database', 'db');
const app = inline('client', 'client', 'job');

/** One parameter as role `app` gets it. */
function session(
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
function shown(setting: Setting | undefined): string {
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

describe('precedence', () => {
  const pooled = [
    fact('proxy', 'p'),
    fact('proxy-target-group', 'pool', {
      links: { proxy: 'p' },
      settings: { init_query: "SET statement_timeout = '6s'" },
    }),
  ];
  const g = group('g', { statement_timeout: '2000' });
  const withOptions = inline('client', 'client', 'job', { startup_options: { statement_timeout: '5s' } });
  const sets = inline('client', 'client', 'job', {
    startup_options: { statement_timeout: '5s' },
    session_parameters: { statement_timeout: '7s' },
  });

  it.each<[string, readonly Fact[], readonly PathEntry[], string]>([
    ['engine default', [database()], [app, db], 'off by default'],
    ['a group over the default', [database('g'), g], [app, db], '2 by instance-group'],
    ['a role over its group', [database('g'), g, role({ statement_timeout: '4000' })], [app, db], '4 by role'],
    [
      'options over the role',
      [database('g'), g, role({ statement_timeout: '4000' })],
      [withOptions, db],
      '5 by connection-options',
    ],
    [
      'the init query of a proxy over the role',
      [database('g'), g, role({ statement_timeout: '4000' }), ...pooled],
      [app, hop('proxy', 'p'), db],
      '6 by init-query',
    ],
    [
      'RDS Proxy refuses options',
      [database('g'), g, fact('proxy', 'p')],
      [withOptions, hop('proxy', 'p'), db],
      '2 by instance-group',
    ],
    [
      'a pooler may drop options',
      [database('g'), g],
      [withOptions, inline('pooler', 'pooler', 'bouncer'), db],
      '2 by instance-group or 5 by connection-options',
    ],
    [
      'SET over everything',
      [database('g'), g, role({ statement_timeout: '4000' }), ...pooled],
      [sets, hop('proxy', 'p'), db],
      '7 by session',
    ],
    [
      'SET to 0 is off',
      [database('g'), g],
      [inline('client', 'client', 'pg_dump', { session_parameters: { statement_timeout: '0' } }), db],
      'off by session',
    ],
  ])('%s', (_, facts, entries, expected) => {
    expect(shown(session(facts, 'statement_timeout', entries))).toBe(expected);
  });

  it('keeps every step, weakest first', () => {
    const setting = session([database('g'), g, role({ statement_timeout: '4000' }), ...pooled], 'statement_timeout', [
      sets,
      hop('proxy', 'p'),
      db,
    ]);
    expect(provenanceOf(setting!).map((step) => [step.level, step.subject, step.text])).toEqual([
      ['default', 'RDS for PostgreSQL', '0'],
      ['instance-group', 'g', '2000'],
      ['role', 'postgresql_role.app', '4000'],
      ['init-query', 'pool', '6s'],
      ['session', 'job', '7s'],
    ]);
  });

  it('knows levels that only a catalog shows', () => {
    const spoken = (levels: readonly string[]): string => {
      const all: Fact[] = [
        fact('role', 'everyone', { settings: { name: null, statement_timeout: '1000' }, links: { database: 'db' } }),
        fact('role', 'app', { settings: { name: 'app', statement_timeout: '3000' }, links: { database: 'db' } }),
      ];
      return shown(session([database(), ...all.filter((one) => levels.includes(one.subject))]));
    };
    expect(spoken(['everyone'])).toBe('1 by all-roles');
    expect(spoken(['everyone', 'app'])).toBe('3 by role');
  });
});

describe('groups', () => {
  const cluster = fact('cluster', 'c', { links: { cluster_parameter_group: 'cg' } });
  const clusterGroup = group(
    'cg',
    { statement_timeout: '1000', idle_session_timeout: '9000' },
    'cluster-parameter-group',
  );
  const instance = (own: Link | string | null): Fact =>
    fact('cluster-instance', 'i', { links: { cluster: 'c', parameter_group: own } });
  const path = [app, hop('database', 'c')];

  it.each<[string, readonly Fact[], string, string]>([
    ['the cluster’s group', [cluster, clusterGroup, instance(null)], 'statement_timeout', '1 by cluster-group'],
    [
      'the instance’s group over it',
      [cluster, clusterGroup, instance('ig'), group('ig', { statement_timeout: '2000' })],
      'statement_timeout',
      '2 by instance-group',
    ],
    [
      'even where it repeats the default',
      [cluster, clusterGroup, instance('ig'), group('ig', { statement_timeout: '0' })],
      'statement_timeout',
      'off by instance-group',
    ],
    [
      'and the cluster’s where the instance’s is silent',
      [cluster, clusterGroup, instance('ig'), group('ig', { statement_timeout: '0' })],
      'idle_session_timeout',
      '9 by cluster-group',
    ],
    [
      'a default group of the instance says nothing',
      [
        cluster,
        clusterGroup,
        instance({ state: 'linked', to: { name: 'default.aurora-postgresql16' }, sure: 'exact', attribute: 'a' }),
      ],
      'statement_timeout',
      '1 by cluster-group',
    ],
    [
      'Aurora’s own default',
      [cluster, clusterGroup, instance(null)],
      'idle_in_transaction_session_timeout',
      '86400 by default',
    ],
    [
      'a Multi-AZ DB cluster, which shows no instances',
      [cluster, clusterGroup],
      'statement_timeout',
      '1 by cluster-group',
    ],
  ])('Aurora: %s', (_, facts, parameter, expected) => {
    expect(shown(session(facts, parameter, path))).toBe(expected);
  });

  it('is unknown where the cluster of an instance is not in view', () => {
    const alone = fact('cluster-instance', 'i', { links: { cluster: { name: 'elsewhere' } } });
    expect(shown(session([alone], 'statement_timeout', [app, hop('database', 'i')]))).toBe(
      'unknown: the cluster of i is not in the documents',
    );
  });

  const two = [
    group('a', { statement_timeout: '2000' }),
    group('b', { statement_timeout: '3000' }),
    group('empty', {}),
    group('same', { statement_timeout: '2000' }),
  ];
  const oneOf = (...ids: readonly string[]): Link => ({
    state: 'one-of',
    to: ids.map((id) => ({ id: `plan.json#${id}` })),
    attribute: 'a',
    why: 'a or b',
    settles: 'apply',
  });
  it.each<[string, Link | string | null, string]>([
    ['absent', null, 'off by default'],
    [
      'a default group',
      { state: 'linked', to: { name: 'default.postgres16' }, sure: 'exact', attribute: 'a' },
      'off by default',
    ],
    [
      'a group elsewhere',
      { state: 'linked', to: { name: 'orders' }, sure: 'exact', attribute: 'a' },
      'unknown: parameter group orders of db is not in the documents',
    ],
    ['unknown', later, 'unknown: known after apply'],
    [
      'probable',
      { state: 'linked', to: { id: 'plan.json#a' }, sure: 'probable', attribute: 'a' },
      '2 by instance-group',
    ],
    ['one of two', oneOf('a', 'b'), '2 by instance-group or 3 by instance-group'],
    ['one of two that say the same', oneOf('a', 'same'), '2 by instance-group'],
    ['one of two, one of which says nothing', oneOf('a', 'empty'), 'off by default or 2 by instance-group'],
    [
      'one of three, one of which says nothing',
      oneOf('a', 'b', 'empty'),
      'off by default or 2 by instance-group or 3 by instance-group',
    ],
    ['one of two that say nothing', oneOf('empty', 'empty'), 'off by default'],
    [
      'one of two, one of which is elsewhere',
      oneOf('a', 'gone'),
      'unknown: a or b, and not all of these are in the documents',
    ],
  ])('a link that is %s', (_, link, expected) => {
    expect(shown(session([database(link), ...two]))).toBe(expected);
  });

  it('does not read silence as the default group: a data source may not speak of groups', () => {
    const silent = fact('instance', 'db', { links: { parameter_group: [] } });
    expect(shown(session([silent]))).toBe('unknown: no document says which parameter group db has');
  });

  const withRows = (parameters: readonly object[]): Fact =>
    fact('parameter-group', 'g', { names: ['orders'], settings: { parameters: parameters as never } });
  const row = (own: object): object => ({
    name: 'statement_timeout',
    value: '2000',
    state: 'known',
    applyMethod: 'immediate',
    ...own,
  });
  it.each<[string, Fact, string, string]>([
    [
      'unknown',
      withRows([row({ value: null, state: 'unknown' })]),
      'unknown: statement_timeout of g is known only after apply',
      '1 by declared',
    ],
    [
      'sensitive',
      withRows([row({ value: null, state: 'sensitive' })]),
      'unknown: statement_timeout of g is marked sensitive',
      '1 by declared',
    ],
    [
      'nameless',
      withRows([row({ name: null })]),
      'unknown: the name of a parameter of g is known only after apply, and it may be statement_timeout',
      '1 by declared',
    ],
    [
      'not known as a whole',
      fact('parameter-group', 'g', { names: ['orders'], settings: { parameters: unknown('later', 'apply') } }),
      'unknown: later',
      '1 by declared',
    ],
    [
      'not a plain integer',
      withRows([row({ value: '30s' })]),
      'unknown: statement_timeout of g is "30s": RDS takes a plain integer here, in ms, without a unit',
      '1 by declared',
    ],
    [
      'written twice',
      withRows([row({}), row({ value: '3000' })]),
      '2 by instance-group or 3 by instance-group',
      '2 by instance-group or 3 by instance-group',
    ],
    ['written twice alike', withRows([row({}), row({})]), '2 by instance-group', '2 by instance-group'],
    [
      'written twice, once unknown',
      withRows([row({}), row({ value: null, state: 'unknown' })]),
      'unknown: g sets statement_timeout 2 times',
      '1 by declared',
    ],
    [
      'known beside a nameless one',
      withRows([row({}), row({ name: null })]),
      '2 by instance-group',
      '2 by instance-group',
    ],
    ['known', withRows([row({})]), '2 by instance-group', '2 by instance-group'],
  ])('a row that is %s, and declared', (_, g, expected, declared) => {
    expect(shown(session([database('g'), g]))).toBe(expected);
    const parameterGroups = table([['orders', table([['statement_timeout', '1000']])]]);
    expect(shown(session([database('g'), g], 'statement_timeout', [app, db], { parameterGroups }))).toBe(declared);
  });

  it('believes what is declared of a group that no document describes', () => {
    const elsewhere = database({ state: 'linked', to: { name: 'orders' }, sure: 'exact', attribute: 'a' });
    const parameterGroups = table([['orders', table([['statement_timeout', '1000']])]]);
    expect(shown(session([elsewhere], 'statement_timeout', [app, db], { parameterGroups }))).toBe('1 by declared');
    expect(shown(session([elsewhere], 'idle_session_timeout', [app, db], { parameterGroups }))).toBe('off by default');
  });

  it('never shows a sensitive value', () => {
    const secret = withRows([row({ value: null, state: 'sensitive' })]);
    expect(JSON.stringify(session([database('g'), secret]))).not.toContain('2000');
  });
});

describe('what waits for a reboot', () => {
  const change = (before: { readonly [name: string]: string }): Fact['change'] => ({
    action: 'update',
    before: table(Object.entries(before)),
  });
  const attached = (before: string, action: 'update' | 'replace' = 'update'): Fact =>
    database('new', {
      links: { parameter_group: 'new' },
      change: { action, before: table([['parameter_group_name', before]]) },
    });
  const groups = [
    fact('parameter-group', 'new', {
      names: ['new-name'],
      settings: { parameters: rows({ statement_timeout: '2000' }) },
    }),
    fact('parameter-group', 'old', {
      names: ['old-name'],
      settings: { parameters: rows({ statement_timeout: '1000' }) },
    }),
    fact('parameter-group', 'alike', {
      names: ['alike-name'],
      settings: { parameters: rows({ statement_timeout: '2000' }) },
    }),
  ];

  it.each<[string, Fact, string]>([
    ['a group attached anew', attached('old-name'), '1 by instance-group or 2 by instance-group'],
    [
      'a group attached in place of the default',
      attached('default.postgres16'),
      'off by default or 2 by instance-group',
    ],
    ['a group that says the same', attached('alike-name'), '2 by instance-group'],
    ['the same group', attached('new-name'), '2 by instance-group'],
    [
      'a group elsewhere before',
      attached('elsewhere'),
      'unknown: statement_timeout of the group that this plan attaches to db counts only after a reboot',
    ],
    ['a database that is made anew', attached('old-name', 'replace'), '2 by instance-group'],
    [
      'a change of something else',
      database('new', { links: { parameter_group: 'new' }, change: change({}) }),
      '2 by instance-group',
    ],
  ])('%s', (_, one, expected) => {
    expect(shown(session([one, ...groups]))).toBe(expected);
  });

  it('says so of the group of a cluster too', () => {
    const facts = [
      fact('cluster', 'c', {
        links: { cluster_parameter_group: 'new' },
        change: change({ db_cluster_parameter_group_name: 'old-name' }),
      }),
      fact('cluster-parameter-group', 'new', {
        names: ['new-name'],
        settings: { parameters: rows({ statement_timeout: '2000' }) },
      }),
      fact('cluster-parameter-group', 'old', {
        names: ['old-name'],
        settings: { parameters: rows({ statement_timeout: '1000' }) },
      }),
      fact('cluster-instance', 'i', { links: { cluster: 'c' } }),
    ];
    expect(shown(session(facts, 'statement_timeout', [app, hop('database', 'c')]))).toBe(
      '1 by cluster-group or 2 by cluster-group',
    );
  });

  const updated = (
    applyMethod: string,
    before: readonly object[] | null,
    action: 'update' | 'create' = 'update',
  ): Fact =>
    fact('parameter-group', 'g', {
      settings: { parameters: rows({ statement_timeout: '2000' }, applyMethod) },
      change: { action, before: table(before === null ? [] : [['parameter', before as never]]) },
    });
  const old = (value: string): object => ({ name: 'Statement_Timeout', value, apply_method: 'immediate' });
  it.each<[string, Fact, string]>([
    ['a changed row', updated('pending-reboot', [old('1000')]), '1 by instance-group or 2 by instance-group'],
    ['a changed row that counts at once', updated('immediate', [old('1000')]), '2 by instance-group'],
    ['a new row', updated('pending-reboot', []), 'off by default or 2 by instance-group'],
    ['a row that stays', updated('pending-reboot', [old('2000')]), '2 by instance-group'],
    ['a row of which nothing is known before', updated('pending-reboot', null), '2 by instance-group'],
    ['a new group', updated('pending-reboot', [], 'create'), '2 by instance-group'],
  ])('pending-reboot: %s', (_, g, expected) => {
    expect(shown(session([database('g'), g]))).toBe(expected);
  });
});

describe('roles', () => {
  const assumed = (setting: Setting | undefined): boolean =>
    provenanceOf(setting!).some((step) => step.assumed !== undefined);
  const declaredRole = {
    roles: table([
      [
        'app',
        table([
          ['statement_timeout', '9s'],
          ['transaction_timeout', '8s'],
        ]),
      ],
    ]),
  };

  it.each<[string, Fact, string]>([
    ['a value in milliseconds', role({ statement_timeout: '4000' }), '4 by role'],
    // The provider issues RESET for 0: the role has no value of its own (facts: postgres-rds 4).
    ['0, which resets', role({ statement_timeout: '0' }), '2 by instance-group'],
    ['null', role({ statement_timeout: null }), '2 by instance-group'],
    ['nothing', role({}), '2 by instance-group'],
    [
      'another role',
      fact('role', 'x', { settings: { name: 'other', statement_timeout: '4000' }, links: { database: 'db' } }),
      '2 by instance-group',
    ],
    [
      'a role of another server',
      role({ statement_timeout: '4000' }, { links: { database: 'elsewhere-db' } }),
      '2 by instance-group',
    ],
    [
      'a role, nobody knows of which server',
      role({ statement_timeout: '4000' }, { links: { database: later } }),
      '2 by instance-group or 4 by role',
    ],
    [
      'a role of a server that no document describes',
      role({ statement_timeout: '4000' }, { links: { database: { name: 'db.internal' } } }),
      '2 by instance-group or 4 by role',
    ],
    [
      'a role that says the same, of which server is not known',
      role({ statement_timeout: '2000' }, { links: { database: later } }),
      '2 by instance-group',
    ],
    [
      'a role whose name is not known',
      fact('role', 'x', {
        settings: { name: unknown('later', 'apply'), statement_timeout: '4000' },
        links: { database: 'db' },
      }),
      '2 by instance-group or 4 by role',
    ],
    [
      'an unreadable value',
      role({ statement_timeout: '12 parsecs' }),
      'unknown: statement_timeout of postgresql_role.app is "12 parsecs": what follows the number is none of the units us, ms, s, min, h, d (case counts)',
    ],
    [
      'an unknown value',
      fact('role', 'x', {
        settings: { name: 'app', statement_timeout: unknown('later', 'apply') },
        links: { database: 'db' },
      }),
      'unknown: later',
    ],
  ])('says %s', (_, one, expected) => {
    const facts = [database('g'), group('g', { statement_timeout: '2000' }), fact('instance', 'elsewhere-db'), one];
    expect(shown(session(facts))).toBe(expected);
  });

  it('lives on the cluster of the instance', () => {
    const facts = [
      fact('cluster', 'c'),
      fact('cluster-instance', 'i', { links: { cluster: 'c' } }),
      role({ statement_timeout: '4000' }, { links: { database: 'c' } }),
    ];
    expect(shown(session(facts, 'statement_timeout', [app, hop('database', 'c')]))).toBe('4 by role');
  });

  it('believes what is declared, except against what a source shows', () => {
    expect(shown(session([database()], 'statement_timeout', [app, db], declaredRole))).toBe('9 by declared');
    expect(
      shown(session([database(), role({ statement_timeout: '4000' })], 'statement_timeout', [app, db], declaredRole)),
    ).toBe('4 by role');
    // The source shows that the role has no value of its own.
    expect(shown(session([database(), role({})], 'statement_timeout', [app, db], declaredRole))).toBe('off by default');
    // The provider cannot carry this parameter, so no source shows it.
    expect(shown(session([database(), role({})], 'transaction_timeout', [app, db], declaredRole))).toBe(
      '8 by declared',
    );
    expect(
      shown(
        session(
          [database(), role({ statement_timeout: '4000' }, { links: { database: later } })],
          'statement_timeout',
          [app, db],
          declaredRole,
        ),
      ),
    ).toBe('9 by declared or 4 by role');
  });

  it.each<[string, readonly Fact[], string, Partial<Configuration['declared']>, boolean]>([
    ['no source shows the role', [], 'statement_timeout', {}, true],
    ['a source shows it', [role({})], 'statement_timeout', {}, false],
    ['a source shows it, but cannot carry the parameter', [role({})], 'transaction_timeout', {}, true],
    ['it is declared, and sets something else', [], 'idle_session_timeout', declaredRole, false],
    ['no role may set the parameter', [], 'max_standby_streaming_delay', {}, false],
  ])('marks what was assumed unset: %s', (_, facts, parameter, declared, expected) => {
    expect(assumed(session([database(), ...facts], parameter, [app, db], declared))).toBe(expected);
  });

  it('assumes nothing where no role is asked for', () => {
    const graph = graphOf([database(), role({ statement_timeout: '4000' })]);
    const setting = sessionOf(graph, nodeOf(graph, 'db'), [], null).statement_timeout;
    expect([shown(setting), assumed(setting)]).toEqual(['off by default', false]);
  });
});

describe('versions and flavours', () => {
  it.each([
    ['16.4', 'off by default'],
    ['17.2', '5 by instance-group'],
    [undefined, '5 by instance-group'],
  ])('a server of version %s has transaction_timeout or not', (version, expected) => {
    const one = database('g', {
      links: { parameter_group: 'g' },
      settings: version === undefined ? {} : { engine_version: version },
    });
    expect(shown(session([one, group('g', { transaction_timeout: '5000' })], 'transaction_timeout'))).toBe(expected);
  });

  it.each([
    ['RDS', database(), [app, db], '300 by default'],
    ['a declared server', null, [app, inline('database', 'declared-database', 'pg')], '7200 by default'],
    [
      'a declared server on RDS',
      null,
      [app, inline('database', 'declared-database', 'pg', { engine: 'rds' })],
      '300 by default',
    ],
    [
      'a declared server that sets it',
      null,
      [app, inline('database', 'declared-database', 'pg', { server_parameters: { tcp_keepalives_idle: '1min' } })],
      '60 by declared',
    ],
  ] as const)('keepalive of %s', (_, one, entries, expected) => {
    expect(shown(session(one === null ? [] : [one], 'tcp_keepalives_idle', entries))).toBe(expected);
  });
});

describe('hops', () => {
  const proxied = (init: Setting | string): readonly Fact[] => [
    database(),
    fact('proxy', 'p'),
    fact('proxy-endpoint', 'e', { links: { proxy: 'p' } }),
    fact('proxy-target-group', 'pool', { links: { proxy: 'p' }, settings: { init_query: init } }),
  ];
  it.each<[string, Setting | string, string]>([
    ['SET', 'SET statement_timeout TO 6000', '6 by init-query'],
    ['other SQL', "SET work_mem = '1MB'", 'off by default'],
    [
      'nothing readable about it',
      "SELECT set_config('statement_timeout', '0', false)",
      'unknown: the init query of pool mentions statement_timeout in a way that is not read',
    ],
    ['unknown', unknown('known after apply', 'apply'), 'unknown: known after apply'],
  ])('an init query: %s', (_, init, expected) => {
    for (const name of ['p', 'e'])
      expect(shown(session(proxied(init), 'statement_timeout', [app, hop('proxy', name), db]))).toBe(expected);
  });

  it('does not take what a client SETs for unset because it is not known', () => {
    const { paths, graph } = pathsThrough(
      [database(), fact('other', 'svc', { settings: { session_parameters: unknown('later', 'look') } })],
      [hop('client', 'svc'), db],
    );
    const setting = sessionOf(graph, nodeOf(graph, 'db'), paths[0]!.hops, null).statement_timeout;
    expect(shown(setting)).toBe('unknown: later');
  });

  it('lets no session set what only the server may', () => {
    const client = inline('client', 'client', 'job', { session_parameters: { max_standby_streaming_delay: '1s' } });
    expect(shown(session([database()], 'max_standby_streaming_delay', [client, db]))).toBe('30 by default');
  });
});
