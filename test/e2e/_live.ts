import type { Region } from '../shell/aws/server/estate';

/** The values that somebody may change behind the back of what declares them. */
export type Values = {
  /** Of the Application Load Balancer, in seconds. */
  readonly idleTimeout: number;
  /** Of the parameter group, in milliseconds. */
  readonly statementTimeout: number;
};

/** As they were declared: 120 s outlast a request of 90 s, and a minute a query of 30 s. */
export const declared: Values = { idleTimeout: 120, statementTimeout: 60_000 };

const arn = (service: string, rest: string): string => `arn:aws:${service}:eu-west-1:123456789012:${rest}`;
const balancing = (rest: string): string => arn('elasticloadbalancing', rest);

const arns = {
  alb: balancing('loadbalancer/app/shop-public/50dc6c495c0c9188'),
  nlb: balancing('loadbalancer/net/shop-etl/60dc6c495c0c9188'),
  https: balancing('listener/app/shop-public/50dc6c495c0c9188/f2f7dc8efc522ab2'),
  tcp: balancing('listener/net/shop-etl/60dc6c495c0c9188/b2f7dc8efc522ab2'),
  web: balancing('targetgroup/shop-web/6d0ecf831eec9f09'),
  etl: balancing('targetgroup/shop-etl/7d0ecf831eec9f09'),
  database: arn('rds', 'db:shop-orders'),
  group: arn('rds', 'pg:shop-pg18'),
  proxy: arn('rds', 'db-proxy:prx-0a1b2c3d4e5f67890'),
  pool: arn('rds', 'target-group:prx-tg-0a1b2c3d4e5f67890'),
  service: arn('ecs', 'service/shop/shop-api'),
};

const address = 'shop-orders.abc.eu-west-1.rds.amazonaws.com';

/** The secrets that AWS answers with; none of them may be seen again. */
export const secretsOfAws = [
  'pgadmin-s3cret',
  'p4ssw0rd-pending',
  's3cret-of-env',
  's3cret-of-query',
  's3cret-of-proxy',
];

