import { evaluate } from '../../lib/core/evaluate';
import type { Fact } from '../../lib/core/fact';
import type { Policy } from '../../lib/core/policy';
import type { Report, TimelineRow } from '../../lib/core/report';
import type { Json } from '../../lib/core/setting';
import { kinds } from '../../lib/kinds';
import { readConfiguration } from '../../lib/read/configuration/read';
import keepaliveNoticesDeadPeer from '../../policies/keepalive-notices-dead-peer';
import lostClientIsNoticed from '../../policies/lost-client-is-noticed';
import { fact, readingsOf, rows } from './estate';

/**
 * What was measured on real sockets (PostgreSQL 18.4, Linux 6.18, a router that forgets a flow after T = 5 s, once dropping
 * and once resetting), and what the model says of the same path. A cut is measured from the start of the query.
 */
const T = '5s';

type Hops = readonly { readonly [key: string]: Json }[];
type Promises = { readonly [key: string]: Json };

function report(
  path: Hops,
  promises: Promises,
  facts: readonly Fact[] = [],
  policies: readonly Policy[] = [],
  declared: Json = {},
): Report {
  const configuration = readConfiguration(
    { version: 1, declared, workloads: [{ name: 'measured', path, ...promises }] },
    () => ({ document: 'holdfast.yaml' }),
    kinds,
    { policies: policies.map((policy) => policy.id) },
  );
  return evaluate({
    readings: readingsOf(facts),
    configuration,
    kinds,
    policies,
    today: '2026-01-01',
    version: '0.0.0',
    partial: false,
  });
}

/** The row of one timer in one phase. */
function rowOf(of: Report, timer: string, phase: TimelineRow['phase'] = 'query'): TimelineRow {
  const found = of.workloads.flatMap((one) => one.timeline).filter((row) => row.timer === timer && row.phase === phase);
  expect(found).toHaveLength(1);
  return found[0]!;
}

const server = (
  idle: number,
  interval: number,
  count = 5,
  more: { [name: string]: Json } = {},
): { [key: string]: Json } => ({
  name: 'database',
  version: '18.4',
  settings: { tcp_keepalives_idle: idle, tcp_keepalives_interval: interval, tcp_keepalives_count: count, ...more },
});
const client = (idle?: number, interval?: number, count = 5): { [key: string]: Json } =>
  idle === undefined || interval === undefined
    ? { name: 'client' }
    : { name: 'client', keepalive: { idle: `${String(idle)}s`, interval: `${String(interval)}s`, count } };
const router = (onExpiry: 'drop' | 'reset', idleTimeout = T): { [key: string]: Json } => ({
  name: 'router',
  idleTimeout,
  onExpiry,
});
/** No probe within the test: the values of Linux. */
const quiet = server(7200, 75, 9);

describe('1: a silent query of 18 s with server keepalive idle/interval', () => {
  it.each([
    [2, 6],
    [2, 30],
    [2, 75],
    [4, 75],
    [1, 8],
  ])('%i/%i hung', (idle, interval) => {
    const judged = report([{ client: client() }, { firewall: router('drop') }, { database: server(idle, interval) }], {
      maxQueryDuration: '18s',
    });
    expect(judged.workloads[0]).toMatchObject({ verdict: 'cut', cutAt: idle + 5, cutBy: 'router', phase: 'query' });
    expect(rowOf(judged, 'firewall.tcp_idle_timeout')).toMatchObject({
      effect: 'cuts',
      queryGoesOn: true,
      caller: { at: 'never' },
    });
  });

  it.each([
    [2, 4],
    [2, 3],
    [2, 1],
    [4, 1],
  ])('%i/%i survived', (idle, interval) => {
    const judged = report([{ client: client() }, { firewall: router('drop') }, { database: server(idle, interval) }], {
      maxQueryDuration: '18s',
    });
    expect(judged.workloads[0]).toMatchObject({ verdict: 'holds', cutAt: null });
    expect(rowOf(judged, 'firewall.tcp_idle_timeout').effect).toBe('kept-alive');
  });
});

