import type { Json } from '../../../lib/core/setting';
import { collection, notesOf, region, type Row } from './_document';

const nat: Row = ['ec2:natgateway', { NatGatewayId: 'nat-1' }];
const call = (action: string, why: string, subject: string | null = null, message = ''): Json => {
  const [service = '', name = ''] = action.split(':');
  return { service, action: name, subject, why, message };
};
const noted = (...failed: readonly Json[]): readonly string[] => notesOf(collection([region([nat], { failed })]));
const where = '123456789012 eu-west-1';

describe('a call that gave no answer', () => {
  it.each([
    [
      call('rds:DescribeDBProxies', 'denied'),
      `incomplete ${where}: rds:DescribeDBProxies was denied, so no RDS proxies were read; allow rds:DescribeDBProxies to the role that reads, and collect again`,
    ],
    [
      call('rds:DescribeDBInstances', 'denied-by-scp'),
      `incomplete ${where}: rds:DescribeDBInstances is forbidden by a service control policy, so no RDS instances were read; have the service control policy allow rds:DescribeDBInstances here, or leave this Region out`,
    ],
    [
      call('elasticloadbalancing:DescribeLoadBalancers', 'throttled'),
      `incomplete ${where}: elasticloadbalancing:DescribeLoadBalancers was throttled until it gave up, so no load balancers were read; collect again while others call less`,
    ],
    [
      call('rds:DescribeDBClusters', 'timed-out'),
      `incomplete ${where}: rds:DescribeDBClusters got no answer in time, so no DB clusters were read; collect again, and see whether the endpoint of the service is reached from here`,
    ],
    [
      call('ecs:ListClusters', 'interrupted'),
      `incomplete ${where}: ecs:ListClusters was interrupted, so no ECS services were read; collect again, to the end`,
    ],
    [
      call('rds:DescribeDBParameters', 'failed', 'orders-pg16', 'HTTP 500'),
      `incomplete ${where}: rds:DescribeDBParameters failed (HTTP 500), so the parameters of orders-pg16 are not known; collect again`,
    ],
    // A service that is not there has nothing there; one resource of a service that is there has.
    [
      call('network-firewall:ListFirewalls', 'unsupported'),
      `unread ${where}: network-firewall:ListFirewalls is not known there, so no network firewalls were read; see whether the Region is enabled and has the service`,
    ],
    [
      call('elasticloadbalancing:DescribeListenerAttributes', 'unsupported', 'arn:l'),
      `incomplete ${where}: elasticloadbalancing:DescribeListenerAttributes is not known there, so the attributes of arn:l are not known; see whether the Region is enabled and has the service`,
    ],
    // What AWS documents is known without asking.
    [
      call('rds:DescribeEngineDefaultParameters', 'failed', 'postgres16', 'XML parse error'),
      `info ${where}: rds:DescribeEngineDefaultParameters failed (XML parse error), so the documented defaults stand in for its own; collect again`,
    ],
    // A call or cause that this version does not know.
    [
      call('rds:DescribeSomethingNew', 'tired', 'x'),
      `incomplete ${where}: rds:DescribeSomethingNew failed, so the answers of x are not known; collect again`,
    ],
  ])('%j', (failed, note) => {
    expect(noted(failed)).toEqual([note]);
  });

  it('is told once for all resources that it was denied for', () => {
    const calls = Array.from({ length: 500 }, (_, at) =>
      call('elasticloadbalancing:DescribeLoadBalancerAttributes', 'denied', `arn:${String(at)}`),
    );
    expect(noted(...calls)).toEqual([
      `incomplete ${where}: elasticloadbalancing:DescribeLoadBalancerAttributes was denied, so the attributes of arn:0, arn:1, arn:2 and 497 more are not known; allow elasticloadbalancing:DescribeLoadBalancerAttributes to the role that reads, and collect again`,
    ]);
  });

  it('is told for each Region, and for each cause', () => {
    const denied = call('rds:DescribeDBProxies', 'denied');
    const other = { ...region([nat], { failed: [denied] }), account: null, region: 'us-east-1' };
    const notes = notesOf(
      collection([region([nat], { failed: [denied, call('rds:DescribeDBProxies', 'timed-out')] }), other]),
    );
    expect(notes.map((note) => note.split(',')[0])).toEqual([
      `incomplete ${where}: rds:DescribeDBProxies was denied`,
      `incomplete ${where}: rds:DescribeDBProxies got no answer in time`,
      'incomplete us-east-1: rds:DescribeDBProxies was denied',
    ]);
  });

  it('is told in short, whatever a server answers', () => {
    const [note = ''] = noted(call('rds:DescribeDBProxies', 'failed', 'x'.repeat(1_000_000), 'y'.repeat(1_000_000)));
    expect(note.length).toBeLessThan(1000);
  });
});

it('a client that is not installed is named once, with what installs it', () => {
  const absent = [{ service: 'ec2', package: '@aws-sdk/client-ec2' }];
  const regions = [region([nat], { absent }), { ...region([nat], { absent }), region: 'us-east-1' }];
  expect(notesOf(collection(regions))).toEqual([
    'unread NAT gateways and VPC endpoints: were not read, since @aws-sdk/client-ec2 is not installed; npm install @aws-sdk/client-ec2',
  ]);
});
