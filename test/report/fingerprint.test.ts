import { fingerprintOf } from '../../lib/report/fingerprint';
import { failure } from './sample';

const base = failure({ role: 'app' });

describe('a fingerprint', () => {
  it('stays while value, line, message and severity change', () => {
    const moved = failure({
      role: 'app',
      actual: 70,
      severity: 'info',
      message: 'other words',
      locations: [{ document: 'b.json', file: 'main.tf', line: 9 }],
    });
    expect(fingerprintOf(moved)).toBe(fingerprintOf(base));
    // So that a host keeps its history from version to version.
    expect(fingerprintOf(base)).toBe('c95a817ee97530861a12efd74f0fc0e13bd2242e7d4cf7e4f420333f7ca24ab7');
  });

  it.each([
    ['policy', { ...base, policy: 'x' }],
    ['resource', { ...base, resource: 'x' }],
    ['workload', { ...base, workload: 'x' }],
    ['no workload', { ...base, workload: null }],
    ['role', { ...base, role: 'x' }],
    ['no role', { ...base, role: null }],
    ['what moves from one name to the next', { ...base, workload: 'checkout', role: '-apiapp' }],
  ])('changes with %s', (_, other) => {
    expect(fingerprintOf(other)).not.toBe(fingerprintOf(base));
  });
});
