import type { PathEntry } from '../../lib/core/configuration';
import type { Fact } from '../../lib/core/fact';
import type { Hop } from '../../lib/core/path';
import type { Setting } from '../../lib/core/setting';
import { ado, connection, hidden, holding, jdbc, variables } from './_connection';
import { fact, hop, inline, pathsThrough, type Resource } from './estate';

const db = fact('instance', 'db');

function clientOf(facts: readonly Fact[], entry: PathEntry): Hop {
  const { paths, problems } = pathsThrough([...facts, db], [entry, hop('database', 'db')]);
  expect(problems).toEqual([]);
  return paths[0]!.client!;
}

/** A service with a task definition that holds what is given. */
function service(settings: Resource['settings'], more: readonly Fact[] = []): readonly Fact[] {
  return [
    fact('service', 'api', { links: { task_definition: 'task' } }),
    fact('task-definition', 'task', { settings: settings ?? {} }),
    ...more,
  ];
}

/** A value, several as a list, or why it is not known. */
function said(setting: Setting | undefined): unknown {
  if (setting === undefined) return 'absent';
  if (setting.state === 'unknown') return { unknown: setting.why };
  return setting.state === 'known' ? setting.value : setting.candidates.map((one) => one.value);
}

function settingsOf(client: Hop, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, said(client.member.settings[name])]));
}

const off = { keepalive_on: false, keepalive_idle: null, keepalive_interval: 'absent', keepalive_count: 'absent' };
/** Linux: 7200 s, then every 75 s, 9 times (facts: aws-network 5). */
const linux = { keepalive_on: true, keepalive_idle: 7200, keepalive_interval: 75, keepalive_count: 9 };
const later: Setting = { state: 'unknown', why: 'known only after apply', settles: 'apply', from: [] };
const after = { unknown: 'known only after apply' };
const noLimits = { tcp_user_timeout: null, read_timeout: null, query_timeout: null, command_timeout: null };
const sysctls = { 'net.ipv4.tcp_keepalive_time': '60', 'net.ipv4.tcp_keepalive_intvl': '20' };
const api = hop('client', 'api');
const url = (parameters: Readonly<Record<string, string | null>>): ReturnType<typeof holding> =>
  holding(connection('DATABASE_URL', { parameters }));

