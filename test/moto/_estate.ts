import {
  ModifyListenerAttributesCommand,
  ModifyLoadBalancerAttributesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { ModifyDBProxyTargetGroupCommand } from '@aws-sdk/client-rds';
import {
  createBalancer,
  createCluster,
  createClusterGroup,
  createGroup,
  createInstance,
  createNetwork,
  createProxy,
  type Balancer,
  type Owner,
} from './_account';

export const shopRegion = 'eu-west-1';
export const warehouseRegion = 'us-east-1';

/** What has no name of its own choosing: ARNs. */
export type Shop = { readonly publicly: Balancer; readonly internally: Balancer; readonly proxy: string };
export type Warehouse = { readonly edge: Balancer; readonly proxy: string };

/**
 * Two Application Load Balancers, of which one was never told an idle timeout; `orders` behind `orders-proxy`; and `legacy`,
 * which has the default parameter group.
 */
export async function createShop(owner: Owner): Promise<Shop> {
  const network = await createNetwork(owner);
  const http = { type: 'application', protocol: 'HTTP', port: 80 } as const;
  const publicly = await createBalancer(owner, network, 'public', http);
  await setIdleTimeout(owner, publicly, 120);
  const internally = await createBalancer(owner, network, 'internal', http);
  await createGroup(owner, 'orders-pg16', 'postgres16', { statement_timeout: '60000', tcp_keepalives_idle: '60' });
  await createInstance(owner, 'orders', 'orders-pg16');
  await createInstance(owner, 'legacy', 'default.postgres16');
  const proxy = await createProxy(owner, network, 'orders-proxy', { DBInstanceIdentifiers: ['orders'] });
  await setBorrowTimeout(owner, 'orders-proxy', 30);
  return { publicly, internally, proxy };
}

/**
 * A Network Load Balancer; the Aurora cluster `warehouse` behind `reports-proxy`; and another `orders` with another
 * `orders-pg16`, which only the Region tells from those of the shop.
 */
export async function createWarehouse(owner: Owner): Promise<Warehouse> {
  const network = await createNetwork(owner);
  const edge = await createBalancer(owner, network, 'warehouse-edge', { type: 'network', protocol: 'TCP', port: 5432 });
  await owner.elb.send(
    new ModifyListenerAttributesCommand({
      ListenerArn: edge.listener,
      Attributes: [{ Key: 'tcp.idle_timeout.seconds', Value: '3600' }],
    }),
  );
  const values = { statement_timeout: '18000000', tcp_keepalives_idle: '120' };
  await createClusterGroup(owner, 'warehouse-aurora16', 'aurora-postgresql16', values);
  await createGroup(owner, 'warehouse-members16', 'aurora-postgresql16', {});
  await createCluster(owner, 'warehouse', { cluster: 'warehouse-aurora16', instances: 'warehouse-members16' });
  await createGroup(owner, 'orders-pg16', 'postgres16', { statement_timeout: '15000' });
  await createInstance(owner, 'orders', 'orders-pg16');
  const proxy = await createProxy(owner, network, 'reports-proxy', { DBClusterIdentifiers: ['warehouse'] });
  return { edge, proxy };
}

/** Seconds. */
export async function setIdleTimeout({ elb }: Owner, { arn }: Balancer, seconds: number): Promise<void> {
  const Attributes = [{ Key: 'idle_timeout.timeout_seconds', Value: String(seconds) }];
  await elb.send(new ModifyLoadBalancerAttributesCommand({ LoadBalancerArn: arn, Attributes }));
}

/** Seconds. */
async function setBorrowTimeout({ rds }: Owner, DBProxyName: string, seconds: number): Promise<void> {
  const ConnectionPoolConfig = { ConnectionBorrowTimeout: seconds };
  await rds.send(
    new ModifyDBProxyTargetGroupCommand({ DBProxyName, TargetGroupName: 'default', ConnectionPoolConfig }),
  );
}

/** What is promised over that estate. */
export const configuration = `
version: 1
workloads:
  - name: checkout
    scope: { region: ${shopRegion} }
    maxQueryDuration: 30s
    maxIdle: 10m
    request: { maxDuration: 90s }
    path: [{ alb: public }, { client: { name: api } }, { proxy: orders-proxy }, { database: orders }]
  - name: back-office
    scope: { region: ${shopRegion} }
    maxQueryDuration: 45s
    request: { maxDuration: 80s }
    path: [{ alb: internal }, { client: { name: office } }, { database: { tag: { service: orders } } }]
  - name: nightly-etl
    scope: { region: ${warehouseRegion} }
    maxQueryDuration: 4h
    path: [{ client: { name: airflow } }, { nlb: warehouse-edge, port: 5432 }, { database: warehouse }]
  - name: reports
    scope: { region: ${warehouseRegion} }
    maxQueryDuration: 10m
    maxIdle: 20m
    path: [{ client: { name: reports } }, { proxy: reports-proxy }, { database: warehouse }]
  - name: drill
    scope: { region: ${warehouseRegion} }
    maxQueryDuration: 30s
    path: [{ client: { name: drill } }, { database: orders }]
`;
