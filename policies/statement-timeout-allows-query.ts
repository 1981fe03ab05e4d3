import { timerVerdict, type Policy, type PolicyExample } from 'holdfast/policy';

/** A role whose queries take up to 5 min. */
const estate = (app_user: { readonly statement_timeout?: string }): PolicyExample => ({
  resources: {
    'aws_db_instance.orders': { identifier: 'orders', engine: 'postgres', engine_version: '16.4' },
  },
  configuration: {
    declared: { roles: { app_user } },
    workloads: [
      {
        name: 'checkout-api',
        roles: ['app_user'],
        maxQueryDuration: '5m',
        path: [{ client: { name: 'api' } }, { database: 'aws_db_instance.orders' }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'statement-timeout-allows-query',
  title: 'The statement timeout that a role really gets lets its longest query finish',
  severity: 'error',
  per: 'timer',
  judges: [
    { timer: 'database.statement_timeout', phase: 'query' },
    { timer: 'pooler.query_timeout', phase: 'query' },
  ],
  why:
    'PostgreSQL cancels a statement that runs longer than `statement_timeout` (ERROR 57014), however much of it was done; lock ' +
    'waits and the transfer of the rows count. The value that counts is the one a session of the role gets on this path: ' +
    'parameter group, then database, role, connection options, the init query of a proxy, and last the session itself. RDS ' +
    'Proxy refuses connection options. The `query_timeout` of PgBouncer drops the connection instead, and the query runs on.',
  fix:
    'Set `statement_timeout` on the role, above its longest query: `ALTER ROLE ... SET statement_timeout = ...`. A longer ' +
    'limit in the parameter group loosens it for every session. Jobs such as pg_dump set 0 in their own session.',
  refs: [
    'https://www.postgresql.org/docs/current/runtime-config-client.html',
    'https://www.postgresql.org/docs/current/sql-alterrole.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-connections.html',
    'https://github.com/pgbouncer/pgbouncer/blob/master/doc/config.md',
  ],
  example: { bad: estate({ statement_timeout: '30s' }), good: estate({ statement_timeout: '6min' }) },
  check: (it) => timerVerdict(it),
};

export default policy;
