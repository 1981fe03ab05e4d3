import { account } from './_moto';
import { shopRegion, warehouseRegion, type Shop, type Warehouse } from './_estate';
import type { Balancer, Values } from './_account';

type Attributes = Readonly<Record<string, unknown>>;
type Resource = { readonly address: string; readonly values: Attributes };

/** What `terraform show -json` prints of a state. */
function state(region: string, resources: readonly Resource[]): object {
  return {
    format_version: '1.0',
    terraform_version: '1.13.4',
    values: {
      root_module: {
        resources: resources.map(({ address, values }) => ({
          address,
          mode: 'managed',
          type: address.split('.')[0],
          name: address.split('.')[1],
          provider_name: 'registry.terraform.io/hashicorp/aws',
          schema_version: 0,
          // The provider writes it from version 6 on.
          values: { region, ...values },
          sensitive_values: {},
        })),
      },
    },
  };
}

/** The shop as it was created. Defaults are written out, as the provider does. */
export function shopState({ publicly, internally, proxy }: Shop): object {
  return state(shopRegion, [
    ...balancer(
      'public',
      publicly,
      { load_balancer_type: 'application', idle_timeout: 120 },
      { protocol: 'HTTP', port: 80 },
    ),
    ...balancer(
      'internal',
      internally,
      { load_balancer_type: 'application', idle_timeout: 60 },
      { protocol: 'HTTP', port: 80 },
    ),
    group(shopRegion, 'orders-pg16', 'postgres16', { statement_timeout: '60000', tcp_keepalives_idle: '60' }),
    instance(shopRegion, 'orders', { parameter_group_name: 'orders-pg16' }),
    instance(shopRegion, 'legacy', { parameter_group_name: 'default.postgres16' }),
    ...proxied('orders-proxy', proxy, 30, { db_instance_identifier: 'orders' }),
  ]);
}

/** The warehouse as it was created. */
export function warehouseState({ edge, proxy }: Warehouse): object {
  return state(warehouseRegion, [
    ...balancer(
      'warehouse-edge',
      edge,
      { load_balancer_type: 'network' },
      { protocol: 'TCP', port: 5432, tcp_idle_timeout_seconds: 3600 },
    ),
    {
      address: 'aws_rds_cluster_parameter_group.warehouse',
      values: {
        arn: arn(warehouseRegion, 'cluster-pg', 'warehouse-aurora16'),
        id: 'warehouse-aurora16',
        name: 'warehouse-aurora16',
        family: 'aurora-postgresql16',
        parameter: rows({ statement_timeout: '18000000', tcp_keepalives_idle: '120' }),
      },
    },
    group(warehouseRegion, 'warehouse-members16', 'aurora-postgresql16', {}),
    {
      address: 'aws_rds_cluster.warehouse',
      values: {
        arn: arn(warehouseRegion, 'cluster', 'warehouse'),
        id: 'warehouse',
        cluster_identifier: 'warehouse',
        engine: 'aurora-postgresql',
        engine_version: '16.4',
        port: 5432,
        db_cluster_parameter_group_name: 'warehouse-aurora16',
      },
    },
    ...['warehouse-1', 'warehouse-2'].map((name) => ({
      address: `aws_rds_cluster_instance.${name}`,
      values: {
        arn: arn(warehouseRegion, 'db', name),
        id: name,
        identifier: name,
        cluster_identifier: 'warehouse',
        engine: 'aurora-postgresql',
        engine_version: '16.4',
        instance_class: 'db.r6g.large',
        db_parameter_group_name: 'warehouse-members16',
      },
    })),
    group(warehouseRegion, 'orders-pg16', 'postgres16', { statement_timeout: '15000' }),
    instance(warehouseRegion, 'orders', { parameter_group_name: 'orders-pg16' }),
    ...proxied('reports-proxy', proxy, 120, { db_cluster_identifier: 'warehouse' }),
  ]);
}

function balancer(name: string, made: Balancer, of: Attributes, listener: Attributes): readonly Resource[] {
  const { protocol, port } = listener;
  return [
    { address: `aws_lb.${name}`, values: { arn: made.arn, id: made.arn, name, internal: true, ...of } },
    {
      address: `aws_lb_listener.${name}`,
      values: {
        arn: made.listener,
        id: made.listener,
        load_balancer_arn: made.arn,
        default_action: [{ type: 'forward', order: 1, target_group_arn: made.targetGroup }],
        ...listener,
      },
    },
    {
      address: `aws_lb_target_group.${name}`,
      values: {
        arn: made.targetGroup,
        id: made.targetGroup,
        name,
        protocol,
        port,
        target_type: 'ip',
        // A text, and so is every number that may also be empty.
        deregistration_delay: '300',
      },
    },
  ];
}

function group(region: string, name: string, family: string, values: Values): Resource {
  const own = { arn: arn(region, 'pg', name), id: name, name, family, parameter: rows(values) };
  return { address: `aws_db_parameter_group.${name}`, values: own };
}

function rows(values: Values): readonly Attributes[] {
  return Object.entries(values).map(([name, value]) => ({ name, value, apply_method: 'immediate' }));
}

function instance(region: string, name: string, of: Attributes): Resource {
  const own = {
    arn: arn(region, 'db', name),
    // The provider's id of an instance is its resource id since version 5, and moto gives the same to every one.
    id: name,
    identifier: name,
    engine: 'postgres',
    engine_version: '16.4',
    engine_version_actual: '16.4',
    instance_class: 'db.t3.medium',
    port: 5432,
    replicate_source_db: '',
  };
  return { address: `aws_db_instance.${name}`, values: { ...own, ...of } };
}

function proxied(name: string, made: string, borrowTimeout: number, target: Attributes): readonly Resource[] {
  const pool = {
    connection_borrow_timeout: borrowTimeout,
    init_query: '',
    max_connections_percent: 100,
    max_idle_connections_percent: 50,
    session_pinning_filters: [],
  };
  return [
    {
      address: `aws_db_proxy.${name}`,
      values: { arn: made, id: name, name, engine_family: 'POSTGRESQL', idle_client_timeout: 1800 },
    },
    {
      address: `aws_db_proxy_default_target_group.${name}`,
      values: { id: name, db_proxy_name: name, name: 'default', connection_pool_config: [pool] },
    },
    {
      address: `aws_db_proxy_target.${name}`,
      values: {
        db_proxy_name: name,
        target_group_name: 'default',
        db_instance_identifier: '',
        db_cluster_identifier: '',
        ...target,
      },
    },
  ];
}

function arn(region: string, type: string, name: string): string {
  return `arn:aws:rds:${region}:${account}:${type}:${name}`;
}
