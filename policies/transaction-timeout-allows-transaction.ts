import { timerVerdict, type Policy } from 'holdfast/policy';

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
  check: (it) => timerVerdict(it),
};

export default policy;
