import { collect, ofType } from './_collect';
import { arn } from './_estate';

const numbers = (length: number): readonly number[] => Array.from({ length }, (_, at) => at);

describe('answers in pages', () => {
  it('are read to the last one', async () => {
    const instances = numbers(250).map((at) => ({ DBInstanceIdentifier: `db-${String(at)}`, Engine: 'postgres' }));
    const all = await collect({ estate: { 'eu-west-1': { instances } } }, { services: ['rds'] });
    expect(ofType(all, 'rds:db').map(({ answer }) => answer.DBInstanceIdentifier)).toEqual(
      numbers(250).map((at) => `db-${String(at)}`),
    );
    const asked = all.aws.calls.filter(({ action }) => action === 'DescribeDBInstances');
    expect(asked.map(({ text }) => new URLSearchParams(text).get('Marker'))).toEqual([null, '100', '200']);
    expect(asked.map(({ text }) => new URLSearchParams(text).get('MaxRecords'))).toEqual(['100', '100', '100']);
  });

  it('of every service are read, however small they are', async () => {
    const region = {
      classicBalancers: numbers(5).map((at) => ({ is: { LoadBalancerName: `clb-${String(at)}` } })),
      targetGroups: numbers(5).map((at) => ({
        is: { TargetGroupArn: arn('elasticloadbalancing', `targetgroup/${String(at)}`) },
      })),
      natGateways: numbers(5).map((at) => ({ NatGatewayId: `nat-${String(at)}`, State: 'available' })),
      vpcEndpoints: numbers(5).map((at) => ({ VpcEndpointId: `vpce-${String(at)}` })),
      firewallPolicies: numbers(5).map((at) => ({ is: { FirewallPolicyArn: `policy-${String(at)}` }, policy: {} })),
      services: numbers(5).map((at) => ({
        serviceArn: `service-${String(at)}`,
        clusterArn: `cluster-${String(at % 3)}`,
      })),
      functions: numbers(5).map((at) => ({ FunctionName: `function-${String(at)}` })),
    };
    const all = await collect({ estate: { 'eu-west-1': region }, habits: { pageSize: 2 } });
    const counts = new Map<string, number>();
    for (const { type } of all.regions[0]?.resources ?? []) counts.set(type, (counts.get(type) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      'elasticloadbalancing:loadbalancer-classic': 5,
      'elasticloadbalancing:targetgroup': 5,
      'ec2:natgateway': 5,
      'ec2:vpc-endpoint': 5,
      'network-firewall:firewall-policy': 5,
      'ecs:service': 5,
      'lambda:function': 5,
    });
    expect(all.regions[0]?.failed).toEqual([]);
  });

  it('that break off in the middle leave what was read, and say that more is missing', async () => {
    const instances = numbers(250).map((at) => ({ DBInstanceIdentifier: `db-${String(at)}` }));
    const all = await collect(
      { estate: { 'eu-west-1': { instances } }, faults: [{ about: 'Marker=200', does: 'denies' }] },
      { services: ['rds'] },
    );
    expect(ofType(all, 'rds:db')).toHaveLength(200);
    expect(all.regions[0]?.failed.map(({ action, why }) => [action, why])).toEqual([['DescribeDBInstances', 'denied']]);
  });

  it('that go in circles end', async () => {
    const instances = [{ DBInstanceIdentifier: 'one' }];
    const all = await collect(
      { estate: { 'eu-west-1': { instances } }, habits: { alwaysMore: true } },
      { services: ['rds'] },
    );
    expect(all.regions[0]?.failed.map(({ action, why }) => [action, why])).toContainEqual([
      'DescribeDBInstances',
      'failed',
    ]);
    expect(all.regions[0]?.failed[0]?.message).toBe(
      'the same page was announced twice, so what lies behind it was not read',
    );
  });

  it('of parameters are filtered here too, for a server that does not heed the filter', async () => {
    const rows = numbers(350).map((at) => ({ ParameterName: `other_${String(at)}`, ParameterValue: '1' }));
    const group = {
      is: { DBParameterGroupName: 'orders' },
      rows: [...rows, { ParameterName: 'statement_timeout', ParameterValue: '30000', Source: 'user' }],
    };
    const instances = [
      { DBInstanceIdentifier: 'orders', Engine: 'postgres', DBParameterGroups: [{ DBParameterGroupName: 'orders' }] },
    ];
    const estate = { 'eu-west-1': { instances, parameterGroups: [group] } };
    const expected = [{ ParameterName: 'statement_timeout', ParameterValue: '30000', Source: 'user' }];
    const heeded = await collect({ estate }, { services: ['rds'] });
    const ignored = await collect({ estate, habits: { ignoresFilters: true } }, { services: ['rds'] });
    expect(ofType(heeded, 'rds:pg')[0]?.answer.Parameters).toEqual(expected);
    expect(ofType(ignored, 'rds:pg')[0]?.answer.Parameters).toEqual(expected);
    const pagesOf = (all: typeof heeded): number =>
      all.aws.calls.filter(({ action }) => action === 'DescribeDBParameters').length;
    expect([pagesOf(heeded), pagesOf(ignored)]).toEqual([1, 4]);
  });
});
