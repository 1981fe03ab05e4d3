import type { Waiver } from '../../lib/core/configuration';
import type { Finding } from '../../lib/core/report';
import { applyWaivers } from '../../lib/core/waivers';

const finding = (own: Partial<Finding> = {}): Finding => ({
  policy: 'alb-idle-timeout-outlasts-query',
  severity: 'error',
  outcome: 'fail',
  workload: 'checkout',
  role: null,
  resource: 'aws_lb.legacy',
  message: 'm',
  expected: null,
  actual: null,
  unit: null,
  fix: null,
  settles: null,
  provenance: [],
  locations: [],
  waiver: null,
  ...own,
});
const waiver = (own: Partial<Waiver> = {}): Waiver => ({
  policy: 'alb-*',
  resource: 'aws_lb.*',
  workload: null,
  role: null,
  reason: 'retired soon',
  owner: 'payments',
  until: '2027-01-31',
  ...own,
});

describe('waivers', () => {
  it.each([
    ['before the end', '2027-01-01', 'waived'],
    ['on the last day', '2027-01-31', 'waived'],
    ['a day later', '2027-02-01', 'fail'],
  ])('hold through their last day: %s', (_, today, outcome) => {
    expect(applyWaivers([finding()], [waiver()], today).findings[0]?.outcome).toBe(outcome);
  });

  it.each<[string, Partial<Finding>, Partial<Waiver>, string]>([
    ['an unknown', { outcome: 'unknown' }, {}, 'waived'],
    ['what passes needs none', { outcome: 'pass' }, {}, 'pass'],
    ['another policy', {}, { policy: 'nlb-*' }, 'fail'],
    ['another resource', {}, { resource: 'aws_lb.public' }, 'fail'],
    ['a resource by its exact name', {}, { resource: 'shop/api', resources: ['aws_lb.legacy'] }, 'waived'],
    ['no other than the named resources', {}, { resources: ['aws_lb.public'] }, 'fail'],
    ['no globs among exact names', {}, { resources: ['aws_lb.*'] }, 'fail'],
    ['nothing where no resource is named', {}, { resources: [] }, 'fail'],
    ['an index, literally', { resource: 'aws_lb.legacy[0]' }, { resource: 'aws_lb.legacy[0]' }, 'waived'],
    ['its workload', {}, { workload: 'check*' }, 'waived'],
    ['another workload', {}, { workload: 'etl' }, 'fail'],
    ['a workload, where the finding is of none', { workload: null }, { workload: '*' }, 'fail'],
    ['its role', { role: 'app' }, { role: 'app' }, 'waived'],
    ['another role', { role: 'app' }, { role: 'etl' }, 'fail'],
    ['a role, where the finding is of none', {}, { role: '*' }, 'fail'],
  ])('cover %s', (_, one, own, outcome) => {
    expect(applyWaivers([finding(one)], [waiver(own)], '2027-01-01').findings[0]?.outcome).toBe(outcome);
  });

  it('say which one excuses a finding, the first that still holds', () => {
    const over = waiver({ until: '2026-12-31' });
    const holds = waiver({ until: '2027-06-30' });
    expect(applyWaivers([finding()], [over, holds, waiver()], '2027-01-01').findings[0]?.waiver).toBe(holds);
    expect(applyWaivers([finding()], [over], '2027-01-01').findings[0]?.waiver).toBeNull();
  });

  it.each<[string, Partial<Waiver>, string, readonly string[]]>([
    ['used and far from its end', {}, '2027-01-16', []],
    ['two weeks before its end', {}, '2027-01-17', ['the waiver ends on 2027-01-31']],
    ['on its last day', {}, '2027-01-31', ['the waiver ends on 2027-01-31']],
    ['after its end', {}, '2027-02-01', ['the waiver ended on 2027-01-31']],
    ['unused', { policy: 'nlb-*' }, '2027-01-01', ['the waiver excuses nothing: remove it']],
    ['unused and over', { policy: 'nlb-*' }, '2027-02-01', ['the waiver ended on 2027-01-31']],
  ])('remark: %s', (_, own, today, remarks) => {
    expect(applyWaivers([finding()], [waiver(own)], today).remarks.map((one) => one.remark)).toEqual(remarks);
  });

  it('change nothing of what they are given', () => {
    const given = Object.freeze(finding());
    applyWaivers(Object.freeze([given]), [waiver()], '2027-01-01');
    expect(given.outcome).toBe('fail');
  });
});
