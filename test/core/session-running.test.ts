import type { Fact } from '../../lib/core/fact';
import { known } from '../../lib/core/setting';
import type { CatalogSetting } from '../../lib/read/collection/collection';
import { catalog, running } from './catalog';
import { fact, hop, inline } from './estate';
import { app, database, group, later, session, shown } from './session-of';

const live = { source: 'account', document: 'live.json' } as const;
const pg16: Fact = { ...group('orders', { statement_timeout: '60000' }), id: 'live.json#orders' };
const attached = database({ state: 'linked', to: { id: 'live.json#orders' }, sure: 'exact', attribute: 'a' }, live);

function shows(rows: readonly CatalogSetting[], facts: readonly Fact[] = [attached, pg16]): readonly Fact[] {
  return [...facts, ...catalog({ settings: rows })];
}

describe('what a server says that it runs', () => {
  it.each<[string, CatalogSetting, string, string]>([
    ['the configuration file', running('statement_timeout', '30000'), 'statement_timeout', '30 by server'],
    [
      'nothing that was configured',
      running('statement_timeout', '0', { source: 'default' }),
      'statement_timeout',
      'off by server',
    ],
    [
      'the command line',
      running('statement_timeout', '2000', { source: 'command line' }),
      'statement_timeout',
      '2 by server',
    ],
    [
      'a value of all sessions, not this one',
      running('statement_timeout', '9000', { resetVal: '30000' }),
      'statement_timeout',
      '30 by server',
    ],
    // Those speak of the login that read the catalog.
    ...['global', 'database', 'user', 'database user', 'client', 'session', 'override'].map(
      (source): [string, CatalogSetting, string, string] => [
        `${source}, which says nothing of the server`,
        running('statement_timeout', '30000', { source }),
        'statement_timeout',
        '60 by instance-group',
      ],
    ),
    ['another parameter', running('lock_timeout', '1000'), 'statement_timeout', '60 by instance-group'],
    ['seconds', running('tcp_keepalives_idle', '120', { unit: 's' }), 'tcp_keepalives_idle', '120 by server'],
    [
      'the system’s keepalive, of which reset_val is 0',
      running('tcp_keepalives_idle', '7200', { unit: 's', resetVal: '0', source: 'default' }),
      'tcp_keepalives_idle',
      '7200 by server',
    ],
    [
      'a keepalive that the system refused',
      running('tcp_keepalives_idle', '300', { unit: 's', resetVal: '40000' }),
      'tcp_keepalives_idle',
      '300 by server',
    ],
    [
      'a keepalive read over a Unix socket, where setting is 0',
      running('tcp_keepalives_idle', '0', { unit: 's', resetVal: '200' }),
      'tcp_keepalives_idle',
      '200 by server',
    ],
    [
      'a number of probes',
      running('tcp_keepalives_count', '9', { unit: null, resetVal: '0', source: 'default' }),
      'tcp_keepalives_count',
      '9 by server',
    ],
    [
      'a delay that is off',
      running('max_standby_streaming_delay', '-1'),
      'max_standby_streaming_delay',
      'off by server',
    ],
    ['a switch', running('hot_standby_feedback', 'on', { unit: null }), 'hot_standby_feedback', '1 by server'],
  ])('%s', (_, row, parameter, expected) => {
    expect(shown(session(shows([row]), parameter))).toBe(expected);
  });

  it('is weaker than what a role sets', () => {
    const facts = [
      attached,
      pg16,
      ...catalog({
        settings: [running('statement_timeout', '30000')],
        roleSettings: [{ role: 'app', settings: { statement_timeout: '5s' } }],
      }),
    ];
    expect(shown(session(facts))).toBe('5 by role');
  });

  it('keeps what the group says in the provenance', () => {
    const setting = session(shows([running('statement_timeout', '30000')]));
    expect(setting).toMatchObject({
      from: [
        { level: 'default' },
        { level: 'instance-group', text: '60000' },
        { level: 'server', subject: 'catalog of db', text: '30000 ms' },
        { level: 'role', text: null },
      ],
    });
  });

  it('counts before the reboot that a group waits for', () => {
    const waiting = {
      ...attached,
      settings: { ...attached.settings, parameter_apply_status: known('pending-reboot') },
    };
    expect(shown(session(shows([], [waiting, pg16])))).toMatch(
      /^unknown: parameter group orders is pending-reboot on db/,
    );
    expect(shown(session(shows([running('statement_timeout', '30000')], [waiting, pg16])))).toBe('30 by server');
  });

  it.each<[string, readonly Fact[], string]>([
    [
      'a plan, which says what will be',
      [database('g'), group('g', { statement_timeout: '60000' })],
      '60 by instance-group',
    ],
    ['a plan whose group is known only after apply', [database(later)], 'unknown: known after apply'],
    [
      'a state that says it',
      [database('g', { source: 'state' }), { ...group('g', { statement_timeout: '60000' }), source: 'state' }],
      '60 by instance-group',
    ],
    [
      'a state that does not: the server settles it',
      [database({ state: 'linked', to: { name: 'elsewhere' }, sure: 'exact', attribute: 'a' }, { source: 'state' })],
      '30 by server',
    ],
  ])('beside %s', (_, facts, expected) => {
    expect(shown(session(shows([running('statement_timeout', '30000')], facts)))).toBe(expected);
  });

  it('beats what was declared of an inline database', () => {
    const declared = inline('database', 'declared-database', 'legacy', {
      server_parameters: { statement_timeout: '60s' },
      engine: 'vanilla',
    });
    const facts = catalog({ name: 'legacy', settings: [running('statement_timeout', '30000')] });
    expect(shown(session(facts, 'statement_timeout', [app, declared]))).toBe('30 by server');
    expect(shown(session([fact('nat', 'n')], 'statement_timeout', [app, declared]))).toBe('60 by declared');
  });

  it('is hidden by what the reading login has, which leaves no server by its default', () => {
    const row = running('statement_timeout', '3000', { source: 'user' });
    const at = (own: { readonly [name: string]: string }): string => {
      const declared = inline('database', 'declared-database', 'legacy', { server_parameters: own });
      return shown(session(catalog({ name: 'legacy', settings: [row] }), 'statement_timeout', [app, declared]));
    };
    expect(at({})).toBe(
      "unknown: the login that read the catalog of legacy has its own statement_timeout, which hides the server's",
    );
    expect(at({ statement_timeout: '60s' })).toBe('60 by declared');
    expect(shown(session(shows([row], [database(null, live)])))).toBe('off by default');
  });

  it('is said of the instance that answered, and of no other one of its cluster', () => {
    const cluster = (writers: readonly (boolean | null)[]): readonly Fact[] => [
      fact('cluster', 'c', { ...live, names: ['c.example.com'] }),
      ...writers.map((writer, at) =>
        fact('cluster-instance', `i${String(at)}`, {
          ...live,
          links: { cluster: 'c' },
          settings: writer === null ? {} : { writer },
        }),
      ),
    ];
    const at = (instance: string, writers: readonly (boolean | null)[], inRecovery = false, name = 'c'): string => {
      const facts = [
        ...cluster(writers),
        ...catalog({ name, inRecovery, settings: [running('statement_timeout', '30000')] }),
      ];
      return shown(session(facts, 'statement_timeout', [app, hop('database', instance)]));
    };
    const defaults = 'off by default';
    expect([at('i0', [true, false]), at('i1', [true, false])]).toEqual(['30 by server', defaults]);
    expect([at('i0', [true, false], true), at('i1', [true, false], true)]).toEqual([defaults, '30 by server']);
    // Which of two readers answered is not known, nor which one writes.
    expect([at('i1', [true, false, false], true), at('i2', [true, false, false], true)]).toEqual([defaults, defaults]);
    expect([at('i0', [null, null]), at('i1', [null, null])]).toEqual([defaults, defaults]);
    expect(at('i0', [null])).toBe('30 by server');
    expect([at('i0', [null, null], false, 'i0'), at('i1', [null, null], false, 'i0')]).toEqual([
      '30 by server',
      defaults,
    ]);
  });

  it('is not judged where it is nothing that PostgreSQL prints', () => {
    const odd = session(shows([running('statement_timeout', 'soon')]));
    expect(odd).toMatchObject({ state: 'unknown', why: expect.stringContaining('statement_timeout of catalog of db') });
  });
});