describe('what a client does', () => {
  // Facts: postgres-rds 5.1, drivers; each number of a driver there.
  it.each<[string, Resource['settings'], Partial<PathEntry>, Record<string, unknown>]>([
    ['libpq leaves the times to the system', url({}), { driver: 'libpq' }, { ...linux, ...noLimits }],
    [
      'a container sets the system',
      { ...url({}), sysctls },
      { driver: 'libpq' },
      { ...linux, keepalive_idle: 60, keepalive_interval: 20 },
    ],
    [
      'libpq with times',
      url({ keepalives_idle: '30', keepalives_interval: '10', keepalives_count: '3', tcp_user_timeout: '15000' }),
      { driver: 'libpq' },
      { keepalive_idle: 30, keepalive_interval: 10, keepalive_count: 3, tcp_user_timeout: 15 },
    ],
    ['0 is the system’s', { ...url({ keepalives_idle: '0' }), sysctls }, { driver: 'libpq' }, { keepalive_idle: 60 }],
    ['libpq switched off', { ...url({ keepalives: '0', keepalives_idle: '30' }), sysctls }, { driver: 'libpq' }, off],
    ['pgjdbc leaves it off', holding(connection('JDBC_URL', jdbc)), {}, { ...off, ...noLimits }],
    [
      'pgjdbc switched on, with a read timeout',
      {
        ...holding(
          connection('JDBC_URL', {
            ...jdbc,
            parameters: { tcpKeepAlive: 'true', socketTimeout: '60', queryTimeout: '0' },
          }),
        ),
        sysctls,
      },
      {},
      {
        keepalive_on: true,
        keepalive_idle: 60,
        keepalive_interval: 20,
        keepalive_count: 9,
        read_timeout: 60,
        command_timeout: null,
      },
    ],
    [
      'a word that Java takes for false',
      holding(connection('JDBC_URL', { ...jdbc, parameters: { tcpKeepAlive: '1' } })),
      {},
      { ...off },
    ],
    [
      'a kernel that only some containers set, each on a network of its own',
      {
        ...holding(connection('JDBC_URL', { ...jdbc, parameters: { tcpKeepAlive: 'true' } })),
        sysctls,
        sysctls_apart: ['net.ipv4.tcp_keepalive_time'],
        network_mode: 'bridge',
      },
      {},
      {
        keepalive_on: true,
        keepalive_idle: {
          unknown:
            'net.ipv4.tcp_keepalive_time is set for some containers of task and not for others, and in its network mode each has its own',
        },
        keepalive_interval: 20,
      },
    ],
    [
      'a kernel that containers on one network share',
      {
        ...holding(connection('JDBC_URL', { ...jdbc, parameters: { tcpKeepAlive: 'true' } })),
        sysctls,
        sysctls_apart: ['net.ipv4.tcp_keepalive_time'],
        network_mode: 'awsvpc',
      },
      {},
      { keepalive_on: true, keepalive_idle: 60, keepalive_interval: 20 },
    ],
    ['Npgsql’s 30 s', holding(connection('ConnectionStrings__Db', ado)), {}, { ...off, command_timeout: 30 }],
    [
      'Npgsql’s interval is its time, whatever the switch says',
      holding(
        connection('ConnectionStrings__Db', {
          ...ado,
          parameters: { 'Tcp Keepalive Time': '40', 'Tcp Keepalive': 'false', 'Command Timeout': '0' },
        }),
      ),
      {},
      { keepalive_on: true, keepalive_idle: 40, keepalive_interval: 40, keepalive_count: 9, command_timeout: null },
    ],
    ['node-postgres leaves it off', url({ query_timeout: '1500' }), { driver: 'pg' }, { ...off, query_timeout: 1.5 }],
    [
      'postgres.js',
      url({}),
      { driver: 'postgres-js' },
      { keepalive_on: true, keepalive_idle: 60, keepalive_interval: 1, keepalive_count: 10 },
    ],
    ['postgres.js switched off', url({ keep_alive: '0' }), { driver: 'postgres-js' }, off],
    [
      'a word where a number belongs',
      url({ keepalives_idle: null }),
      { driver: 'libpq' },
      { keepalive_idle: { unknown: '`keepalives_idle` in DATABASE_URL of task is not a number that can be read' } },
    ],
    ['the parameter of another driver does nothing', url({ tcpKeepAlive: 'true' }), { driver: 'pg' }, off],
    // What is declared wins over the driver, and what is read over what is declared.
    [
      'declared beside it',
      url({}),
      { driver: 'pg', keepalive: { on: true, idle: 50, interval: 5, count: 4 } },
      { keepalive_on: true, keepalive_idle: 50, keepalive_interval: 5, keepalive_count: 4 },
    ],
    // libuv sets 1 s and 10 probes where Node.js is given an idle time.
    [
      'declared in part',
      url({}),
      { driver: 'pg', keepalive: { on: true, idle: 50, interval: null, count: null } },
      { keepalive_on: true, keepalive_idle: 50, keepalive_interval: 1, keepalive_count: 10 },
    ],
    [
      'declared and read',
      url({ keepalives_idle: '30' }),
      { driver: 'libpq', keepalive: { on: true, idle: 50, interval: 5, count: 4 } },
      { keepalive_idle: 30, keepalive_interval: 5 },
    ],
    [
      'declared off',
      url({}),
      { driver: 'libpq', keepalive: { on: false, idle: null, interval: null, count: null } },
      off,
    ],
    [
      'declared of a client that shows nothing',
      {},
      { keepalive: { on: true, idle: 50, interval: null, count: null } },
      { keepalive_on: true, keepalive_idle: 50, keepalive_interval: 75, keepalive_count: 9, read_timeout: 'absent' },
    ],
    // Nothing else is known of it.
    [
      'nothing',
      {},
      {},
      { keepalive_idle: 'absent', read_timeout: 'absent', command_timeout: 'absent', startup_options: 'absent' },
    ],
    ['no connection string', holding(), {}, { keepalive_idle: 'absent', read_timeout: 'absent' }],
    // The string may say anything that the driver takes; node-postgres takes no keepalive there.
    [
      'a string that is not in view',
      holding(hidden('DATABASE_URL')),
      { driver: 'pg' },
      { ...off, query_timeout: { unknown: '`DATABASE_URL` is hidden' }, read_timeout: null, startup_options: 'absent' },
    ],
    [
      'no string at all, and a driver',
      {},
      { driver: 'pgjdbc' },
      { keepalive_on: { unknown: 'no document shows the connection string of api' }, query_timeout: null },
    ],
    [
      'a driver that reads another text',
      url({}),
      { driver: 'pgjdbc' },
      {
        read_timeout: {
          unknown: 'pgjdbc reads no text like that of `DATABASE_URL` of api, so no document shows what it is given',
        },
      },
    ],
  ])('%s', (_, settings, entry, expected) => {
    const client = clientOf(service(settings), { ...api, ...entry });
    expect(settingsOf(client, Object.keys(expected))).toEqual(expected);
  });

  it('is one of several where several drivers read the string, and the driver settles it', () => {
    const client = clientOf(service(url({})), api);
    expect(client.opens?.drivers.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['libpq', 'pg', 'postgres-js', 'pgx', 'lib-pq', 'asyncpg']),
    );
    expect(said(client.member.settings.keepalive_on)).toEqual(expect.arrayContaining([true, false]));
    expect(said(client.member.settings.read_timeout)).toBeNull();
    expect(client.member.settings.keepalive_on).toMatchObject({
      state: 'one-of',
      why: expect.stringMatching(/^which driver api uses is not shown \(.*libpq.*\)$/),
      settles: expect.stringMatching(/^write which one it is beside `client`, for example `driver: [a-z-]+`$/),
    });
  });

  it('is one of several where several strings are in view, and the name of one settles it', () => {
    const facts = service(
      holding(connection('A_URL', { ...jdbc, parameters: { socketTimeout: '60' } }), connection('B_URL', jdbc)),
    );
    expect(clientOf(facts, api).member.settings.read_timeout).toMatchObject({
      state: 'one-of',
      candidates: [{ value: 60 }, { value: null }],
      why: 'api has several connection strings (A_URL, B_URL)',
      settles: 'write which one it is beside `client`, for example `connection: A_URL`',
    });
    expect(said(clientOf(facts, { ...api, connection: 'B_URL' }).member.settings.read_timeout)).toBeNull();
  });

  it('tells containers of one name apart', () => {
    const facts = service(
      holding(
        connection('URL', { ...jdbc, container: 'web', parameters: { socketTimeout: '60' } }),
        connection('URL', { ...jdbc, container: 'jobs', parameters: { socketTimeout: '600' } }),
      ),
    );
    expect(said(clientOf(facts, { ...api, connection: 'jobs/URL' }).member.settings.read_timeout)).toBe(600);
    expect(said(clientOf(facts, { ...api, connection: 'URL' }).member.settings.read_timeout)).toEqual([60, 600]);
  });

  it('keeps to the strings that the declared driver reads', () => {
    const facts = service(
      holding(connection('A_URL'), connection('B_URL', { ...jdbc, parameters: { socketTimeout: '60' } })),
    );
    const client = clientOf(facts, { ...api, driver: 'pgjdbc' });
    expect(client.opens?.connections.map((one) => one.connection.name)).toEqual(['B_URL']);
    expect(said(client.member.settings.read_timeout)).toBe(60);
  });

  it('says what settles a string that is not in view', () => {
    const declare =
      'write what it says, without user and password, beside `client`: `connection: "postgresql:///?keepalives_idle=60"`';
    const settles = (settings: Resource['settings']): unknown => {
      const timeout = clientOf(service(settings), { ...api, driver: 'pgjdbc' }).member.settings.read_timeout;
      return timeout?.state === 'unknown' ? timeout.settles : timeout;
    };
    expect(settles({})).toBe(declare);
    expect(settles(holding(hidden('JDBC_URL', jdbc)))).toBe(`show it, or ${declare}`);
  });

  it('narrows the drivers by the runtime of a function', () => {
    const settings = { runtime: 'nodejs22.x', ...url({}) };
    const client = clientOf([fact('function', 'api', { settings })], api);
    expect(client.opens?.drivers.map(({ name }) => name)).toEqual(['pg', 'postgres-js', 'prisma']);
    const python = clientOf([fact('function', 'api', { settings: { ...settings, runtime: 'python3.13' } })], api);
    expect(python.opens?.drivers.map(({ name }) => name)).toEqual(['asyncpg', 'libpq']);
  });

  it('says whose value it is', () => {
    const facts = service({
      ...holding(connection('JDBC_URL', { ...jdbc, parameters: { socketTimeout: '60', tcpKeepAlive: 'true' } })),
      sysctls,
    });
    const { settings } = clientOf(facts, api).member;
    const from = (name: string): unknown => {
      const setting = settings[name];
      return setting?.state === 'known'
        ? setting.from.map(({ level, subject, variable, attribute, text }) => [
            level,
            subject,
            variable,
            attribute,
            text,
          ])
        : null;
    };
    expect(from('read_timeout')).toEqual([['connection-options', 'task', 'JDBC_URL', 'socketTimeout', '60']]);
    expect(from('keepalive_idle')).toEqual([
      ['connection-options', 'task', 'JDBC_URL', 'tcpKeepAlive', 'true'],
      ['default', 'PostgreSQL JDBC driver', undefined, 'idle time of tcpKeepAlive', null],
      ['own', 'task', undefined, 'net.ipv4.tcp_keepalive_time', '60'],
    ]);
    expect(from('keepalive_count')?.toString()).toContain('default,Linux,,net.ipv4.tcp_keepalive_probes,9');
  });

  it('assumes of a machine that its kernel is as Linux comes, and of a program that it leaves its driver alone', () => {
    const machine = clientOf([fact('app-runner-service', 'api', { settings: url({}) })], { ...api, driver: 'libpq' });
    const assumed = (client: Hop, name: string): unknown => {
      const setting = client.member.settings[name];
      return setting?.state === 'known' ? setting.from.at(-1)?.assumed : null;
    };
    expect(assumed(machine, 'keepalive_idle')).toBe(
      'declare `keepalive` beside `client` if its machine sets other times',
    );
    expect(assumed(clientOf(service(url({})), { ...api, driver: 'libpq' }), 'keepalive_idle')).toBeUndefined();
    expect(assumed(clientOf(service(url({})), { ...api, driver: 'pg' }), 'keepalive_on')).toBe(
      'declare `keepalive` beside `client`',
    );
  });
});

