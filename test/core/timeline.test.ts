import { buildGraph } from '../../lib/core/build-graph';
import type { PathEntry, Workload } from '../../lib/core/configuration';
import type { Fact } from '../../lib/core/fact';
import type { Kind } from '../../lib/core/kind';
import { declaredPaths } from '../../lib/core/paths';
import { table } from '../../lib/core/setting';
import { runPath } from '../../lib/core/timeline';
import { kinds } from '../../lib/kinds';
import { configuration, fact, hop, inline, readingsOf, rows, workload } from './estate';

/** A client with limits of its own: on the request that called it, and on the connection that it opens. */
const runner: Kind = {
  name: 'runner',
  title: 'runner',
  settings: table(),
  links: table(),
  timers: [
    {
      name: 'runner.cap',
      class: 'request-cap',
      phases: ['query'],
      value: { setting: 'cap' },
      expiry: 'orderly-close',
      cite: 'c',
    },
    {
      name: 'runner.stop',
      class: 'drain',
      phases: ['rollout'],
      value: { setting: 'stop' },
      expiry: 'orderly-close',
      cite: 'c',
    },
    {
      name: 'runner.life',
      class: 'life-cap',
      phases: ['query'],
      value: { setting: 'life' },
      expiry: 'orderly-close',
      cite: 'c',
    },
    {
      name: 'runner.socket',
      class: 'data-idle',
      phases: ['query', 'pause'],
      value: { setting: 'socket' },
      expiry: 'orderly-close',
      cite: 'c',
    },
  ],
  hop: { key: 'client', side: 'either', does: 'terminates' },
};

function run(facts: readonly Fact[], entries: readonly PathEntry[], own: Partial<Workload> = {}): readonly string[] {
  const one = workload({ path: entries, maxIdle: 600, maxIdleInTransaction: 60, ...own });
  const graph = buildGraph(readingsOf(facts), configuration({ workloads: [one] }), [...kinds, runner]);
  const [path] = declaredPaths(graph, one, entries).paths;
  return runPath(graph, one, path!, null).rows.map(({ judgement, leg }) => {
    const { timer, demand } = judgement;
    return `${String(leg.index)} ${leg.layer} ${timer.subject.subject} ${timer.attribute} ${timer.phase}: ${demand?.promise ?? 'not declared'}`;
  });
}

const db = fact('instance', 'db');
const client = inline('client', 'client', 'app');
const server = (leg: number, phases: readonly ('idle_session' | 'idle_in_transaction')[]): readonly string[] => [
  `${String(leg)} connection db statement_timeout query: maxQueryDuration`,
  `${String(leg)} connection db transaction_timeout query: maxQueryDuration`,
  ...(phases.includes('idle_session') ? [`${String(leg)} connection db idle_session_timeout pause: maxIdle`] : []),
  ...(phases.includes('idle_in_transaction')
    ? [`${String(leg)} connection db idle_in_transaction_session_timeout pause: maxIdleInTransaction`]
    : []),
];

