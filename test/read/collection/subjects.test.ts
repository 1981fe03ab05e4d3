import { arnOf, collection, factsIn, read, region, type Row } from './_document';

const balancer = (name: string): Row => [
  'elasticloadbalancing:loadbalancer',
  {
    LoadBalancerName: name,
    LoadBalancerArn: arnOf('elasticloadbalancing', `loadbalancer/net/${name}/1`),
    Type: 'network',
  },
];
const listener = (of: string, Port: number | null): Row => [
  'elasticloadbalancing:listener',
  {
    LoadBalancerArn: arnOf('elasticloadbalancing', `loadbalancer/net/${of}/1`),
    ListenerArn: arnOf('elasticloadbalancing', `listener/net/${of}/1/${String(Port)}`),
    ...(Port === null ? {} : { Port }),
  },
];

describe('how messages name the resources of an account', () => {
  it.each<readonly [string, readonly Row[], readonly string[]]>([
    [
      'by their types, since everything has one name',
      [
        ['rds:db', { DBInstanceIdentifier: 'orders' }],
        ['rds:db-proxy', { DBProxyName: 'orders' }],
        ['rds:target-group', { DBProxyName: 'orders', TargetGroupName: 'default' }],
        ['rds:pg', { DBParameterGroupName: 'orders' }],
        ['rds:cluster-pg', { DBClusterParameterGroupName: 'orders' }],
      ],
      ['db:orders', 'db-proxy:orders', 'target-group:orders/default', 'pg:orders', 'cluster-pg:orders'],
    ],
    [
      'listeners by load balancer and port',
      [balancer('warehouse'), listener('warehouse', 5432), listener('warehouse', null)],
      ['loadbalancer:warehouse', 'listener:warehouse:5432', 'listener:warehouse'],
    ],
    [
      'a listener whose load balancer was not read by its ARN',
      [listener('warehouse', 5432)],
      [`listener:${arnOf('elasticloadbalancing', 'listener/net/warehouse/1/5432')}`],
    ],
    ['what has no name at all', [['ec2:natgateway', {}]], ['natgateway:without a name']],
    [
      'two of one name, without ARNs',
      [
        ['ec2:natgateway', {}],
        ['ec2:natgateway', {}],
      ],
      ['eu-west-1:natgateway:without a name (1)', 'eu-west-1:natgateway:without a name (2)'],
    ],
  ])('%s', (_, rows, subjects) => {
    expect([...new Set([...factsIn(...rows).values()].map((fact) => fact.subject))]).toEqual(subjects);
  });

  it('with the Region where several have the name', () => {
    const rows: readonly Row[] = [['rds:db', { DBInstanceIdentifier: 'orders', Engine: 'postgres' }]];
    const { facts } = read(
      collection([
        region(rows),
        { ...region([...rows, ['rds:db', { DBInstanceIdentifier: 'x' }]]), region: 'us-east-1' },
      ]),
    );
    expect(facts.map((fact) => fact.subject)).toEqual(['eu-west-1:db:orders', 'us-east-1:db:orders', 'db:x']);
  });

  it('with the ARN where the Region does not tell them apart', () => {
    const arns = ['a', 'b'].map((cluster) => arnOf('ecs', `service/${cluster}/api`));
    const services = arns.map((serviceArn): Row => ['ecs:service', { serviceName: 'api', serviceArn }]);
    expect(read(collection([region(services)])).facts.map((fact) => fact.subject)).toEqual(arns);
  });
});
