import type { Policy } from 'holdfast/policy';
import type { Report } from '../../lib/core/report';
import { builtinPolicies } from '../../lib/shell/builtin-policies';
import { judgeExample } from '../../lib/shell/example';

const examples = builtinPolicies.map((policy) => [policy.id, policy] as const);
const outcomesOf = ({ id }: Policy, { findings }: Report): readonly string[] =>
  findings.filter((one) => one.policy === id).map(({ outcome }) => outcome);
/** What no page shows: documents that are broken, hops that match nothing. */
const gapsOf = ({ coverage }: Report): readonly string[] =>
  coverage.notes.filter(({ level }) => level === 'incomplete').map(({ what, why }) => `${what}: ${why}`);

describe('the example on the page of', () => {
  it.each(examples)('%s is there', (_, { example }) => {
    expect(Object.keys(example ?? {})).toEqual(['bad', 'good']);
  });

  const shown = examples.flatMap(([id, policy]) =>
    policy.example === undefined ? [] : [[id, policy, policy.example] as const],
  );

  it.each(shown)('%s is found to be bad', (_, policy, { bad }) => {
    const report = judgeExample(bad, builtinPolicies);
    expect(gapsOf(report)).toEqual([]);
    expect(outcomesOf(policy, report)).toContain(policy.never === 'fail' ? 'unknown' : 'fail');
  });

  it.each(shown)('%s passes once it is mended, and nothing else fails', (_, policy, { good }) => {
    const report = judgeExample(good, builtinPolicies);
    expect(gapsOf(report)).toEqual([]);
    const outcomes = outcomesOf(policy, report);
    expect(outcomes).toContain('pass');
    expect(outcomes.filter((outcome) => outcome !== 'pass')).toEqual([]);
    const errors = report.findings.filter(({ outcome, severity }) => outcome === 'fail' && severity === 'error');
    expect(errors.map((one) => `${one.policy}: ${one.message}`)).toEqual([]);
  });
});
