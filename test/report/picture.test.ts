import type { HopRow, WorkloadReport } from '../../lib/core/report';
import { legsText, picturesOf } from '../../lib/report/picture';
import { row, workload } from './sample';

const path = 'a → b';
const hop = (key: string, leg: number | null, change: Partial<HopRow> = {}): HopRow => ({
  path,
  key,
  name: `the ${key}`,
  leg,
  layer: 'connection',
  does: 'terminates',
  membership: 'declared',
  resources: [`the ${key}`],
  ...change,
});
const legsOf = (hops: readonly HopRow[]): string =>
  legsText(picturesOf(workload({ paths: [path], timeline: [], hops }))[0]!.legs);

describe('the legs of a path, in words', () => {
  it.each<readonly [string, readonly HopRow[], string]>([
    [
      'a request that waits for the query',
      [hop('alb', 0, { layer: 'request' }), hop('client', 1, { layer: 'request' }), hop('database', 2)],
      '1 request to alb, 2 request to client, 3 connection to database',
    ],
    [
      'a client that connects through what passes packets',
      [
        hop('client', null),
        hop('nat', 0, { does: 'passes' }),
        hop('nlb', 0, { does: 'relays-probes' }),
        hop('pooler', 0),
        hop('database', 1),
      ],
      '1 connection through nat and nlb to pooler, 2 connection to database',
    ],
    [
      'a path that stops before a database',
      [hop('client', null), hop('nlb', 0, { does: 'passes' })],
      '1 connection through nlb',
    ],
    [
      'a hop that is only assumed',
      [hop('alb', 0, { layer: 'request', membership: 'assumed' }), hop('client', 1, { layer: 'request' })],
      '1 request to alb (assumed), 2 request to client',
    ],
    ['one hop by itself', [hop('nat', 0, { does: 'passes' })], ''],
    [
      'one hop below a client that nobody named',
      [hop('client', null, { membership: 'implied' }), hop('nat', 0, { does: 'passes' })],
      '',
    ],
    ['a path whose hops nothing tells', [], ''],
  ])('%s', (_, hops, words) => {
    expect(legsOf(hops)).toBe(words);
  });

  it('are those of the path alone', () => {
    const made = workload({ paths: [path], timeline: [], hops: [hop('alb', 0), { ...hop('nlb', 0), path: 'other' }] });
    expect(picturesOf(made)[0]!.legs).toEqual([]);
  });
});

describe('what is said of a timer', () => {
  const said = (change: Parameters<typeof row>[0]): readonly (string | null)[] => {
    const made: WorkloadReport = workload({ timeline: [row({ because: 'why', ...change })] });
    const drawn = picturesOf(made)[0]!.phases[0]!.rows[0]!;
    return [drawn.effect, drawn.explained];
  };
  const ends = 'caller: HTTP 504 from the load balancer; server: nothing: its own connection lives on';

  it.each<readonly [string, Parameters<typeof row>[0], readonly (string | null)[]]>([
    ['one that outlives', {}, ['outlives 2 min', null]],
    ['one that is off', { at: null }, ['outlives, off', null]],
    ['one that cuts', { effect: 'cuts' }, ['cuts 2 min', `${ends}; the query runs on`]],
    [
      'one that cuts and does not decide',
      { effect: 'cuts', decides: false },
      ['cuts 2 min', `${ends}; the query runs on; no part of the verdict`],
    ],
    [
      'one that may cut',
      { effect: 'may-cut', at: { from: 60, to: 300 }, caller: { sees: 'x', at: 'unknown' } },
      ['may cut 60 s to 5 min', 'why; caller: x; server: nothing: its own connection lives on; the query runs on'],
    ],
    ['one that is kept from firing', { effect: 'kept-alive', at: { from: 60, to: 60 } }, ['kept alive 60 s', 'why']],
    ['one that is kept from firing, whatever it is', { effect: 'kept-alive', at: null }, ['kept alive', 'why']],
  ])('%s', (_, change, expected) => {
    expect(said(change)).toEqual(expected);
  });

  it('is said once for all roles that get the same', () => {
    const made = workload({ timeline: [row({ role: 'a' }), row({ role: 'b' }), row({ role: 'c', demand: 1 })] });
    expect(picturesOf(made)[0]!.phases[0]!.rows.map(({ roles }) => roles)).toEqual([['a', 'b'], ['c']]);
  });
});
