import { applyBaseline, baselineOf, noEnd } from '../../lib/core/baseline';
import type { BaselineEntry } from '../../lib/core/baseline';
import { exitCode } from '../../lib/core/exit-code';
import { failure, finding, report } from '../report/sample';

const entry = (change: Partial<BaselineEntry> = {}): BaselineEntry => ({
  policy: 'alb-idle-timeout-outlasts-query',
  resource: 'aws_lb.public',
  workload: 'checkout-api',
  role: null,
  ...change,
});
const strict = { failOn: 'info', onUnknown: 'pass', softFail: false } as const;

describe('the baseline of a report', () => {
  it('holds each failure once, sorted, without values and places', () => {
    const made = report({
      findings: [
        failure({ policy: 'b-policy', role: 'app' }),
        failure({ policy: 'a-policy' }),
        failure({ policy: 'a-policy', message: 'the same on another path' }),
        finding({ policy: 'passes' }),
        finding({ policy: 'is-unknown', outcome: 'unknown' }),
        failure({ policy: 'is-waived', outcome: 'waived' }),
      ],
    });
    expect(baselineOf(made)).toEqual({
      version: 1,
      findings: [entry({ policy: 'a-policy' }), entry({ policy: 'b-policy', role: 'app' })],
    });
  });

  it('makes the run that it was written from pass', () => {
    const made = report({ findings: [failure(), finding()] });
    const applied = applyBaseline(made, baselineOf(made));
    expect(applied.summary).toEqual({ passed: 1, failed: 0, unknown: 0, waived: 1 });
    expect(exitCode(applied, strict)).toBe(0);
  });
});

describe('a baseline applied', () => {
  it('excuses what it knows, with a mark that has no end', () => {
    const [known] = applyBaseline(report({ findings: [failure()] }), { version: 1, findings: [entry()] }).findings;
    expect(known).toEqual({
      ...failure(),
      outcome: 'waived',
      waiver: { ...entry(), reason: 'in the baseline', owner: 'baseline', until: noEnd },
    });
  });

  it.each([
    ['policy', entry({ policy: 'other' })],
    ['resource', entry({ resource: 'aws_lb.other' })],
    ['workload', entry({ workload: 'other' })],
    ['estate instead of a workload', entry({ workload: null })],
    ['role', entry({ role: 'other' })],
  ])('leaves a failure of another %s', (_, other) => {
    const made = report({ findings: [failure()] });
    const applied = applyBaseline(made, { version: 1, findings: [other] });
    expect(applied.findings).toEqual(made.findings);
    expect(applied.summary.failed).toBe(1);
    expect(exitCode(applied, strict)).toBe(1);
  });

  it.each([
    ['passes now', finding(), 'it passes now; write the baseline anew'],
    ['cannot be told', finding({ outcome: 'unknown' }), 'it cannot be judged in this run'],
    ['is waived', failure({ outcome: 'waived' }), 'a waiver covers it; write the baseline anew'],
    [
      'is not there',
      finding({ resource: 'aws_lb.other' }),
      'nothing in this run matches it; write the baseline anew where that is meant',
    ],
  ])('reports an entry that %s', (_, now, why) => {
    const applied = applyBaseline(report({ findings: [now] }), { version: 1, findings: [entry()] });
    expect(applied.findings).toEqual([now]);
    expect(applied.coverage.notes).toEqual([
      {
        what: 'baseline entry alb-idle-timeout-outlasts-query on aws_lb.public (checkout-api)',
        why,
        level: 'info',
      },
    ]);
  });

  it('keeps the notes of the report and says nothing of entries that still fail', () => {
    const note = { what: 'plan.json', why: 'it is old', level: 'info' } as const;
    const made = report({ findings: [failure()] });
    const applied = applyBaseline(
      { ...made, coverage: { ...made.coverage, notes: [note] } },
      { version: 1, findings: [entry()] },
    );
    expect(applied.coverage.notes).toEqual([note]);
  });
});
