import type { Finding } from '../../lib/core/report';
import { changesOf } from '../../lib/report/changes';
import { failure } from './sample';

const fix = (value: number, setting = 'idle_timeout'): Finding['fix'] => ({
  resource: 'aws_lb.public',
  type: 'aws_lb',
  setting,
  value,
});

describe('the changes that mend findings', () => {
  it.each<readonly [string, readonly Finding[], readonly number[]]>([
    ['the largest where more is needed', [failure({ fix: fix(91) }), failure({ fix: fix(301) })], [301]],
    [
      'the smallest where less is',
      [failure({ expected: '< 60 s', fix: fix(59) }), failure({ expected: '< 9 s', fix: fix(8) })],
      [8],
    ],
    ['each setting once', [failure({ fix: fix(91) }), failure({ fix: fix(5, 'drain') })], [91, 5]],
    ['none without a fix', [failure({ fix: null })], []],
  ])('%s', (_, findings, values) => {
    expect(changesOf(findings).map((change) => change.fix.value)).toEqual(values);
  });

  it('says who asks', () => {
    const findings = [failure({ fix: fix(91) }), failure({ fix: fix(301), workload: 'reports' })];
    expect(changesOf(findings)[0]!.asking).toEqual(findings);
  });
});
