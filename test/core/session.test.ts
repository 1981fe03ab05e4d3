import type { PathEntry } from '../../lib/core/configuration';
import type { Fact } from '../../lib/core/fact';
import { sessionOf } from '../../lib/core/session';
import { provenanceOf, unknown, type Setting } from '../../lib/core/setting';
import { fact, hop, inline, nodeOf, pathsThrough } from './estate';
import { app, database, db, group, role, session, shown } from './session-of';

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
      'the init query of a pool that may be another proxy’s',
      [
        database('g'),
        g,
        fact('proxy', 'p'),
        fact('proxy-target-group', 'pool', {
          links: { proxy: { state: 'unknown', attribute: 'db_proxy_name', why: 'later', settles: 'apply' } },
          settings: { init_query: "SET statement_timeout = '6s'" },
        }),
      ],
      [app, hop('proxy', 'p'), db],
      '2 by instance-group or 6 by init-query',
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
