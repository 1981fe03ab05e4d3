import {
  formatDuration,
  timerVerdict,
  withoutHeadroom,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type TimerCase,
} from 'holdfast/policy';

function check(it: TimerCase): PolicyVerdict | null {
  const { demand, timer } = it.judgement;
  const verdict = timerVerdict(it);
  if (verdict?.outcome !== 'unknown' || demand === null || timer.value.state !== 'known' || timer.value.value === null)
    return verdict;
  const youngest = withoutHeadroom(timer.value.value, it.workload) - it.workload.maxQueryDuration;
  if (youngest <= 0) return { ...verdict, settles: 'run a query of that length without RDS Proxy' };
  return {
    ...verdict,
    settles: `let the pool retire connections before they are ${formatDuration(youngest)} old, and declare that as maxConnectionAge`,
  };
}

/** A pool behind RDS Proxy. */
const estate = (maxConnectionAge: string): PolicyExample => ({
  resources: {
    'aws_db_proxy.orders': { name: 'orders', engine_family: 'POSTGRESQL' },
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
        name: 'nightly-etl',
        maxQueryDuration: '4h',
        maxConnectionAge,
        path: [
          { client: { name: 'airflow', keepalive: { idle: '60s', interval: '10s', count: 6 } } },
          { proxy: 'aws_db_proxy.orders' },
          { database: 'aws_db_instance.orders' },
        ],
      },
    ],
  },
});

const policy: Policy = {
  id: 'proxy-connection-lifetime',
  title: 'A query ends before RDS Proxy ends its connection after 24 hours',
  severity: 'info',
  never: 'fail',
  per: 'timer',
  judges: [{ timer: 'proxy.connection_lifetime', phase: 'query' }],
  why:
    'RDS Proxy enforces a maximum life of client connections of 24 hours, which cannot be configured. Whether it cuts a query ' +
    'that runs at that moment is not documented. So a query is safe only where its connection is young enough when it starts.',
  fix: 'Let the pool retire connections early enough (maximum lifetime), and declare that as `maxConnectionAge`.',
  refs: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-connections.html',
    'https://github.com/prisma/orm/issues/23529',
  ],
  example: { bad: estate('22h'), good: estate('8h') },
  check,
};

export default policy;