/** The estate as AWS answers for it. */
export function region({ idleTimeout, statementTimeout }: Values = declared): Region {
  return {
    instances: [
      {
        DBInstanceIdentifier: 'shop-orders',
        DBInstanceArn: arns.database,
        DbiResourceId: 'db-ABCDEFGHIJKL01234',
        DBInstanceClass: 'db.r6g.large',
        DBInstanceStatus: 'available',
        Engine: 'postgres',
        EngineVersion: '18.1',
        MasterUsername: 'pgadmin-s3cret',
        PendingModifiedValues: { MasterUserPassword: 'p4ssw0rd-pending' },
        Endpoint: { Address: address, Port: 5432 },
        DBParameterGroups: [{ DBParameterGroupName: 'shop-pg18', ParameterApplyStatus: 'in-sync' }],
      },
    ],
    parameterGroups: [
      {
        is: {
          DBParameterGroupName: 'shop-pg18',
          DBParameterGroupArn: arns.group,
          DBParameterGroupFamily: 'postgres18',
        },
        rows: [
          row('statement_timeout', String(statementTimeout)),
          row('tcp_keepalives_idle', '60'),
          row('tcp_keepalives_interval', '10'),
        ],
      },
    ],
    proxies: [
      {
        is: {
          DBProxyName: 'shop-orders-proxy',
          DBProxyArn: arns.proxy,
          Status: 'available',
          EngineFamily: 'POSTGRESQL',
          Endpoint: 'shop-orders-proxy.proxy-abc.eu-west-1.rds.amazonaws.com',
          IdleClientTimeout: 1800,
          RequireTLS: true,
          Auth: [{ SecretArn: arn('secretsmanager', 'secret:s3cret-of-proxy') }],
        },
        targetGroups: [
          {
            is: {
              DBProxyName: 'shop-orders-proxy',
              TargetGroupName: 'default',
              TargetGroupArn: arns.pool,
              IsDefault: true,
              ConnectionPoolConfig: {
                MaxConnectionsPercent: 80,
                MaxIdleConnectionsPercent: 40,
                ConnectionBorrowTimeout: 20,
                InitQuery: "SET application_name = 's3cret-of-query'",
              },
            },
            targets: [{ RdsResourceId: 'shop-orders', Type: 'RDS_INSTANCE', Role: 'READ_WRITE', Port: 5432 }],
          },
        ],
      },
    ],
    balancers: [
      {
        is: {
          LoadBalancerArn: arns.alb,
          LoadBalancerName: 'shop-public',
          Type: 'application',
          Scheme: 'internet-facing',
        },
        attributes: { 'idle_timeout.timeout_seconds': String(idleTimeout) },
        listeners: [
          {
            is: {
              ListenerArn: arns.https,
              LoadBalancerArn: arns.alb,
              Port: 443,
              Protocol: 'HTTPS',
              DefaultActions: [{ Type: 'forward', TargetGroupArn: arns.web }],
            },
          },
        ],
      },
      {
        is: { LoadBalancerArn: arns.nlb, LoadBalancerName: 'shop-etl', Type: 'network', Scheme: 'internal' },
        listeners: [
          {
            is: {
              ListenerArn: arns.tcp,
              LoadBalancerArn: arns.nlb,
              Port: 5432,
              Protocol: 'TCP',
              DefaultActions: [{ Type: 'forward', TargetGroupArn: arns.etl }],
            },
            attributes: { 'tcp.idle_timeout.seconds': '350' },
          },
        ],
      },
    ],
    targetGroups: [
      {
        is: {
          TargetGroupArn: arns.web,
          TargetGroupName: 'shop-web',
          Protocol: 'HTTP',
          Port: 8080,
          TargetType: 'ip',
          LoadBalancerArns: [arns.alb],
        },
        attributes: { 'deregistration_delay.timeout_seconds': '300' },
      },
      {
        is: {
          TargetGroupArn: arns.etl,
          TargetGroupName: 'shop-etl',
          Protocol: 'TCP',
          Port: 5432,
          TargetType: 'ip',
          LoadBalancerArns: [arns.nlb],
        },
        attributes: {
          'deregistration_delay.timeout_seconds': '300',
          'deregistration_delay.connection_termination.enabled': 'false',
        },
      },
    ],
    services: [
      {
        serviceName: 'shop-api',
        serviceArn: arns.service,
        clusterArn: arn('ecs', 'cluster/shop'),
        status: 'ACTIVE',
        loadBalancers: [{ targetGroupArn: arns.web, containerName: 'api', containerPort: 8080 }],
      },
    ],
    functions: [
      {
        FunctionName: 'report',
        FunctionArn: arn('lambda', 'function:report'),
        Timeout: 30,
        Environment: { Variables: { PGPASSWORD: 's3cret-of-env' } },
      },
    ],
  };
}

const row = (ParameterName: string, ParameterValue: string) => ({
  ParameterName,
  ParameterValue,
  Source: 'user',
  ApplyType: 'dynamic',
  ApplyMethod: 'immediate',
});

