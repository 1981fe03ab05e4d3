import { table } from '../../lib/core/setting';
import { kinds } from '../../lib/kinds';
import { open } from '../read/evaluated/_resources';
import { factsInAccount, linksOf, settingsOf, type Resources } from './template';

const balancer = 'elasticloadbalancing:loadbalancer';
const listener = 'elasticloadbalancing:listener';
const rule = 'elasticloadbalancing:listener-rule';
const targetGroup = 'elasticloadbalancing:targetgroup';
const instance = 'rds:db';
const cluster = 'rds:cluster';
const pool = 'rds:target-group';
const endpoint = 'ec2:vpc-endpoint';

const keyed = (attributes: { readonly [key: string]: string }): { Key: string; Value: string }[] =>
  Object.entries(attributes).map(([Key, Value]) => ({ Key, Value }));

describe('what a resource of an account is', () => {
  it.each([
    ['alb', balancer, { Type: 'application' }],
    ['nlb', balancer, { Type: 'network' }],
    ['gwlb', balancer, { Type: 'gateway' }],
    // Never what its ARN says: moto writes `app` for all of them.
    ['nlb', balancer, { Type: 'network', LoadBalancerArn: 'arn:aws:x:y:1:loadbalancer/app/orders/1' }],
    // AWS always says the type, so nothing is assumed without it.
    ['other', balancer, {}],
    ['other', balancer, { Type: open }],
    ['clb', 'elasticloadbalancing:loadbalancer-classic', {}],
    ['listener', listener, {}],
    ['listener-rule', rule, {}],
    ['target-group', targetGroup, {}],
    ['instance', instance, { Engine: 'postgres' }],
    ['instance', instance, { Engine: 'postgres', DBClusterIdentifier: '' }],
    ['cluster-instance', instance, { Engine: 'postgres', DBClusterIdentifier: 'orders' }],
    ['cluster-instance', instance, { Engine: 'aurora-postgresql', DBClusterIdentifier: 'orders' }],
    // They come along in the lists of RDS.
    ['other', instance, { Engine: 'mysql' }],
    ['other', instance, { Engine: 'neptune', DBClusterIdentifier: 'graph' }],
    ['other', instance, { Engine: 'docdb', DBClusterIdentifier: 'documents' }],
    ['other', instance, {}],
    ['cluster', cluster, { Engine: 'aurora-postgresql' }],
    ['cluster', cluster, { Engine: 'postgres' }],
    ['other', cluster, { Engine: 'neptune' }],
    ['other', cluster, { Engine: 'docdb' }],
    ['parameter-group', 'rds:pg', {}],
    ['cluster-parameter-group', 'rds:cluster-pg', {}],
    ['proxy', 'rds:db-proxy', {}],
    ['proxy-target-group', pool, {}],
    ['proxy-endpoint', 'rds:db-proxy-endpoint', { IsDefault: false }],
    // The proxy itself.
    ['other', 'rds:db-proxy-endpoint', { IsDefault: true }],
    ['nat', 'ec2:natgateway', {}],
    ['nat', 'ec2:natgateway', { State: 'available' }],
    // Listed for an hour more.
    ['other', 'ec2:natgateway', { State: 'deleted' }],
    ['other', 'ec2:natgateway', { State: 'failed' }],
    ['endpoint', endpoint, { VpcEndpointType: 'Interface', State: 'available' }],
    ['endpoint', endpoint, { VpcEndpointType: 'GatewayLoadBalancer' }],
    ['other', endpoint, { VpcEndpointType: 'Interface', State: 'Deleted' }],
    ['other', endpoint, { VpcEndpointType: 'Gateway' }],
    ['firewall', 'network-firewall:firewall-policy', {}],
    ['network-firewall', 'network-firewall:firewall', {}],
    ['service', 'ecs:service', {}],
    ['function', 'lambda:function', {}],
    ['other', 'lambda:layer', {}],
  ])('%s: %s with %j', (kind, type, answer) => {
    expect([...factsInAccount({ X: [type, answer] }).keys()]).toEqual([`${kind} X`]);
  });

  it.each([
    [{ Engine: 'postgres' }, ['instance']],
    [{ Engine: 'postgres', DBClusterIdentifier: 'orders' }, ['cluster-instance']],
  ])('one of the two that an instance may be, in whatever order they are asked: %j', (answer, expected) => {
    const is = kinds.filter((kind) => kind.account?.types.includes(instance));
    expect(is.length).toBe(2);
    const asked = is.filter((kind) => kind.account?.when?.(table(Object.entries(answer))) === true);
    expect(asked.map((kind) => kind.name)).toEqual(expected);
  });

  it.each([
    [
      'targets of a target group',
      targetGroup,
      { Targets: [{ Id: 'i-1' }] },
      ['target-group', 'target-group-attachment'],
    ],
    ['none', targetGroup, { Targets: [] }, ['target-group']],
    ['what is behind a proxy', pool, { Targets: [{ Type: 'RDS_INSTANCE' }] }, ['proxy-target-group', 'proxy-target']],
    ['nothing behind it, which is known', pool, { Targets: [] }, ['proxy-target-group', 'proxy-target']],
    ['what could not be read', pool, { Targets: open }, ['proxy-target-group', 'proxy-target']],
  ])('is another kind besides: %s', (_, type, answer, expected) => {
    expect([...factsInAccount({ X: [type, answer] }).keys()]).toEqual(expected.map((kind) => `${kind} X`));
  });

  it('has its ARN as what it is first alone', () => {
    const facts = factsInAccount({ X: [pool, { DBProxyName: 'orders', Targets: [] }] });
    const place = { account: '123456789012', region: 'eu-west-1' };
    expect(facts.get('proxy-target-group X')?.identity).toEqual({
      ...place,
      arn: 'arn:aws:x:eu-west-1:123456789012:X',
      identifier: 'orders',
    });
    expect(facts.get('proxy-target X')?.identity).toEqual(place);
  });
});

