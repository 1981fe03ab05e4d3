import { judgedInPauses, pausesOf, runsInPauses, type Pauses } from '../../lib/core/pauses';
import type { PathEntry, Workload } from '../../lib/core/configuration';
import type { Leg, Timer } from '../../lib/core/path';
import type { Judgement } from '../../lib/core/policy';
import { fact, hop, inline, pathsThrough, workload } from './estate';

const client = inline('client', 'client', 'app');
const session = inline('pooler', 'pooler', 'sticky', { mode: 'session' });
const shared = inline('pooler', 'pooler', 'bouncer', { mode: 'transaction' });
const facts = [fact('clb', 'lb'), fact('nat', 'nat'), fact('proxy', 'p'), fact('instance', 'db')];

/** Whose pauses each leg of the one path sees, in order; of a pool, the pooler's name. */
function whose(entries: readonly PathEntry[]): readonly string[] {
  const { paths } = pathsThrough(facts, [...entries, hop('database', 'db')]);
  return [...pausesOf(paths[0]!).values()].map((one) => (typeof one === 'string' ? one : one.pool.node.subject));
}

describe('whose pauses a leg sees', () => {
  it.each<[string, readonly PathEntry[], readonly string[]]>([
    ['the client, of its own connection', [client, hop('nat', 'nat')], ['client']],
    // It ends TCP and shares nothing: a connection below it is a connection above it.
    ['the client, below a load balancer', [client, hop('clb', 'lb')], ['client', 'client']],
    ['the client, below a pooler in session mode', [client, session], ['client', 'client']],
    ['a pool, below a pooler in transaction mode', [client, shared], ['client', 'bouncer']],
    ['a pooler that says nothing is in session mode', [client, inline('pooler', 'pooler', 'x')], ['client', 'client']],
    ['RDS Proxy looks after its own', [client, hop('proxy', 'p')], ['client', 'tended']],
    ['the nearest pool counts', [client, shared, session], ['client', 'bouncer', 'bouncer']],
    ['a pool behind another', [client, session, shared], ['client', 'client', 'bouncer']],
    ['RDS Proxy behind a pool', [client, shared, hop('proxy', 'p')], ['client', 'bouncer', 'tended']],
    [
      'a pool behind RDS Proxy holds what that looks after',
      [client, hop('proxy', 'p'), shared],
      ['client', 'tended', 'tended'],
    ],
  ])('%s', (_, entries, expected) => {
    expect(whose(entries)).toEqual(expected);
  });
});

const pool = pathsThrough(facts, [client, shared, hop('database', 'db')]).paths[0]!.hops[1]!;
const timer = (own: Partial<Timer>): Timer => ({ class: 'packet-idle', bounds: null, phase: 'pause', ...own }) as Timer;

describe('which timers run in a pause', () => {
  const all: readonly Pauses[] = ['client', { pool }, 'tended'];
  const on = (layer: Leg['layer']): Leg => ({ layer }) as Leg;

  it.each<[string, Partial<Timer>, Leg['layer'], readonly boolean[]]>([
    // An open transaction holds its connection everywhere, and nothing passes.
    ['a flow is forgotten in every pause', {}, 'connection', [true, true, true]],
    ['so is what counts payload', { class: 'data-idle' }, 'connection', [true, true, true]],
    [
      'so is an open transaction',
      { class: 'between-queries', bounds: 'idle-in-transaction' },
      'connection',
      [true, true, true],
    ],
    [
      'a session that idles is a client’s alone',
      { class: 'between-queries', bounds: 'idle' },
      'connection',
      [true, false, false],
    ],
    ['requests do not pause', {}, 'request', [false, false, false]],
  ])('%s', (_, own, layer, expected) => {
    expect(all.map((one) => runsInPauses(timer(own), on(layer), one))).toEqual(expected);
  });
});

describe('a timer against the pauses of a leg', () => {
  /** A limit of 350 s, which cuts what is promised to pause longer; it says which promise that was. */
  const judging = ({ maxIdle, maxIdleInTransaction }: Workload): Judgement => {
    const pause = Math.max(maxIdle ?? 0, maxIdleInTransaction ?? 0);
    const effect = pause > 350 ? 'cuts' : 'outlives';
    return { effect, at: { from: 350, to: 350 }, because: String(pause), settles: null } as Judgement;
  };
  const found = (own: Partial<Timer>, whose: Pauses, maxIdle: number | null, inTransaction: number | null): string => {
    const promises = workload({ maxIdle, maxIdleInTransaction: inTransaction });
    const { effect, because } = judgedInPauses(timer(own), whose, promises, judging);
    return `${effect} ${because}`;
  };

  it.each<[string, Pauses, number | null, number | null, string]>([
    ['a client pauses between transactions', 'client', 600, 60, 'cuts 600'],
    ['and in them', 'client', 60, 600, 'cuts 600'],
    ['below RDS Proxy only in them', 'tended', 600, 60, 'outlives 60'],
    ['below RDS Proxy, in an open transaction', 'tended', 60, 600, 'cuts 600'],
    ['in a pool a connection is held for an open transaction', { pool }, 60, 600, 'cuts 600'],
    ['in a pool a short pause is short', { pool }, 60, 60, 'outlives 60'],
  ])('%s', (_, whose, maxIdle, inTransaction, expected) => {
    expect(found({}, whose, maxIdle, inTransaction)).toBe(expected);
  });

  it('how long a connection waits in a pool is nobody’s promise', () => {
    const promises = workload({ maxIdle: 600, maxIdleInTransaction: 60 });
    expect(judgedInPauses(timer({}), { pool }, promises, judging)).toEqual({
      effect: 'may-cut',
      at: { from: 350, to: null },
      because:
        'how long a connection waits in the pool of bouncer depends on its other clients, and it hands out one that is dead',
      settles: 'let bouncer or the database send keepalive probes more often than that',
    });
  });

  it.each<[string, Partial<Timer>, Pauses, string]>([
    // A pool notices that and opens another connection.
    ['what closes in order counts in a transaction alone', { class: 'data-idle' }, { pool }, 'outlives 60'],
    ['a timer of transactions has its own promise', { bounds: 'idle-in-transaction' }, { pool }, 'cuts 600'],
    ['a running query pauses nowhere', { phase: 'query' }, { pool }, 'cuts 600'],
  ])('%s', (_, own, whose, expected) => {
    expect(found(own, whose, 600, 60)).toBe(expected);
  });
});
