import { App, Stack, type CfnResource } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as beanstalk from 'aws-cdk-lib/aws-elasticbeanstalk';
import * as elb from 'aws-cdk-lib/aws-elasticloadbalancing';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as firewall from 'aws-cdk-lib/aws-networkfirewall';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as sam from 'aws-cdk-lib/aws-sam';
import * as lattice from 'aws-cdk-lib/aws-vpclattice';
import { shownPath } from '../../lib/core/spelled';
import { table, type Json } from '../../lib/core/setting';
import { kinds } from '../../lib/kinds';
import { valuesAt } from '../../lib/read/evaluated/path';
import { isPlain as isRead } from '../../lib/read/connection/reads';
import { literal, plain } from '../../lib/read/evaluated/value';
import { renderFix } from '../../lib/report/fix';

type Props = { readonly [name: string]: unknown };
type Synthesised = { _toCloudFormation(): unknown };
type Template = {
  readonly Resources: { readonly [id: string]: { readonly Properties: { readonly [name: string]: Json } } };
};
type Make = (scope: Stack, id: string, props: never) => CfnResource;
const make =
  (level1: new (scope: Stack, id: string, props: never) => CfnResource): Make =>
  (scope, id, props) =>
    new level1(scope, id, props);

/** The constructs of AWS CDK for the types that have settings, and what each of them asks for besides. */
const level1: { readonly [type: string]: readonly [Make, Props] } = {
  'AWS::ElasticLoadBalancingV2::LoadBalancer': [make(elbv2.CfnLoadBalancer), {}],
  'AWS::ElasticLoadBalancingV2::Listener': [make(elbv2.CfnListener), { defaultActions: [], loadBalancerArn: 'x' }],
  'AWS::ElasticLoadBalancingV2::TargetGroup': [make(elbv2.CfnTargetGroup), {}],
  'AWS::ElasticLoadBalancing::LoadBalancer': [
    make(elb.CfnLoadBalancer),
    { listeners: [], connectionDrainingPolicy: { enabled: true } },
  ],
  'AWS::RDS::DBInstance': [make(rds.CfnDBInstance), {}],
  'AWS::RDS::DBCluster': [make(rds.CfnDBCluster), {}],
  'AWS::RDS::DBParameterGroup': [make(rds.CfnDBParameterGroup), { description: 'x', family: 'x' }],
  'AWS::RDS::DBClusterParameterGroup': [
    make(rds.CfnDBClusterParameterGroup),
    { description: 'x', family: 'x', parameters: {} },
  ],
  'AWS::RDS::DBProxy': [
    make(rds.CfnDBProxy),
    { dbProxyName: 'x', engineFamily: 'POSTGRESQL', roleArn: 'x', vpcSubnetIds: [] },
  ],
  'AWS::RDS::DBProxyTargetGroup': [make(rds.CfnDBProxyTargetGroup), { dbProxyName: 'x', targetGroupName: 'default' }],
  'AWS::RDS::DBProxyEndpoint': [
    make(rds.CfnDBProxyEndpoint),
    { dbProxyName: 'x', dbProxyEndpointName: 'x', vpcSubnetIds: [] },
  ],
  'AWS::NetworkFirewall::FirewallPolicy': [
    make(firewall.CfnFirewallPolicy),
    {
      firewallPolicyName: 'x',
      firewallPolicy: { statelessDefaultActions: ['x'], statelessFragmentDefaultActions: ['x'] },
    },
  ],
  'AWS::EC2::VPCEndpoint': [make(ec2.CfnVPCEndpoint), { vpcId: 'x' }],
  'AWS::EC2::LaunchTemplate': [make(ec2.CfnLaunchTemplate), { launchTemplateData: {} }],
  'AWS::EC2::Instance': [make(ec2.CfnInstance), { launchTemplate: { version: '1' } }],
  'AWS::AutoScaling::AutoScalingGroup': [
    make(autoscaling.CfnAutoScalingGroup),
    {
      maxSize: '1',
      minSize: '1',
      launchTemplate: { version: '1' },
      mixedInstancesPolicy: { launchTemplate: { launchTemplateSpecification: { version: '1' } } },
    },
  ],
  'AWS::ECS::TaskDefinition': [make(ecs.CfnTaskDefinition), {}],
  'AWS::Lambda::Function': [make(lambda.CfnFunction), { code: {}, role: 'x' }],
  'AWS::Serverless::Function': [make(sam.CfnFunction), {}],
  'AWS::Serverless::Api': [make(sam.CfnApi), { stageName: 'x' }],
  'AWS::ECS::Service': [
    make(ecs.CfnService),
    { serviceConnectConfiguration: { enabled: true, services: [{ portName: 'x' }] } },
  ],
  'AWS::ApiGateway::Method': [
    make(apigateway.CfnMethod),
    { httpMethod: 'GET', resourceId: 'x', restApiId: 'x', integration: { type: 'AWS_PROXY' } },
  ],
  'AWS::ApiGatewayV2::Api': [make(apigatewayv2.CfnApi), {}],
  'AWS::ApiGatewayV2::Integration': [make(apigatewayv2.CfnIntegration), { apiId: 'x', integrationType: 'AWS_PROXY' }],
  'AWS::CloudFront::Distribution': [
    make(cloudfront.CfnDistribution),
    {
      distributionConfig: {
        enabled: true,
        defaultCacheBehavior: { targetOriginId: 'x', viewerProtocolPolicy: 'allow-all' },
        origins: [
          {
            id: 'x',
            domainName: 'x',
            customOriginConfig: { originProtocolPolicy: 'https-only' },
            vpcOriginConfig: { vpcOriginId: 'x' },
          },
        ],
      },
    },
  ],
  'AWS::VpcLattice::Service': [make(lattice.CfnService), {}],
  'AWS::ElasticBeanstalk::Environment': [make(beanstalk.CfnEnvironment), { applicationName: 'x' }],
};

