import { collect, ofType, type Collected } from './_collect';
import { arn, arns, everything, secrets } from './_estate';

describe('everything in one account and Region', () => {
  let all: Collected;
  beforeAll(async () => {
    all = await collect({ estate: { 'eu-west-1': everything } });
  });

  it('reads it without a failure', () => {
    expect(all.regions.map(({ account, region, failed, absent }) => ({ account, region, failed, absent }))).toEqual([
      { account: '123456789012', region: 'eu-west-1', failed: [], absent: [] },
    ]);
  });

  it('leaves nothing open', () => {
    expect(all.regions.flatMap(({ resources }) => resources.flatMap(({ unread }) => Object.keys(unread)))).toEqual([]);
  });

  it.each([
    [
      'an instance, as far as it is judged',
      'rds:db',
      0,
      {
        DBInstanceIdentifier: 'orders',
        DBInstanceArn: arn('rds', 'db:orders'),
        DBInstanceClass: 'db.m6g.large',
        DBInstanceStatus: 'available',
        Engine: 'postgres',
        EngineVersion: '16.4',
        Endpoint: { Address: 'orders.abc.eu-west-1.rds.amazonaws.com', Port: 5432 },
        DBParameterGroups: [{ DBParameterGroupName: 'orders-pg16', ParameterApplyStatus: 'pending-reboot' }],
        TagList: [{ Key: 'service', Value: 'orders' }],
      },
    ],
    [
      'a cluster with its members',
      'rds:cluster',
      0,
      {
        DBClusterIdentifier: 'ledger',
        DBClusterArn: arn('rds', 'cluster:ledger'),
        Engine: 'aurora-postgresql',
        EngineMode: 'provisioned',
        EngineVersion: '16.4',
        Endpoint: 'ledger.cluster-abc.eu-west-1.rds.amazonaws.com',
        ReaderEndpoint: 'ledger.cluster-ro-abc.eu-west-1.rds.amazonaws.com',
        Port: 5432,
        DBClusterParameterGroup: 'ledger-apg16',
        DBClusterMembers: [
          { DBInstanceIdentifier: 'ledger-1', IsClusterWriter: true, DBClusterParameterGroupStatus: 'in-sync' },
        ],
      },
    ],
    [
      'a group, with the rows that are judged',
      'rds:pg',
      0,
      {
        DBParameterGroupName: 'orders-pg16',
        DBParameterGroupArn: arn('rds', 'pg:orders-pg16'),
        DBParameterGroupFamily: 'postgres16',
        Parameters: [
          {
            ParameterName: 'statement_timeout',
            ParameterValue: '30000',
            Source: 'user',
            ApplyType: 'dynamic',
            ApplyMethod: 'immediate',
          },
          { ParameterName: 'tcp_keepalives_idle', Source: 'engine-default', ApplyType: 'dynamic' },
        ],
      },
    ],
    [
      'a default group, with the defaults of its family',
      'rds:pg',
      1,
      {
        DBParameterGroupName: 'default.aurora-postgresql16',
        DBParameterGroupArn: arn('rds', 'pg:default.aurora-postgresql16'),
        DBParameterGroupFamily: 'aurora-postgresql16',
        Parameters: [
          {
            ParameterName: 'idle_in_transaction_session_timeout',
            ParameterValue: '86400000',
            Source: 'engine-default',
          },
        ],
      },
    ],
    [
      'a group of a cluster',
      'rds:cluster-pg',
      0,
      {
        DBClusterParameterGroupName: 'ledger-apg16',
        DBClusterParameterGroupArn: arn('rds', 'cluster-pg:ledger-apg16'),
        DBParameterGroupFamily: 'aurora-postgresql16',
        Parameters: [{ ParameterName: 'idle_session_timeout', ParameterValue: '600000', Source: 'user' }],
      },
    ],
    [
      'a proxy',
      'rds:db-proxy',
      0,
      {
        DBProxyName: 'orders-proxy',
        DBProxyArn: arn('rds', 'db-proxy:prx-1'),
        Status: 'available',
        EngineFamily: 'POSTGRESQL',
        Endpoint: 'orders-proxy.proxy-abc.eu-west-1.rds.amazonaws.com',
        RequireTLS: true,
        IdleClientTimeout: 1800,
        TagList: [{ Key: 'service', Value: 'orders' }],
      },
    ],
    [
      'its target group, its pool and where it leads to',
      'rds:target-group',
      0,
      {
        DBProxyName: 'orders-proxy',
        TargetGroupName: 'default',
        TargetGroupArn: arn('rds', 'target-group:prx-tg-1'),
        IsDefault: true,
        ConnectionPoolConfig: {
          MaxConnectionsPercent: 90,
          MaxIdleConnectionsPercent: 45,
          ConnectionBorrowTimeout: 60,
          InitQuery: "SET statement_timeout = '45000'; SET app.token = '***'",
        },
        Targets: [{ RdsResourceId: 'orders', Type: 'RDS_INSTANCE', Role: 'READ_WRITE', Port: 5432 }],
      },
    ],
    [
      'its endpoint',
      'rds:db-proxy-endpoint',
      0,
      {
        DBProxyEndpointName: 'orders-readers',
        DBProxyEndpointArn: arn('rds', 'db-proxy-endpoint:prx-endpoint-1'),
        DBProxyName: 'orders-proxy',
        Endpoint: 'orders-readers.endpoint.proxy-abc.eu-west-1.rds.amazonaws.com',
        TargetRole: 'READ_ONLY',
        IsDefault: false,
      },
    ],
    [
      'an Application Load Balancer',
      'elasticloadbalancing:loadbalancer',
      0,
      {
        LoadBalancerArn: arns.alb,
        LoadBalancerName: 'public',
        Type: 'application',
        Scheme: 'internet-facing',
        VpcId: 'vpc-1',
        LoadBalancerAttributes: [
          { Key: 'idle_timeout.timeout_seconds', Value: '120' },
          { Key: 'access_logs.s3.bucket', Value: 'logs' },
        ],
        Tags: [{ Key: 'service', Value: 'shop' }],
      },
    ],
    [
      'its listener',
      'elasticloadbalancing:listener',
      0,
      {
        ListenerArn: arns.https,
        LoadBalancerArn: arns.alb,
        Port: 443,
        Protocol: 'HTTPS',
        DefaultActions: [{ Type: 'forward', TargetGroupArn: arns.api }],
        Tags: [{ Key: 'port', Value: '443' }],
      },
    ],
    [
      'a TCP listener with its timer',
      'elasticloadbalancing:listener',
      1,
      {
        ListenerArn: arns.tcp,
        LoadBalancerArn: arns.nlb,
        Port: 5432,
        Protocol: 'TCP',
        DefaultActions: [{ Type: 'forward', TargetGroupArn: arns.toAlb }],
        ListenerAttributes: [{ Key: 'tcp.idle_timeout.seconds', Value: '600' }],
        Tags: [],
      },
    ],
    [
      'a rule, with the listener that it belongs to',
      'elasticloadbalancing:listener-rule',
      0,
      {
        RuleArn: arns.rule,
        ListenerArn: arns.https,
        Priority: '1',
        IsDefault: false,
        Actions: [{ Type: 'forward', TargetGroupArn: arns.admin }],
      },
    ],
    [
      'a target group, whose addresses are nothing that is read',
      'elasticloadbalancing:targetgroup',
      0,
      {
        TargetGroupArn: arns.api,
        TargetGroupName: 'api',
        Protocol: 'HTTP',
        Port: 8080,
        TargetType: 'ip',
        LoadBalancerArns: [arns.alb],
        TargetGroupAttributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: '30' }],
        Tags: [],
      },
    ],
    [
      'a target group that leads to a load balancer',
      'elasticloadbalancing:targetgroup',
      2,
      {
        TargetGroupArn: arns.toAlb,
        TargetGroupName: 'to-alb',
        Protocol: 'TCP',
        TargetType: 'alb',
        LoadBalancerArns: [arns.nlb],
        TargetGroupAttributes: [],
        Targets: [{ Id: arns.alb, Port: 443 }],
        Tags: [],
      },
    ],
    [
      'a Classic Load Balancer',
      'elasticloadbalancing:loadbalancer-classic',
      0,
      {
        LoadBalancerName: 'old',
        DNSName: 'old.eu-west-1.elb.amazonaws.com',
        LoadBalancerAttributes: {
          ConnectionSettings: { IdleTimeout: 75 },
          ConnectionDraining: { Enabled: true, Timeout: 200 },
        },
        Tags: [{ Key: 'service', Value: 'old' }],
      },
    ],
    [
      'a NAT gateway',
      'ec2:natgateway',
      0,
      {
        NatGatewayId: 'nat-1',
        State: 'available',
        VpcId: 'vpc-1',
        Tags: [{ Key: 'Name', Value: 'egress' }],
      },
    ],
    ['a VPC endpoint', 'ec2:vpc-endpoint', 0, { VpcEndpointId: 'vpce-1', VpcEndpointType: 'Interface' }],
    [
      'a network interface with a timer of its own',
      'ec2:network-interface',
      0,
      {
        NetworkInterfaceId: 'eni-1',
        ConnectionTrackingConfiguration: { TcpEstablishedTimeout: 350 },
      },
    ],
    [
      'a firewall',
      'network-firewall:firewall',
      0,
      {
        FirewallName: 'edge',
        FirewallArn: arn('network-firewall', 'firewall/edge'),
        FirewallPolicyArn: arn('network-firewall', 'firewall-policy/strict'),
      },
    ],
    [
      'its policy with the timers',
      'network-firewall:firewall-policy',
      0,
      {
        FirewallPolicyName: 'strict',
        FirewallPolicyArn: arn('network-firewall', 'firewall-policy/strict'),
        FirewallPolicy: {
          StatefulEngineOptions: { StreamExceptionPolicy: 'REJECT', FlowTimeouts: { TcpIdleTimeoutSeconds: 900 } },
        },
      },
    ],
    [
      'an ECS service',
      'ecs:service',
      0,
      {
        serviceName: 'api',
        serviceArn: arn('ecs', 'service/prod/api'),
        clusterArn: arn('ecs', 'cluster/prod'),
        status: 'ACTIVE',
        loadBalancers: [{ targetGroupArn: arns.api }],
        tags: [{ key: 'service', value: 'shop' }],
      },
    ],
    [
      'a function',
      'lambda:function',
      0,
      {
        FunctionName: 'report',
        FunctionArn: arn('lambda', 'function:report'),
        Timeout: 30,
      },
    ],
  ])('reads %s', (_what, type, at, answer) => {
    expect(ofType(all, type)[at]?.answer).toEqual(answer);
  });

  it.each([
    ['rds:db', [arn('rds', 'db:orders'), arn('rds', 'db:ledger-1'), arn('rds', 'db:shop')]],
    // Neither a group that nobody uses nor one of MySQL.
    ['rds:pg', [arn('rds', 'pg:orders-pg16'), arn('rds', 'pg:default.aurora-postgresql16')]],
    ['elasticloadbalancing:listener-rule', [arns.rule]],
    // The ones that were deleted, or track as everybody does, are left out.
    ['ec2:natgateway', [null]],
    ['ec2:network-interface', [null]],
    ['elasticloadbalancing:loadbalancer-classic', [null]],
  ])('names the ARNs of %s', (type, expected) => {
    expect(ofType(all, type).map((resource) => resource.arn)).toEqual(expected);
  });

  it('lets no secret into the document', () => {
    const text = JSON.stringify(all.regions);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it('asks for the judged parameters only, and for no group that AWS keeps', () => {
    const rows = all.aws.calls.filter(({ action }) => /^DescribeDB(Cluster)?Parameters$/.test(action));
    expect(rows.map(({ text }) => new URLSearchParams(text).get('DBParameterGroupName')).sort()).toEqual(
      ['orders-pg16', null].sort(),
    );
    const [first] = rows;
    const asked = [...new URLSearchParams(first?.text)].filter(([key]) => key.startsWith('Filters.Filter.1.Values'));
    expect(asked.map(([, value]) => value)).toContain('statement_timeout');
    expect(asked.map(([, value]) => value)).not.toContain('shared_preload_libraries');
    expect(asked.length).toBeLessThanOrEqual(100);
  });

  it('signs for the Region and its service', () => {
    expect([...new Set(all.aws.calls.map(({ service, region }) => `${region}/${service}`))].sort()).toEqual([
      'eu-west-1/ec2',
      'eu-west-1/ecs',
      'eu-west-1/elasticloadbalancing',
      'eu-west-1/lambda',
      'eu-west-1/network-firewall',
      'eu-west-1/rds',
      'eu-west-1/sts',
    ]);
  });

  it('tells how far it is, and when each service is done', () => {
    const done = all.progress.filter((event) => event.done);
    expect(done.map(({ service }) => service).sort()).toEqual([
      'classic',
      'ec2',
      'ecs',
      'elbv2',
      'firewall',
      'lambda',
      'rds',
    ]);
    expect(done.find(({ service }) => service === 'ec2')).toEqual({
      region: 'eu-west-1',
      service: 'ec2',
      answered: 3,
      failed: 0,
      done: true,
    });
  });
});
