import type { SettingSpec } from '../core/kind';
import { defineKind } from './_kind';
import { proxyByName } from './_proxy-hop';
import { provider, rdsApi } from './_sources';

const page = provider('db_proxy_default_target_group');
const pool = (terraform: string, property: string): Pick<SettingSpec, 'terraform' | 'cloudformation' | 'account'> => ({
  terraform: `connection_pool_config.${terraform}`,
  cloudformation: `ConnectionPoolConfigurationInfo.${property}`,
  account: `ConnectionPoolConfig.${property}`,
});

/** A share of connections, in percent. */
function percent(name: string, property: string, value: number, min: number): SettingSpec {
  return {
    as: 'number',
    ...pool(name, property),
    default: { value, cite: `${String(value)}, ${page}` },
    range: { min, max: 100, cite: rdsApi },
    cite: `${property}, ${rdsApi}`,
  };
}

export default defineKind({
  name: 'proxy-target-group',
  title: 'target group of RDS Proxy',
  terraform: { types: ['aws_db_proxy_default_target_group'], names: ['arn'] },
  // Each is called `default`.
  cloudformation: { types: ['AWS::RDS::DBProxyTargetGroup'], names: [] },
  // So its proxy's name is what a command calls it by.
  account: { types: ['rds:target-group'], names: ['DBProxyName', 'TargetGroupArn'] },
  settings: {
    connection_borrow_timeout: {
      as: 'seconds',
      ...pool('connection_borrow_timeout', 'ConnectionBorrowTimeout'),
      default: { value: 120, cite: `120, ${page}` },
      range: { min: 0, max: 300, cite: `0 to 300 in ${rdsApi}; older documentation and the provider go up to 3600` },
      cite: `ConnectionPoolConfiguration.ConnectionBorrowTimeout: "only applies when the proxy has opened its maximum number of connections and all connections are busy", ${rdsApi}`,
    },
    max_connections_percent: percent('max_connections_percent', 'MaxConnectionsPercent', 100, 1),
    max_idle_connections_percent: percent('max_idle_connections_percent', 'MaxIdleConnectionsPercent', 50, 0),
    init_query: { as: 'text', ...pool('init_query', 'InitQuery'), cite: page },
    session_pinning_filters: {
      as: 'list',
      ...pool('session_pinning_filters', 'SessionPinningFilters'),
      cite: `"only supported for MySQL engine family databases" ${rdsApi}`,
    },
  },
  links: { proxy: proxyByName },
  timers: [],
});
