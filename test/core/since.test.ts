import { changesSince, type EarlierReport } from '../../lib/core/since';
import type { Finding, Since } from '../../lib/core/report';

type Entry = EarlierReport['findings'][number];
const finding = (resource: string, outcome: Finding['outcome'], own: Partial<Entry> = {}): Entry => ({
  policy: 'alb-idle-timeout-outlasts-query',
  resource,
  workload: 'checkout',
  role: null,
  outcome,
  actual: null,
  unit: null,
  ...own,
});
const report = (findings: readonly Entry[], own: Partial<EarlierReport> = {}): EarlierReport => ({
  judgedOn: '2026-11-21',
  findings,
  workloads: [],
  coverage: { judged: [], onNoPath: [] },
  ...own,
});
const key = (resource: string): object => ({
  policy: 'alb-idle-timeout-outlasts-query',
  resource,
  workload: 'checkout',
  role: null,
});

describe('what changed since', () => {
  it.each<[string, readonly Entry[], readonly Entry[], Partial<Record<keyof Since, unknown>>]>([
    ['nothing', [finding('a', 'fail')], [finding('a', 'fail')], {}],
    ['a pass fails', [finding('a', 'pass')], [finding('a', 'fail')], { newFailures: [key('a')] }],
    ['what could not be told fails', [finding('a', 'unknown')], [finding('a', 'fail')], { newFailures: [key('a')] }],
    ['a waiver ended', [finding('a', 'waived')], [finding('a', 'fail')], { newFailures: [key('a')] }],
    ['something new fails', [], [finding('a', 'fail')], { newFailures: [key('a')] }],
    [
      'a failure was mended',
      [finding('a', 'fail')],
      [finding('a', 'pass')],
      { goneFailures: [{ ...key('a'), now: 'pass' }] },
    ],
    [
      'a failure cannot be told any more',
      [finding('a', 'fail')],
      [finding('a', 'unknown')],
      { goneFailures: [{ ...key('a'), now: 'unknown' }] },
    ],
    [
      'a failure was waived',
      [finding('a', 'fail')],
      [finding('a', 'waived')],
      { goneFailures: [{ ...key('a'), now: 'waived' }] },
    ],
    ['a failure was not judged', [finding('a', 'fail')], [], { goneFailures: [{ ...key('a'), now: 'not-judged' }] }],
    ['something new passes', [], [finding('a', 'pass')], {}],
    [
      'a value',
      [finding('a', 'pass', { actual: 120, unit: 's' })],
      [finding('a', 'pass', { actual: 100, unit: 's' })],
      { values: [{ ...key('a'), from: 120, to: 100, unit: 's' }] },
    ],
    [
      'a value of several parts, which is the same',
      [finding('a', 'pass', { actual: ['x', { y: 1 }] })],
      [finding('a', 'pass', { actual: ['x', { y: 1 }] })],
      {},
    ],
    [
      'another role of the same resource',
      [finding('a', 'fail', { role: 'app' })],
      [finding('a', 'fail', { role: 'etl' })],
      { newFailures: [{ ...key('a'), role: 'etl' }], goneFailures: [{ ...key('a'), role: 'app', now: 'not-judged' }] },
    ],
  ])('%s', (_, before, after, expected) => {
    expect(changesSince(report(before), report(after))).toEqual({
      day: '2026-11-21',
      newFailures: [],
      goneFailures: [],
      verdicts: [],
      values: [],
      come: [],
      gone: [],
      ...expected,
    });
  });

  it('tells verdicts and what came into view, in an order of its own', () => {
    const then = report([], {
      workloads: [
        { name: 'c', verdict: 'holds' },
        { name: 'b', verdict: 'holds' },
        { name: 'a', verdict: 'cut' },
      ],
      coverage: { judged: ['lb', 'db'], onNoPath: ['old'] },
    });
    const now = report([], {
      workloads: [
        { name: 'd', verdict: 'unknown' },
        { name: 'c', verdict: 'holds' },
        { name: 'b', verdict: 'cut' },
      ],
      coverage: { judged: ['db'], onNoPath: ['lb', 'proxy', 'nat'] },
    });
    expect(changesSince(then, now)).toMatchObject({
      verdicts: [
        { workload: 'a', from: 'cut', to: null },
        { workload: 'b', from: 'holds', to: 'cut' },
        { workload: 'd', from: null, to: 'unknown' },
      ],
      come: ['nat', 'proxy'],
      gone: ['old'],
    });
  });

  it('knows no day that the earlier report does not tell', () => {
    const { judgedOn, ...rest } = report([]);
    expect(judgedOn).toBe('2026-11-21');
    expect(changesSince(rest, report([])).day).toBeNull();
  });

  it('takes names for what they are', () => {
    const odd = finding('__proto__', 'fail', { policy: 'constructor', workload: null });
    expect(changesSince(report([]), report([odd])).newFailures).toEqual([
      { policy: 'constructor', resource: '__proto__', workload: null, role: null },
    ]);
    // Parts that run together in a text stay apart.
    const [one, other] = [finding('a","b', 'fail', { workload: 'c' }), finding('a', 'fail', { workload: 'b","c' })];
    expect(changesSince(report([one]), report([other])).newFailures).toHaveLength(1);
  });
});
