import { buildGraph } from '../../../lib/core/build-graph';
import type { Graph } from '../../../lib/core/graph';
import { everyTimer } from '../../../lib/core/every-timer';
import { kinds } from '../../../lib/kinds';
import { readDocuments } from '../../../lib/read/documents';
import { plan, row } from '../small-plan';
import { arnOf, collection, region, type Row } from './_document';

const arn = arnOf('elasticloadbalancing', 'loadbalancer/app/public/1');
const balancer = (idle: string): Row => [
  'elasticloadbalancing:loadbalancer',
  {
    LoadBalancerArn: arn,
    LoadBalancerName: 'public',
    Type: 'application',
    LoadBalancerAttributes: [{ Key: 'idle_timeout.timeout_seconds', Value: idle }],
  },
];
const instance: Row = [
  'rds:db',
  {
    DBInstanceIdentifier: 'orders',
    DBInstanceArn: arnOf('rds', 'db:orders'),
    Engine: 'postgres',
    Endpoint: { Address: 'orders.x.rds.amazonaws.com', Port: 5432 },
    DBParameterGroups: [{ DBParameterGroupName: 'orders', ParameterApplyStatus: 'in-sync' }],
  },
];
const group: Row = ['rds:pg', { DBParameterGroupName: 'orders', DBParameterGroupFamily: 'postgres16', Parameters: [] }];

function graphOf(...documents: readonly (readonly [name: string, body: unknown])[]): Graph {
  const { readings, problems } = readDocuments(
    documents.map(([name, body]) => ({ name, bytes: new TextEncoder().encode(JSON.stringify(body)) })),
    kinds,
  );
  expect(problems).toEqual([]);
  return buildGraph(readings, everyTimer(30), kinds);
}

describe('a resource that a plan manages and an account has', () => {
  const planned = plan([row('aws_lb.public', { after: { name: 'public', arn, idle_timeout: 300 } })]);

  it('is one, by its ARN, as the plan will have it', () => {
    const { nodes } = graphOf(['live', collection([region([balancer('60')])])], ['plan', planned]);
    expect(Object.values(nodes)).toMatchObject([
      {
        subject: 'aws_lb.public',
        source: 'plan',
        names: expect.arrayContaining(['aws_lb.public', 'loadbalancer:public', 'public', arn]) as string[],
        documents: ['plan', 'live'],
        settings: { idle_timeout: { value: 300 } },
      },
    ]);
  });

  it.each([
    ['another one in another Region', 'eu-west-1', 'us-east-1', 2],
    ['the same where it was made anew under its name', 'app/public/1', 'app/public/2', 1],
  ])('is %s', (_, here, there, count) => {
    const text = JSON.stringify(collection([region([balancer('60')])])).replaceAll(here, there);
    expect(Object.values(graphOf(['live', JSON.parse(text)], ['plan', planned]).nodes)).toHaveLength(count);
  });

  it('is one by account, Region and identifier where a template knows no ARN', () => {
    const template = {
      Resources: { Public: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Name: 'public' } } },
    };
    const bytes = (body: object): Uint8Array => new TextEncoder().encode(JSON.stringify(body));
    const { readings } = readDocuments(
      [
        { name: 't', bytes: bytes(template), template: { account: '123456789012', region: 'eu-west-1' } },
        { name: 'live', bytes: bytes(collection([region([balancer('120')])])) },
      ],
      kinds,
    );
    // What the template leaves to the default, the account says.
    expect(Object.values(buildGraph(readings, everyTimer(30), kinds).nodes)).toMatchObject([
      { subject: 'Public', settings: { idle_timeout: { value: 120 } } },
    ]);
  });
});

describe('links in an account', () => {
  const led = (graph: Graph, subject: string, link: string): unknown => {
    const node = Object.values(graph.nodes).find((one) => one.subject === subject);
    return node?.links[link]?.map((one) => (one.state === 'linked' ? graph.nodes[one.node]?.subject : one.state));
  };

  it('lead to what has the name, in the same Region', () => {
    const here = region([instance, group]);
    const there = { ...region([group, ['rds:db', { ...instance[1], DBInstanceArn: 'arn:b' }]]), region: 'us-east-1' };
    const graph = graphOf(['live', collection([here, there])]);
    expect(led(graph, 'eu-west-1:db:orders', 'parameter_group')).toEqual(['eu-west-1:pg:orders']);
    expect(led(graph, 'us-east-1:db:orders', 'parameter_group')).toEqual(['us-east-1:pg:orders']);
  });

  it('lead from a role of a plan to the server that its provider names', () => {
    const body = {
      ...plan([row('postgresql_role.api', { after: { name: 'api', login: true } })]),
      configuration: {
        provider_config: {
          postgresql: { name: 'postgresql', expressions: { host: { constant_value: 'orders.x.rds.amazonaws.com' } } },
        },
        root_module: {
          resources: [
            {
              address: 'postgresql_role.api',
              mode: 'managed',
              type: 'postgresql_role',
              name: 'api',
              provider_config_key: 'postgresql',
              expressions: {},
            },
          ],
        },
      },
    };
    const graph = graphOf(['plan', body], ['live', collection([region([instance, group])])]);
    expect(led(graph, 'postgresql_role.api', 'database')).toEqual(['db:orders']);
  });
});
