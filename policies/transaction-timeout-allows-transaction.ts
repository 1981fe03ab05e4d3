import { timerVerdict, type Policy, type PolicyExample } from 'holdfast/policy';

/** A database whose transactions take up to 2 min. */
const estate = (parameter: readonly { readonly name: string; readonly value: string }[]): PolicyExample => ({
  resources: {
    'aws_db_instance.orders': {
      identifier: 'orders',
      engine: 'postgres',
      engine_version: '17.2',
      parameter_group_name: '${aws_db_parameter_group.orders.name}',
    },
    'aws_db_parameter_group.orders': { name: 'orders', family: 'postgres17', parameter },
  },
  configuration: {
    workloads: [
      {
        name: 'checkout-api',
        maxQueryDuration: '30s',
        maxTransactionDuration: '2m',
        path: [{ client: { name: 'api' } }, { database: 'aws_db_instance.orders' }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'transaction-timeout-allows-transaction',
  title: 'The transaction timeout lets the longest transaction finish',
  severity: 'error',
  per: 'timer',
  judges: [{ timer: 'database.transaction_timeout', phase: 'query' }],
  why:
    'PostgreSQL 17 and later end the whole session when a transaction is older than `transaction_timeout` (FATAL 25P04), busy ' +
    'or idle. A single statement outside a transaction counts as one, so the limit also caps every query, and a longer ' +
    '`statement_timeout` is then ignored.',
  fix:
    'Set `transaction_timeout` on the role above its longest transaction and its longest query: `ALTER ROLE ... SET ' +
    'transaction_timeout = ...`; or 0, and let `statement_timeout` bound what runs.',
  refs: ['https://www.postgresql.org/docs/17/runtime-config-client.html'],
  example: {
    bad: estate([{ name: 'transaction_timeout', value: '60000' }]),
    good: estate([{ name: 'transaction_timeout', value: '180000' }]),
  },
  check: (it) => timerVerdict(it),
};

export default policy;
