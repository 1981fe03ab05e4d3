import path from 'node:path';
import type { Phase, TimerClass } from '../../lib/core/timer';
import { judged } from './judged';
import { planOf } from './plan';
import { predictionOf } from './predict';
import { parseScenarios, readScenarios } from './scenario';

const scenarios = readScenarios(path.join(__dirname, 'scenarios'));
/** Those that need no server to be predicted: the others read its catalog. */
const alone = scenarios.filter(({ sql }) => sql === undefined);
const named = (name: string): ReturnType<typeof predictionOf> => {
  const scenario = scenarios.find((one) => one.name === name)!;
  return predictionOf(scenario, judged(scenario));
};

describe('the scenarios of the lab', () => {
  it('are many, a few of them quick', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(60);
    const quick = scenarios.filter((one) => one.quick === true);
    expect(quick.length).toBeGreaterThanOrEqual(12);
    expect(quick.length).toBeLessThan(20);
  });

  it.each(alone.map((one) => [one.name, one] as const))(
    '%s: can be built, and the model is as sure as it says',
    (_, one) => {
      const run = judged(one);
      const prediction = predictionOf(one, run);
      expect(planOf(run, one).at(-1)?.part.is).toBe('database');
      const is =
        prediction.verdict === 'unknown'
          ? 'unknown'
          : prediction.verdict === 'cut' && prediction.race
            ? 'race'
            : undefined;
      expect(is).toBe(one.model);
    },
  );

  it('let every class of timer cut, in every phase', () => {
    const cuts = alone.flatMap((one) => {
      const run = judged(one);
      const prediction = predictionOf(one, run);
      if (prediction.verdict !== 'cut') return [];
      const row = run.rows.find(({ judgement: { timer } }) => timer.name === prediction.cut.timer);
      return row === undefined ? [] : [row.judgement.timer];
    });
    const classes: readonly TimerClass[] = [
      'packet-idle',
      'data-idle',
      'request-cap',
      'life-cap',
      'client-limit',
      'server-limit',
      'between-queries',
      'drain',
      'conflict',
    ];
    const phases: readonly Phase[] = ['query', 'pause', 'rollout', 'conflict'];
    expect(classes.filter((one) => !cuts.some((timer) => timer.class === one))).toEqual([]);
    expect(phases.filter((one) => !cuts.some((timer) => timer.phase === one))).toEqual([]);
  });
});

describe('what the model says of a scenario', () => {
  it.each([
    // The timers of the query begin when the pause of 7 s is over.
    ['a query after a pause that is kept alive', { timer: 'database.statement_timeout', at: 10, phaseEnds: 13 }],
    // The first statement takes 1 s, then the transaction pauses.
    ['idle in transaction', { timer: 'database.idle_in_transaction_session_timeout', at: 3, phaseEnds: 5 }],
    // Taken out after 1 s, and a delay of 3 s.
    ['deregistration behind an ALB', { timer: 'target-group.deregistration_delay', at: 4 }],
    // 350 s at a scale of 50.
    ['NAT gateway and PostgreSQL as it ships', { timer: 'nat.idle_timeout', at: 7 }],
  ])('%s: when it is cut', (name, cut) => {
    expect(named(name)).toMatchObject({ verdict: 'cut', cut });
  });

  it('a caller sees the first answer, not the first cut', () => {
    expect(named('HTTP request, the database leg is cut first')).toMatchObject({
      cut: { by: 'router', at: 3 },
      seen: { by: 'balancer', at: 6 },
    });
  });

  it.each([
    // Probes at 1, 6 and 11 s: lost at 2 s, given up at 16 s. Right before a probe it would take 10 s, right after one 15 s.
    [
      'link breaks, probes further apart than the first one',
      { at: 2, connectionEnds: { from: 12, to: 17 }, queryEnds: { from: 20, to: 20 } },
    ],
    // The kernel of the client says so at once; the server looks every 2 s.
    ['client dies, the server looks', { at: 1, connectionEnds: null, queryEnds: { from: 1, to: 3 } }],
    // 2 + 1 x 3 s, and 4 s more until it looks.
    [
      'link breaks, the server looks seldom',
      { at: 1, connectionEnds: { from: 4, to: 6 }, queryEnds: { from: 4, to: 10 } },
    ],
  ])('%s: what becomes of it', (name, lost) => {
    expect(named(name)).toMatchObject({ verdict: 'lost', ...lost });
  });

  it('both policies speak of a lost client', () => {
    expect(named('link breaks, the server looks seldom')).toMatchObject({
      claims: [
        { policy: 'lost-client-is-noticed', about: 'query', outcome: 'fail', within: 5 },
        { policy: 'keepalive-notices-dead-peer', about: 'connection', outcome: 'pass', within: 5 },
      ],
    });
  });
});

describe('a file of scenarios', () => {
  it('is refused where a key is missing or unknown', () => {
    expect(() => parseScenarios('[{ name: a, shows: b, does: query, worklod: {} }]')).toThrow(
      'a: workload is missing, worklod is no key',
    );
  });
});