describe('2: a pooled connection idle for 8 s, then a query of 1 ms', () => {
  const pooled = (onExpiry: 'drop' | 'reset'): Report =>
    report([{ client: client() }, { firewall: router(onExpiry) }, { database: quiet }], {
      maxQueryDuration: '1ms',
      maxIdle: '8s',
    });

  it('the query itself is shorter than anything', () => {
    expect(rowOf(pooled('drop'), 'firewall.tcp_idle_timeout').effect).toBe('outlives');
  });

  it('hung where packets are dropped', () => {
    const judged = pooled('drop');
    expect(judged.workloads[0]).toMatchObject({ verdict: 'cut', cutAt: 5, phase: 'pause' });
    expect(rowOf(judged, 'firewall.tcp_idle_timeout', 'pause')).toMatchObject({
      effect: 'cuts',
      caller: { sees: 'the next query hangs until TCP gives up', at: 'unknown' },
      server: { at: 'never' },
    });
  });

  it('ECONNRESET, when the next query is sent, where they are reset', () => {
    expect(rowOf(pooled('reset'), 'firewall.tcp_idle_timeout', 'pause')).toMatchObject({
      effect: 'cuts',
      caller: { sees: 'connection reset (RST) when it sends the next query', at: 8 },
    });
  });
});

describe('3: a query of 10 s that returns rows as it goes', () => {
  const path = [{ client: client() }, { firewall: router('drop') }, { database: quiet }];

  it('one small row a second waits for the buffer and hung: silence is the whole query unless declared', () => {
    expect(report(path, { maxQueryDuration: '10s' }).workloads[0]).toMatchObject({ verdict: 'cut', cutAt: 5 });
  });

  it('a notice every 2 s survived', () => {
    expect(report(path, { maxQueryDuration: '10s', maxSilence: '2s' }).workloads[0]).toMatchObject({
      verdict: 'holds',
    });
  });
});

describe('4: who learns of a reset', () => {
  const through = (from: { [key: string]: Json }, to: { [key: string]: Json }): TimelineRow =>
    rowOf(
      report([{ client: from }, { firewall: router('reset') }, { database: to }], { maxQueryDuration: '18s' }),
      'firewall.tcp_idle_timeout',
    );

  it('without keepalive the client waits for ever, and the server learns at its final send', () => {
    expect(through(client(), quiet)).toMatchObject({
      effect: 'cuts',
      queryGoesOn: true,
      caller: { sees: 'nothing: it waits for ever', at: 'never' },
      server: { sees: 'nothing until it sends the result, which is answered with RST', at: 18 },
    });
  });

  it('with server keepalive only, the server learns at its probe (1/8: 9 s), and the backend runs on', () => {
    expect(through(client(), server(1, 8))).toMatchObject({
      queryGoesOn: true,
      caller: { at: 'never' },
      server: { sees: 'RST at its next keepalive probe; the backend runs on and fails when it sends', at: 9 },
    });
  });

  it('with client keepalive the client learns at its next probe', () => {
    expect(through(client(1, 8), quiet)).toMatchObject({
      caller: { sees: 'connection reset (RST) at its next keepalive probe', at: 9 },
    });
  });
});

describe('5: a dead peer', () => {
  const noticed = (idle: number, interval: number, count: number, userTimeout: string): unknown =>
    report(
      [{ client: client() }, { database: server(idle, interval, count, { tcp_user_timeout: userTimeout }) }],
      { maxQueryDuration: '28s', detectDeadPeerWithin: '1s' },
      [],
      [keepaliveNoticesDeadPeer],
    ).findings[0]?.actual;

  // The peer died 0.6 to 0.9 s after its last packet, and the clock of the measurement started then.
  it.each([
    ['2/2/5: dead at 11.1 s', 2, 2, 5, '0', 12],
    ['2/2/5 and a user timeout of 3 s: at 3.2 s', 2, 2, 5, '3s', 4],
    ['2/2/2 and a user timeout of 15 s: at 15.4 s', 2, 2, 2, '15s', 16],
  ])('%s', (_, idle, interval, count, userTimeout, after) => {
    expect(noticed(idle, interval, count, userTimeout)).toBe(after);
  });

  it('the backend ran its 28 s all the same, unless it looks at its client while it works', () => {
    const lost = (interval: string): string | undefined =>
      report(
        [{ client: client() }, { database: server(2, 2, 5, { client_connection_check_interval: interval }) }],
        // 12 s until the keepalive knows, and the next look after that.
        { maxQueryDuration: '28s', detectDeadPeerWithin: '12500ms' },
        [],
        [lostClientIsNoticed],
      ).findings[0]?.outcome;
    expect([lost('0'), lost('500ms')]).toEqual(['fail', 'pass']);
  });

  it('an end whose flow was dropped gives up by the same rules', () => {
    // Forgotten at 5 s; probes of 6/6 at 6, 12, 18: the third goes unanswered at 18 and the fourth is due at 24.
    const through = (from: { [key: string]: Json }): TimelineRow['caller'] =>
      rowOf(
        report([{ client: from }, { firewall: router('drop') }, { database: quiet }], { maxQueryDuration: '60s' }),
        'firewall.tcp_idle_timeout',
      ).caller;
    expect(through(client(6, 6, 3))).toEqual({
      sees: 'connection timed out: its keepalive probes go unanswered',
      at: 24,
    });
    expect(through({ ...client(6, 6, 3), tcpUserTimeout: '3s' })).toMatchObject({ at: 12 });
  });
});