describe('PG* variables', () => {
  const PG = (parameters: Readonly<Record<string, string | null>>, options = {}): ReturnType<typeof connection> =>
    connection('PG*', { ...variables, parameters, options });

  it('are a connection of their own', () => {
    const client = clientOf(service(holding(PG({ PGHOST: null, PGOPTIONS: null }, { statement_timeout: '5min' }))), {
      ...api,
      driver: 'libpq',
    });
    expect(settingsOf(client, ['keepalive_idle', 'startup_options'])).toEqual({
      keepalive_idle: 7200,
      startup_options: { statement_timeout: '5min' },
    });
    expect(client.opens?.connections).toHaveLength(1);
  });

  it('say what the string of the same container leaves out', () => {
    const one = (parameters: Readonly<Record<string, string>>): unknown =>
      said(
        clientOf(service(holding(connection('DATABASE_URL', { parameters }), PG({ PGKEEP_ALIVE: '20' }))), {
          ...api,
          driver: 'postgres-js',
        }).member.settings.keepalive_idle,
      );
    expect(one({})).toBe(20);
    expect(one({ keep_alive: '90' })).toBe(90);
    const apart = holding(connection('DATABASE_URL', { container: 'web' }), {
      ...PG({ PGKEEP_ALIVE: '20' }),
      container: 'jobs',
    });
    expect(
      said(
        clientOf(service(apart), { ...api, driver: 'postgres-js', connection: 'DATABASE_URL' }).member.settings
          .keepalive_idle,
      ),
    ).toBe(60);
    expect(
      said(
        clientOf(service(apart), { ...api, driver: 'postgres-js', connection: 'PG*' }).member.settings.keepalive_idle,
      ),
    ).toBe(20);
  });

  it('do nothing for a driver that reads none of them', () => {
    const facts = service(
      holding(connection('JDBC_URL', jdbc), PG({ PGOPTIONS: null }, { statement_timeout: '5min' })),
    );
    expect(said(clientOf(facts, api).member.settings.startup_options)).toEqual({});
  });

  it('do not stand for a string that is not in view', () => {
    const facts = service(holding(hidden('DATABASE_URL'), PG({ PGKEEP_ALIVE: '20' })));
    expect(said(clientOf(facts, { ...api, driver: 'postgres-js' }).member.settings.keepalive_idle)).toEqual({
      unknown: '`DATABASE_URL` is hidden',
    });
  });
});

