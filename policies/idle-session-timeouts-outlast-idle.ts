import { timerVerdict, type Policy, type PolicyExample } from 'holdfast/policy';

/** A database whose sessions pause in a pool for up to 10 min. */
const estate = (parameter: readonly { readonly name: string; readonly value: string }[]): PolicyExample => ({
  resources: {
    'aws_db_instance.orders': {
      identifier: 'orders',
      engine: 'postgres',
      engine_version: '16.4',
      parameter_group_name: '${aws_db_parameter_group.orders.name}',
    },
    'aws_db_parameter_group.orders': { name: 'orders', family: 'postgres16', parameter },
  },
  configuration: {
    workloads: [
      {
        name: 'checkout-api',
        maxQueryDuration: '30s',
        maxIdle: '10m',
        path: [{ client: { name: 'api' } }, { database: 'aws_db_instance.orders' }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'idle-session-timeouts-outlast-idle',
  title: 'The idle timeouts of server and pooler outlast the pauses of a pooled connection',
  severity: 'warning',
  per: 'timer',
  judges: [
    { timer: 'database.idle_session_timeout', phase: 'pause' },
    { timer: 'database.idle_in_transaction_session_timeout', phase: 'pause' },
    { timer: 'pooler.client_idle_timeout', phase: 'pause' },
  ],
  why:
    'A pool keeps connections open between queries. A server or pooler that ends idle sessions sooner closes a connection the ' +
    'pool still counts on, and the next query meets the closed connection (FATAL 57P05 or 25P03). The PostgreSQL manual: "Be ' +
    'wary of enforcing this timeout on connections made through connection-pooling software". A running query is never idle. ' +
    'PgBouncer in session mode gives each client a session of its own, which pauses with it; its `client_idle_timeout` runs in ' +
    'transaction mode alone, where it replaces sessions that the server ended.',
  fix:
    'Let the pool close idle connections before the server does: raise the timeout above the longest pause, or lower the idle ' +
    'timeout of the pool and declare it as `maxIdle`. A transaction that pauses too long is mended in the program.',
  refs: [
    'https://www.postgresql.org/docs/current/runtime-config-client.html',
    'https://github.com/pgbouncer/pgbouncer/blob/master/doc/config.md',
  ],
  example: {
    bad: estate([{ name: 'idle_session_timeout', value: '60000' }]),
    good: estate([{ name: 'idle_session_timeout', value: '900000' }]),
  },
  check: (it) => timerVerdict(it),
};

export default policy;
