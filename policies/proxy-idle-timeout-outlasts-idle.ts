import { timerVerdict, type Policy, type PolicyExample } from 'holdfast/policy';

/** A pool behind RDS Proxy whose connections pause for up to 20 min. */
const estate = (idle_client_timeout: number): PolicyExample => ({
  resources: {
    'aws_db_proxy.orders': { name: 'orders', engine_family: 'POSTGRESQL', idle_client_timeout },
    'aws_db_proxy_target.orders': {
      db_proxy_name: '${aws_db_proxy.orders.name}',
      target_group_name: 'default',
      db_instance_identifier: '${aws_db_instance.orders.identifier}',
    },
    'aws_db_instance.orders': { identifier: 'orders', engine: 'postgres', engine_version: '16.4' },
  },
  configuration: {
    workloads: [
      {
        name: 'checkout-api',
        maxQueryDuration: '30s',
        maxIdle: '20m',
        path: [{ client: { name: 'api' } }, { proxy: 'aws_db_proxy.orders' }, { database: 'aws_db_instance.orders' }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'proxy-idle-timeout-outlasts-idle',
  title: 'The idle client timeout of RDS Proxy outlasts the pauses of a pooled connection',
  // An orderly close, and never of a running query.
  severity: 'warning',
  per: 'timer',
  judges: [{ timer: 'proxy.idle_client_timeout', phase: 'pause' }],
  why:
    'RDS Proxy closes a client connection that submits no request within `idle_client_timeout` (30 min by default) after the ' +
    'previous request completed. A running query never counts as idle. The close is orderly, but an application whose pool ' +
    'keeps connections longer than that fails at the next query.',
  fix:
    'Raise `idle_client_timeout` above the longest pause (up to 8 h), or let the pool drop idle connections sooner and declare ' +
    'that as `maxIdle`.',
  refs: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-connections.html'],
  example: { bad: estate(600), good: estate(1800) },
  check: timerVerdict,
};

export default policy;