describe('parameters that are sent when it connects', () => {
  it.each<[string, Parameters<typeof connection>[1], string, unknown]>([
    ['options', { options: { statement_timeout: '5min' } }, 'libpq', { statement_timeout: '5min' }],
    ['by name', { parameters: { statement_timeout: '5000' } }, 'pg', { statement_timeout: '5000' }],
    [
      'by name, which wins over options',
      { parameters: { statement_timeout: '5000' }, options: { statement_timeout: '9000', lock_timeout: '1s' } },
      'pgx',
      { statement_timeout: '5000', lock_timeout: '1s' },
    ],
    [
      'what a driver does not know it sends',
      { parameters: { keepalives_idle: '60' } },
      'pgx',
      { keepalives_idle: '60' },
    ],
    ['or leaves alone', { parameters: { keepalives_idle: '60', transaction_timeout: '5' } }, 'pg', {}],
  ])('%s', (_, own, driver, expected) => {
    const client = clientOf(service(holding(connection('DATABASE_URL', own))), { ...api, driver });
    expect(said(client.member.settings.startup_options)).toEqual(expected);
  });
});

describe('a client that the configuration describes', () => {
  const etl = (settings: Resource['settings']): Hop => clientOf([], inline('client', 'client', 'etl', settings));

  it('has no keepalive where it says nothing', () => {
    const client = clientOf([], inline('client', 'client', 'etl'));
    expect(settingsOf(client, ['keepalive_idle', 'keepalive_on', 'read_timeout'])).toEqual({
      keepalive_idle: null,
      keepalive_on: 'absent',
      read_timeout: 'absent',
    });
    expect(client.opens).toEqual({ connections: [], drivers: [] });
  });

  it('has what its driver does', () => {
    const { settings } = etl({ driver: 'npgsql', keepalive_idle: 50 }).member;
    expect(said(settings.command_timeout)).toBe(30);
    expect([said(settings.keepalive_idle), said(settings.keepalive_interval)]).toEqual([50, 50]);
    const untimed = inline('client', 'client', 'etl', { driver: 'libpq', keepalive_on: true });
    if (untimed.select.by !== 'inline') throw new Error('not inline');
    const { keepalive_idle: _, ...left } = untimed.select.fact.settings;
    const entry = { ...untimed, select: { ...untimed.select, fact: { ...untimed.select.fact, settings: left } } };
    expect(said(clientOf([], entry).member.settings.keepalive_idle)).toBe(7200);
  });

  it('has what its string says, before what it declares besides', () => {
    const client = etl({
      ...url({ keepalives_idle: '30' }),
      driver: 'libpq',
      keepalive_idle: 50,
      keepalive_interval: 5,
      tcp_user_timeout: 9,
      startup_options: { lock_timeout: '1s' },
    });
    expect(
      settingsOf(client, [
        'keepalive_idle',
        'keepalive_interval',
        'keepalive_count',
        'tcp_user_timeout',
        'startup_options',
      ]),
    ).toEqual({
      keepalive_idle: 30,
      keepalive_interval: 5,
      keepalive_count: 9,
      tcp_user_timeout: 9,
      startup_options: { lock_timeout: '1s' },
    });
  });
});

