import type { Kind, LinkSpec, SettingSpec } from '../../lib/core/kind';
import { table } from '../../lib/core/setting';

/** Small kinds of our own, so that the reader's tests do not change with the real tables. */
type Sketch = {
  readonly name: string;
  readonly type: string;
  readonly names?: readonly string[];
  readonly settings?: { readonly [name: string]: readonly [SettingSpec['as'], string] };
  readonly links?: { readonly [name: string]: LinkSpec };
  readonly when?: NonNullable<Kind['terraform']>['when'];
  readonly group?: Kind['group'];
};

export function sketch({ name, type, names = [], settings = {}, links = {}, when, group }: Sketch): Kind {
  return {
    name,
    title: name,
    terraform: { types: [type], names, ...(when && { when }) },
    settings: table(Object.entries(settings).map(([key, [as, terraform]]) => [key, { as, terraform, cite: 'test' }])),
    links: table(Object.entries(links)),
    timers: [],
    ...(group && { group }),
  };
}

const balancer = (name: string, type: string): Kind =>
  sketch({
    name,
    type: 'aws_lb',
    names: ['name', 'arn'],
    when: (attributes) => {
      const value = 'load_balancer_type' in attributes ? attributes.load_balancer_type : null;
      return value === undefined ? null : (value ?? 'application') === type;
    },
    settings: { idle_timeout: ['seconds', 'idle_timeout'] },
  });

const group = (name: string, type: string): Kind =>
  sketch({
    name,
    type,
    names: ['name'],
    settings: { parameters: ['parameters', 'parameter'], family: ['text', 'family'] },
    group: { parameters: 'parameters', family: 'family' },
  });

const to = (terraform: string, kind: string | readonly string[], ...by: readonly string[]): LinkSpec => ({
  terraform,
  to: typeof kind === 'string' ? [kind] : kind,
  by,
});

export const kinds: readonly Kind[] = [
  balancer('alb', 'application'),
  balancer('nlb', 'network'),
  sketch({
    name: 'listener',
    type: 'aws_lb_listener',
    settings: { idle: ['seconds', 'tcp_idle_timeout_seconds'], port: ['number', 'port'] },
    links: {
      load_balancer: to('load_balancer_arn', ['alb', 'nlb'], 'arn', 'id'),
      target_groups: { ...to('default_action.target_group_arn', 'target-group', 'arn', 'id'), many: true },
    },
  }),
  sketch({
    name: 'target-group',
    type: 'aws_lb_target_group',
    names: ['name', 'arn'],
    settings: {
      deregistration_delay: ['seconds', 'deregistration_delay'],
      termination: ['boolean', 'connection_termination'],
      unhealthy: ['boolean', 'target_health_state.enable_unhealthy_connection_termination'],
    },
  }),
  group('group', 'aws_db_parameter_group'),
  group('cluster-group', 'aws_rds_cluster_parameter_group'),
  sketch({
    name: 'database',
    type: 'aws_db_instance',
    names: ['identifier', 'address'],
    settings: { engine: ['text', 'engine'] },
    links: { group: to('parameter_group_name', 'group', 'name', 'id') },
  }),
  sketch({
    name: 'cluster',
    type: 'aws_rds_cluster',
    names: ['cluster_identifier'],
    links: { group: to('db_cluster_parameter_group_name', 'cluster-group', 'name', 'id') },
  }),
  sketch({
    name: 'member',
    type: 'aws_rds_cluster_instance',
    names: ['identifier'],
    links: {
      cluster: to('cluster_identifier', 'cluster', 'cluster_identifier', 'id'),
      group: to('db_parameter_group_name', 'group', 'name', 'id'),
    },
  }),
  sketch({
    name: 'proxy',
    type: 'aws_db_proxy',
    names: ['name'],
    settings: { idle: ['seconds', 'idle_client_timeout'] },
  }),
  sketch({
    name: 'proxy-target-group',
    type: 'aws_db_proxy_default_target_group',
    settings: {
      borrow: ['seconds', 'connection_pool_config.connection_borrow_timeout'],
      init_query: ['text', 'connection_pool_config.init_query'],
    },
    links: { proxy: to('db_proxy_name', 'proxy', 'name', 'id') },
  }),
  sketch({
    name: 'proxy-target',
    type: 'aws_db_proxy_target',
    links: {
      proxy: to('db_proxy_name', 'proxy', 'name', 'id'),
      database: to('db_instance_identifier', 'database', 'identifier', 'id'),
    },
  }),
  sketch({
    name: 'role',
    type: 'postgresql_role',
    names: ['name'],
    settings: { name: ['text', 'name'], statement_timeout: ['milliseconds', 'statement_timeout'] },
    links: {
      database: {
        terraform: 'host',
        to: ['database', 'cluster'],
        by: ['address', 'endpoint', 'identifier'],
        provider: 'host',
      },
    },
  }),
];
