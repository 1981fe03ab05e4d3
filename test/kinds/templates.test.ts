import { table } from '../../lib/core/setting';
import { kinds } from '../../lib/kinds';
import { literal, type Evaluated } from '../../lib/read/evaluated/value';
import { open } from '../read/evaluated/_resources';
import { factsIn, linksOf, ref, settingsOf, type Resources } from './template';

const balancer = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const listener = 'AWS::ElasticLoadBalancingV2::Listener';
const targetGroup = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const instance = 'AWS::RDS::DBInstance';
const cluster = 'AWS::RDS::DBCluster';
const endpoint = 'AWS::EC2::VPCEndpoint';
const proxyTargets = 'AWS::RDS::DBProxyTargetGroup';

const object = (entries: { readonly [name: string]: Evaluated }): Evaluated => ({ is: 'object', entries });
const list = (...items: readonly Evaluated[]): Evaluated => ({ is: 'list', items });
const keyed = (attributes: { readonly [key: string]: string }): { Key: string; Value: string }[] =>
  Object.entries(attributes).map(([Key, Value]) => ({ Key, Value }));
const noValue: Evaluated = { is: 'value', value: null };

describe('what a resource of a template is', () => {
  it.each([
    ['alb', balancer, {}],
    ['alb', balancer, { Type: 'application' }],
    ['alb', balancer, { Type: noValue }],
    ['nlb', balancer, { Type: 'network' }],
    ['gwlb', balancer, { Type: 'gateway' }],
    ['other', balancer, { Type: open }],
    ['clb', 'AWS::ElasticLoadBalancing::LoadBalancer', {}],
    ['listener', listener, {}],
    ['listener-rule', 'AWS::ElasticLoadBalancingV2::ListenerRule', {}],
    ['target-group', targetGroup, {}],
    ['instance', instance, { Engine: 'postgres' }],
    ['instance', instance, { Engine: 'Postgres' }],
    ['other', instance, { Engine: 'mysql' }],
    ['other', instance, {}],
    ['other', instance, { Engine: open }],
    // A replica leaves its engine out; what it replicates may be of any document.
    ['instance', instance, { SourceDBInstanceIdentifier: ref('Primary') }],
    ['instance', instance, { SourceDBClusterIdentifier: 'orders' }],
    ['instance', instance, { Engine: 'postgres', DBClusterIdentifier: noValue }],
    ['cluster-instance', instance, { Engine: 'aurora-postgresql', DBClusterIdentifier: ref('Cluster') }],
    ['cluster-instance', instance, { Engine: 'postgres', DBClusterIdentifier: 'orders' }],
    ['other', instance, { Engine: 'aurora-mysql', DBClusterIdentifier: ref('Cluster') }],
    ['other', instance, { DBClusterIdentifier: ref('Cluster') }],
    ['cluster', cluster, { Engine: 'aurora-postgresql' }],
    ['cluster', cluster, { Engine: 'Aurora-PostgreSQL' }],
    ['cluster', cluster, { Engine: 'postgres' }],
    ['other', cluster, { Engine: 'aurora-mysql' }],
    ['other', cluster, {}],
    ['parameter-group', 'AWS::RDS::DBParameterGroup', {}],
    ['cluster-parameter-group', 'AWS::RDS::DBClusterParameterGroup', {}],
    ['proxy', 'AWS::RDS::DBProxy', {}],
    ['proxy-target-group', proxyTargets, {}],
    ['proxy-endpoint', 'AWS::RDS::DBProxyEndpoint', {}],
    ['nat', 'AWS::EC2::NatGateway', {}],
    ['endpoint', endpoint, { VpcEndpointType: 'Interface' }],
    ['endpoint', endpoint, { VpcEndpointType: 'GatewayLoadBalancer' }],
    ['other', endpoint, {}],
    ['other', endpoint, { VpcEndpointType: 'Gateway' }],
    ['other', endpoint, { VpcEndpointType: open }],
    ['firewall', 'AWS::NetworkFirewall::FirewallPolicy', {}],
    ['network-firewall', 'AWS::NetworkFirewall::Firewall', {}],
    ['service', 'AWS::ECS::Service', {}],
    ['autoscaling-group', 'AWS::AutoScaling::AutoScalingGroup', {}],
    ['function', 'AWS::Lambda::Function', {}],
    ['task-definition', 'AWS::ECS::TaskDefinition', {}],
    ['launch-template', 'AWS::EC2::LaunchTemplate', {}],
    ['ec2-instance', 'AWS::EC2::Instance', {}],
    ['ssm-parameter', 'AWS::SSM::Parameter', { Type: 'String' }],
    ['other', 'AWS::SSM::Parameter', { Type: 'StringList' }],
    ['other', 'AWS::SSM::Parameter', { Type: open }],
    ['beanstalk-environment', 'AWS::ElasticBeanstalk::Environment', {}],
    ['app-runner-service', 'AWS::AppRunner::Service', {}],
    ['other', 'AWS::Lambda::Permission', {}],
  ])('%s: %s with %j', (kind, type, properties) => {
    expect([...factsIn({ X: [type, properties] }).keys()]).toEqual([`${kind} X`]);
  });

  it.each([
    [{ Engine: 'postgres' }, ['instance']],
    [{ Engine: 'postgres', DBClusterIdentifier: undefined }, ['cluster-instance']],
    [{ Engine: 'postgres', DBClusterIdentifier: 'orders' }, ['cluster-instance']],
    [{ Engine: 'postgres', DBClusterIdentifier: 'orders', SourceDBInstanceIdentifier: 'x' }, ['cluster-instance']],
  ])('one of the two that an instance may be, in whatever order they are asked: %j', (properties, expected) => {
    const is = kinds.filter((kind) => kind.cloudformation?.types.includes(instance));
    expect(is.length).toBe(2);
    const asked = is.filter((kind) => kind.cloudformation?.when?.(table(Object.entries(properties))) === true);
    expect(asked.map((kind) => kind.name)).toEqual(expected);
  });

  it.each([
    [
      'targets of a target group',
      targetGroup,
      { Targets: [{ Id: 'i-1' }] },
      ['target-group', 'target-group-attachment'],
    ],
    ['no targets', targetGroup, { Targets: [] }, ['target-group']],
    [
      'instances behind a proxy',
      proxyTargets,
      { DBInstanceIdentifiers: ['a'] },
      ['proxy-target-group', 'proxy-target'],
    ],
    ['clusters behind it', proxyTargets, { DBClusterIdentifiers: [] }, ['proxy-target-group']],
  ])('is another kind besides: %s', (_, type, properties, expected) => {
    expect([...factsIn({ X: [type, properties] }).keys()]).toEqual(expected.map((kind) => `${kind} X`));
  });
});

