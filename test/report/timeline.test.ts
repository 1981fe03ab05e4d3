import type { TimelineRow } from '../../lib/core/report';
import { paint } from '../../lib/shell/colour';
import { ruler, scaleFor } from '../../lib/report/scale';
import { barOf, renderTimeline } from '../../lib/report/timeline';
import { lengthOf } from '../../lib/report/wrap';
import { mixed, row, workload } from './sample';

const plain = paint(false);

describe('the scale', () => {
  // 1 s to 10000 s (8000 s and a quarter) over 41 columns: ten columns for each power of ten.
  const scale = scaleFor([1, 8000], 41);

  it.each([
    [0, 0],
    [0.5, 0],
    [1, 0],
    [10, 10],
    [100, 20],
    [1000, 30],
    [10_000, 40],
    [1_000_000, 40],
  ])('puts %f s into column %i', (seconds, column) => {
    expect(scale.column(seconds)).toBe(column);
  });

  it('has a ruler whose marks stand where the scale says', () => {
    // 60 s stands at 17.8, 600 s at 27.8, 3600 s at 35.6.
    expect(ruler(scale)).toBe('|1 s      |10 s   |1 min    |10 min |1 h');
  });

  it('holds a second and a minute even for nothing, and milliseconds where they occur', () => {
    expect(scaleFor([], 10)).toMatchObject({ from: 1, to: 75 });
    expect(scaleFor([0.25, 0], 10)).toMatchObject({ from: 0.25, to: 75 });
  });
});

describe('a bar', () => {
  const scale = scaleFor([1, 8000], 41);
  const bar = (change: Partial<TimelineRow>): string => barOf(row({ demand: 100, ...change }), scale);
  const demanded = '='.repeat(21);

  it.each<readonly [string, Partial<TimelineRow>, string]>([
    ['a timer that fires too early', { effect: 'cuts', at: { from: 10, to: 10 } }, '==========X=========='],
    ['a timer that outlives', { effect: 'outlives', at: { from: 1000, to: 1000 } }, `${demanded}         |`],
    ['a timer that is kept from firing', { effect: 'kept-alive', at: { from: 10, to: 10 } }, '==========~=========='],
    ['one of two values', { effect: 'may-cut', at: { from: 10, to: 1000 } }, `==========?${'-'.repeat(19)}?`],
    ['a value or never', { effect: 'may-cut', at: { from: 10, to: null } }, `==========?${'-'.repeat(29)}>`],
    ['a timer that is off', { effect: 'outlives', at: null }, `${demanded}${' '.repeat(19)}>`],
    ['a timer of which nothing is known', { effect: 'may-cut', at: null }, `${demanded}${' '.repeat(19)}?`],
    ['a promise that was not declared', { effect: 'may-cut', at: { from: 1, to: 1 }, demand: null }, '?'],
  ])('%s', (_, change, drawn) => {
    expect(bar(change)).toBe(drawn);
  });
});

describe('a drawn timeline', () => {
  it('has the path, a ruler, the promise and each timer with its phase', () => {
    const drawn = renderTimeline(mixed().workloads[0]!, { width: 100, paint: plain });
    // 43 columns from 1 s to 750 s: 20 s stands at 19.0, 30 s at 21.6, 60 s at 26.0, 90 s at 28.5.
    expect(drawn).toEqual([
      '  path: aws_lb.public → aws_ecs_service.api → aws_db_instance.orders',
      '                                           |1 s           |10 s      |1 min',
      '  promised                                 =======================                     30 s',
      '  while a query runs',
      '  statement_timeout aws_db_instance.orders (app_user, batch)',
      '                                           ===================X===                     cuts 20 s',
      '      caller: ERROR 57014 canceling statement due to statement timeout; server: it cancels the',
      '      statement; the connection lives on; the query ends',
      '  idle_timeout aws_lb.public               ==========================X===              cuts 60 s',
      '      caller: HTTP 504 from the load balancer; server: nothing: its own connection lives on; the',
      '      query runs on',
      '  in a pause between two queries',
      '  idle_session_timeout aws_db_instance.orders (app_user)',
      '                                           ==========================================> outlives, off',
      '',
    ]);
  });

  it('says on which legs the hops stand, where that is known', () => {
    const hop = { path: 'a → b', name: 'x', layer: 'connection', membership: 'declared', resources: [] } as const;
    const hops = [
      { ...hop, key: 'client', leg: null, does: 'terminates' },
      { ...hop, key: 'nat', leg: 0, does: 'passes' },
      { ...hop, key: 'database', leg: 0, does: 'terminates' },
    ] as const;
    const drawn = renderTimeline(workload({ paths: ['a → b'], timeline: [], hops }), { width: 60, paint: plain });
    expect(drawn.slice(0, 2)).toEqual(['  path: a → b', '  legs: 1 connection through nat to database']);
  });

  it('says so where a path has no timer', () => {
    const drawn = renderTimeline(workload({ timeline: [], paths: ['a → b'] }), { width: 60, paint: plain });
    expect(drawn).toContain('  no timer is known on this path');
  });

  it('draws each path by itself', () => {
    const made = workload({ paths: ['a', 'b'], timeline: [row({ path: 'a' }), row({ path: 'b' })] });
    const drawn = renderTimeline(made, { width: 80, paint: plain });
    expect(drawn.filter((line) => line.startsWith('  path: '))).toEqual(['  path: a', '  path: b']);
    expect(drawn.filter((line) => line.includes('outlives'))).toHaveLength(2);
  });

  it.each([60, 72, 80, 100, 132, 160])('fits %i columns', (width) => {
    const lines = mixed().workloads.flatMap((one) => renderTimeline(one, { width, paint: plain }));
    expect(lines.filter((line) => lengthOf(line) > width)).toEqual([]);
  });

  it('marks effects in colour only besides the words', () => {
    const made = workload({ timeline: [row({ effect: 'cuts' })] });
    const coloured = renderTimeline(made, { width: 80, paint: paint(true) }).join('\n');
    expect(coloured).toContain('\u001b[31m');

    const stripped = coloured.replace(/\u001b\[\d+m/g, '');
    expect(stripped).toBe(renderTimeline(made, { width: 80, paint: plain }).join('\n'));
  });
});
