import { judge } from '../../lib/core/judge';
import type { Timer } from '../../lib/core/path';
import { known, oneOf, type Known, type Seconds } from '../../lib/core/setting';
import { nodeOf } from './estate';
import { either, graph, is, later, packets, probe, silent, step, trial, type Case } from './trial';

describe('what a judgement rests on', () => {
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

  it('cuts what outlasts any connection, whatever the age', () => {
    const life = (seconds: number, own: Partial<Timer> = {}): ReturnType<typeof judge> =>
      judge(trial({ value: is(seconds), timer: { class: 'life-cap', ...own } }));
    // The query takes 300 s, and equality is a race.
    expect(life(301)).toMatchObject({ effect: 'may-cut', demand: null });
    expect(life(300)).toMatchObject({ effect: 'cuts', demand: { promise: 'maxQueryDuration', seconds: 300 } });
    expect(life(300, { uncertain: 'nobody measured it' })).toMatchObject({ effect: 'may-cut', decides: false });
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