describe('what lies behind a client', () => {
  it('tells when it is stopped and what its machine forgets', () => {
    const client = clientOf(
      [
        fact('autoscaling-group', 'api', {
          links: { launch_template: 'template' },
          settings: { launch_template: 'x' },
        }),
        fact('launch-template', 'template', { settings: { conntrack_timeout: 120 } }),
      ],
      api,
    );
    expect(said(client.member.settings.conntrack_timeout)).toBe(120);
    expect(said(clientOf(service({ stop_timeout: 90 }), api).member.settings.stop_timeout)).toBe(90);
  });

  it('is the same resource still', () => {
    const client = clientOf(service(url({})), api);
    expect(client.member).toBe(client.node);
    expect([client.node.id, client.node.subject, client.does]).toEqual(['plan.json#api', 'api', 'terminates']);
  });

  // Variables that are not known may hold a string as well as none; of Node.js's drivers none reads a `read_timeout`.
  it.each<[string, readonly Fact[], Partial<PathEntry>, Record<string, unknown>]>([
    [
      'service',
      service({ connections: later }),
      {},
      { keepalive_idle: after, read_timeout: after, query_timeout: after, command_timeout: after },
    ],
    [
      'function',
      [fact('function', 'api', { settings: { connections: later, runtime: 'nodejs22.x' } })],
      {},
      {
        keepalive_idle: after,
        read_timeout: null,
        query_timeout: after,
        command_timeout: null,
      },
    ],
    [
      'service with a driver that takes no limits from a string',
      service({ connections: later }),
      { driver: 'pgx' },
      { read_timeout: null, query_timeout: null, command_timeout: null },
    ],
    [
      'service with a declared keepalive',
      service({ connections: later }),
      { keepalive: { on: true, idle: 50, interval: 5, count: 4 } },
      { keepalive_idle: 50, read_timeout: after },
    ],
    [
      'service with a declared string',
      service({ connections: later }),
      { declaredConnection: connection('connection', { ...jdbc, parameters: { socketTimeout: '60' } }) },
      { keepalive_idle: null, read_timeout: 60, query_timeout: null },
    ],
  ])('is unknown where the variables of a %s are not known', (_, facts, entry, expected) => {
    const client = clientOf(facts, { ...api, ...entry });
    expect(settingsOf(client, Object.keys(expected))).toEqual(expected);
  });

  it('opens connections whatever kind it is', () => {
    const client = clientOf([fact('other', 'api')], {
      ...api,
      driver: 'npgsql',
      keepalive: { on: true, idle: 50, interval: 5, count: 4 },
    });
    expect(settingsOf(client, ['keepalive_idle', 'command_timeout'])).toMatchObject({ keepalive_idle: 50 });
    expect(client.member.kind.timers.map(({ name }) => name)).toContain('client.command_timeout');
  });
});

it.each([
  ['awsvpc', undefined],
  ['host', 'declare `keepalive` beside `client` if its machine sets other times'],
])('times of the kernel in network mode %s are assumed: %s', (mode, assumed) => {
  const settings = {
    ...holding(connection('JDBC_URL', { ...jdbc, parameters: { tcpKeepAlive: 'true' } })),
    sysctls: {},
    network_mode: mode,
  };
  const idle = clientOf(service(settings), api).member.settings.keepalive_idle;
  expect(idle?.state === 'known' && idle.from.at(-1)?.assumed).toBe(assumed);
});
