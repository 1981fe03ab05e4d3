import type { Workload } from '../../lib/core/configuration';
import { judge, outlasts, type Trial } from '../../lib/core/judge';
import { legsOf } from '../../lib/core/legs';
import { impliedClient, makeHop } from '../../lib/core/hops';
import type { Hop, Probe, Timer } from '../../lib/core/path';
import { makePath } from '../../lib/core/paths';
import { known, oneOf, unknown, type Known, type Seconds, type Setting, type Step } from '../../lib/core/setting';
import { fact, graphOf, nodeOf, workload } from './estate';

const graph = graphOf([fact('nat', 'gate'), fact('target-group', 'tg')]);
const gate = nodeOf(graph, 'gate');
const step = (own: Partial<Step> = {}): Step => ({
  level: 'own',
  subject: 'gate',
  attribute: 'limit',
  text: '1',
  ...own,
});
const is = (value: Seconds | null): Known<Seconds | null> => known(value, step());
const either = (...values: readonly (Seconds | null)[]): Setting<Seconds | null> =>
  oneOf(values.map(is), 'a choice', 'settle the choice');
const later = (bounds?: { min?: number; max?: number }): Setting<Seconds | null> =>
  unknown('known after apply', 'apply', [step()], bounds);

type Case = {
  readonly timer?: Partial<Timer>;
  readonly value: Setting<Seconds | null>;
  readonly workload?: Partial<Workload>;
  readonly probes?: readonly Probe[];
  readonly hop?: Partial<Hop>;
  readonly assumed?: true;
};

/** A query of 300 s through one hop, and nobody probes. */
function trial({ timer = {}, value, workload: own = {}, probes = [silent, silent], hop = {}, assumed }: Case): Trial {
  const through = {
    ...makeHop(graph, { key: 'nat', node: gate, member: gate, client: null, membership: 'declared', endpoint: null }),
    ...hop,
  };
  const path = { ...makePath([impliedClient(), through], 0, assumed ? 'assumed' : 'declared') };
  return {
    timer: {
      name: 'gate.limit',
      class: 'data-idle',
      phase: 'query',
      subject: gate,
      setting: 'limit',
      attribute: 'limit',
      value,
      expiry: 'orderly-close',
      bounds: null,
      uncertain: null,
      cite: 'c',
      ...timer,
    },
    hop: through,
    leg: legsOf(path.hops, 0)[0]!,
    path,
    workload: workload(own),
    probes,
  };
}

const probe = (idle: Setting<Seconds | null>): Probe => ({
  end: 'app',
  idle,
  interval: known(10),
  count: known(3),
  userTimeout: known(null),
});
const silent = probe(known(null));
const packets = { class: 'packet-idle', expiry: 'reset-on-next-packet' } as const;

describe('outlasting', () => {
  const demand = { promise: 'maxQueryDuration', seconds: 300, withHeadroom: 310, orEqual: false };
  it.each([
    [null, false, true],
    [311, false, true],
    [310, false, false],
    [309, false, false],
    [310, true, true],
    [309, true, false],
  ])('%p against 310 s (equality passes: %p) is %p', (limit, orEqual, expected) => {
    expect(outlasts(limit, { ...demand, orEqual })).toBe(expected);
  });
});