/** The same estate as `terraform show -json` prints its state. */
export function state({ idleTimeout, statementTimeout }: Values = declared): string {
  const resources = [
    aws('aws_db_instance', 'orders', {
      id: 'db-ABCDEFGHIJKL01234',
      arn: arns.database,
      identifier: 'shop-orders',
      engine: 'postgres',
      engine_version: '18.1',
      engine_version_actual: '18.1',
      instance_class: 'db.r6g.large',
      address,
      port: 5432,
      parameter_group_name: 'shop-pg18',
      replicate_source_db: '',
    }),
    aws('aws_db_parameter_group', 'orders', {
      id: 'shop-pg18',
      arn: arns.group,
      name: 'shop-pg18',
      family: 'postgres18',
      parameter: [
        { name: 'statement_timeout', value: String(statementTimeout), apply_method: 'immediate' },
        { name: 'tcp_keepalives_idle', value: '60', apply_method: 'immediate' },
        { name: 'tcp_keepalives_interval', value: '10', apply_method: 'immediate' },
      ],
    }),
    aws('aws_db_proxy', 'orders', {
      id: 'shop-orders-proxy',
      arn: arns.proxy,
      name: 'shop-orders-proxy',
      engine_family: 'POSTGRESQL',
      idle_client_timeout: 1800,
      endpoint: 'shop-orders-proxy.proxy-abc.eu-west-1.rds.amazonaws.com',
    }),
    aws('aws_db_proxy_default_target_group', 'orders', {
      id: 'shop-orders-proxy',
      arn: arns.pool,
      db_proxy_name: 'shop-orders-proxy',
      name: 'default',
      connection_pool_config: [
        {
          connection_borrow_timeout: 20,
          init_query: "SET application_name = 's3cret-of-query'",
          max_connections_percent: 80,
          max_idle_connections_percent: 40,
          session_pinning_filters: [],
        },
      ],
    }),
    aws('aws_db_proxy_target', 'orders', {
      id: 'shop-orders-proxy/default/RDS_INSTANCE/shop-orders',
      db_proxy_name: 'shop-orders-proxy',
      target_group_name: 'default',
      db_instance_identifier: 'shop-orders',
      db_cluster_identifier: '',
    }),
    aws('aws_ecs_service', 'api', {
      id: arns.service,
      name: 'shop-api',
      load_balancer: [{ target_group_arn: arns.web, container_name: 'api', container_port: 8080, elb_name: '' }],
    }),
    aws('aws_lb', 'etl', { id: arns.nlb, arn: arns.nlb, name: 'shop-etl', load_balancer_type: 'network' }),
    aws('aws_lb', 'public', {
      id: arns.alb,
      arn: arns.alb,
      name: 'shop-public',
      load_balancer_type: 'application',
      idle_timeout: idleTimeout,
    }),
    aws('aws_lb_listener', 'etl', {
      id: arns.tcp,
      arn: arns.tcp,
      load_balancer_arn: arns.nlb,
      port: 5432,
      protocol: 'TCP',
      tcp_idle_timeout_seconds: 350,
      default_action: [{ type: 'forward', target_group_arn: arns.etl, order: 1, forward: [] }],
    }),
    aws('aws_lb_listener', 'public', {
      id: arns.https,
      arn: arns.https,
      load_balancer_arn: arns.alb,
      port: 443,
      protocol: 'HTTPS',
      tcp_idle_timeout_seconds: null,
      default_action: [{ type: 'forward', target_group_arn: arns.web, order: 1, forward: [] }],
    }),
    aws('aws_lb_target_group', 'etl', {
      id: arns.etl,
      arn: arns.etl,
      name: 'shop-etl',
      protocol: 'TCP',
      port: 5432,
      target_type: 'ip',
      deregistration_delay: '300',
      connection_termination: false,
    }),
    aws('aws_lb_target_group', 'web', {
      id: arns.web,
      arn: arns.web,
      name: 'shop-web',
      protocol: 'HTTP',
      port: 8080,
      target_type: 'ip',
      deregistration_delay: '300',
      connection_termination: null,
    }),
    role('app_user', 45_000),
    role('etl_nightly', 15_000_000),
  ];
  return JSON.stringify({ format_version: '1.0', terraform_version: '1.11.4', values: { root_module: { resources } } });
}

function aws(type: string, name: string, values: object): object {
  return resource('registry.terraform.io/hashicorp/aws', type, name, values);
}

function role(name: string, statementTimeout: number): object {
  const values = { id: name, name, login: true, statement_timeout: statementTimeout };
  return resource('registry.terraform.io/cyrilgdn/postgresql', 'postgresql_role', name, values);
}

function resource(provider: string, type: string, name: string, values: object): object {
  const address = `${type}.${name}`;
  const rest = { mode: 'managed', type, name, provider_name: provider, schema_version: 0, sensitive_values: {} };
  return { address, ...rest, values };
}

/** The roles of the server, as the state has them. */
export const roles = `
  CREATE ROLE app_user LOGIN PASSWORD 's3cret-of-the-app';
  CREATE ROLE etl_nightly LOGIN;
  CREATE ROLE auditor LOGIN PASSWORD 's3cret-of-the-auditor';
  ALTER ROLE app_user SET statement_timeout = '45s';
  ALTER ROLE etl_nightly SET statement_timeout = '250min';
  ALTER ROLE auditor SET "app.token" = 's3cret-of-a-setting';
  ALTER ROLE auditor SET search_path = 's3cret-of-a-path';
`;

/** The promises, with the names of both sources. */
export const configuration = `version: 1
workloads:
  - name: checkout-api
    roles: [app_user]
    maxQueryDuration: 30s
    request: { maxDuration: 90s }
    path:
      - alb: [aws_lb.public, shop-public]
      - client: [aws_ecs_service.api, shop-api]
      - proxy: [aws_db_proxy.orders, shop-orders-proxy]
      - database: [aws_db_instance.orders, shop-orders]
  - name: nightly-etl
    roles: [etl_nightly]
    maxQueryDuration: 4h
    path:
      - client: { name: airflow }
      - nlb: [aws_lb.etl, shop-etl]
      - database: [aws_db_instance.orders, shop-orders]
`;
