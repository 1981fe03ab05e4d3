import type { Json } from '../../lib/core/setting';
import { judged } from './judged';
import { predictionOf } from './predict';
import type { Scenario } from './scenario';

/** Makes choices; the same seed makes the same ones. */
export type Dice = {
  readonly of: <T>(options: readonly T[]) => T;
  /** Once in so many times. */
  readonly oneIn: (times: number) => boolean;
};

type Options = { readonly [key: string]: Json };

/** Scenarios that were drawn by lot: paths and settings of which the model is sure, and by a margin that can be measured. */
export function randomScenarios(count: number, seed: number): readonly Scenario[] {
  const dice = diceOf(seed);
  const found: Scenario[] = [];
  while (found.length < count) {
    const drawn = draw(dice, `random ${String(found.length + 1)} of seed ${String(seed)}`);
    if (isClear(drawn)) found.push(drawn);
  }
  return found;
}

/** Mulberry32: small, and good enough to draw lots. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const of = <T>(options: readonly T[]): T => {
    const chosen = options[Math.floor(next() * options.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  return { of, oneIn: (times) => next() * times < 1 };
}

/** Whether the model is sure, and nothing that decides comes within two seconds of something else that would. */
export function isClear(scenario: Scenario): boolean {
  const run = judged(scenario);
  const prediction = predictionOf(scenario, run);
  if (prediction.verdict === 'holds') return true;
  if (prediction.verdict !== 'cut' || prediction.race) return false;
  const { cut, others } = prediction;
  return others.every((one) => one.at - cut.at >= 2 || (one.by === cut.by && one.timer === cut.timer));
}

/** Timers have odd numbers of seconds, durations and keepalives even ones (or 1), so that none equals another. */
const timers = [3, 5, 7, 9, 11] as const;
const paces = [1, 2, 4, 6] as const;

function draw(dice: Dice, name: string): Scenario {
  const shared = dice.oneIn(3) ? (dice.oneIn(3) ? balancerOf(dice) : poolerOf(dice)) : null;
  // PgBouncer refuses startup options, and TLS as long as nobody gives it a certificate.
  const isPooled = shared !== null && 'pooler' in shared;
  const deed = dice.of(['query', 'query', 'pause', 'transaction', 'request'] as const);
  const driver = deed === 'query' ? dice.of(['pg', 'psql', 'postgres'] as const) : 'pg';
  // Hops that answer differently once they forgot would tell the client what the nearest one does, not the first.
  const onExpiry = dice.of(['drop', 'reset'] as const);
  const middle = shuffled(dice, [
    ...['near', 'far'].flatMap((router) => (dice.oneIn(2) ? [routerOf(dice, router, onExpiry)] : [])),
    ...(shared === null ? [] : [shared]),
  ]);
  const above: readonly Options[] =
    deed === 'request' ? [{ alb: { name: 'web', idleTimeout: secondsText(dice.of(timers)) } }] : [];
  return {
    name,
    shows: 'drawn by lot',
    does: deed,
    ...(driver === 'pg' ? {} : { driver }),
    ...(!isPooled && dice.oneIn(6) ? { tls: true as const } : {}),
    workload: {
      ...promises(dice, deed),
      path: [...above, clientOf(dice, driver, isPooled), ...middle, databaseOf(dice, deed)],
    },
  };
}

function promises(dice: Dice, deed: Scenario['does']): Options {
  const longer = secondsText(dice.of([4, 6, 8, 10]));
  if (deed === 'pause') return { maxQueryDuration: '2s', maxIdle: longer };
  if (deed === 'transaction')
    return {
      maxQueryDuration: '2s',
      maxIdleInTransaction: '4s',
      maxTransactionDuration: secondsText(dice.of([6, 12])),
    };
  return { maxQueryDuration: longer };
}

function clientOf(dice: Dice, driver: 'pg' | 'psql' | 'postgres', isPooled: boolean): Options {
  const keepalive = driver === 'psql' ? paceOf(dice) : { idle: secondsText(dice.of(paces)), interval: '1s', count: 10 };
  const options = !isPooled && dice.oneIn(6) ? { options: { statement_timeout: secondsText(dice.of(timers)) } } : {};
  return { client: { name: 'client', ...(dice.oneIn(2) ? { keepalive } : {}), ...options } };
}

function routerOf(dice: Dice, name: string, onExpiry: string): Options {
  return { firewall: { name, idleTimeout: secondsText(dice.of(timers)), onExpiry } };
}

function balancerOf(dice: Dice): Options {
  return { clb: { name: 'balancer', idleTimeout: secondsText(dice.of(timers)) } };
}

function poolerOf(dice: Dice): Options {
  const mode = dice.of(['session', 'transaction'] as const);
  return {
    pooler: {
      name: 'pooler',
      mode,
      ...(dice.oneIn(2) ? { keepalive: paceOf(dice) } : {}),
      ...(dice.oneIn(3) ? { queryTimeout: secondsText(dice.of(timers)) } : {}),
      ...(dice.oneIn(3) ? { clientIdleTimeout: secondsText(dice.of(timers)) } : {}),
    },
  };
}

function databaseOf(dice: Dice, deed: Scenario['does']): Options {
  const limit = (name: string): Options => (dice.oneIn(3) ? { [name]: secondsText(dice.of(timers)) } : {});
  const pace = paceOf(dice);
  return {
    database: {
      name: 'database',
      version: '18.4',
      settings: {
        ...(dice.oneIn(2)
          ? {
              tcp_keepalives_idle: pace.idle,
              tcp_keepalives_interval: pace.interval,
              tcp_keepalives_count: pace.count,
            }
          : {}),
        ...limit('statement_timeout'),
        ...limit('transaction_timeout'),
        ...(deed === 'pause' ? limit('idle_session_timeout') : {}),
        ...(deed === 'transaction' ? limit('idle_in_transaction_session_timeout') : {}),
      },
    },
  };
}

function paceOf(dice: Dice): { readonly idle: string; readonly interval: string; readonly count: number } {
  return { idle: secondsText(dice.of(paces)), interval: secondsText(dice.of(paces)), count: dice.of([2, 3, 5]) };
}

function shuffled<T>(dice: Dice, all: readonly T[]): readonly T[] {
  if (all.length < 2) return all;
  const first = dice.of(all);
  return [
    first,
    ...shuffled(
      dice,
      all.filter((one) => one !== first),
    ),
  ];
}

function secondsText(seconds: number): string {
  return `${String(seconds)}s`;
}
