import type { SettingSpec } from '../core/kind';
import { defineKind } from './_kind';
import { provider, rdsApi } from './_sources';

const page = provider('db_proxy_default_target_group');
const pool = (name: string): { readonly terraform: string } => ({ terraform: `connection_pool_config.${name}` });

/** A share of connections, in percent. */
function percent(name: string, value: number, min: number, cite: string): SettingSpec {
  return {
    as: 'number',
    ...pool(name),
    default: { value, cite: `${String(value)}, ${page}` },
    range: { min, max: 100, cite: rdsApi },
    cite: `${cite}, ${rdsApi}`,
  };
}

export default defineKind({
  name: 'proxy-target-group',
  title: 'target group of RDS Proxy',
  terraform: { types: ['aws_db_proxy_default_target_group'], names: ['arn'] },
  settings: {
    connection_borrow_timeout: {
      as: 'seconds',
      ...pool('connection_borrow_timeout'),
      default: { value: 120, cite: `120, ${page}` },
      range: { min: 0, max: 300, cite: `0 to 300 in ${rdsApi}; older documentation and the provider go up to 3600` },
      cite: `ConnectionPoolConfiguration.ConnectionBorrowTimeout: "only applies when the proxy has opened its maximum number of connections and all connections are busy", ${rdsApi}`,
    },
    max_connections_percent: percent('max_connections_percent', 100, 1, 'MaxConnectionsPercent'),
    max_idle_connections_percent: percent('max_idle_connections_percent', 50, 0, 'MaxIdleConnectionsPercent'),
    init_query: { as: 'text', ...pool('init_query'), cite: page },
    session_pinning_filters: {
      as: 'list',
      ...pool('session_pinning_filters'),
      cite: `"only supported for MySQL engine family databases" ${rdsApi}`,
    },
  },
  links: { proxy: { terraform: 'db_proxy_name', to: ['proxy'], by: ['name', 'id'] } },
  timers: [],
});
