import { differences } from './compare';
import type { Lost } from './lost';
import type { Observation } from './observation';
import type { PredictedCut, Prediction } from './predict';
import type { Ran } from './run';
import type { Scenario } from './scenario';

const began = 1_000_000;
const at = (seconds: number): number => began + seconds * 1000;
const scenario: Scenario = { name: 's', shows: 's', does: 'query', workload: {} };
const end = (saw: 'end' | 'nothing', seconds: number): Observation['events'][number] =>
  saw === 'end' ? { saw, at: at(seconds) } : { saw, act: 0, at: at(seconds) };
const error = (code: string, seconds: number, message = ''): Observation['events'][number] => ({
  saw: 'error',
  act: 0,
  code,
  message,
  at: at(seconds),
});

/** A router that forgets at 5 s and drops, under a query of 8 s that nobody's probes keep alive. */
const dropped: PredictedCut = {
  by: 'router',
  timer: 'firewall.tcp_idle_timeout',
  phase: 'query',
  expiry: 'silent-drop',
  at: 5,
  phaseEnds: 8,
  layer: 'connection',
  caller: { sees: 'nothing: it waits for ever', at: 'never' },
  server: { sees: 'nothing', at: 8 },
  ofClient: true,
  ofDatabase: true,
  queryGoesOn: true,
};
const reset: PredictedCut = { ...dropped, expiry: 'reset-on-next-packet', caller: { sees: 'RST', at: 6 } };
const cancelled: PredictedCut = {
  ...dropped,
  by: 'database',
  expiry: 'error-57014',
  at: 3,
  caller: { sees: 'ERROR 57014', at: 3 },
  server: { sees: 'it cancels', at: 3 },
  queryGoesOn: false,
};
const cut = (of: PredictedCut, own: Partial<Extract<Prediction, { verdict: 'cut' }>> = {}): Prediction => ({
  verdict: 'cut',
  cut: of,
  seen: null,
  others: [],
  race: false,
  ...own,
});
const holds: Prediction = { verdict: 'holds' };

function ran(prediction: Prediction, seen: Partial<Observation>, own: Partial<Scenario> = {}): Ran {
  const observation: Observation = {
    events: [end('nothing', 13)],
    over: at(13),
    began,
    flows: { router: { last: at(5), gone: at(5.1) } },
    socket: { last: at(8), gone: at(8.1) },
    backend: { active: at(8), present: at(8) },
    log: [],
    patience: 13,
    ...seen,
  };
  return { scenario: { ...scenario, ...own }, prediction, observation };
}

const said57014 = [{ at: at(3), state: '57014', text: 'ERROR' }];

describe('what agrees', () => {
  it.each<[string, Ran]>([
    ['a query that comes through', ran(holds, { events: [end('end', 8)] })],
    ['a client that waits for ever, while the query goes on', ran(cut(dropped), {})],
    ['a reset', ran(cut(reset), { events: [error('ECONNRESET', 6)] })],
    [
      'a cancelled statement',
      ran(cut(cancelled), {
        events: [error('57014', 3.1)],
        log: said57014,
        backend: { active: at(3), present: at(3) },
      }),
    ],
    ['a race that is lost', ran(cut(dropped, { race: true }), {}, { model: 'race' })],
    ['a race that is won', ran(cut(dropped, { race: true }), { events: [end('end', 5)] }, { model: 'race' })],
    ['a model that need not know', ran({ verdict: 'unknown', why: 'w' }, {}, { model: 'unknown' })],
    [
      'a load balancer that answers for what is cut below',
      ran(
        cut(dropped, {
          seen: { ...dropped, by: 'balancer', layer: 'request', expiry: 'http-504', caller: { sees: '504', at: 6 } },
        }),
        { events: [error('HTTP 504', 6.2)] },
        { does: 'request' },
      ),
    ],
    [
      'a close in a pause that the client hears of at its next query',
      ran(
        cut({
          ...dropped,
          by: 'balancer',
          phase: 'pause',
          expiry: 'orderly-close',
          caller: { sees: 'closed', at: 5 },
          server: { sees: 'closed', at: 5 },
        }),
        { events: [error('', 8, 'server closed the connection unexpectedly')] },
      ),
    ],
  ])('%s', (_, one) => {
    expect(differences(one)).toEqual([]);
  });
});