describe('which timers run on a path', () => {
  it('pauses are those of the client’s own connection', () => {
    const facts = [fact('clb', 'lb'), fact('nat', 'nat'), db];
    // The same load balancer above the client carries requests, which do not pause.
    expect(run(facts, [hop('clb', 'lb'), client, hop('nat', 'nat'), hop('database', 'db')])).toEqual([
      '0 request lb idle_timeout query: maxQueryDuration',
      '0 request lb connection_draining_timeout rollout: maxQueryDuration',
      '2 connection nat idle_timeout query: maxQueryDuration',
      '2 connection nat idle_timeout pause: maxIdle',
      ...server(2, ['idle_session', 'idle_in_transaction']),
    ]);
    expect(run(facts, [client, hop('clb', 'lb'), hop('database', 'db')])).toContain(
      '0 connection lb idle_timeout pause: maxIdle',
    );
  });

  const nat = (phase: 'query' | 'pause', promise: string): string =>
    `1 connection nat idle_timeout ${phase}: ${promise}`;
  it.each<[string, PathEntry, readonly Fact[], readonly string[]]>([
    [
      // Each server connection belongs to one client: it pauses with it, and client_idle_timeout passes over it.
      'a pooler in session mode, everything pauses with the client',
      inline('pooler', 'pooler', 'bouncer', { client_idle_timeout: 900 }),
      [],
      [
        nat('query', 'maxQueryDuration'),
        nat('pause', 'maxIdle'),
        ...server(1, ['idle_session', 'idle_in_transaction']),
      ],
    ],
    [
      // Idle server connections wait in the pool: what forgets flows forgets them, what the server closes is replaced.
      'a pooler in transaction mode, flows still wait in the pool',
      inline('pooler', 'pooler', 'bouncer', { client_idle_timeout: 900, mode: 'transaction' }),
      [],
      [
        '0 connection bouncer client_idle_timeout pause: maxIdle',
        nat('query', 'maxQueryDuration'),
        nat('pause', 'maxIdle'),
        ...server(1, ['idle_in_transaction']),
      ],
    ],
    [
      'RDS Proxy, which looks after its own, only an open transaction still pauses',
      hop('proxy', 'p'),
      [fact('proxy', 'p')],
      [
        '0 connection p idle_client_timeout pause: maxIdle',
        nat('query', 'maxQueryDuration'),
        nat('pause', 'maxIdleInTransaction'),
        ...server(1, ['idle_in_transaction']),
      ],
    ],
  ])('below %s', (_, pooler, facts, rows) => {
    const found = run([...facts, fact('nat', 'nat'), db], [client, pooler, hop('nat', 'nat'), hop('database', 'db')]);
    expect(found).toEqual(rows);
  });

  it('what is not declared is not judged, except a life that certainly ends', () => {
    const facts = [fact('proxy', 'p'), fact('runner', 'fn', { settings: { life: 600 } }), db];
    const found = run(facts, [hop('client', 'fn'), hop('proxy', 'p'), hop('database', 'db')], {
      maxIdle: null,
      maxIdleInTransaction: null,
    });
    expect(found).toEqual(['0 connection fn life query: not declared', ...server(1, [])]);
  });

  const limits = fact('runner', 'fn', { settings: { cap: 900, stop: 30, socket: 60 } });
  it('the client’s limits on the request stand above it, those on its connection below', () => {
    const request = { maxDuration: 90, maxSilence: null, maxConnectionAge: null };
    expect(
      run([fact('alb', 'lb'), limits, db], [hop('alb', 'lb'), hop('client', 'fn'), hop('database', 'db')], {
        request,
        maxSilence: 20,
      }).filter((row) => row.includes(' fn ')),
    ).toEqual([
      '1 request fn cap query: request.maxDuration',
      '1 request fn stop rollout: request.maxDuration',
      '2 connection fn socket query: maxSilence',
      '2 connection fn socket pause: maxIdle',
    ]);
  });

  it('a client that nothing calls is judged all the same', () => {
    const request = { maxDuration: 90, maxSilence: null, maxConnectionAge: null };
    expect(
      run([limits, db], [hop('client', 'fn'), hop('database', 'db')], { request }).filter((row) =>
        row.includes(' fn '),
      ),
    ).toEqual([
      '0 connection fn cap query: request.maxDuration',
      '0 connection fn stop rollout: maxQueryDuration',
      '0 connection fn socket query: maxQueryDuration',
      '0 connection fn socket pause: maxIdle',
    ]);
  });

  it('a role is judged with what its session gets', () => {
    const facts = [
      fact('instance', 'db', { links: { parameter_group: 'g' } }),
      fact('parameter-group', 'g', { settings: { parameters: rows({ tcp_keepalives_idle: '400' }) } }),
      fact('role', 'r', { settings: { name: 'app', statement_timeout: '60000' }, links: { database: 'db' } }),
    ];
    const one = workload({ path: [client, hop('database', 'db')] });
    const graph = buildGraph(readingsOf(facts), configuration({ workloads: [one] }), kinds);
    const [path] = declaredPaths(graph, one, [client, hop('database', 'db')]).paths;
    const effects = (role: string | null): unknown =>
      runPath(graph, one, path!, role).rows.find((row) => row.judgement.timer.attribute === 'statement_timeout')
        ?.judgement.effect;
    expect([effects('app'), effects('other'), effects(null)]).toEqual(['cuts', 'outlives', 'outlives']);
  });
});
