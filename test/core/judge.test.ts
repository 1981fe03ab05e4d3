import { judge, outlasts } from '../../lib/core/judge';
import { known, unknown } from '../../lib/core/setting';
import { either, is, later, packets, probe, silent, trial, type Case } from './trial';

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
    // 60/400 under 350: a new connection is probed at 60 s and lives until 410 s, one that was probed in a pause just before the
    // query has its next probe 400 s later (facts: measured 1) and is forgotten at 350 s, within the 380 s.
    [
      'a first probe that is enough only on a connection that was not probed before',
      {
        timer: packets,
        value: is(350),
        probes: [{ ...probe(known(60)), interval: known(400) }],
        workload: { maxQueryDuration: 380 },
      },
      'may-cut',
    ],
    [
      'a first probe that is not enough on any connection',
      {
        timer: packets,
        value: is(350),
        probes: [{ ...probe(known(60)), interval: known(400) }],
        workload: { maxQueryDuration: 410 },
      },
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
});
