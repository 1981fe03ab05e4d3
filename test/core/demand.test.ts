import type { Workload } from '../../lib/core/configuration';
import { demandOn, leastDemandOn } from '../../lib/core/demand';
import type { Timer } from '../../lib/core/path';
import { known } from '../../lib/core/setting';
import { fact, graphOf, nodeOf, workload } from './estate';

const subject = nodeOf(graphOf([fact('alb', 'lb')]), 'lb');
const timer = (own: Partial<Timer>): Timer => ({
  name: 'x.y',
  class: 'data-idle',
  phase: 'query',
  subject,
  setting: 'y',
  attribute: 'y',
  value: known(60),
  expiry: 'orderly-close',
  bounds: null,
  uncertain: null,
  sees: null,
  cite: 'c',
  ...own,
});
const bare: Partial<Workload> = { maxQueryDuration: 100 };
const full: Partial<Workload> = {
  ...bare,
  maxSilence: 20,
  maxTransactionDuration: 200,
  maxIdle: 600,
  maxIdleInTransaction: 30,
  maxConnectionAge: 3600,
  request: { maxDuration: 300, maxSilence: 40, maxConnectionAge: 120 },
};

describe('what a timer has to outlive', () => {
  it.each<[string, Partial<Timer>, 'request' | 'connection', string, number | null, string, number]>([
    [
      'an idle timer below the client',
      { class: 'packet-idle' },
      'connection',
      'maxQueryDuration',
      100,
      'maxSilence',
      20,
    ],
    [
      'an idle timer above the client',
      { class: 'data-idle' },
      'request',
      'maxQueryDuration',
      100,
      'request.maxSilence',
      40,
    ],
    [
      'a request cap above the client',
      { class: 'request-cap' },
      'request',
      'maxQueryDuration',
      100,
      'request.maxDuration',
      300,
    ],
    [
      'the cap of the client’s own request',
      { class: 'request-cap' },
      'connection',
      'maxQueryDuration',
      100,
      'request.maxDuration',
      300,
    ],
    [
      'a limit of the server',
      { class: 'server-limit', bounds: 'query' },
      'connection',
      'maxQueryDuration',
      100,
      'maxQueryDuration',
      100,
    ],
    [
      'a limit of a transaction',
      { class: 'server-limit', bounds: 'transaction' },
      'connection',
      'maxQueryDuration',
      100,
      'maxTransactionDuration',
      200,
    ],
    [
      'a drain above the client',
      { class: 'drain', phase: 'rollout' },
      'request',
      'maxQueryDuration',
      100,
      'request.maxDuration',
      300,
    ],
    [
      'a drain below the client',
      { class: 'drain', phase: 'rollout' },
      'connection',
      'maxQueryDuration',
      100,
      'maxQueryDuration',
      100,
    ],
    [
      'a replay conflict',
      { class: 'conflict', phase: 'conflict' },
      'connection',
      'maxQueryDuration',
      100,
      'maxQueryDuration',
      100,
    ],
    [
      'an idle timer between two queries',
      { class: 'packet-idle', phase: 'pause' },
      'connection',
      '',
      null,
      'maxIdle',
      600,
    ],
    [
      'a session between two queries',
      { class: 'between-queries', phase: 'pause', bounds: 'idle' },
      'connection',
      '',
      null,
      'maxIdle',
      600,
    ],
    [
      'a transaction between two queries',
      { class: 'between-queries', phase: 'pause', bounds: 'idle-in-transaction' },
      'connection',
      '',
      null,
      'maxIdleInTransaction',
      30,
    ],
    [
      'the life of a connection',
      { class: 'life-cap', bounds: 'connection-age' },
      'connection',
      '',
      null,
      'maxConnectionAge + maxQueryDuration',
      3700,
    ],
    [
      'the life of a connection that carries requests',
      { class: 'life-cap', bounds: 'connection-age' },
      'request',
      '',
      null,
      'request.maxConnectionAge + request.maxDuration',
      420,
    ],
  ])('%s', (_, own, layer, promise, seconds, declared, more) => {
    const least = demandOn(timer(own), layer, workload(bare));
    expect(least === null ? null : [least.promise, least.seconds]).toEqual(
      seconds === null ? null : [promise, seconds],
    );
    expect(demandOn(timer(own), layer, workload(full))).toMatchObject({
      promise: declared,
      seconds: more,
      orEqual: own.class === 'drain',
    });
  });

  it.each<['request' | 'connection', string, number]>([
    ['request', 'request.maxDuration', 300],
    ['connection', 'maxQueryDuration', 100],
  ])('knows what the life of a connection has to outlive whatever its age: %s', (layer, promise, seconds) => {
    const life = timer({ class: 'life-cap', bounds: 'connection-age' });
    expect(leastDemandOn(life, layer, workload(full))).toMatchObject({ promise, seconds, orEqual: false });
    expect(leastDemandOn(timer({}), layer, workload(full))).toBeNull();
  });

  it('takes a connection of any age for a request that is no longer than its query', () => {
    const request = { maxDuration: null, maxSilence: null, maxConnectionAge: 0 };
    expect(demandOn(timer({ class: 'life-cap' }), 'request', workload({ ...bare, request }))).toMatchObject({
      promise: 'request.maxConnectionAge + maxQueryDuration',
      seconds: 100,
    });
  });

  it('takes a transaction to be as long as the query in it', () => {
    const bounded = timer({ class: 'server-limit', bounds: 'transaction' });
    expect(
      demandOn(bounded, 'connection', workload({ maxQueryDuration: 100, maxTransactionDuration: 60 })),
    ).toMatchObject({ promise: 'maxQueryDuration', seconds: 100 });
  });

  // Seen in the lab: a router forgets a flow whose transaction pauses, whether or not pauses between transactions are promised.
  it.each<[string, number | null, number | null, unknown]>([
    ['the longer pause', 600, 30, ['maxIdle', 600]],
    ['a pause in a transaction that is longer', 600, 900, ['maxIdleInTransaction', 900]],
    ['a pause in a transaction alone', null, 30, ['maxIdleInTransaction', 30]],
    ['nothing', null, null, null],
  ])('measures what looks at packets or payload against %s', (_, maxIdle, maxIdleInTransaction, expected) => {
    for (const of of ['packet-idle', 'data-idle'] as const) {
      const idle = timer({ class: of, phase: 'pause' });
      const found = demandOn(idle, 'connection', workload({ maxIdle, maxIdleInTransaction }));
      expect(found === null ? null : [found.promise, found.seconds]).toEqual(expected);
    }
  });

  it('takes a request without its own silence to be silent as long as it lasts', () => {
    const request = { maxDuration: 300, maxSilence: null, maxConnectionAge: null };
    expect(demandOn(timer({}), 'request', workload({ ...bare, request }))).toMatchObject({
      promise: 'request.maxDuration',
      seconds: 300,
    });
  });

  it.each([
    ['a duration', { as: 'duration', seconds: 10 } as const, 110],
    ['a percentage', { as: 'percentage', percent: 10 } as const, 110],
  ])('adds headroom as %s', (_, headroom, expected) => {
    expect(demandOn(timer({}), 'connection', workload({ ...bare, headroom }))).toMatchObject({
      seconds: 100,
      withHeadroom: expected,
    });
  });
});