const settings: readonly (readonly [kind: string, type: string, properties: object, said: object])[] = [
  [
    'alb',
    balancer,
    { LoadBalancerAttributes: keyed({ 'deletion_protection.enabled': 'true', 'idle_timeout.timeout_seconds': '300' }) },
    { idle_timeout: 300 },
  ],
  // Its default applies: the template says nothing of it.
  ['alb', balancer, { LoadBalancerAttributes: keyed({ 'deletion_protection.enabled': 'true' }) }, {}],
  [
    'listener',
    listener,
    { Port: 5432, Protocol: 'TCP', ListenerAttributes: keyed({ 'tcp.idle_timeout.seconds': '600' }) },
    { port: 5432, protocol: 'TCP', tcp_idle_timeout: 600 },
  ],
  [
    'target-group',
    targetGroup,
    {
      Protocol: 'TCP',
      Port: 5432,
      TargetType: 'ip',
      TargetGroupAttributes: keyed({
        'deregistration_delay.timeout_seconds': '120',
        'deregistration_delay.connection_termination.enabled': 'true',
        'preserve_client_ip.enabled': 'false',
        'target_health_state.unhealthy.connection_termination.enabled': 'false',
        'target_health_state.unhealthy.draining_interval_seconds': '60',
      }),
    },
    {
      protocol: 'TCP',
      port: 5432,
      target_type: 'ip',
      deregistration_delay: 120,
      connection_termination: true,
      preserve_client_ip: false,
      unhealthy_connection_termination: false,
      unhealthy_draining_interval: 60,
    },
  ],
  [
    'clb',
    'AWS::ElasticLoadBalancing::LoadBalancer',
    { ConnectionSettings: { IdleTimeout: 120 }, ConnectionDrainingPolicy: { Enabled: true, Timeout: '60' } },
    { idle_timeout: 120, connection_draining: true, connection_draining_timeout: 60 },
  ],
  [
    'instance',
    instance,
    {
      DBInstanceIdentifier: 'orders',
      Engine: 'postgres',
      EngineVersion: '16.4',
      DBInstanceClass: 'db.m6g.large',
      Port: '5433',
    },
    { identifier: 'orders', engine: 'postgres', engine_version: '16.4', instance_class: 'db.m6g.large', port: 5433 },
  ],
  [
    'cluster-instance',
    instance,
    {
      DBClusterIdentifier: 'orders',
      DBInstanceIdentifier: 'orders-1',
      Engine: 'aurora-postgresql',
      EngineVersion: '16.4',
      DBInstanceClass: 'db.r6g.large',
      Port: '5432',
    },
    {
      identifier: 'orders-1',
      engine: 'aurora-postgresql',
      engine_version: '16.4',
      instance_class: 'db.r6g.large',
      port: 5432,
    },
  ],
  [
    'cluster',
    cluster,
    { DBClusterIdentifier: 'orders', Engine: 'aurora-postgresql', EngineVersion: '16.4', Port: 5432 },
    { cluster_identifier: 'orders', engine: 'aurora-postgresql', engine_version: '16.4', port: 5432 },
  ],
  [
    'proxy',
    'AWS::RDS::DBProxy',
    { DBProxyName: 'orders', EngineFamily: 'POSTGRESQL', IdleClientTimeout: 600 },
    { name: 'orders', engine_family: 'POSTGRESQL', idle_client_timeout: 600 },
  ],
  [
    'proxy-target-group',
    proxyTargets,
    {
      TargetGroupName: 'default',
      ConnectionPoolConfigurationInfo: {
        ConnectionBorrowTimeout: 30,
        MaxConnectionsPercent: 80,
        MaxIdleConnectionsPercent: 40,
        InitQuery: 'SET statement_timeout = 30000',
        SessionPinningFilters: ['EXCLUDE_VARIABLE_SETS'],
      },
    },
    {
      connection_borrow_timeout: 30,
      max_connections_percent: 80,
      max_idle_connections_percent: 40,
      init_query: 'SET statement_timeout = 30000',
      session_pinning_filters: ['EXCLUDE_VARIABLE_SETS'],
    },
  ],
  [
    'proxy-endpoint',
    'AWS::RDS::DBProxyEndpoint',
    { DBProxyEndpointName: 'reader', TargetRole: 'READ_ONLY' },
    { name: 'reader', target_role: 'READ_ONLY' },
  ],
  ['endpoint', endpoint, { VpcEndpointType: 'Interface' }, { vpc_endpoint_type: 'Interface' }],
  [
    'firewall',
    'AWS::NetworkFirewall::FirewallPolicy',
    {
      FirewallPolicy: {
        StatefulEngineOptions: { FlowTimeouts: { TcpIdleTimeoutSeconds: 3600 }, StreamExceptionPolicy: 'REJECT' },
      },
    },
    { tcp_idle_timeout: 3600, stream_exception_policy: 'REJECT' },
  ],
];