const values: { readonly [as: string]: Json } = {
  seconds: 310,
  milliseconds: 31000,
  number: 31,
  text: 'text',
  boolean: true,
  list: ['one'],
};

/** An HTTP API of SAM makes its protocol, routes and integrations itself: there is nothing to set in it. */
function hasProperties(type: string): boolean {
  return type !== 'AWS::Serverless::HttpApi';
}

/** Every setting that a template has (the port of an instance is a text there), and the links to parameter groups, which are settings of a fix too. */
const places = kinds.flatMap((kind) =>
  (kind.cloudformation?.types ?? [])
    .filter(hasProperties)
    .flatMap((type) => [
      ...Object.values(kind.settings).flatMap(({ as, cloudformation: path }) =>
        path === undefined || as === 'parameters' || !isRead(as)
          ? []
          : [{ type, path, value: type === 'AWS::RDS::DBInstance' && path === 'Port' ? '5432' : values[as]! }],
      ),
      ...Object.entries(kind.links).flatMap(([name, { cloudformation: path }]) =>
        path === undefined || !name.endsWith('parameter_group') ? [] : [{ type, path, value: 'text' }],
      ),
    ]),
);

describe('a fix for AWS CDK', () => {
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, 'Shop');
  const made = places.map(({ type, path, value }, at) => {
    const [create, required] = level1[type]!;
    const { lines } = renderFix({ resource: 'X', type, setting: shownPath(path), value }, kinds, 'Shop/X');
    const snippet = new Function(`return { ${lines.join(', ')} }`)() as Props;
    return stack.getLogicalId(create(stack, `Resource${String(at)}`, merged(required, snippet) as never));
  });
  it('puts each setting where the template is read', () => {
    const { Resources } = stack.resolve((stack as unknown as Synthesised)._toCloudFormation()) as Template;
    const read = places.map(({ type, path }, at) => {
      const root = { value: literal(Resources[made[at]!]!.Properties), pointer: '' };
      const [found] = valuesAt(root, path, false);
      return [type, path, found === undefined ? undefined : plain(found.value)];
    });
    // A keyed element holds texts.
    const written = places.map(({ type, path, value }) => [
      type,
      path,
      path.endsWith('].Value') ? String(value) : value,
    ]);
    expect(read).toEqual(written);
    expect(places.length).toBeGreaterThan(40);
  });
});

function merged(a: Props, b: Props): Props {
  const all = table(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    const own = all[key];
    if (Array.isArray(own) && Array.isArray(value)) all[key] = [merged(own[0] as Props, value[0] as Props)];
    else all[key] = isPlain(own) && isPlain(value) ? merged(own, value) : value;
  }
  return { ...all };
}

function isPlain(value: unknown): value is Props {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
