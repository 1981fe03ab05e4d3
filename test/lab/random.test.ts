import { judged } from './judged';
import { planOf } from './plan';
import { predictionOf } from './predict';
import { diceOf, isClear, randomScenarios } from './random';
import type { Scenario } from './scenario';
import { shrink, simpler } from './shrink';

const drawn = randomScenarios(60, 3);

describe('scenarios drawn by lot', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(randomScenarios(60, 3)).toEqual(drawn);
    const workloads = (all: readonly Scenario[]): readonly unknown[] => all.map(({ workload }) => workload);
    expect(workloads(randomScenarios(60, 4))).not.toEqual(workloads(drawn));
  });

  it('hold and are cut, and can be built', () => {
    const verdicts = drawn.map((one) => predictionOf(one, judged(one)).verdict);
    expect([...new Set(verdicts)].sort()).toEqual(['cut', 'holds']);
    const hosts = new Set(drawn.flatMap((one) => planOf(judged(one), one).map(({ part }) => part.is)));
    expect([...hosts].sort()).toEqual(['balancer', 'client', 'database', 'pooler', 'router']);
  });

  it('dice fall on every side', () => {
    const dice = diceOf(1);
    const sides = new Set(Array.from({ length: 100 }, () => dice.of([1, 2, 3, 4, 5, 6])));
    expect(sides.size).toBe(6);
  });
});

/** A query of 8 s through two routers, with settings that make no difference. */
const scenario: Scenario = {
  name: 's',
  shows: 's',
  does: 'query',
  driver: 'psql',
  tls: true,
  workload: {
    maxQueryDuration: '8s',
    path: [
      { client: { name: 'client', keepalive: { idle: '6s', interval: '6s', count: 3 } } },
      { firewall: { name: 'near', idleTimeout: '11s', onExpiry: 'drop' } },
      { firewall: { name: 'far', idleTimeout: '3s', onExpiry: 'drop' } },
      { database: { name: 'database', version: '18.4', settings: { statement_timeout: '11s' } } },
    ],
  },
};
const hasFar = ({ workload }: Scenario): boolean => JSON.stringify(workload).includes('far');

describe('a scenario that is made simpler', () => {
  it('loses one thing at a time: a hop, a key of a hop, TLS, the driver', () => {
    const candidates = simpler(scenario);
    expect(candidates.map(({ workload }) => (workload.path as readonly unknown[]).length)).toEqual([3, 3, 4, 4, 4, 4]);
    expect(candidates.map(({ tls, driver }) => [tls, driver])).toEqual([
      ...Array.from({ length: 4 }, () => [true, 'psql']),
      [undefined, 'psql'],
      [true, undefined],
    ]);
  });

  it('keeps only what it takes to differ', async () => {
    const shrunk = await shrink(scenario, (candidates) => Promise.resolve(candidates.filter(hasFar)));
    expect(shrunk).toEqual({
      name: 's',
      shows: 's',
      does: 'query',
      workload: {
        maxQueryDuration: '8s',
        path: [
          { client: { name: 'client' } },
          { firewall: { name: 'far', idleTimeout: '3s', onExpiry: 'drop' } },
          { database: { name: 'database', version: '18.4', settings: {} } },
        ],
      },
    });
  });

  it('stays as it is where nothing simpler differs', async () => {
    expect(await shrink(scenario, () => Promise.resolve([]))).toBe(scenario);
  });
});

describe('a scenario that can be measured', () => {
  const through = (near: string, far: string, duration: string): Scenario => ({
    ...scenario,
    workload: {
      maxQueryDuration: duration,
      path: [
        { client: { name: 'client' } },
        { firewall: { name: 'near', idleTimeout: near, onExpiry: 'drop' } },
        { firewall: { name: 'far', idleTimeout: far, onExpiry: 'drop' } },
        { database: { name: 'database', version: '18.4' } },
      ],
    },
  });
  it.each([
    ['two ends with time between them', through('3s', '7s', '9s'), true],
    ['one end', through('3s', '11s', '9s'), true],
    ['no end', through('11s', '11s', '9s'), true],
    ['two ends too close', through('3s', '4s', '9s'), false],
    ['a race', through('9s', '11s', '9s'), false],
  ])('%s', (_, one, expected) => {
    expect(isClear(one)).toBe(expected);
  });
});
