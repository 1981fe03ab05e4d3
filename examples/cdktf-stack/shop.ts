import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import {
  AwsProvider,
  DbInstance,
  DbParameterGroup,
  DbProxy,
  DbProxyDefaultTargetGroup,
  DbProxyTarget,
  EcsService,
  Lb,
  LbListener,
  LbTargetGroup,
  PostgresqlProvider,
  Role,
} from './resources';

/** A web shop: public load balancer, ECS service, RDS Proxy, PostgreSQL. `idleTimeout` of the load balancer is in seconds. */
export class Shop extends TerraformStack {
  constructor(scope: Construct, id: string, { idleTimeout }: { readonly idleTimeout?: number }) {
    super(scope, id);
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });

    const lb = new Lb(this, 'public', {
      name: 'public',
      loadBalancerType: 'application',
      idleTimeout,
    });
    const targets = new LbTargetGroup(this, 'api-targets', {
      name: 'api',
      port: 8080,
      protocol: 'HTTP',
      targetType: 'ip',
      deregistrationDelay: '120',
    });
    new LbListener(this, 'https', {
      loadBalancerArn: lb.arn,
      port: 443,
      protocol: 'HTTPS',
      defaultAction: [{ type: 'forward', targetGroupArn: targets.arn }],
    });
    new EcsService(this, 'api', {
      name: 'api',
      desiredCount: 2,
      launchType: 'FARGATE',
      loadBalancer: [{ containerName: 'api', containerPort: 8080, targetGroupArn: targets.arn }],
    });

    const parameters = new DbParameterGroup(this, 'orders-pg16', {
      name: 'orders-pg16',
      family: 'postgres16',
      parameter: [
        { name: 'idle_in_transaction_session_timeout', value: '60000' },
        { name: 'client_connection_check_interval', value: '10000' },
      ],
    });
    const database = new DbInstance(this, 'orders', {
      identifier: 'orders',
      engine: 'postgres',
      engineVersion: '16.4',
      instanceClass: 'db.m7g.large',
      parameterGroupName: parameters.name,
    });
    const proxy = new DbProxy(this, 'orders-proxy', {
      name: 'orders',
      engineFamily: 'POSTGRESQL',
      requireTls: true,
      roleArn: 'arn:aws:iam::123456789012:role/orders-proxy',
      vpcSubnetIds: ['subnet-0a', 'subnet-0b'],
      auth: [{ iamAuth: 'DISABLED', secretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:orders' }],
    });
    const pool = new DbProxyDefaultTargetGroup(this, 'orders-pool', {
      dbProxyName: proxy.name,
      connectionPoolConfig: { connectionBorrowTimeout: 20, maxConnectionsPercent: 80 },
    });
    new DbProxyTarget(this, 'orders-target', {
      dbProxyName: proxy.name,
      targetGroupName: pool.name,
      dbInstanceIdentifier: database.identifier,
    });

    new PostgresqlProvider(this, 'postgresql', { host: database.address, username: 'admin' });
    new Role(this, 'checkout', { name: 'checkout', login: true, statementTimeout: 45_000 });
  }
}
