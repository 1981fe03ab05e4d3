import { kinds } from '../../lib/kinds';
import { measuredPromises } from '../../lib/report/measured-promises';
import { symptomsSeen } from '../../lib/report/policy-subjects';
import { relatedPolicies } from '../../lib/report/related-policies';
import { builtinPolicies as policies } from '../../lib/shell/builtin-policies';

const policy = (id: string) => policies.find((one) => one.id === id)!;
const related = (id: string): readonly string[] => relatedPolicies(policy(id), policies, kinds).map((one) => one.id);

describe('related policies', () => {
  it.each([
    // The same timer in another phase.
    ['nlb-idle-timeout-is-kept-alive', 'pooled-connection-survives-idle'],
    ['clb-idle-timeout-outlasts-query', 'clb-idle-timeout-outlasts-pause'],
    // The same kind.
    ['proxy-idle-timeout-outlasts-idle', 'proxy-connection-lifetime'],
    ['statement-timeout-bounds-query', 'statement-timeout-is-set-per-role'],
    // Both about the comparison.
    ['drift-breaks-no-promise', 'live-matches-declared'],
  ])('of %s: %s', (id, other) => {
    expect(related(id)).toContain(other);
  });

  it('are few, and never the policy itself', () => {
    for (const { id } of policies) {
      expect(related(id).length).toBeLessThanOrEqual(5);
      expect(related(id)).not.toContain(id);
    }
  });

  it('begin with that of the same timer', () => {
    expect(related('clb-idle-timeout-outlasts-query')[0]).toBe('clb-idle-timeout-outlasts-pause');
  });
});

describe('what is seen', () => {
  it.each([
    ['alb-idle-timeout-outlasts-query', ['http-504']],
    ['nlb-idle-timeout-is-kept-alive', ['connection-reset', 'hang']],
    ['statement-timeout-allows-query', ['57014', 'ssl-connection-closed']],
    ['transaction-timeout-allows-transaction', ['25P04', 'ssl-connection-closed']],
    // A rollout is told by what was going on.
    ['target-group-drains-after-query', []],
    ['parameter-is-valid', []],
  ])('of %s: %j', (id, symptoms) => {
    expect([...symptomsSeen(policy(id), kinds)].sort()).toEqual([...symptoms].sort());
  });
});

describe('the promises that a timer is measured against', () => {
  const onRequests = ['request.maxSilence', 'request.maxDuration', 'maxQueryDuration'];
  it.each([
    ['alb-idle-timeout-outlasts-query', [{ layer: null, promises: onRequests }]],
    [
      'clb-idle-timeout-outlasts-query',
      [
        { layer: 'request', promises: onRequests },
        { layer: 'connection', promises: ['maxSilence', 'maxQueryDuration'] },
      ],
    ],
    ['clb-idle-timeout-outlasts-pause', [{ layer: null, promises: ['maxIdle', 'maxIdleInTransaction'] }]],
    ['statement-timeout-allows-query', [{ layer: null, promises: ['maxQueryDuration'] }]],
    [
      'transaction-timeout-allows-transaction',
      [{ layer: null, promises: ['maxTransactionDuration', 'maxQueryDuration'] }],
    ],
    ['proxy-connection-lifetime', [{ layer: null, promises: ['maxConnectionAge + maxQueryDuration'] }]],
    ['parameter-is-valid', []],
  ])('by %s: %j', (id, measures) => {
    expect(measuredPromises(policy(id), kinds)).toEqual(measures);
  });
});
