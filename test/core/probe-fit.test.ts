import type { Ending, Measurement } from '../../lib/core/probe';
import { fits } from '../../lib/core/probe-fit';
import type { Suspect } from '../../lib/core/probe-suspects';
import type { Expiry } from '../../lib/core/timer';
import { measured, suspect } from './_probe';

const named = (one: Measurement, suspects: readonly Suspect[], survived: number | null = null): readonly string[] =>
  fits(one, suspects, survived).map(({ suspect: { resource }, how, isUnexpected }) =>
    [resource, how, ...(isUnexpected ? ['unexpected'] : [])].join(' '),
  );

const nothing: Ending = { is: 'nothing' };
const reset: Ending = { is: 'reset' };
const closed: Ending = { is: 'closed' };
const state = (code: string): Ending => ({ is: 'sqlstate', code });
const http = (status: number): Ending => ({ is: 'http', status });
const keepalive = { idle: 7, interval: 1, count: 10 };

describe('what a cut looks like', () => {
  it.each<[Expiry, Partial<Measurement>, 'exact' | 'possible' | null]>([
    ['silent-drop', { ending: nothing }, 'exact'],
    ['silent-drop', { ending: nothing, afterwards: nothing }, 'exact'],
    ['silent-drop', { ending: nothing, afterwards: reset }, null],
    ['silent-drop', { ending: nothing, afterwards: closed }, null],
    ['silent-drop', { ending: { is: 'timed-out' }, keepalive }, 'exact'],
    ['silent-drop', { ending: reset, keepalive }, null],
    ['reset-on-next-packet', { ending: reset, keepalive }, 'exact'],
    // Without keepalive nothing of ours provoked it.
    ['reset-on-next-packet', { ending: reset }, 'possible'],
    ['reset-on-next-packet', { ending: nothing, afterwards: reset }, 'exact'],
    ['reset-on-next-packet', { ending: nothing, afterwards: nothing }, 'possible'],
    ['reset-on-next-packet', { ending: nothing, afterwards: closed }, null],
    ['reset-on-next-packet', { ending: closed }, null],
    ['orderly-close', { ending: closed }, 'exact'],
    ['orderly-close', { ending: state('08P01') }, 'exact'],
    ['orderly-close', { ending: reset }, 'possible'],
    ['orderly-close', { ending: nothing }, null],
    ['error-57014', { ending: state('57014') }, 'exact'],
    ['error-57014', { ending: closed }, null],
    ['fatal-25P04', { ending: state('25P04') }, 'exact'],
    ['fatal-25P04', { ending: state('57014') }, null],
    ['fatal-25P04', { ending: state('08P01') }, 'possible'],
    ['fatal-57P05', { ending: closed }, 'possible'],
    ['error-40001', { ending: state('40001') }, 'exact'],
    ['http-504', { ending: nothing }, null],
    ['client-closes', { ending: closed }, null],
  ])('%s, %j', (expiry, own, how) => {
    const found = named(measured({ at: 5, ...own }), [suspect('it', 5, { expiry })]);
    expect(found).toEqual(how === null ? [] : [`it ${how}`]);
  });

  it.each<[Expiry, string | null, 'request' | 'connection', Ending, 'exact' | 'possible' | null]>([
    ['http-504', null, 'request', http(504), 'exact'],
    ['http-504', null, 'request', http(502), null],
    ['request-error', 'HTTP 503 from the mesh', 'request', http(503), 'exact'],
    ['request-error', 'HTTP 503 from the mesh', 'request', http(504), null],
    ['request-error', null, 'request', http(500), 'possible'],
    ['client-ended', null, 'request', http(502), 'possible'],
    ['orderly-close', null, 'request', closed, 'exact'],
    ['silent-drop', null, 'request', nothing, 'exact'],
    // The program below answers with an error of its own.
    ['error-57014', null, 'connection', http(500), 'possible'],
    ['silent-drop', null, 'connection', nothing, 'possible'],
    ['silent-drop', null, 'connection', closed, null],
  ])('to an HTTP caller: %s (%s), %s leg, %j', (expiry, sees, layer, ending, how) => {
    const found = named(measured({ over: 'http', ending, at: 5 }), [suspect('it', 5, { expiry, sees, layer })]);
    expect(found).toEqual(how === null ? [] : [`it ${how}`]);
  });

  it.each<[Expiry, Partial<Measurement>, string | null]>([
    // The pooler is alive: it says goodbye, and so it was the flow beyond it that died.
    ['silent-drop', { ending: nothing, afterwards: closed }, 'it exact'],
    ['silent-drop', { ending: nothing, afterwards: nothing }, 'it possible'],
    ['silent-drop', { ending: state('08P01') }, 'it possible'],
    ['reset-on-next-packet', { ending: nothing, afterwards: closed }, 'it possible'],
    ['silent-drop', { ending: reset }, 'it possible'],
    ['silent-drop', { ending: state('57014') }, null],
  ])('beyond what ends the connection: %s, %j', (expiry, own, expected) => {
    const found = named(measured({ at: 5, ...own }), [suspect('it', 5, { expiry, isOnOwnLeg: false })]);
    expect(found).toEqual(expected === null ? [] : [expected]);
  });
});

