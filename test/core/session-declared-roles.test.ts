import type { Configuration } from '../../lib/core/configuration';
import type { Fact } from '../../lib/core/fact';
import { sessionOf } from '../../lib/core/session';
import { provenanceOf, table, unknown, type Setting } from '../../lib/core/setting';
import { fact, graphOf, hop, nodeOf } from './estate';
import { app, database, db, group, later, role, session, shown } from './session-of';

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

  // Per-role timeouts have no CloudFormation resource (facts: cdk 3.3).
  it.each<[string, Partial<Configuration['declared']>, string, string]>([
    [
      'not assumed',
      {},
      'unknown: no CloudFormation resource makes PostgreSQL roles, so statement_timeout of role app is not known',
      '300 by default',
    ],
    ['taken as declared', declaredRole, '9 by declared', '300 by default'],
    ['nothing where that is declared', { roles: table([['app', table([])]]) }, '2 by instance-group', '300 by default'],
  ])('of a template is %s', (_, declared, timeout, keepalive) => {
    const facts = [database('g', { source: 'template' }), group('g', { statement_timeout: '2000' })];
    expect(shown(session(facts, 'statement_timeout', [app, db], declared))).toBe(timeout);
    expect(shown(session(facts, 'tcp_keepalives_idle', [app, db], declared))).toBe(keepalive);
  });

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
