import type { PathEntry, Workload } from '../../lib/core/configuration';
import { fact, hop, inline, judged, probing, rows, workload } from './estate';

/** PostgreSQL behind one firewall that forgets a silent flow after 5 s, as in facts/measured. */
function notices(
  onExpiry: 'drop' | 'reset',
  client: PathEntry,
  own: Partial<Workload> = {},
  keepalive: readonly [idle: string, interval: string, count: string] = ['7200', '75', '9'],
): Record<string, unknown> {
  const [idle, interval, count] = keepalive;
  const facts = [
    fact('instance', 'db', { links: { parameter_group: 'g' } }),
    fact('parameter-group', 'g', {
      settings: {
        parameters: rows({ tcp_keepalives_idle: idle, tcp_keepalives_interval: interval, tcp_keepalives_count: count }),
      },
    }),
  ];
  const router = inline('firewall', 'declared-firewall', 'router', { tcp_idle_timeout: 5, on_expiry: onExpiry });
  const report = judged(facts, [
    workload({ maxQueryDuration: 18, path: [client, router, hop('database', 'db')], ...own }),
  ]);
  const phase = own.maxIdle === undefined ? 'query' : 'pause';
  const row = report.workloads[0]?.timeline.find((one) => one.resource === 'router' && one.phase === phase);
  return {
    effect: row?.effect,
    at: row?.at?.from,
    caller: row?.caller,
    server: row?.server,
    queryGoesOn: row?.queryGoesOn,
  };
}

const silent = inline('client', 'client', 'app');
const waits = { sees: 'nothing: it waits for ever', at: 'never' };

describe('who notices what, and when', () => {
  it('measured 4: under RST a client that only waits hangs for ever, and the result is answered with RST', () => {
    expect(notices('reset', silent)).toEqual({
      effect: 'cuts',
      at: 5,
      caller: waits,
      server: { sees: 'nothing until it sends the result, which is answered with RST', at: 18 },
      queryGoesOn: true,
    });
  });

  it('measured 4: with server keepalive the RST goes to the server, whose backend runs on', () => {
    // 1/8: the probe at 1 s passes, the next is due at 9 s, after the flow was forgotten.
    expect(notices('reset', silent, {}, ['1', '8', '3'])).toMatchObject({
      caller: waits,
      server: { sees: 'RST at its next keepalive probe; the backend runs on and fails when it sends', at: 9 },
      queryGoesOn: true,
    });
  });

  it('measured 4: with client keepalive the client is reset at its next probe', () => {
    expect(notices('reset', probing(6, 2))).toMatchObject({
      caller: { sees: 'connection reset (RST) at its next keepalive probe', at: 6 },
    });
    expect(notices('reset', probing(2, 30))).toMatchObject({ caller: { at: 32 } });
  });

  // Seen in the lab: a probe that comes too late to keep the flow alive is the first packet that meets the router.
  it.each<[string, 'drop' | 'reset', PathEntry, string, number | 'unknown']>([
    ['reset by its probe', 'reset', probing(6, 1), 'connection reset (RST) at its next keepalive probe', 6],
    ['reset by its query', 'reset', probing(12, 1), 'connection reset (RST) when it sends the next query', 10],
    ['timed out, 6 + 3 x 1', 'drop', probing(6, 1), 'connection timed out: its keepalive probes go unanswered', 9],
    [
      'hangs, since 6 + 10 x 1 is later',
      'drop',
      probing(6, 1, 10),
      'the next query hangs until TCP gives up',
      'unknown',
    ],
  ])('a pooled connection that pauses for 10 s and probes too late: %s', (_, onExpiry, client, sees, at) => {
    expect(notices(onExpiry, client, { maxIdle: 10 })).toMatchObject({ effect: 'cuts', at: 5, caller: { sees, at } });
  });

  it('measured 2: a pooled connection that was forgotten hangs under a silent drop, and is reset under RST', () => {
    expect(notices('drop', silent, { maxIdle: 8 })).toMatchObject({
      effect: 'cuts',
      at: 5,
      caller: { sees: 'the next query hangs until TCP gives up' },
      server: { sees: 'nothing: the query never arrives', at: 'never' },
      queryGoesOn: false,
    });
    expect(notices('reset', silent, { maxIdle: 8 })).toMatchObject({
      caller: { sees: 'connection reset (RST) when it sends the next query', at: 8 },
    });
  });

  it('measured 5: a dropped flow is noticed when the probes of the client go unanswered', () => {
    // Probes at 6, 8, 10, and after one more interval the connection is dead: idle + interval x count.
    expect(notices('drop', probing(6, 2, 3))).toMatchObject({
      caller: { sees: 'connection timed out: its keepalive probes go unanswered', at: 12 },
      server: { at: 18 },
      queryGoesOn: true,
    });
    expect(notices('drop', silent)).toMatchObject({ caller: waits });
  });

  it('does not know what a client notices that shows nothing', () => {
    const shown = notices('drop', hop('client', 'db'));
    expect(shown).toMatchObject({
      effect: 'may-cut',
      caller: { sees: 'nothing, unless its keepalive finds out', at: 'unknown' },
    });
  });

  it.each([
    ['statement_timeout', 'ERROR 57014 canceling statement due to statement timeout', false],
    ['transaction_timeout', 'FATAL 25P04 terminating connection due to transaction timeout', false],
  ])('measured 6: %s ends the query itself', (parameter, sees, goesOn) => {
    const facts = [
      fact('instance', 'db', { links: { parameter_group: 'g' }, settings: { engine_version: '18.4' } }),
      fact('parameter-group', 'g', { settings: { parameters: rows({ [parameter]: '5000' }) } }),
    ];
    const [report] = judged(facts, [
      workload({ maxQueryDuration: 18, path: [silent, hop('database', 'db')] }),
    ]).workloads;
    expect(report).toMatchObject({ verdict: 'cut', cutAt: 5, cutBy: 'db', phase: 'query' });
    expect(report?.timeline.find((row) => row.attribute === parameter)).toMatchObject({
      effect: 'cuts',
      caller: { sees, at: 5 },
      queryGoesOn: goesOn,
    });
  });

  it('an Application Load Balancer answers 504, and the query runs on', () => {
    const facts = [fact('alb', 'lb'), fact('instance', 'db')];
    const [report] = judged(facts, [workload({ path: [hop('alb', 'lb'), silent, hop('database', 'db')] })]).workloads;
    expect(report).toMatchObject({ verdict: 'cut', cutAt: 60, cutBy: 'lb' });
    expect(report?.timeline[0]).toMatchObject({
      caller: { sees: 'HTTP 504 from the load balancer', at: 60 },
      server: { at: 'never' },
      queryGoesOn: true,
    });
  });
});