describe('when a cut happens', () => {
  const all = [suspect('seven', 7), suspect('four', 4), suspect('twelve', 12)];

  it('of silence: every timer up to its end, the earliest first', () => {
    expect(named(measured(), all)).toEqual(['four exact', 'seven exact']);
  });

  it('of silence after one that passed: what fires later than that', () => {
    expect(named(measured(), all, 4.5)).toEqual(['seven exact']);
    expect(named(measured(), all, 4)).toEqual(['seven exact']);
  });

  it.each<[string, number, boolean]>([
    ['half a second before', 4.5, true],
    ['more than that before', 4.4, false],
    ['a second and a half behind', 6.5, true],
    ['more than that behind', 6.6, false],
  ])('of an error: %s', (_, at, isFound) => {
    const limit = suspect('five', 5, { expiry: 'error-57014' });
    expect(named(measured({ ending: state('57014'), at }), [limit])).toEqual(isFound ? ['five exact'] : []);
  });

  it('of an error: the nearest first', () => {
    const limits = [4.6, 5.4, 5].map((at) => suspect(String(at), at, { expiry: 'error-57014' }));
    expect(named(measured({ ending: state('57014'), at: 5.1 }), limits)).toEqual(['5 exact', '5.4 exact', '4.6 exact']);
  });

  it('in the phase that it happened in', () => {
    const pause = suspect('pausing', 3, { phase: 'pause' });
    const query = suspect('querying', 3);
    expect(named(measured({ phase: 'pause', idle: 5, at: 5 }), [pause, query])).toEqual(['pausing exact']);
    expect(named(measured(), [pause, query])).toEqual(['querying exact']);
  });

  it('of a conflict: whenever it happens', () => {
    const conflict = suspect('reader', 30, { phase: 'conflict', expiry: 'error-40001' });
    expect(named(measured({ ending: state('40001'), at: 3 }), [conflict])).toEqual(['reader exact']);
  });

  it('by a value that is one of several, or not known', () => {
    const either = suspect('either', 0, { fires: [4, 60].map((at) => ({ from: at, to: at })) });
    const bounded = suspect('bounded', 0, { fires: [{ from: 8, to: null }] });
    const late = suspect('late', 0, { fires: [{ from: 11, to: null }] });
    expect(named(measured(), [bounded, either, late])).toEqual(['either exact', 'bounded exact']);
  });
});

describe('what is likelier', () => {
  it('looks like it, was expected, was sure', () => {
    const kept = suspect('kept', 2, { effect: 'kept-alive' });
    const may = suspect('may', 3, { effect: 'may-cut' });
    const similar = suspect('similar', 1, { expiry: 'reset-on-next-packet' });
    const sure = suspect('sure', 9);
    expect(named(measured({ afterwards: nothing }), [kept, similar, may, sure])).toEqual([
      'sure exact',
      'may exact',
      'similar possible',
      'kept exact unexpected',
    ]);
  });

  it('is no request leg where PostgreSQL itself was asked', () => {
    expect(named(measured(), [suspect('balancer', 4, { layer: 'request' })])).toEqual([]);
  });
});
