import type { Region } from './server/estate';

export const arn = (service: string, rest: string): string => `arn:aws:${service}:eu-west-1:123456789012:${rest}`;
const elb = (rest: string): string => arn('elasticloadbalancing', rest);

export const arns = {
  alb: elb('loadbalancer/app/public/50dc6c495c0c9188'),
  nlb: elb('loadbalancer/net/internal/60dc6c495c0c9188'),
  https: elb('listener/app/public/50dc6c495c0c9188/f2f7dc8efc522ab2'),
  redirect: elb('listener/app/public/50dc6c495c0c9188/a2f7dc8efc522ab2'),
  tcp: elb('listener/net/internal/60dc6c495c0c9188/b2f7dc8efc522ab2'),
  tls: elb('listener/net/internal/60dc6c495c0c9188/c2f7dc8efc522ab2'),
  rule: elb('listener-rule/app/public/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee'),
  api: elb('targetgroup/api/6d0ecf831eec9f09'),
  admin: elb('targetgroup/admin/7d0ecf831eec9f09'),
  toAlb: elb('targetgroup/to-alb/8d0ecf831eec9f09'),
};

/** What must never leave an answer: each is planted where AWS carries such a thing. */
export const secrets = ['pgadmin', 'p4ssw0rd-pending', 's3cr3t-of-env', 's3cr3t-of-query', 'secret-of-proxy'];

