import { pausesOf, runsInPauses, temperedBy, type Pauses } from '../../lib/core/pauses';
import type { PathEntry } from '../../lib/core/configuration';
import type { Leg, Timer } from '../../lib/core/path';
import type { Judgement } from '../../lib/core/policy';
import { fact, hop, inline, pathsThrough } from './estate';

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

describe('which timers run in a pause', () => {
  const pool = pathsThrough(facts, [client, shared, hop('database', 'db')]).paths[0]!.hops[1]!;
  const all: readonly Pauses[] = ['client', { pool }, 'tended'];
  const timer = (own: Partial<Timer>): Timer =>
    ({ class: 'packet-idle', bounds: null, phase: 'pause', ...own }) as Timer;
  const on = (layer: Leg['layer']): Leg => ({ layer }) as Leg;

  it.each<[string, Partial<Timer>, Leg['layer'], readonly boolean[]]>([
    ['a flow is forgotten in the pauses of a client and of a pool', {}, 'connection', [true, true, false]],
    ['what counts payload is a client’s alone', { class: 'data-idle' }, 'connection', [true, false, false]],
    ['so is a session that idles', { class: 'between-queries', bounds: 'idle' }, 'connection', [true, false, false]],
    [
      'an open transaction holds its connection everywhere',
      { class: 'between-queries', bounds: 'idle-in-transaction' },
      'connection',
      [true, true, true],
    ],
    ['requests do not pause', {}, 'request', [false, false, false]],
  ])('%s', (_, own, layer, expected) => {
    expect(all.map((one) => runsInPauses(timer(own), on(layer), one))).toEqual(expected);
  });

  const cut = (own: Partial<Timer>, effect: Judgement['effect'] = 'cuts'): Judgement =>
    ({ timer: timer(own), effect, at: { from: 350, to: 350 }, because: 'it fires first', settles: null }) as Judgement;

  it('how long a connection waits in a pool is nobody’s promise', () => {
    expect(temperedBy({ pool }, cut({}))).toMatchObject({
      effect: 'may-cut',
      at: { from: 350, to: null },
      because: expect.stringContaining('in the pool of bouncer'),
      settles: 'let bouncer or the database send keepalive probes more often than that',
    });
  });

  it.each<[string, Pauses, Judgement]>([
    ['the client’s own pauses', 'client', cut({})],
    ['a running query', { pool }, cut({ phase: 'query' })],
    ['an open transaction', { pool }, cut({ bounds: 'idle-in-transaction' })],
    ['what is kept alive', { pool }, cut({}, 'kept-alive')],
  ])('%s: the judgement stands', (_, pauses, judgement) => {
    expect(temperedBy(pauses, judgement)).toBe(judgement);
  });
});
