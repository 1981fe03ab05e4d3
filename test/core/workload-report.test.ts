import type { PathEntry, Workload } from '../../lib/core/configuration';
import type { Fact } from '../../lib/core/fact';
import type { WorkloadReport } from '../../lib/core/report';
import { unknown } from '../../lib/core/setting';
import { fact, hop, inline, judged, probing, rows, workload } from './estate';

const db = fact('instance', 'db');
const client = inline('client', 'client', 'app');
const edge = (seconds: number, onExpiry = 'drop', name = 'edge'): PathEntry =>
  inline('firewall', 'declared-firewall', name, { tcp_idle_timeout: seconds, on_expiry: onExpiry });
const grouped = (parameters: { readonly [name: string]: string }): readonly Fact[] => [
  fact('instance', 'db', { links: { parameter_group: 'g' } }),
  fact('parameter-group', 'g', { settings: { parameters: rows(parameters) } }),
];
const quick = grouped({ tcp_keepalives_idle: '7200' });

function report(facts: readonly Fact[], path: readonly PathEntry[], own: Partial<Workload> = {}): WorkloadReport {
  return judged(facts, [workload({ path, ...own })]).workloads[0]!;
}
const last = hop('database', 'db');

describe('the verdict of a workload', () => {
  it.each<[string, readonly Fact[], readonly PathEntry[], Partial<Workload>, Partial<WorkloadReport>]>([
    ['nothing cuts', [db], [client, last], {}, { verdict: 'holds', cutAt: null, cutBy: null, phase: null }],
    [
      'the first sure cut is the headline',
      [...quick, fact('alb', 'lb', { settings: { idle_timeout: 90 } })],
      [hop('alb', 'lb'), client, edge(60), last],
      {},
      { verdict: 'cut', cutAt: 60, cutBy: 'edge', phase: 'query' },
    ],
    [
      'what may cut earlier is not',
      [...quick, fact('alb', 'lb', { settings: { idle_timeout: unknown('w', 's') } })],
      [hop('alb', 'lb'), client, edge(60), last],
      {},
      { verdict: 'cut', cutAt: 60, cutBy: 'edge' },
    ],
    [
      'anything that may cut leaves it unknown',
      [fact('alb', 'lb', { settings: { idle_timeout: unknown('w', 's') } }), db],
      [hop('alb', 'lb'), client, last],
      {},
      { verdict: 'unknown', cutAt: null },
    ],
    [
      'a flow that dies in a pause counts',
      quick,
      [client, edge(400), last],
      { maxIdle: 600 },
      { verdict: 'cut', cutAt: 400, phase: 'pause' },
    ],
    [
      'a running query comes first, though a pause is cut earlier',
      grouped({ statement_timeout: '200000', tcp_keepalives_idle: '7200' }),
      [client, edge(350), last],
      { maxIdle: 600, maxSilence: 100 },
      { verdict: 'cut', cutAt: 200, cutBy: 'db', phase: 'query' },
    ],
    [
      'an orderly close in a pause does not count',
      [fact('proxy', 'p', { settings: { idle_client_timeout: 60 } }), db],
      [client, hop('proxy', 'p'), last],
      { maxIdle: 600 },
      { verdict: 'holds' },
    ],
    [
      'a drain does not count',
      [
        fact('clb', 'lb', {
          settings: { idle_timeout: 4000, connection_draining: true, connection_draining_timeout: 10 },
        }),
        db,
      ],
      [client, hop('clb', 'lb'), last],
      {},
      { verdict: 'holds' },
    ],
    ['a hop that matches nothing', [db], [client, hop('nat', 'gone'), last], {}, { verdict: 'unknown', paths: [] }],
    ['a path without a timer', [fact('service', 'api')], [hop('client', 'api')], {}, { verdict: 'unknown' }],
    ['a path on which nothing decides', [fact('proxy', 'p')], [client, hop('proxy', 'p')], {}, { verdict: 'unknown' }],
    ['no path at all', [db], [], {}, { verdict: 'unknown' }],
    [
      'one of two databases, on which nothing can be judged',
      [db, fact('instance', 'db2', { links: { parameter_group: [] } })],
      [client, hop('database', ['db', 'db2'])],
      {},
      { verdict: 'unknown', paths: ['app → db', 'app → db2'] },
    ],
    [
      'one path of two is cut',
      [
        db,
        fact('instance', 'db2', { links: { parameter_group: 'g2' } }),
        fact('parameter-group', 'g2', { settings: { parameters: rows({ statement_timeout: '1000' }) } }),
      ],
      [client, hop('database', ['db', 'db2'])],
      {},
      { verdict: 'cut', cutAt: 1, cutBy: 'db2' },
    ],
    [
      'one role of two is cut',
      [db, fact('role', 'r', { settings: { name: 'b', statement_timeout: '1000' }, links: { database: 'db' } })],
      [client, last],
      { roles: ['a', 'b'] },
      { verdict: 'cut', cutAt: 1, cutBy: 'db' },
    ],
    [
      'keepalive in time',
      [db],
      [probing(60, 10), edge(350), last],
      { maxIdle: 600, maxQueryDuration: 14_400 },
      { verdict: 'holds' },
    ],
  ])('%s', (_, facts, path, own, expected) => {
    expect(report(facts, path, own)).toMatchObject(expected);
  });

  it('tells the hops of each path once, with the leg that each stands on', () => {
    const facts = [...quick, fact('alb', 'lb', { settings: { idle_timeout: 60 } })];
    const { hops } = report(facts, [hop('alb', 'lb'), client, edge(600), last], { roles: ['a', 'b'] });
    const declared = { path: 'lb → app → edge → db', membership: 'declared' };
    expect(hops).toEqual([
      { ...declared, key: 'alb', name: 'lb', leg: 0, layer: 'request', does: 'terminates', resources: ['lb'] },
      { ...declared, key: 'client', name: 'app', leg: 1, layer: 'request', does: 'terminates', resources: ['app'] },
      { ...declared, key: 'firewall', name: 'edge', leg: 2, layer: 'connection', does: 'passes', resources: ['edge'] },
      { ...declared, key: 'database', name: 'db', leg: 2, layer: 'connection', does: 'terminates', resources: ['db'] },
    ]);
  });

  it('knows no leg of a client that a path begins with', () => {
    const { hops } = report([...quick], [client, last], {});
    expect(hops?.map(({ name, leg, layer }) => [name, leg, layer])).toEqual([
      ['app', null, 'connection'],
      ['db', 0, 'connection'],
    ]);
  });

  it('sorts by phase, then by moment, then by place', () => {
    const facts = [...quick, fact('alb', 'lb', { settings: { idle_timeout: 60 } })];
    const { timeline } = report(
      facts,
      [hop('alb', 'lb'), client, edge(60, 'drop', 'b'), edge(60, 'drop', 'a'), edge(50, 'drop', 'c'), last],
      { maxIdle: 600 },
    );
    expect(timeline.map((row) => `${row.phase} ${row.resource} ${row.attribute}`)).toEqual([
      'query c tcp_idle_timeout',
      'query lb idle_timeout',
      'query a tcp_idle_timeout',
      'query b tcp_idle_timeout',
      'query db statement_timeout',
      'query db transaction_timeout',
      'pause c tcp_idle_timeout',
      'pause a tcp_idle_timeout',
      'pause b tcp_idle_timeout',
      'pause db idle_session_timeout',
    ]);
  });

  it('repeats a hop for roles only where they get different things of it', () => {
    const facts = [
      ...quick,
      fact('nat', 'nat'),
      fact('role', 'r', { settings: { name: 'b' }, links: { database: 'db' } }),
    ];
    const own = { roles: ['a', 'b'], maxQueryDuration: 3600 };
    const natRows = (declared?: string): readonly (readonly unknown[])[] =>
      judged(
        facts,
        [workload({ path: [client, hop('nat', 'nat'), last], ...own })],
        {},
        declared === undefined
          ? {}
          : {
              declared: { roles: Object.fromEntries([['a', { tcp_keepalives_idle: declared }]]), parameterGroups: {} },
            },
      )
        .workloads[0]!.timeline.filter((row) => row.resource === 'nat')
        .map((row) => [row.role, row.effect]);
    expect(natRows()).toEqual([[null, 'cuts']]);
    expect(natRows('60s')).toEqual([
      ['a', 'kept-alive'],
      ['b', 'cuts'],
    ]);
  });
});