describe('6 to 9: limits of the server', () => {
  const limited = (settings: { [name: string]: Json }, promises: Promises): Report =>
    report([{ client: client() }, { database: { name: 'database', version: '18.4', settings } }], promises);

  it('6: transaction_timeout 5 s ends 3 + 3 s in one transaction, statement_timeout 5 s lets it pass', () => {
    const judged = limited(
      { transaction_timeout: '5s', statement_timeout: '5s' },
      { maxQueryDuration: '3s', maxTransactionDuration: '6s' },
    );
    expect(judged.workloads[0]).toMatchObject({ verdict: 'cut', cutAt: 5 });
    expect(rowOf(judged, 'database.transaction_timeout')).toMatchObject({
      effect: 'cuts',
      caller: { sees: 'FATAL 25P04 terminating connection due to transaction timeout', at: 5 },
      queryGoesOn: false,
    });
    expect(rowOf(judged, 'database.statement_timeout').effect).toBe('outlives');
  });

  it('6: a CALL of 6 s that commits survived transaction_timeout 3 s and was cut by statement_timeout 3 s', () => {
    const judged = limited({ transaction_timeout: '3s', statement_timeout: '3s' }, { maxQueryDuration: '6s' });
    expect(rowOf(judged, 'database.statement_timeout')).toMatchObject({ effect: 'cuts', at: { from: 3 } });
    // No promise says that a statement commits on its way, so it is taken for one transaction: stricter than what was measured.
    expect(rowOf(judged, 'database.transaction_timeout').effect).toBe('cuts');
  });

  it('7: fetches of 2 s survive statement_timeout 3 s, 8 s in all, which is cut where they are one statement', () => {
    const settings = { statement_timeout: '3s' };
    expect(limited(settings, { maxQueryDuration: '2s', maxTransactionDuration: '8s' }).workloads[0]).toMatchObject({
      verdict: 'holds',
    });
    expect(limited(settings, { maxQueryDuration: '8s' }).workloads[0]).toMatchObject({ verdict: 'cut', cutAt: 3 });
  });

  it('7: the gaps between fetches are idle in transaction', () => {
    const judged = limited(
      { idle_in_transaction_session_timeout: '2s' },
      { maxQueryDuration: '1s', maxIdleInTransaction: '3s' },
    );
    expect(rowOf(judged, 'database.idle_in_transaction_session_timeout', 'pause')).toMatchObject({
      effect: 'cuts',
      at: { from: 2 },
      caller: { sees: 'FATAL 25P03 terminating connection due to idle-in-transaction timeout, at its next query' },
    });
    // An orderly close between two queries is a finding and no verdict.
    expect(judged.workloads[0]).toMatchObject({ verdict: 'holds' });
  });

  it.each(['8: transfer counts, so a slow reader', '9: a function with its own SET statement_timeout = 0'])(
    '%s is cut at 3 s',
    () => {
      const judged = limited({ statement_timeout: '3s' }, { maxQueryDuration: '4s' });
      expect(rowOf(judged, 'database.statement_timeout')).toMatchObject({
        effect: 'cuts',
        at: { from: 3, to: 3 },
        caller: { sees: 'ERROR 57014 canceling statement due to statement timeout', at: 3 },
        queryGoesOn: false,
      });
    },
  );
});

