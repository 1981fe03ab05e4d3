import { TerraformStack } from 'cdktn';
import type { Construct } from 'constructs';
import {
  AwsProvider,
  Lb,
  LbListener,
  LbTargetGroup,
  PostgresqlProvider,
  RdsCluster,
  RdsClusterInstance,
  RdsClusterParameterGroup,
  Role,
} from './resources';

/** The server's TCP keepalive, in seconds: RDS probes after 300, then every 30, where nothing is set. */
export type Keepalive = { readonly idle: number; readonly interval: number; readonly count: number };

/** A warehouse: Aurora PostgreSQL behind a Network Load Balancer that forgets a silent flow after 2 minutes. */
export class Warehouse extends TerraformStack {
  constructor(scope: Construct, id: string, { keepalive }: { readonly keepalive?: Keepalive }) {
    super(scope, id);
    const probes = Object.entries(keepalive ?? {}).map(([name, value]) => ({
      name: `tcp_keepalives_${name}`,
      value: String(value),
    }));
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });

    const parameters = new RdsClusterParameterGroup(this, 'warehouse-pg16', {
      name: 'warehouse-pg16',
      family: 'aurora-postgresql16',
      parameter: [{ name: 'client_connection_check_interval', value: '10000' }, ...probes],
    });
    const cluster = new RdsCluster(this, 'warehouse', {
      clusterIdentifier: 'warehouse',
      engine: 'aurora-postgresql',
      engineVersion: '16.4',
      dbClusterParameterGroupName: parameters.name,
      tags: { service: 'warehouse' },
    });
    new RdsClusterInstance(this, 'warehouse-one', {
      identifier: 'warehouse-one',
      clusterIdentifier: cluster.clusterIdentifier,
      engine: 'aurora-postgresql',
      instanceClass: 'db.r7g.large',
    });

    const lb = new Lb(this, 'edge', { name: 'edge', internal: true, loadBalancerType: 'network' });
    const targets = new LbTargetGroup(this, 'writer', {
      name: 'writer',
      port: 5432,
      protocol: 'TCP',
      targetType: 'ip',
    });
    new LbListener(this, 'postgres', {
      loadBalancerArn: lb.arn,
      port: 5432,
      protocol: 'TCP',
      tcpIdleTimeoutSeconds: 120,
      defaultAction: [{ type: 'forward', targetGroupArn: targets.arn }],
    });

    new PostgresqlProvider(this, 'postgresql', { host: cluster.endpoint, username: 'admin' });
    new Role(this, 'etl_nightly', { name: 'etl_nightly', login: true, statementTimeout: 18_000_000 });
    new Role(this, 'dashboard', { name: 'dashboard', login: true, statementTimeout: 90_000 });
  }
}
