import { collect, ofType } from './_collect';
import { arn } from './_estate';
import type { Item } from './server/estate';

const balancer = arn('elasticloadbalancing', 'loadbalancer/x');
const listener = arn('elasticloadbalancing', 'listener/x');
const group = (name: string): string => arn('elasticloadbalancing', `targetgroup/${name}`);

/** The further calls that are made for one listener, of a load balancer with the target groups `one` and `two`. */
async function callsFor(is: Item, faults: Parameters<typeof collect>[0]['faults'] = []): Promise<readonly string[]> {
  const region = {
    balancers: [
      {
        is: { LoadBalancerArn: balancer, Type: 'network' },
        listeners: [{ is: { ListenerArn: listener, ...is } }],
      },
    ],
    targetGroups: ['one', 'two'].map((name) => ({ is: { TargetGroupArn: group(name), LoadBalancerArns: [balancer] } })),
  };
  const all = await collect({ estate: { 'eu-west-1': region }, faults }, { services: ['elbv2'] });
  expect(ofType(all, 'elasticloadbalancing:listener')).toHaveLength(1);
  const actions = all.aws.calls.map(({ action }) => action);
  return ['DescribeListenerAttributes', 'DescribeRules'].filter((action) => actions.includes(action));
}

const forward = (...names: readonly string[]): Item => ({
  DefaultActions: [
    {
      Type: 'forward',
      ForwardConfig: { TargetGroups: names.map((name) => ({ TargetGroupArn: group(name), Weight: 1 })) },
    },
  ],
});

describe('what is asked about a listener', () => {
  it.each([
    ['TCP: its timer can be set', { Protocol: 'TCP' }, ['DescribeListenerAttributes']],
    ['GENEVE: so can a gateway’s', { Protocol: 'GENEVE' }, ['DescribeListenerAttributes']],
    ['no protocol: that is a gateway', {}, ['DescribeListenerAttributes']],
    ['TLS: its timer is fixed, and asking is an error', { Protocol: 'TLS' }, []],
    ['UDP', { Protocol: 'UDP' }, []],
    [
      'HTTPS, with target groups that no default action names',
      { Protocol: 'HTTPS', ...forward('one') },
      ['DescribeRules'],
    ],
    ['HTTPS, with default actions that name all of them', { Protocol: 'HTTPS', ...forward('one', 'two') }, []],
    ['HTTP that only redirects', { Protocol: 'HTTP', DefaultActions: [{ Type: 'redirect' }] }, ['DescribeRules']],
  ])('%s', async (_what, is, expected) => {
    expect(await callsFor(is)).toEqual(expected);
  });

  it('HTTPS, where the target groups are not known', async () => {
    const denied = [{ action: 'DescribeTargetGroups', does: 'denies' }] as const;
    expect(await callsFor({ Protocol: 'HTTPS', ...forward('one', 'two') }, denied)).toEqual(['DescribeRules']);
  });
});