describe('paths that people run', () => {
  it.each([
    ['75 s does not pass under 70 s, although idle is 60 s', 75, '70s', 'cut'],
    ['70 s is a race', 70, '70s', 'cut'],
    ['69 s passes', 69, '70s', 'holds'],
  ])('keepalive with an interval of %s', (_, interval, idleTimeout, verdict) => {
    const path = [{ client: client(60, interval) }, { firewall: router('drop', idleTimeout) }, { database: quiet }];
    expect(report(path, { maxQueryDuration: '10m' }).workloads[0]).toMatchObject({ verdict });
  });

  it.each([
    ['forgotten 70 s after the probe at 60 s, which is the last in time', '10min', 'cut', 130],
    // A pause of 61 s had a probe at 60 s, so the next one comes 74 s into the query: 70 s are over by then (row 1).
    ['the probe at 60 s is enough only if none was sent before the query', '129s', 'unknown', null],
    ['equality is a race', '130s', 'cut', 130],
    ['shorter than the limit itself, so no probe is needed', '69s', 'holds', null],
  ])('%s', (_, maxQueryDuration, verdict, cutAt) => {
    const judged = report([{ client: client() }, { firewall: router('drop', '70s') }, { database: server(60, 75) }], {
      maxQueryDuration,
    });
    expect(judged.workloads[0]).toMatchObject({ verdict, cutAt });
  });

  it('a pool that pauses for 10 min behind a firewall of 60 s dies in the pause', () => {
    const judged = report([{ client: client() }, { firewall: router('drop', '60s') }, { database: quiet }], {
      maxQueryDuration: '30s',
      maxIdle: '10m',
    });
    expect(judged.workloads[0]).toMatchObject({ verdict: 'cut', cutAt: 60, cutBy: 'router', phase: 'pause' });
  });

  it('an NLB TLS listener relays probes, so keepalive on one side serves both', () => {
    const through = (from: { [key: string]: Json }, idleTimeout: string): unknown =>
      report(
        [
          { client: from },
          { firewall: router('drop', idleTimeout) },
          { nlb: { name: 'tls', protocol: 'TLS' } },
          { database: quiet },
        ],
        { maxQueryDuration: '1h' },
      ).workloads[0];
    expect(through(client(60, 60), '100s')).toMatchObject({ verdict: 'holds' });
    expect(through(client(), '2h')).toMatchObject({ verdict: 'cut', cutAt: 350, cutBy: 'tls' });
    expect(through(client(350, 60), '2h')).toMatchObject({ verdict: 'cut', cutAt: 350 });
  });

  it('server keepalive behind a proxy does not help the leg of the client', () => {
    const path = (from: { [key: string]: Json }): Hops => [
      { client: from },
      { firewall: router('drop', '200s') },
      { pooler: { name: 'pgbouncer' } },
      { database: server(60, 10) },
    ];
    expect(report(path(client()), { maxQueryDuration: '10m' }).workloads[0]).toMatchObject({
      verdict: 'cut',
      cutAt: 200,
      cutBy: 'router',
    });
    expect(report(path(client(60, 10)), { maxQueryDuration: '10m' }).workloads[0]).toMatchObject({ verdict: 'holds' });
  });

  it('three queries of 30 s in one request of 90 s meet an ALB of 60 s', () => {
    const path = [{ alb: { name: 'public' } }, { client: client() }, { database: quiet }];
    const judged = report(path, { maxQueryDuration: '30s', request: { maxDuration: '90s' } });
    expect(judged.workloads[0]).toMatchObject({ verdict: 'cut', cutAt: 60, cutBy: 'public' });
    expect(rowOf(judged, 'alb.idle_timeout')).toMatchObject({
      demand: 90,
      caller: { sees: 'HTTP 504 from the load balancer', at: 60 },
      queryGoesOn: true,
    });
    expect(report(path, { maxQueryDuration: '30s' }).workloads[0]).toMatchObject({ verdict: 'holds' });
  });
});