describe('the settings that a template says', () => {
  it.each(settings)('of %s (%s) with %j', (kind, type, properties, said) => {
    expect(settingsOf(factsIn({ X: [type, properties as never] }).get(`${kind} X`))).toEqual(said);
  });

  it.each(['DBParameterGroup', 'DBClusterParameterGroup'])('of an AWS::RDS::%s, a map of names to values', (type) => {
    const name = `${type}Name`;
    const kind = type === 'DBParameterGroup' ? 'parameter-group' : 'cluster-parameter-group';
    const fact = factsIn({
      Group: [
        `AWS::RDS::${type}`,
        { [name]: 'orders-pg16', Family: 'postgres16', Parameters: { Statement_Timeout: 30000, log_statement: 'ddl' } },
      ],
    }).get(`${kind} Group`);
    expect(settingsOf(fact)).toMatchObject({
      name: 'orders-pg16',
      family: 'postgres16',
      parameters: [
        { name: 'statement_timeout', value: '30000', state: 'known', applyMethod: null },
        { name: 'log_statement', value: 'ddl', state: 'known', applyMethod: null },
      ],
    });
    expect(fact?.identity.identifier).toBe('orders-pg16');
  });

  it('are named as people look for them', () => {
    const fact = factsIn({
      X: [balancer, { LoadBalancerAttributes: keyed({ 'idle_timeout.timeout_seconds': '300' }) }],
    }).get('alb X');
    expect(fact?.settings.idle_timeout).toMatchObject({ from: [{ attribute: 'idle_timeout.timeout_seconds' }] });
  });
});

