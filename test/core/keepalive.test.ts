import { deadPeerAfter, keptAlive, period, probesOf } from '../../lib/core/keepalive';
import type { Probe } from '../../lib/core/path';
import { sessionOf } from '../../lib/core/session';
import { known, oneOf, provenanceOf, table, unknown, type Setting, type Step } from '../../lib/core/setting';
import type { PathEntry } from '../../lib/core/configuration';
import { fact, hop, inline, pathsThrough, probing, rows } from './estate';

const later = unknown('known after apply', 'apply');
const either = (...values: readonly (number | null)[]): Setting<never> =>
  oneOf(
    values.map((value) => known(value)),
    'a choice',
    'apply',
  ) as Setting<never>;
const probe = (idle: Setting<number | null>, interval: Setting<number>, count: Setting<number> = known(3)): Probe => ({
  end: 'app',
  idle,
  interval,
  count,
  userTimeout: known(null),
});
const of = (idle: number, interval: number, count = 3): Probe => probe(known(idle), known(interval), known(count));
const none = probe(known(null), later, later);

describe('the period of probes', () => {
  // Measured 1: a live connection is probed every max(idle, interval).
  it.each([
    [2, 6, 6],
    [2, 30, 30],
    [1, 8, 8],
    [2, 4, 4],
    [4, 1, 4],
    [300, 30, 300],
  ])('idle %d and interval %d: every %d s', (idle, interval, expected) => {
    expect(period(of(idle, interval))).toMatchObject({ state: 'known', value: expected });
  });

  it.each([
    [7200, 30, 'idle'],
    [30, 75, 'interval'],
  ])('idle %d and interval %d: its last step is that of the %s', (idle, interval, decides) => {
    const step = (attribute: string): Step => ({ level: 'own', subject: 'a', attribute, text: '1' });
    const every = period(probe(known(idle, step('idle')), known(interval, step('interval'))));
    expect(provenanceOf(every).at(-1)?.attribute).toBe(decides);
  });

  it('is none where none is sent, whatever the interval', () => {
    expect(period(none)).toMatchObject({ state: 'known', value: null });
  });

  it('is one of several where a part is, and one where that makes no difference', () => {
    expect(period(probe(either(10, 400), known(20)))).toMatchObject({
      state: 'one-of',
      candidates: [{ value: 20 }, { value: 400 }],
      why: 'a choice',
    });
    expect(period(probe(either(10, 20), known(60)))).toMatchObject({ state: 'known', value: 60 });
    expect(period(probe(either(null, 10), known(60)))).toMatchObject({ candidates: [{ value: null }, { value: 60 }] });
  });

  it('is no shorter than the part that is known', () => {
    expect(period(probe(later, known(400)))).toMatchObject({ state: 'unknown', bounds: { min: 400 } });
    expect(period(probe(known(300), later))).toMatchObject({ state: 'unknown', bounds: { min: 300 } });
    expect(period(probe(later, later))).toEqual(later);
  });
});

describe('what keeps a flow alive', () => {
  it.each<[string, readonly Probe[], number, 'yes' | 'no' | 'unknown']>([
    ['a period below the limit', [of(60, 10)], 350, 'yes'],
    ['the interval counts as well', [of(60, 400)], 350, 'no'],
    ['equality is a race', [of(350, 10)], 350, 'no'],
    ['one second below', [of(349, 10)], 350, 'yes'],
    ['no probes', [none, none], 350, 'no'],
    ['either end suffices', [none, of(300, 30)], 350, 'yes'],
    ['either end suffices, the other unknown', [probe(later, later), of(300, 30)], 350, 'yes'],
    ['an unknown end may suffice', [none, probe(later, later)], 350, 'unknown'],
    ['an unknown end that is too slow whatever it is', [none, probe(later, known(350))], 350, 'no'],
    ['an unknown end that may be fast enough', [none, probe(later, known(349))], 350, 'unknown'],
    ['one of two, both fast enough', [probe(either(10, 20), known(5))], 350, 'yes'],
    ['one of two, one fast enough', [probe(either(10, 400), known(5))], 350, 'unknown'],
    ['one of two, neither fast enough', [probe(either(500, 400), known(5))], 350, 'no'],
    ['one of two, one of which sends none', [probe(either(10, null), known(5))], 350, 'unknown'],
    ['nobody', [], 350, 'no'],
  ])('%s', (_, probes, limit, kept) => {
    expect(keptAlive(probes, limit).kept).toBe(kept);
  });

  it('names the slowest period that still holds', () => {
    expect(keptAlive([probe(either(10, 20), known(5))], 350)).toMatchObject({ kept: 'yes', period: { value: 20 } });
  });

  it('says why it cannot tell', () => {
    expect(keptAlive([probe(later, later), none], 350)).toEqual({
      kept: 'unknown',
      why: 'known after apply',
      settles: 'apply',
    });
  });
});