/** One of each thing that is read. */
export const everything: Region = {
  instances: [
    {
      DBInstanceIdentifier: 'orders',
      DBInstanceArn: arn('rds', 'db:orders'),
      DBInstanceClass: 'db.m6g.large',
      DBInstanceStatus: 'available',
      Engine: 'postgres',
      EngineVersion: '16.4',
      MasterUsername: 'pgadmin',
      Endpoint: { Address: 'orders.abc.eu-west-1.rds.amazonaws.com', Port: 5432, HostedZoneId: 'Z1' },
      DBParameterGroups: [{ DBParameterGroupName: 'orders-pg16', ParameterApplyStatus: 'pending-reboot' }],
      PendingModifiedValues: { MasterUserPassword: 'p4ssw0rd-pending' },
      TagList: [{ Key: 'service', Value: 'orders' }],
    },
    {
      DBInstanceIdentifier: 'ledger-1',
      DBInstanceArn: arn('rds', 'db:ledger-1'),
      Engine: 'aurora-postgresql',
      EngineVersion: '16.4',
      DBClusterIdentifier: 'ledger',
      DBParameterGroups: [{ DBParameterGroupName: 'default.aurora-postgresql16', ParameterApplyStatus: 'in-sync' }],
    },
    {
      DBInstanceIdentifier: 'shop',
      DBInstanceArn: arn('rds', 'db:shop'),
      Engine: 'mysql',
      DBParameterGroups: [{ DBParameterGroupName: 'shop-mysql8', ParameterApplyStatus: 'in-sync' }],
    },
  ],
  clusters: [
    {
      DBClusterIdentifier: 'ledger',
      DBClusterArn: arn('rds', 'cluster:ledger'),
      Engine: 'aurora-postgresql',
      EngineVersion: '16.4',
      EngineMode: 'provisioned',
      MasterUsername: 'pgadmin',
      Endpoint: 'ledger.cluster-abc.eu-west-1.rds.amazonaws.com',
      ReaderEndpoint: 'ledger.cluster-ro-abc.eu-west-1.rds.amazonaws.com',
      Port: 5432,
      DBClusterParameterGroup: 'ledger-apg16',
      DBClusterMembers: [
        { DBInstanceIdentifier: 'ledger-1', IsClusterWriter: true, DBClusterParameterGroupStatus: 'in-sync' },
      ],
    },
  ],
  parameterGroups: [
    {
      is: {
        DBParameterGroupName: 'orders-pg16',
        DBParameterGroupArn: arn('rds', 'pg:orders-pg16'),
        DBParameterGroupFamily: 'postgres16',
        Description: 'orders',
      },
      rows: [
        {
          ParameterName: 'statement_timeout',
          ParameterValue: '30000',
          Source: 'user',
          ApplyType: 'dynamic',
          ApplyMethod: 'immediate',
          DataType: 'integer',
          Description: 'Aborts any statement',
        },
        { ParameterName: 'tcp_keepalives_idle', Source: 'engine-default', ApplyType: 'dynamic' },
        { ParameterName: 'shared_preload_libraries', ParameterValue: 'pg_stat_statements', Source: 'system' },
      ],
    },
    { is: { DBParameterGroupName: 'unused-pg16', DBParameterGroupFamily: 'postgres16' } },
    {
      is: {
        DBParameterGroupName: 'default.aurora-postgresql16',
        DBParameterGroupArn: arn('rds', 'pg:default.aurora-postgresql16'),
        DBParameterGroupFamily: 'aurora-postgresql16',
      },
    },
    { is: { DBParameterGroupName: 'shop-mysql8', DBParameterGroupFamily: 'mysql8.0' } },
  ],
  clusterParameterGroups: [
    {
      is: {
        DBClusterParameterGroupName: 'ledger-apg16',
        DBClusterParameterGroupArn: arn('rds', 'cluster-pg:ledger-apg16'),
        DBParameterGroupFamily: 'aurora-postgresql16',
      },
      rows: [{ ParameterName: 'idle_session_timeout', ParameterValue: '600000', Source: 'user' }],
    },
  ],
  engineDefaults: {
    'aurora-postgresql16': [
      { ParameterName: 'idle_in_transaction_session_timeout', ParameterValue: '86400000', Source: 'engine-default' },
      { ParameterName: 'autovacuum', ParameterValue: '1', Source: 'engine-default' },
    ],
  },
  proxies: [
    {
      is: {
        DBProxyName: 'orders-proxy',
        DBProxyArn: arn('rds', 'db-proxy:prx-1'),
        Status: 'available',
        EngineFamily: 'POSTGRESQL',
        Endpoint: 'orders-proxy.proxy-abc.eu-west-1.rds.amazonaws.com',
        IdleClientTimeout: 1800,
        RequireTLS: true,
        Auth: [{ SecretArn: arn('secretsmanager', 'secret:secret-of-proxy'), UserName: 'pgadmin' }],
      },
      targetGroups: [
        {
          is: {
            DBProxyName: 'orders-proxy',
            TargetGroupName: 'default',
            TargetGroupArn: arn('rds', 'target-group:prx-tg-1'),
            IsDefault: true,
            ConnectionPoolConfig: {
              MaxConnectionsPercent: 90,
              MaxIdleConnectionsPercent: 45,
              ConnectionBorrowTimeout: 60,
              InitQuery: "SET statement_timeout = 45000; SET app.token = 's3cr3t-of-query'",
            },
          },
          targets: [
            {
              RdsResourceId: 'orders',
              Type: 'RDS_INSTANCE',
              Role: 'READ_WRITE',
              Port: 5432,
              TargetHealth: { State: 'AVAILABLE' },
            },
          ],
        },
      ],
      endpoints: [
        {
          DBProxyEndpointName: 'orders-readers',
          DBProxyEndpointArn: arn('rds', 'db-proxy-endpoint:prx-endpoint-1'),
          DBProxyName: 'orders-proxy',
          Endpoint: 'orders-readers.endpoint.proxy-abc.eu-west-1.rds.amazonaws.com',
          TargetRole: 'READ_ONLY',
          IsDefault: false,
        },
      ],
      tags: { service: 'orders' },
    },
  ],
  balancers: [
    {
      is: {
        LoadBalancerArn: arns.alb,
        LoadBalancerName: 'public',
        Type: 'application',
        Scheme: 'internet-facing',
        VpcId: 'vpc-1',
      },
      attributes: { 'idle_timeout.timeout_seconds': '120', 'access_logs.s3.bucket': 'logs' },
      tags: { service: 'shop' },
      listeners: [
        {
          is: {
            ListenerArn: arns.https,
            LoadBalancerArn: arns.alb,
            Port: 443,
            Protocol: 'HTTPS',
            DefaultActions: [{ Type: 'forward', TargetGroupArn: arns.api }],
          },
          rules: [
            {
              RuleArn: arns.rule,
              Priority: '1',
              IsDefault: false,
              Actions: [{ Type: 'forward', TargetGroupArn: arns.admin }],
            },
            { RuleArn: `${arns.rule}-default`, Priority: 'default', IsDefault: true, Actions: [{ Type: 'forward' }] },
          ],
          tags: { port: '443' },
        },
      ],
    },
    {
      is: { LoadBalancerArn: arns.nlb, LoadBalancerName: 'internal', Type: 'network', Scheme: 'internal' },
      listeners: [
        {
          is: {
            ListenerArn: arns.tcp,
            LoadBalancerArn: arns.nlb,
            Port: 5432,
            Protocol: 'TCP',
            DefaultActions: [{ Type: 'forward', TargetGroupArn: arns.toAlb }],
          },
          attributes: { 'tcp.idle_timeout.seconds': '600' },
        },
        { is: { ListenerArn: arns.tls, LoadBalancerArn: arns.nlb, Port: 5433, Protocol: 'TLS' } },
      ],
    },
  ],
  targetGroups: [
    {
      is: {
        TargetGroupArn: arns.api,
        TargetGroupName: 'api',
        Protocol: 'HTTP',
        Port: 8080,
        TargetType: 'ip',
        LoadBalancerArns: [arns.alb],
      },
      attributes: { 'deregistration_delay.timeout_seconds': '30' },
      targets: [{ Id: '10.0.0.7', Port: 8080 }],
    },
    {
      is: {
        TargetGroupArn: arns.admin,
        TargetGroupName: 'admin',
        Protocol: 'HTTP',
        TargetType: 'ip',
        LoadBalancerArns: [arns.alb],
      },
    },
    {
      is: {
        TargetGroupArn: arns.toAlb,
        TargetGroupName: 'to-alb',
        Protocol: 'TCP',
        TargetType: 'alb',
        LoadBalancerArns: [arns.nlb],
      },
      targets: [{ Id: arns.alb, Port: 443 }],
    },
  ],
  classicBalancers: [
    {
      is: { LoadBalancerName: 'old', DNSName: 'old.eu-west-1.elb.amazonaws.com' },
      attributes: {
        ConnectionSettings: { IdleTimeout: 75 },
        ConnectionDraining: { Enabled: true, Timeout: 200 },
        AccessLog: { Enabled: false },
      },
      tags: { service: 'old' },
    },
  ],
  natGateways: [
    { NatGatewayId: 'nat-1', State: 'available', VpcId: 'vpc-1', Tags: [{ Key: 'Name', Value: 'egress' }] },
    { NatGatewayId: 'nat-0', State: 'deleted', VpcId: 'vpc-1' },
  ],
  vpcEndpoints: [{ VpcEndpointId: 'vpce-1', VpcEndpointType: 'Interface', PolicyDocument: '{"Version":"2008-10-17"}' }],
  networkInterfaces: [
    { NetworkInterfaceId: 'eni-1', ConnectionTrackingConfiguration: { TcpEstablishedTimeout: 350, UdpTimeout: 30 } },
    { NetworkInterfaceId: 'eni-2' },
  ],
  firewalls: [
    {
      FirewallName: 'edge',
      FirewallArn: arn('network-firewall', 'firewall/edge'),
      FirewallPolicyArn: arn('network-firewall', 'firewall-policy/strict'),
      Description: 'edge',
    },
  ],
  firewallPolicies: [
    {
      is: { FirewallPolicyName: 'strict', FirewallPolicyArn: arn('network-firewall', 'firewall-policy/strict') },
      policy: {
        StatelessDefaultActions: ['aws:pass'],
        StatefulEngineOptions: { StreamExceptionPolicy: 'REJECT', FlowTimeouts: { TcpIdleTimeoutSeconds: 900 } },
      },
    },
  ],
  services: [
    {
      serviceName: 'api',
      serviceArn: arn('ecs', 'service/prod/api'),
      clusterArn: arn('ecs', 'cluster/prod'),
      status: 'ACTIVE',
      loadBalancers: [{ targetGroupArn: arns.api, containerName: 'api', containerPort: 8080 }],
      tags: [{ key: 'service', value: 'shop' }],
      events: [{ message: 'has reached a steady state' }],
    },
  ],
  functions: [
    {
      FunctionName: 'report',
      FunctionArn: arn('lambda', 'function:report'),
      Timeout: 30,
      Environment: { Variables: { PGPASSWORD: 's3cr3t-of-env' } },
    },
  ],
};