describe('one timer against one promise', () => {
  it.each<[string, Case, string, unknown]>([
    ['off', { value: is(null) }, 'outlives', null],
    ['above', { value: is(301) }, 'outlives', { from: 301, to: 301 }],
    ['equal', { value: is(300) }, 'cuts', { from: 300, to: 300 }],
    ['below', { value: is(60) }, 'cuts', { from: 60, to: 60 }],
    ['one of two above', { value: either(301, 400) }, 'outlives', { from: 301, to: 400 }],
    ['one of two, above and off', { value: either(301, null) }, 'outlives', { from: 301, to: null }],
    ['one of two below', { value: either(60, 90) }, 'cuts', { from: 60, to: 90 }],
    ['one of two, below and above', { value: either(60, 400) }, 'may-cut', { from: 60, to: null }],
    ['one of two, below and off', { value: either(60, null) }, 'may-cut', { from: 60, to: null }],
    ['unknown', { value: later() }, 'may-cut', null],
    ['unknown, at least above', { value: later({ min: 301 }) }, 'outlives', { from: 301, to: null }],
    ['unknown, at least equal', { value: later({ min: 300 }) }, 'may-cut', { from: 300, to: null }],
    ['unknown, at most equal', { value: later({ max: 300 }) }, 'cuts', { from: 0, to: 300 }],
    ['unknown, between', { value: later({ min: 60, max: 4000 }) }, 'may-cut', { from: 60, to: null }],
    [
      'headroom as a duration',
      { value: is(305), workload: { headroom: { as: 'duration', seconds: 10 } } },
      'cuts',
      { from: 305, to: 305 },
    ],
    [
      'headroom as a percentage',
      { value: is(330), workload: { headroom: { as: 'percentage', percent: 10 } } },
      'cuts',
      { from: 330, to: 330 },
    ],
    [
      'above the headroom',
      { value: is(331), workload: { headroom: { as: 'percentage', percent: 10 } } },
      'outlives',
      { from: 331, to: 331 },
    ],
    [
      'a drain that is equal',
      { value: is(300), timer: { class: 'drain', phase: 'rollout' } },
      'outlives',
      { from: 300, to: 300 },
    ],
    [
      'a drain that is equal, headroom included',
      {
        value: is(330),
        timer: { class: 'drain', phase: 'rollout' },
        workload: { headroom: { as: 'percentage', percent: 10 } },
      },
      'outlives',
      { from: 330, to: 330 },
    ],
    ['a drain below', { value: is(299), timer: { class: 'drain', phase: 'rollout' } }, 'cuts', { from: 299, to: 299 }],
  ])('%s', (_, one, effect, at) => {
    expect(judge(trial(one))).toMatchObject({ effect, at });
  });

  it.each<[string, Case, string]>([
    ['probes in time', { timer: packets, value: is(60), probes: [silent, probe(known(30))] }, 'kept-alive'],
    ['probes too late', { timer: packets, value: is(60), probes: [silent, probe(known(60))] }, 'cuts'],
    ['no probes', { timer: packets, value: is(60) }, 'cuts'],
    [
      'an unknown end',
      { timer: packets, value: is(60), probes: [silent, probe(unknown('who knows', 'look'))] },
      'may-cut',
    ],
    [
      'an unknown end, and the other suffices',
      { timer: packets, value: is(60), probes: [probe(unknown('who knows', 'look')), probe(known(30))] },
      'kept-alive',
    ],
    [
      'an unknown end, and the limit outlives',
      { timer: packets, value: is(301), probes: [silent, probe(unknown('who knows', 'look'))] },
      'outlives',
    ],
    [
      'one of two limits, kept below both',
      { timer: packets, value: either(60, 90), probes: [silent, probe(known(30))] },
      'kept-alive',
    ],
    [
      'one of two limits, kept below one',
      { timer: packets, value: either(20, 90), probes: [silent, probe(known(30))] },
      'may-cut',
    ],
    [
      'one of two limits, one short and kept',
      { timer: packets, value: either(60, 400), probes: [silent, probe(known(30))] },
      'kept-alive',
    ],
    [
      'an unknown limit, kept below the least it may be',
      { timer: packets, value: later({ min: 60 }), probes: [silent, probe(known(30))] },
      'kept-alive',
    ],
    [
      'an unknown limit, and no probes below the most it may be',
      { timer: packets, value: later({ min: 60, max: 200 }), probes: [silent, probe(known(200))] },
      'cuts',
    ],
    [
      'an unknown limit, and probes within what it may be',
      { timer: packets, value: later({ min: 60, max: 200 }), probes: [silent, probe(known(100))] },
      'may-cut',
    ],
    [
      'an unknown limit, and no idea of probes',
      { timer: packets, value: later({ min: 60, max: 200 }), probes: [probe(unknown('w', 's'))] },
      'may-cut',
    ],
    // Probes carry no payload (facts: aws-network 7.1).
    [
      'probes help no data-idle timer',
      { timer: { class: 'data-idle' }, value: is(60), probes: [silent, probe(known(30))] },
      'cuts',
    ],
    [
      'nor a limit of the server',
      { timer: { class: 'server-limit' }, value: is(60), probes: [silent, probe(known(30))] },
      'cuts',
    ],
    [
      'headroom is not added to periods',
      {
        timer: packets,
        value: is(60),
        probes: [probe(known(59))],
        workload: { headroom: { as: 'duration', seconds: 60 } },
      },
      'kept-alive',
    ],
  ])('keepalive: %s', (_, one, effect) => {
    expect(judge(trial(one)).effect).toBe(effect);
  });

  const unverified = (value: Seconds | null): Known<Seconds | null> =>
    known(value, step({ level: 'default', unverified: true }));
  it.each<[string, Case, string, RegExp]>([
    ['an assumed hop', { value: is(60), assumed: true }, 'may-cut', /^if gate is on the path, it cuts at 60 s$/],
    [
      'an assumed hop of a path',
      { value: is(60), hop: { membership: 'assumed' } },
      'may-cut',
      /^if gate is on the path/,
    ],
    [
      'an uncertain effect',
      { value: is(60), timer: { uncertain: 'nobody measured it' } },
      'may-cut',
      /^nobody measured it$/,
    ],
    ['a number without a verified source', { value: unverified(60) }, 'may-cut', /^the number has no verified source$/],
    [
      'one of two numbers, one without a verified source',
      { value: oneOf([is(60), unverified(90)], 'w', 's') },
      'may-cut',
      /verified/,
    ],
    [
      'a target group that may not be the client’s',
      {
        value: is(60),
        timer: { subject: nodeOf(graph, 'tg') },
        hop: { parts: [nodeOf(graph, 'tg')], partsSure: false },
      },
      'may-cut',
      /^which target group of gate the client is in cannot be told$/,
    ],
    [
      'a target group that is the client’s',
      { value: is(60), timer: { subject: nodeOf(graph, 'tg') }, hop: { parts: [nodeOf(graph, 'tg')] } },
      'cuts',
      /^it fires first$/,
    ],
    // Only the value that counts has to be verified, not what it overrides.
    [
      'an unverified default that was overridden',
      { value: known(60, step({ level: 'default', unverified: true }), step({ level: 'role' })) },
      'cuts',
      /^it fires first$/,
    ],
    ['an unverified number that outlives', { value: unverified(301) }, 'outlives', /^it is longer$/],
    ['a choice that is open', { value: either(60, 400) }, 'may-cut', /^a choice$/],
    ['a value that is open', { value: later() }, 'may-cut', /^known after apply$/],
  ])('nothing fails on %s', (_, one, effect, because) => {
    const judgement = judge(trial(one));
    expect(judgement.effect).toBe(effect);
    expect(judgement.because).toMatch(because);
    if (effect === 'may-cut') expect(judgement.settles).not.toBeNull();
  });

  it.each<[string, Partial<Timer>, boolean]>([
    ['what cuts a running query', {}, true],
    ['a flow that dies silently in a pause', { ...packets, phase: 'pause' }, true],
    ['a flow that dies with RST in a pause', { ...packets, phase: 'pause', expiry: 'silent-drop' }, true],
    ['an orderly close in a pause', { class: 'between-queries', phase: 'pause' }, false],
    ['payload that is missed in a pause', { class: 'data-idle', phase: 'pause' }, false],
    ['a rollout', { class: 'drain', phase: 'rollout' }, false],
    ['a replay conflict', { class: 'conflict', phase: 'conflict' }, false],
    ['an effect that is not certain', { uncertain: 'nobody measured it' }, false],
  ])('the verdict counts %s: %j is %p', (_, timer, decides) => {
    expect(judge(trial({ value: is(60), timer, workload: { maxIdle: 300 } })).decides).toBe(decides);
  });

  it('judges no promise that was not declared, and says what to declare', () => {
    const life = judge(trial({ value: is(86_400), timer: { class: 'life-cap' } }));
    expect(life).toMatchObject({ effect: 'may-cut', at: null, demand: null, settles: 'declare maxConnectionAge' });
    expect(
      judge(trial({ value: is(86_400), timer: { class: 'life-cap' }, workload: { maxConnectionAge: 3600 } })),
    ).toMatchObject({
      effect: 'outlives',
      demand: { promise: 'maxConnectionAge + maxQueryDuration', seconds: 3900 },
    });
  });

  it('keeps the evidence of what decided', () => {
    const kept = judge(
      trial({
        timer: packets,
        value: is(60),
        probes: [silent, probe(known(30, step({ subject: 'db', attribute: 'tcp_keepalives_idle' })))],
      }),
    );
    expect(kept.provenance.map((one) => one.subject)).toEqual(['gate', 'db']);
    expect(kept.because).toBe('app sends a keepalive probe every 30 s');
  });
});