describe('the names that a template gives', () => {
  it.each([
    ['alb', balancer, 'Name'],
    ['clb', 'AWS::ElasticLoadBalancing::LoadBalancer', 'LoadBalancerName'],
    ['target-group', targetGroup, 'Name'],
    ['proxy', 'AWS::RDS::DBProxy', 'DBProxyName'],
    ['proxy-endpoint', 'AWS::RDS::DBProxyEndpoint', 'DBProxyEndpointName'],
    ['firewall', 'AWS::NetworkFirewall::FirewallPolicy', 'FirewallPolicyName'],
    ['network-firewall', 'AWS::NetworkFirewall::Firewall', 'FirewallName'],
    ['service', 'AWS::ECS::Service', 'ServiceName'],
    ['autoscaling-group', 'AWS::AutoScaling::AutoScalingGroup', 'AutoScalingGroupName'],
  ])('%s: %s by %s', (kind, type, property) => {
    const fact = factsIn({ X: [type, { [property]: 'orders' }] }).get(`${kind} X`);
    expect([fact?.names, fact?.identity.identifier]).toEqual([['X', 'orders'], 'orders']);
  });

  it.each([
    [instance, { Engine: 'postgres', DBInstanceIdentifier: 'orders' }],
    [instance, { Engine: 'postgres', DBClusterIdentifier: 'x', DBInstanceIdentifier: 'orders' }],
    [cluster, { Engine: 'postgres', DBClusterIdentifier: 'orders' }],
  ])('%s with %j', (type, properties) => {
    const [fact] = factsIn({ X: [type, properties] }).values();
    expect([fact?.names, fact?.identity.identifier]).toEqual([['X', 'orders'], 'orders']);
  });
});

