import { collect, ofType } from './_collect';
import { arn, everything } from './_estate';

const balancers = Array.from({ length: 100 }, (_, at) => ({
  is: { LoadBalancerArn: arn('elasticloadbalancing', `loadbalancer/app/n/${String(at)}`), Type: 'application' },
  attributes: { 'idle_timeout.timeout_seconds': '90' },
}));
const attributesOf = 'DescribeLoadBalancerAttributes';

describe('an interrupted reading', () => {
  it('brings back what it has, and names what it has not', async () => {
    const interrupt = new AbortController();
    const all = await collect(
      {
        estate: { 'eu-west-1': { balancers } },
        onCall: (_call, calls) => {
          if (calls.filter(({ action }) => action === attributesOf).length === 50) interrupt.abort();
        },
      },
      { services: ['elbv2'], signal: interrupt.signal },
    );
    const [region] = all.regions;
    const read = ofType(all, 'elasticloadbalancing:loadbalancer');
    const open = read.filter(({ unread }) => 'LoadBalancerAttributes' in unread);
    const closed = read.filter(({ answer }) => 'LoadBalancerAttributes' in answer);
    expect(read).toHaveLength(100);
    expect(open.length + closed.length).toBe(100);
    // Of the fifty that were asked for, at most eight were still under way.
    expect(closed.length).toBeGreaterThanOrEqual(42);
    expect(closed.length).toBeLessThan(50 + 1);
    expect(region?.failed.filter(({ action }) => action === attributesOf)).toHaveLength(open.length);
    expect(new Set(region?.failed.map(({ why }) => why))).toEqual(new Set(['interrupted']));
    expect(all.aws.calls.filter(({ action }) => action === attributesOf)).toHaveLength(50);
  });

  it('does not wait for a server that hangs', async () => {
    const interrupt = new AbortController();
    const all = await collect(
      {
        estate: { 'eu-west-1': everything },
        faults: [{ api: 'rds', does: 'hangs' }],
        onCall: (call) => {
          if (call.action === 'DescribeDBProxies') interrupt.abort();
        },
      },
      { services: ['rds'], signal: interrupt.signal, timeouts: { connect: 60_000, answer: 60_000 } },
    );
    expect(all.regions[0]?.failed.map(({ action, subject, why }) => [action, subject, why])).toEqual([
      ['DescribeDBClusters', null, 'interrupted'],
      ['DescribeDBInstances', null, 'interrupted'],
      ['DescribeDBProxies', null, 'interrupted'],
    ]);
  });

  it('does not wait for a throttled service either', async () => {
    const interrupt = new AbortController();
    const all = await collect(
      {
        faults: [{ does: 'throttles', api: 'lambda' }],
        onCall: ({ api }) => {
          // While it waits for its next attempt.
          if (api === 'lambda') setTimeout(() => interrupt.abort(), 50);
        },
      },
      { services: ['lambda'], signal: interrupt.signal },
    );
    expect(all.regions[0]?.failed.map(({ why }) => why)).toEqual(['interrupted']);
  });

  it('asks nothing where it was interrupted before it began', async () => {
    const all = await collect(
      {},
      { signal: AbortSignal.abort(), regions: ['eu-west-1', 'us-east-1'], services: ['ec2'] },
    );
    expect(all.aws.calls).toEqual([]);
    expect(all.regions.map(({ region, failed }) => [region, failed.length])).toEqual([
      ['eu-west-1', 3],
      ['us-east-1', 3],
    ]);
  });
});