describe('the ends of a leg', () => {
  const facts = [
    fact('nlb', 'nlb'),
    fact('listener', 'tcp', { links: { load_balancer: 'nlb' }, settings: { protocol: 'TCP' } }),
    fact('clb', 'clb'),
    fact('proxy', 'proxy'),
    fact('service', 'api'),
    fact('instance', 'db', { links: { parameter_group: 'g' } }),
    fact('parameter-group', 'g', { settings: { parameters: rows({ tcp_keepalives_idle: '120' }) } }),
  ];
  /** The periods at both ends of each connection leg: caller first. */
  function periods(entries: readonly PathEntry[]): readonly (readonly unknown[])[] {
    const { graph, paths } = pathsThrough(facts, entries);
    const [path] = paths;
    const session =
      path!.database === null ? table<Setting>() : sessionOf(graph, path!.database.member, path!.hops, null);
    return path!.legs.map((leg) =>
      probesOf(leg, session).map((one) => {
        const every = period(one);
        return every.state === 'known'
          ? every.value
          : every.state === 'unknown'
            ? `unknown: ${every.why}`
            : 'one of several';
      }),
    );
  }
  const undocumented = 'unknown: AWS does not document whether proxy sends keepalive probes';
  const hidden = (subject: string): string => `unknown: whether ${subject} sends keepalive probes is not shown`;
  const db = hop('database', 'db');

  it.each<[string, readonly PathEntry[], readonly (readonly unknown[])[]]>([
    [
      'the server protects the leg that ends at it',
      [inline('client', 'client', 'app'), hop('nlb', 'nlb'), db],
      [[null, 120]],
    ],
    [
      'and no other: a proxy is in between',
      [inline('client', 'client', 'app'), hop('nlb', 'nlb'), hop('proxy', 'proxy'), db],
      [
        [null, undocumented],
        [undocumented, 120],
      ],
    ],
    [
      'and no other: a pooler is in between',
      [probing(60, 10), inline('pooler', 'pooler', 'bouncer'), db],
      [
        [60, 7200],
        [7200, 120],
      ],
    ],
    [
      'a pooler that is told to probe',
      [
        probing(60, 10),
        inline('pooler', 'pooler', 'bouncer', { keepalive_idle: 30, keepalive_interval: 5, keepalive_count: 3 }),
        db,
      ],
      [
        [60, 30],
        [30, 120],
      ],
    ],
    [
      'a Classic ELB shows nothing',
      [probing(60, 10), hop('clb', 'clb'), db],
      [
        [60, hidden('clb')],
        [hidden('clb'), 120],
      ],
    ],
    ['a client resource that shows nothing is unknown', [hop('client', 'api'), db], [[hidden('api'), 120]]],
    ['so is one that is left out', [db], [[hidden('the client'), 120]]],
    [
      'a path that stops early does not show its end',
      [inline('client', 'client', 'app'), hop('nlb', 'nlb')],
      [[null, 'unknown: the path does not show that end of the connection']],
    ],
  ])('%s', (_, entries, expected) => {
    expect(periods(entries)).toEqual(expected);
  });

  it.each([
    [
      '0 selects the operating system’s values',
      '0',
      "unknown: tcp_keepalives_idle of db is 0, which selects the operating system's value",
    ],
    ['the largest that Linux takes', '32767', 32767],
    [
      'Linux refuses more',
      '32768',
      'unknown: tcp_keepalives_idle of db is 32768, which the operating system refuses, so the value before it stays in force',
    ],
  ])('%s', (_, text, expected) => {
    const own = facts.map((one) =>
      one.subject === 'g'
        ? fact('parameter-group', 'g', { settings: { parameters: rows({ tcp_keepalives_idle: text }) } })
        : one,
    );
    const { graph, paths } = pathsThrough(own, [inline('client', 'client', 'app'), db]);
    const session = sessionOf(graph, paths[0]!.database!.member, paths[0]!.hops, null);
    const every = period(probesOf(paths[0]!.legs[0]!, session)[1]!);
    expect(every.state === 'known' ? every.value : every.state === 'unknown' ? `unknown: ${every.why}` : '').toBe(
      expected,
    );
  });

  it('follows the keepalive of the role', () => {
    const { graph, paths } = pathsThrough(
      [...facts, fact('role', 'r', { settings: { name: 'app' }, links: { database: 'db' } })],
      [inline('client', 'client', 'app', { session_parameters: { tcp_keepalives_idle: '45' } }), db],
    );
    const session = sessionOf(graph, paths[0]!.database!.member, paths[0]!.hops, 'app');
    expect(period(probesOf(paths[0]!.legs[0]!, session)[1]!)).toMatchObject({ value: 45 });
  });
});

describe('when a dead peer is noticed', () => {
  it.each<[string, Probe, unknown]>([
    ['idle + interval x count', of(300, 30, 2), 360],
    // Seen in the lab: probed at 1 s, then every 5 s; the second one that goes unanswered is at 11 s, and 16 s is the end.
    ['an interval longer than idle: a connection that was probed before', of(1, 5, 2), 15],
    ['no probes', none, null],
    ['an unknown count', probe(known(300), known(30), later), 'unknown'],
  ])('%s', (_, one, expected) => {
    const after = deadPeerAfter(one);
    expect(after.state === 'known' ? after.value : after.state).toBe(expected);
  });
});
