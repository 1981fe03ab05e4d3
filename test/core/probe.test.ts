import {
  endingOfError,
  firedWithin,
  phaseOf,
  verdictOf,
  type Ending,
  type Measurement,
  type ProbeVerdict,
  type Sight,
} from '../../lib/core/probe';
import { measured } from './_probe';

const unasked: Sight = { is: 'unasked' };

describe('verdictOf', () => {
  const state = (code: string): Ending => ({ is: 'sqlstate', code });
  const http = (status: number): Ending => ({ is: 'http', status });
  it.each<[string, Ending, Sight, string]>([
    ['the answer', { is: 'survived' }, unasked, 'survived'],
    ['a reset', { is: 'reset' }, unasked, 'cut'],
    ['a close', { is: 'closed' }, unasked, 'cut'],
    ['a timeout of the system', { is: 'timed-out' }, unasked, 'cut'],
    ['silence, and the server finished', { is: 'nothing' }, { is: 'finished' }, 'cut'],
    ['silence, and the server cannot be seen', { is: 'nothing' }, { is: 'unseen', why: 'it is away' }, 'cut'],
    ['silence, and the server is still at it', { is: 'nothing' }, { is: 'running' }, 'not-measured'],
    ['a reset, and the server is still at it', { is: 'reset' }, { is: 'running' }, 'cut'],
    ['statement_timeout', state('57014'), unasked, 'cut'],
    ['transaction_timeout', state('25P04'), unasked, 'cut'],
    ['a failover', state('57P01'), unasked, 'cut'],
    ['a pooler that ends it', state('08P01'), unasked, 'cut'],
    ['a conflict', state('40001'), unasked, 'cut'],
    ['no permission', state('42501'), unasked, 'not-measured'],
    ['an error of the network', { is: 'failed', code: 'EHOSTUNREACH' }, unasked, 'not-measured'],
    ['a gateway that gave up', http(504), unasked, 'cut'],
    ['a server that gave up', http(500), unasked, 'cut'],
    ['a request that took too long to come', http(408), unasked, 'cut'],
    ['a page that is not there', http(404), unasked, 'not-measured'],
    ['a redirect', http(302), unasked, 'not-measured'],
  ])('of %s', (_, ending, sight, verdict) => {
    expect(verdictOf({ over: 'postgres', ending, sight, at: 60.5, silence: 60.5 })).toBe(verdict);
  });

  it.each<[string, 'postgres' | 'http', number, ProbeVerdict]>([
    ['a query that was answered at once: nothing was silent', 'postgres', 0, 'not-measured'],
    [
      'a query that was answered half a second too soon: what was promised was not tried',
      'postgres',
      359.9,
      'not-measured',
    ],
    ['a query whose time another clock measured', 'postgres', 360.2, 'survived'],
    ['a request that was answered at once', 'http', 0, 'survived'],
  ])('of %s', (_, over, at, verdict) => {
    expect(verdictOf({ over, ending: { is: 'survived' }, sight: unasked, at, silence: 360.5 })).toBe(verdict);
  });
});

describe('endingOfError', () => {
  it.each<[string | null, string | null, Ending]>([
    ['57014', 'canceling statement', { is: 'sqlstate', code: '57014' }],
    ['25P04', 'terminating connection', { is: 'sqlstate', code: '25P04' }],
    ['ECONNRESET', 'read ECONNRESET', { is: 'reset' }],
    ['EPIPE', 'write EPIPE', { is: 'reset' }],
    ['ETIMEDOUT', 'read ETIMEDOUT', { is: 'timed-out' }],
    [null, 'Connection terminated unexpectedly', { is: 'closed' }],
    ['EHOSTUNREACH', 'read', { is: 'failed', code: 'EHOSTUNREACH' }],
    // Five letters are no SQLSTATE without a digit.
    ['EPROT', 'read', { is: 'failed', code: 'EPROT' }],
    [null, 'odd', { is: 'failed', code: 'no reason given' }],
  ])('%s: %s', (code, message, ending) => {
    expect(endingOfError(code, message)).toEqual(ending);
  });
});

describe('phaseOf', () => {
  const nothing: Ending = { is: 'nothing' };
  const reset: Ending = { is: 'reset' };
  it.each<[string, number, Ending, number, boolean | null, 'pause' | 'query']>([
    ['without a pause', 0, reset, 0.01, false, 'query'],
    ['a statement that never arrived', 5, nothing, 10, false, 'pause'],
    ['a statement that arrived', 5, nothing, 10, true, 'query'],
    ['a reset at once', 5, reset, 0.01, null, 'pause'],
    ['a reset later', 5, reset, 4, null, 'query'],
    ['silence of which nothing is known', 5, nothing, 10, null, 'query'],
    ['the answer', 5, { is: 'survived' }, 1, false, 'query'],
  ])('%s', (_, idle, ending, at, arrived, phase) => {
    expect(phaseOf({ idle, ending, at }, arrived)).toBe(phase);
  });
});

describe('firedWithin', () => {
  const keepalive = { idle: 60, interval: 1, count: 10 };
  it.each<[string, Partial<Measurement>, number | null, { from: number; to: number }]>([
    // 2 % of 100 s is more than 1.5 s.
    ['an error: around it', { ending: { is: 'sqlstate', code: '57014' }, at: 100 }, null, { from: 98, to: 100.5 }],
    ['a close: around it', { ending: { is: 'closed' }, at: 4 }, null, { from: 2.5, to: 4.5 }],
    ['silence: before its end', { ending: { is: 'nothing' }, at: 15, silence: 10 }, null, { from: 0, to: 10 }],
    ['silence after one that passed', { ending: { is: 'nothing' }, at: 15, silence: 10 }, 4.5, { from: 4.5, to: 10 }],
    // A probe passed at 60 s, the one at 120 s was answered with RST.
    ['a reset: since the last probe', { ending: { is: 'reset' }, at: 120, keepalive }, null, { from: 57.6, to: 120.5 }],
    ['a reset that nothing of ours provoked', { ending: { is: 'reset' }, at: 30 }, null, { from: 28.5, to: 30.5 }],
    // Probed at 60 s, given up ten seconds later.
    ['given up', { ending: { is: 'timed-out' }, at: 70, keepalive }, null, { from: 0, to: 70.5 }],
    [
      'given up in the second round',
      { ending: { is: 'timed-out' }, at: 130, keepalive },
      null,
      { from: 57.4, to: 130.5 },
    ],
    ['given up without probes', { ending: { is: 'timed-out' }, at: 900 }, null, { from: 0, to: 900 }],
    [
      'a pause that the next statement found out about',
      { phase: 'pause', idle: 5, at: 5, ending: { is: 'nothing' }, silence: 1 },
      null,
      { from: 0, to: 5 },
    ],
    ['an end within a pause', { phase: 'pause', idle: 5, at: 3, ending: { is: 'closed' } }, 8, { from: 1.5, to: 3.5 }],
  ])('%s', (_, own, survived, expected) => {
    const { from, to } = firedWithin(measured(own), survived);
    expect([from, to]).toEqual([expect.closeTo(expected.from, 6), expect.closeTo(expected.to, 6)]);
  });
});
