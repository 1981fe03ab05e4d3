import {
  clientTimeoutFix,
  code,
  timerVerdict,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type TimerCase,
} from 'holdfast/policy';

function check(it: TimerCase): PolicyVerdict | null {
  const verdict = timerVerdict(it, clientTimeoutFix);
  return verdict?.outcome === 'fail' ? { ...verdict, message: `${verdict.message}${afterwards(it)}` } : verdict;
}

/** What this limit of a client is reset by, and what becomes of the query, as far as the consequence does not say it. */
function afterwards({ judgement, path }: TimerCase): string {
  switch (judgement.timer.expiry) {
    case 'client-closes':
      return '; bytes from the server start it again, keepalive probes do not';
    case 'client-gives-up':
      return '; nothing starts it again, and nobody cancels the query';
    default: {
      // Cancel requests were not passed on in 2023; what AWS says of it today was not found (facts: postgres-rds 3).
      const proxy = path.hops.find((hop) => hop.node.kind.hop?.startupOptions === 'refused');
      const doubt =
        proxy === undefined ? '' : `; whether ${code(proxy.node.subject)} passes the cancel on is not documented`;
      return `; nothing starts it again${doubt}`;
    }
  }
}

/** A report that its driver gives up on, and the connection string that says when. */
const estate = (connection: string): PolicyExample => ({
  configuration: {
    workloads: [
      {
        name: 'monthly-report',
        maxQueryDuration: '20m',
        path: [{ client: { name: 'reports', driver: 'pgjdbc', connection } }, { database: { name: 'orders' } }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'client-timeout-outlasts-query',
  title: 'The limits of the driver outlast the query',
  severity: 'error',
  per: 'timer',
  judges: [
    { timer: 'client.read_timeout', phase: 'query' },
    { timer: 'client.query_timeout', phase: 'query' },
    { timer: 'client.command_timeout', phase: 'query' },
  ],
  why:
    'Drivers give up on their own. `socketTimeout` of the JDBC driver closes the connection after that long without a byte, and a ' +
    'query that still runs sends none. `query_timeout` of node-postgres stops waiting and leaves the query running, with its ' +
    'locks. `Command Timeout` of Npgsql cancels, after 30 s unless the connection string says otherwise.',
  fix:
    'Raise the limit in the connection string above the longest query, in the unit of the driver (seconds for JDBC, Npgsql and ' +
    'asyncpg, milliseconds for node-postgres), and let `statement_timeout` on the role end what takes too long: it stops the query too.',
  refs: [
    'https://github.com/pgjdbc/pgjdbc/blob/master/pgjdbc/src/main/java/org/postgresql/PGProperty.java',
    'https://github.com/brianc/node-postgres/blob/master/packages/pg/lib/client.js',
    'https://github.com/npgsql/doc/blob/main/conceptual/Npgsql/connection-string-parameters.md',
    'https://github.com/MagicStack/asyncpg/blob/master/asyncpg/connect_utils.py',
  ],
  example: {
    bad: estate('jdbc:postgresql://orders.internal/app?socketTimeout=600'),
    good: estate('jdbc:postgresql://orders.internal/app?socketTimeout=1260'),
  },
  check,
};

export default policy;