const links: readonly (readonly [kind: string, resources: Resources, leads: object])[] = [
  [
    'listener X',
    {
      Nlb: [balancer, { Type: 'network' }],
      Group: [targetGroup],
      X: [
        listener,
        {
          LoadBalancerArn: ref('Nlb'),
          DefaultActions: list(object({ Type: literal('forward'), TargetGroupArn: ref('Group') })),
        },
      ],
    },
    { load_balancer: ['Nlb'], target_groups: ['Group'] },
  ],
  [
    'listener X',
    {
      Blue: [targetGroup],
      Green: [targetGroup],
      X: [
        listener,
        {
          DefaultActions: list(
            object({
              ForwardConfig: object({
                TargetGroups: list(object({ TargetGroupArn: ref('Blue') }), object({ TargetGroupArn: ref('Green') })),
              }),
            }),
          ),
        },
      ],
    },
    { forward_target_groups: ['Blue', 'Green'] },
  ],
  [
    'listener-rule X',
    {
      Listener: [listener],
      Blue: [targetGroup],
      Green: [targetGroup],
      X: [
        'AWS::ElasticLoadBalancingV2::ListenerRule',
        {
          ListenerArn: ref('Listener', 'ListenerArn'),
          Actions: list(
            object({ TargetGroupArn: ref('Blue') }),
            object({ ForwardConfig: object({ TargetGroups: list(object({ TargetGroupArn: ref('Green') })) }) }),
          ),
        },
      ],
    },
    { listener: ['Listener'], target_groups: ['Blue'], forward_target_groups: ['Green'] },
  ],
  [
    'target-group-attachment X',
    {
      Alb: [balancer],
      Machine: ['AWS::EC2::Instance'],
      X: [targetGroup, { Targets: list(object({ Id: ref('Machine') }), object({ Id: ref('Alb') })) }],
    },
    { target_group: ['X'], target: ['Machine', 'Alb'] },
  ],
  [
    'service X',
    {
      Group: [targetGroup],
      X: ['AWS::ECS::Service', { LoadBalancers: list(object({ TargetGroupArn: ref('Group') })) }],
    },
    { target_groups: ['Group'] },
  ],
  [
    'autoscaling-group X',
    {
      Blue: [targetGroup],
      Green: [targetGroup],
      X: ['AWS::AutoScaling::AutoScalingGroup', { TargetGroupARNs: list(ref('Blue'), ref('Green')) }],
    },
    { target_groups: ['Blue', 'Green'] },
  ],
  [
    'instance X',
    {
      Group: ['AWS::RDS::DBParameterGroup'],
      Primary: [instance, { Engine: 'postgres' }],
      X: [instance, { SourceDBInstanceIdentifier: ref('Primary'), DBParameterGroupName: ref('Group') }],
    },
    { replicate_source_db: ['Primary'], parameter_group: ['Group'] },
  ],
  [
    'cluster-instance X',
    {
      Cluster: [cluster, { Engine: 'aurora-postgresql' }],
      X: [
        instance,
        { Engine: 'aurora-postgresql', DBClusterIdentifier: ref('Cluster'), DBParameterGroupName: 'orders-pg16' },
      ],
    },
    { cluster: ['Cluster'], parameter_group: ['named orders-pg16'] },
  ],
  [
    'cluster X',
    {
      Group: ['AWS::RDS::DBClusterParameterGroup'],
      Other: ['AWS::RDS::DBParameterGroup'],
      X: [
        cluster,
        {
          Engine: 'aurora-postgresql',
          DBClusterParameterGroupName: ref('Group'),
          // Counts only during a major version upgrade.
          DBInstanceParameterGroupName: ref('Other'),
        },
      ],
    },
    { cluster_parameter_group: ['Group'] },
  ],
  [
    'proxy-target X',
    {
      Proxy: ['AWS::RDS::DBProxy'],
      One: [instance, { Engine: 'postgres' }],
      X: [proxyTargets, { DBProxyName: ref('Proxy'), DBInstanceIdentifiers: list(ref('One'), literal('two')) }],
    },
    { proxy: ['Proxy'], instance: ['One', 'named two'] },
  ],
  [
    'proxy-target X',
    {
      Proxy: ['AWS::RDS::DBProxy'],
      Cluster: [cluster, { Engine: 'aurora-postgresql' }],
      X: [proxyTargets, { DBProxyName: ref('Proxy'), DBClusterIdentifiers: list(ref('Cluster')) }],
    },
    { proxy: ['Proxy'], cluster: ['Cluster'] },
  ],
  [
    'proxy-target-group X',
    { Proxy: ['AWS::RDS::DBProxy'], X: [proxyTargets, { DBProxyName: ref('Proxy') }] },
    { proxy: ['Proxy'] },
  ],
  [
    'proxy-endpoint X',
    { Proxy: ['AWS::RDS::DBProxy'], X: ['AWS::RDS::DBProxyEndpoint', { DBProxyName: ref('Proxy') }] },
    { proxy: ['Proxy'] },
  ],
  [
    'network-firewall X',
    {
      Policy: ['AWS::NetworkFirewall::FirewallPolicy'],
      X: ['AWS::NetworkFirewall::Firewall', { FirewallPolicyArn: ref('Policy') }],
    },
    { firewall_policy: ['Policy'] },
  ],
];

describe('where a template leads', () => {
  it.each(links)('from %s of %j', (which, resources, leads) => {
    expect(linksOf(factsIn(resources).get(which))).toEqual(leads);
  });
});