const settings: readonly (readonly [kind: string, type: string, answer: object, said: object])[] = [
  [
    'alb',
    balancer,
    {
      Type: 'application',
      LoadBalancerAttributes: keyed({ 'deletion_protection.enabled': 'true', 'idle_timeout.timeout_seconds': '300' }),
    },
    { idle_timeout: 300 },
  ],
  // A key that is absent: the default applies.
  ['alb', balancer, { Type: 'application', LoadBalancerAttributes: [] }, {}],
  ['alb', balancer, { Type: 'application', LoadBalancerAttributes: open }, { idle_timeout: 'unknown' }],
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
    'elasticloadbalancing:loadbalancer-classic',
    {
      LoadBalancerAttributes: {
        ConnectionSettings: { IdleTimeout: 120 },
        ConnectionDraining: { Enabled: true, Timeout: 60 },
      },
    },
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
      Endpoint: { Address: 'orders.x.rds.amazonaws.com', Port: 5433 },
      DBParameterGroups: [{ DBParameterGroupName: 'orders-pg16', ParameterApplyStatus: 'pending-reboot' }],
    },
    {
      identifier: 'orders',
      engine: 'postgres',
      engine_version: '16.4',
      engine_version_actual: '16.4',
      instance_class: 'db.m6g.large',
      port: 5433,
      address: 'orders.x.rds.amazonaws.com',
      parameter_apply_status: 'pending-reboot',
    },
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
      Endpoint: { Address: 'orders-1.x.rds.amazonaws.com', Port: 5432 },
      DBParameterGroups: [{ DBParameterGroupName: 'default.aurora-postgresql16', ParameterApplyStatus: 'in-sync' }],
      IsClusterWriter: true,
      DBClusterParameterGroupStatus: 'pending-reboot',
    },
    {
      identifier: 'orders-1',
      engine: 'aurora-postgresql',
      engine_version: '16.4',
      engine_version_actual: '16.4',
      instance_class: 'db.r6g.large',
      port: 5432,
      endpoint: 'orders-1.x.rds.amazonaws.com',
      writer: true,
      parameter_apply_status: 'in-sync',
      cluster_parameter_apply_status: 'pending-reboot',
    },
  ],
  [
    'cluster',
    cluster,
    {
      DBClusterIdentifier: 'orders',
      Engine: 'aurora-postgresql',
      EngineVersion: '16.4',
      Port: 5432,
      Endpoint: 'orders.cluster-x',
      ReaderEndpoint: 'orders.cluster-ro-x',
    },
    {
      cluster_identifier: 'orders',
      engine: 'aurora-postgresql',
      engine_version: '16.4',
      engine_version_actual: '16.4',
      port: 5432,
      endpoint: 'orders.cluster-x',
      reader_endpoint: 'orders.cluster-ro-x',
    },
  ],
  [
    'proxy',
    'rds:db-proxy',
    { DBProxyName: 'orders', EngineFamily: 'POSTGRESQL', IdleClientTimeout: 600 },
    { name: 'orders', engine_family: 'POSTGRESQL', idle_client_timeout: 600 },
  ],
  [
    'proxy-target-group',
    pool,
    {
      TargetGroupName: 'default',
      ConnectionPoolConfig: {
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
    'rds:db-proxy-endpoint',
    { DBProxyEndpointName: 'reader', TargetRole: 'READ_ONLY' },
    { name: 'reader', target_role: 'READ_ONLY' },
  ],
  ['endpoint', endpoint, { VpcEndpointType: 'Interface' }, { vpc_endpoint_type: 'Interface' }],
  [
    'firewall',
    'network-firewall:firewall-policy',
    {
      FirewallPolicy: {
        StatefulEngineOptions: { FlowTimeouts: { TcpIdleTimeoutSeconds: 3600 }, StreamExceptionPolicy: 'REJECT' },
      },
    },
    { tcp_idle_timeout: 3600, stream_exception_policy: 'REJECT' },
  ],
];

describe('the settings that an account says', () => {
  it.each(settings)('of %s (%s) with %j', (kind, type, answer, said) => {
    expect(settingsOf(factsInAccount({ X: [type, answer as never] }).get(`${kind} X`))).toEqual(said);
  });

  it.each([
    ['rds:pg', 'parameter-group', 'DBParameterGroupName'],
    ['rds:cluster-pg', 'cluster-parameter-group', 'DBClusterParameterGroupName'],
  ])('of an %s, whose rows without a value are not set', (type, kind, name) => {
    const Parameters = [
      { ParameterName: 'statement_timeout', ParameterValue: '30000', ApplyMethod: 'immediate' },
      { ParameterName: 'tcp_keepalives_idle', Source: 'engine-default', ApplyMethod: 'pending-reboot' },
    ];
    const fact = factsInAccount({
      X: [type, { [name]: 'orders-pg16', DBParameterGroupFamily: 'postgres16', Parameters }],
    }).get(`${kind} X`);
    const location = { document: 'account', pointer: '/regions/0/resources/0/answer/Parameters/0' };
    expect(settingsOf(fact)).toEqual({
      name: 'orders-pg16',
      family: 'postgres16',
      parameters: [
        {
          name: 'statement_timeout',
          value: '30000',
          state: 'known',
          applyMethod: 'immediate',
          location: expect.objectContaining(location) as object,
        },
      ],
    });
  });

  it('are named as people look for them', () => {
    const fact = factsInAccount({
      X: [balancer, { Type: 'application', LoadBalancerAttributes: keyed({ 'idle_timeout.timeout_seconds': '300' }) }],
    }).get('alb X');
    expect(fact?.settings.idle_timeout).toMatchObject({ from: [{ attribute: 'idle_timeout.timeout_seconds' }] });
  });
});

describe('the names that an account gives', () => {
  it.each([
    [
      'alb',
      balancer,
      { Type: 'application', LoadBalancerName: 'orders', LoadBalancerArn: 'arn:a' },
      ['orders', 'arn:a'],
    ],
    ['clb', 'elasticloadbalancing:loadbalancer-classic', { LoadBalancerName: 'orders' }, ['orders']],
    ['listener', listener, { ListenerArn: 'arn:l' }, ['arn:l']],
    ['target-group', targetGroup, { TargetGroupName: 'orders', TargetGroupArn: 'arn:t' }, ['orders', 'arn:t']],
    [
      'instance',
      instance,
      { Engine: 'postgres', DBInstanceIdentifier: 'orders', Endpoint: { Address: 'orders.x' }, DbiResourceId: 'db-1' },
      ['orders', 'orders.x', 'db-1'],
    ],
    [
      'cluster-instance',
      instance,
      {
        Engine: 'postgres',
        DBClusterIdentifier: 'c',
        DBInstanceIdentifier: 'orders-1',
        Endpoint: { Address: 'orders-1.x' },
      },
      ['orders-1', 'orders-1.x'],
    ],
    [
      'cluster',
      cluster,
      { Engine: 'postgres', DBClusterIdentifier: 'orders', Endpoint: 'orders.x', ReaderEndpoint: 'orders.ro' },
      ['orders', 'orders.x', 'orders.ro'],
    ],
    ['parameter-group', 'rds:pg', { DBParameterGroupName: 'orders' }, ['orders']],
    ['cluster-parameter-group', 'rds:cluster-pg', { DBClusterParameterGroupName: 'orders' }, ['orders']],
    ['proxy', 'rds:db-proxy', { DBProxyName: 'orders', Endpoint: 'orders.proxy-x' }, ['orders', 'orders.proxy-x']],
    ['proxy-endpoint', 'rds:db-proxy-endpoint', { DBProxyEndpointName: 'ro', Endpoint: 'ro.e' }, ['ro', 'ro.e']],
    ['nat', 'ec2:natgateway', { NatGatewayId: 'nat-1' }, ['nat-1']],
    ['endpoint', endpoint, { VpcEndpointType: 'Interface', VpcEndpointId: 'vpce-1' }, ['vpce-1']],
    ['firewall', 'network-firewall:firewall-policy', { FirewallPolicyName: 'strict' }, ['strict']],
    ['network-firewall', 'network-firewall:firewall', { FirewallName: 'edge' }, ['edge']],
    ['service', 'ecs:service', { serviceName: 'api' }, ['api']],
  ])('%s: %s with %j', (kind, type, answer, names) => {
    const fact = factsInAccount({ X: [type, answer as never] }).get(`${kind} X`);
    expect([fact?.names, fact?.identity.identifier]).toEqual([['X', ...names], names[0]]);
  });

  it.each([
    ['Tags', [{ Key: 'team', Value: 'shop' }]],
    ['TagList', [{ Key: 'team', Value: 'shop' }]],
    ['tags', [{ key: 'team', value: 'shop' }]],
  ])('has its tags under %s', (name, tags) => {
    expect({ ...factsInAccount({ X: ['ecs:service', { [name]: tags }] }).get('service X')?.tags }).toEqual({
      team: 'shop',
    });
  });
});

const links: readonly (readonly [kind: string, resources: Resources, leads: object])[] = [
  [
    'listener X',
    {
      X: [
        listener,
        {
          LoadBalancerArn: 'arn:lb',
          DefaultActions: [
            { Type: 'authenticate-oidc' },
            {
              Type: 'forward',
              TargetGroupArn: 'arn:a',
              ForwardConfig: { TargetGroups: [{ TargetGroupArn: 'arn:a' }, { TargetGroupArn: 'arn:b' }] },
            },
          ],
        },
      ],
    },
    {
      load_balancer: ['named arn:lb'],
      target_groups: ['named arn:a'],
      forward_target_groups: ['named arn:a', 'named arn:b'],
    },
  ],
  [
    'listener-rule X',
    { X: [rule, { ListenerArn: 'arn:l', Actions: [{ Type: 'forward', TargetGroupArn: 'arn:a' }] }] },
    { listener: ['named arn:l'], target_groups: ['named arn:a'] },
  ],
  [
    'target-group-attachment X',
    { X: [targetGroup, { Targets: [{ Id: 'i-1', Port: 1 }, { Id: 'arn:f' }] }] },
    { target_group: ['X'], target: ['named i-1', 'named arn:f'] },
  ],
  [
    'instance X',
    {
      X: [
        instance,
        {
          Engine: 'postgres',
          ReadReplicaSourceDBInstanceIdentifier: 'primary',
          DBParameterGroups: [{ DBParameterGroupName: 'orders-pg16', ParameterApplyStatus: 'in-sync' }],
        },
      ],
    },
    { replicate_source_db: ['named primary'], parameter_group: ['named orders-pg16'] },
  ],
  [
    'cluster-instance X',
    {
      X: [
        instance,
        {
          Engine: 'aurora-postgresql',
          DBClusterIdentifier: 'orders',
          DBParameterGroups: [{ DBParameterGroupName: 'orders-pg16' }],
        },
      ],
    },
    { cluster: ['named orders'], parameter_group: ['named orders-pg16'] },
  ],
  [
    'cluster X',
    { X: [cluster, { Engine: 'aurora-postgresql', DBClusterParameterGroup: 'orders' }] },
    { cluster_parameter_group: ['named orders'] },
  ],
  // As AWS answers for a cluster: a row for it, and one for each of its instances.
  [
    'proxy-target X',
    {
      X: [
        pool,
        {
          DBProxyName: 'orders',
          Targets: [
            { Type: 'RDS_INSTANCE', RdsResourceId: 'orders-1', TrackedClusterId: 'orders' },
            { Type: 'TRACKED_CLUSTER', RdsResourceId: 'orders' },
            { Type: 'RDS_INSTANCE', RdsResourceId: 'orders-2' },
          ],
        },
      ],
    },
    { proxy: ['named orders'], instance: ['named orders-1', 'named orders-2'], cluster: ['named orders'] },
  ],
  [
    'proxy-target X',
    { X: [pool, { DBProxyName: 'orders', Targets: open }] },
    { proxy: ['named orders'], instance: ['unknown'], cluster: ['unknown'] },
  ],
  ['proxy-target-group X', { X: [pool, { DBProxyName: 'orders' }] }, { proxy: ['named orders'] }],
  ['proxy-endpoint X', { X: ['rds:db-proxy-endpoint', { DBProxyName: 'orders' }] }, { proxy: ['named orders'] }],
  [
    'network-firewall X',
    { X: ['network-firewall:firewall', { FirewallPolicyArn: 'arn:p' }] },
    { firewall_policy: ['named arn:p'] },
  ],
  [
    'service X',
    { X: ['ecs:service', { loadBalancers: [{ targetGroupArn: 'arn:a' }, { loadBalancerName: 'legacy' }] }] },
    { target_groups: ['named arn:a'] },
  ],
];

describe('where an answer leads', () => {
  it.each(links)('from %s of %j', (which, resources, leads) => {
    expect(linksOf(factsInAccount(resources).get(which))).toEqual(leads);
  });
});
