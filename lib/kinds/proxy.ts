import { attribute, defineKind } from './_kind';
import { proxyHop } from './_proxy-hop';
import { provider, proxyConnections, rdsApi } from './_sources';

const lifetime = `"RDS Proxy enforces a maximum life of client connections of 24 hours. This value is not configurable", the AWS documentation as quoted in https://github.com/prisma/orm/issues/23529`;

export default defineKind({
  name: 'proxy',
  title: 'RDS Proxy',
  terraform: { types: ['aws_db_proxy'], names: ['name', 'endpoint', 'arn'] },
  cloudformation: { types: ['AWS::RDS::DBProxy'], names: ['DBProxyName'] },
  account: { types: ['rds:db-proxy'], names: ['DBProxyName', 'Endpoint'] },
  settings: {
    name: attribute('text', 'name', 'db_proxy', 'DBProxyName'),
    engine_family: attribute('text', 'engine_family', 'db_proxy', 'EngineFamily'),
    idle_client_timeout: {
      as: 'seconds',
      terraform: 'idle_client_timeout',
      cloudformation: 'IdleClientTimeout',
      account: 'IdleClientTimeout',
      default: { value: 1800, cite: `"Default: 1800 (30 minutes)" ${rdsApi}` },
      range: { min: 1, max: 28_800, cite: `"Constraints: 1 to 28,800" ${rdsApi}` },
      cite: `DBProxy.IdleClientTimeout, ${rdsApi}`,
    },
    connection_lifetime: { as: 'seconds', fixed: () => ({ value: 86_400, cite: lifetime }), cite: lifetime },
    // A real proxy's is in its target group; a declared one carries it itself.
    init_query: { as: 'text', cite: provider('db_proxy_default_target_group') },
  },
  links: {},
  timers: [
    {
      name: 'proxy.idle_client_timeout',
      class: 'between-queries',
      phases: ['pause'],
      value: { setting: 'idle_client_timeout' },
      expiry: 'orderly-close',
      bounds: 'idle',
      cite: `"A client connection is considered idle when the application doesn't submit a new request within the specified time after the previous request completed" ${proxyConnections}`,
    },
    {
      name: 'proxy.connection_lifetime',
      class: 'life-cap',
      phases: ['query'],
      value: { setting: 'connection_lifetime' },
      expiry: 'orderly-close',
      bounds: 'connection-age',
      uncertain: 'whether RDS Proxy cuts a query that runs when its connection is 24 h old is not documented',
      cite: lifetime,
    },
  ],
  hop: {
    ...proxyHop,
    inline: {
      idleClientTimeout: {
        setting: 'idle_client_timeout',
        as: 'duration',
        description: 'How long a client may pause between two requests, 1 s to 8 h; 30 min unless declared.',
      },
      initQuery: {
        setting: 'init_query',
        as: 'text',
        description: 'SQL that the proxy runs on each new database connection.',
      },
    },
  },
});
