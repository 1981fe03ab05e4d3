import { collect, ofType, quick } from './_collect';
import { arn } from './_estate';

const balancers = Array.from({ length: 500 }, (_, at) => ({
  is: {
    LoadBalancerArn: arn('elasticloadbalancing', `loadbalancer/app/n${String(at)}/1`),
    LoadBalancerName: `n${String(at)}`,
    Type: 'application',
  },
  attributes: { 'idle_timeout.timeout_seconds': String(at + 1) },
}));

describe('500 load balancers', () => {
  it('are all read where calls are throttled on the way', async () => {
    // The SDK slows down after each, as far as its own measure of our speed tells it to: two are enough at this one.
    const faults = balancers
      .filter((_, at) => at % 200 === 199)
      .map(({ is }) => ({
        action: 'DescribeLoadBalancerAttributes',
        about: is.LoadBalancerArn,
        does: 'throttles' as const,
        times: 1,
      }));
    const all = await collect({ estate: { 'eu-west-1': { balancers } }, faults }, { services: ['elbv2'] });
    expect(all.regions[0]?.failed).toEqual([]);
    expect(ofType(all, 'elasticloadbalancing:loadbalancer').map(({ answer }) => answer.LoadBalancerAttributes)).toEqual(
      balancers.map((_, at) => [{ Key: 'idle_timeout.timeout_seconds', Value: String(at + 1) }]),
    );
    expect(all.aws.throttled()).toBe(2);
  }, 60_000);

  it('are never asked for faster than the pace, nor with more than eight calls under way', async () => {
    // The documented bucket and our pace, a hundred times as fast.
    const all = await collect(
      { estate: { 'eu-west-1': { balancers } }, limit: { burst: 40, perSecond: 1000 } },
      { services: ['elbv2'], pace: { perSecond: 800, burst: 20 } },
    );
    expect(all.regions[0]?.failed).toEqual([]);
    expect(all.aws.throttled()).toBe(0);
    expect(all.aws.mostAtOnce()).toBeLessThanOrEqual(8);
    expect(ofType(all, 'elasticloadbalancing:loadbalancer')).toHaveLength(500);
  }, 60_000);

  it('share the pace with Classic Load Balancers, as they share the limit', async () => {
    const classicBalancers = balancers
      .slice(0, 100)
      .map(({ is }) => ({ is: { LoadBalancerName: is.LoadBalancerName } }));
    const all = await collect(
      {
        estate: { 'eu-west-1': { balancers: balancers.slice(0, 100), classicBalancers } },
        limit: { burst: 40, perSecond: 1000 },
      },
      { services: ['elbv2', 'classic'], pace: { perSecond: 800, burst: 20 } },
    );
    expect(all.regions[0]?.failed).toEqual([]);
    expect(all.aws.throttled()).toBe(0);
  }, 60_000);
});

describe('a service that only throttles', () => {
  it('is given up as throttled', async () => {
    const all = await collect(
      { faults: [{ api: 'lambda', does: 'throttles' }] },
      { services: ['lambda'], pace: quick, env: { AWS_MAX_ATTEMPTS: '2' } },
    );
    expect(all.regions[0]?.failed.map(({ action, why }) => [action, why])).toEqual([['ListFunctions', 'throttled']]);
    expect(all.aws.throttled()).toBe(2);
  }, 60_000);
});