describe('estates that people run', () => {
  const database = fact('instance', 'aws_db_instance.orders', {
    settings: { engine_version: '16.4' },
    links: { parameter_group: 'g' },
  });
  const group = (limit: string): Fact =>
    fact('parameter-group', 'g', {
      settings: { family: 'postgres16', parameters: rows({ statement_timeout: limit }) },
    });
  const nightly = { roles: ['etl'], maxQueryDuration: '4h' };
  const declared = { roles: { etl: {} } };

  it('pg_dump sets 0 in its session, so a group limit of 30 s does not cut it', () => {
    const path = (from: Json): Hops => [{ client: from }, { database: 'aws_db_instance.orders' }];
    const facts = [database, group('30000')];
    expect(report(path({ name: 'psql' }), nightly, facts, [], declared).workloads[0]).toMatchObject({
      verdict: 'cut',
      cutAt: 30,
    });
    expect(
      report(path({ name: 'pg_dump', settings: { statement_timeout: 0 } }), nightly, facts, [], declared).workloads[0],
    ).toMatchObject({ verdict: 'holds' });
  });

  it('of two candidate groups one cuts: unknown', () => {
    const candidate = (subject: string, limit: string): Fact =>
      fact('parameter-group', subject, {
        names: ['orders-pg16'],
        settings: { family: 'postgres16', parameters: rows({ statement_timeout: limit }) },
      });
    const facts = [
      fact('instance', 'aws_db_instance.orders', {
        settings: { engine_version: '16.4' },
        links: { parameter_group: { name: 'orders-pg16' } },
      }),
      candidate('a', '30000'),
      candidate('b', '0'),
    ];
    const judged = report([{ client: client() }, { database: 'aws_db_instance.orders' }], nightly, facts, [], declared);
    expect(judged.workloads[0]).toMatchObject({ verdict: 'unknown', cutAt: null });
    expect(rowOf(judged, 'database.statement_timeout')).toMatchObject({
      effect: 'may-cut',
      at: { from: 30, to: null },
    });
  });

  it('an NLB ends flows of a deregistered target only with connection_termination, and that is a rollout, not a verdict', () => {
    const through = (connectionTermination: boolean): Report =>
      report(
        [{ client: client(60, 10) }, { nlb: 'aws_lb.db' }, { database: { name: 'warehouse' } }],
        { maxQueryDuration: '10m' },
        [
          fact('nlb', 'aws_lb.db'),
          fact('listener', 'aws_lb_listener.db', {
            settings: { protocol: 'TCP', port: 5432 },
            links: { load_balancer: 'aws_lb.db', target_groups: 'aws_lb_target_group.db' },
          }),
          fact('target-group', 'aws_lb_target_group.db', {
            settings: { protocol: 'TCP', connection_termination: connectionTermination },
          }),
        ],
      );
    expect(rowOf(through(true), 'target-group.deregistration_delay', 'rollout')).toMatchObject({
      effect: 'cuts',
      at: { from: 300 },
      decides: false,
    });
    expect(rowOf(through(false), 'target-group.deregistration_delay', 'rollout')).toMatchObject({ effect: 'outlives' });
    expect(through(true).workloads[0]).toMatchObject({ verdict: 'holds' });
  });

  it('a reader may cancel a long query on a replay conflict, which is no verdict', () => {
    const replica = fact('instance', 'aws_db_instance.replica', {
      settings: { engine_version: '16.4' },
      links: { parameter_group: 'g', replicate_source_db: 'aws_db_instance.orders' },
    });
    const on = (subject: string): Report =>
      report([{ client: client() }, { database: subject }], nightly, [database, group('0'), replica], [], declared);
    const row = rowOf(on('aws_db_instance.replica'), 'database.max_standby_streaming_delay', 'conflict');
    expect(row).toMatchObject({
      effect: 'may-cut',
      decides: false,
      caller: { sees: 'ERROR 40001 canceling statement due to conflict with recovery' },
    });
    expect(on('aws_db_instance.replica').workloads[0]).toMatchObject({ verdict: 'holds' });
    expect(on('aws_db_instance.orders').workloads[0]?.timeline.map((one) => one.phase)).not.toContain('conflict');
  });
});