describe('what differs', () => {
  it.each<[string, Ran, readonly string[]]>([
    [
      'holds was predicted, and it hangs',
      ran(holds, {}),
      ['holds was predicted, and the client sees: nothing at 13.0 s'],
    ],
    [
      'a cut was predicted, and it comes through',
      ran(cut(dropped), { events: [end('end', 8)] }),
      ['a cut by router at 5.0 s was predicted, and the query came through'],
    ],
    [
      'another symptom',
      ran(cut(dropped), { events: [error('ECONNRESET', 6)] }),
      ['the client was to see nothing, and sees reset at 6.0 s'],
    ],
    [
      'the same symptom at another time',
      ran(cut(reset), { events: [error('ECONNRESET', 8)] }),
      ['the client was to notice at 6.0 s, and notices at 8.0 s'],
    ],
    [
      'a router that forgets later',
      ran(cut(dropped), { flows: { router: { last: at(7), gone: at(7.1) } } }),
      ['router was to forget the flow at 5.0 s, and forgets it between 7.0 s and 7.1 s'],
    ],
    [
      'a router that never forgets',
      ran(cut(dropped), { flows: { router: { last: at(13), gone: null } } }),
      ['router was to forget the flow at 5.0 s, and remembers it to the end'],
    ],
    [
      'a query that ends with the cut',
      ran(cut(dropped), { backend: { active: at(5), present: at(5) } }),
      ['the query was to go on after 5.0 s, and ended at 5.0 s'],
    ],
    [
      'a query that goes on although the server ended it',
      ran(cut(cancelled), { events: [error('57014', 3)], log: said57014 }),
      ['the query was to end at 3.0 s, and went on to 8.0 s'],
    ],
    [
      'a server that says nothing',
      ran(cut(cancelled), { events: [error('57014', 3)], backend: { active: at(3), present: at(3) } }),
      ['the server was to act with 57014 at 3.0 s, and does not'],
    ],
    [
      'a server that hears no RST',
      ran(cut(reset), { events: [error('ECONNRESET', 6)], socket: { last: at(13), gone: null } }),
      ['the server was to notice at 8.0 s, and keeps its connection to the end'],
    ],
    [
      'a verdict where the model must not know',
      ran(holds, { events: [end('end', 8)] }, { model: 'unknown' }),
      ['the model was not to know, and says: holds'],
    ],
    [
      'no verdict where it has to know',
      ran({ verdict: 'unknown', why: 'it may fire first' }, {}),
      ['the model does not know: it may fire first'],
    ],
    [
      'a race that passes, and is lost',
      ran(holds, {}, { model: 'race' }),
      ['the model was to call it a race, and does not', 'holds was predicted, and the client sees: nothing at 13.0 s'],
    ],
    [
      'a race that nobody declared',
      ran(cut(dropped, { race: true }), {}),
      ['the model calls it a race: say `model: race`'],
    ],
  ])('%s', (_, one, expected) => {
    expect(differences(one)).toEqual(expected);
  });
});

describe('a lost client', () => {
  const lost: Lost = {
    verdict: 'lost',
    at: 1,
    connectionEnds: { from: 3, to: 4 },
    queryEnds: { from: 3, to: 6 },
    claims: [
      { policy: 'keepalive-notices-dead-peer', about: 'connection', outcome: 'pass', within: 3 },
      { policy: 'lost-client-is-noticed', about: 'query', outcome: 'fail', within: 3 },
    ],
  };
  const seen = (connection: number | null, query: number): readonly string[] =>
    differences(
      ran(lost, {
        socket: { last: at(connection ?? 13), gone: connection === null ? null : at(connection) },
        backend: { active: at(query), present: at(query) },
      }),
    );

  it.each<[string, number | null, number, readonly string[]]>([
    ['as it was predicted', 3.8, 5.9, []],
    [
      'a connection that nobody gives up',
      null,
      5.9,
      [
        "the server's connection was to end between 3.0 s and 4.0 s, and is there to the end",
        'keepalive-notices-dead-peer says pass for 3.0 s, and the connection ends never',
      ],
    ],
    [
      'a connection that ends later than the policy passes',
      6,
      5.9,
      [
        "the server's connection was to end between 3.0 s and 4.0 s, and ends at 6.0 s",
        'keepalive-notices-dead-peer says pass for 3.0 s, and the connection ends 5.0 s after the loss',
      ],
    ],
    [
      'a query that ends sooner than the policy fails',
      3.5,
      3.4,
      ['lost-client-is-noticed says fail for 3.0 s, and the query ends 2.4 s after the loss'],
    ],
    ['a query that runs on', 3.5, 8, ['the query was to end between 3.0 s and 6.0 s, and ends at 8.0 s']],
  ])('%s', (_, connection, query, expected) => {
    expect(seen(connection, query)).toEqual(expected);
  });
});
