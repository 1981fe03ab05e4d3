import {
  sessionOf,
  timerVerdict,
  valueOf,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type TimerCase,
} from 'holdfast/policy';

function check(it: TimerCase): PolicyVerdict | null {
  const verdict = timerVerdict(it);
  if (verdict?.outcome !== 'unknown') return verdict;
  const feedback = valueOf(sessionOf(it.graph, it.hop.member, it.path.hops, it.role).hot_standby_feedback) === 1;
  return {
    ...verdict,
    message: feedback
      ? `${verdict.message}; hot_standby_feedback is on, which avoids conflicts with vacuum, not those with DDL`
      : verdict.message,
    settles:
      'raise max_standby_streaming_delay above the query (-1 waits for ever), or send the query to the writer, where replay conflicts do not exist',
  };
}

/** A replica that reports are read from. */
const estate = (delay: string): PolicyExample => ({
  resources: {
    'aws_db_instance.orders': { identifier: 'orders', engine: 'postgres', engine_version: '16.4' },
    'aws_db_instance.replica': {
      identifier: 'orders-replica',
      replicate_source_db: '${aws_db_instance.orders.identifier}',
      engine_version: '16.4',
      parameter_group_name: '${aws_db_parameter_group.replica.name}',
    },
    'aws_db_parameter_group.replica': {
      name: 'orders-replica',
      family: 'postgres16',
      parameter: [{ name: 'max_standby_streaming_delay', value: delay }],
    },
  },
  configuration: {
    workloads: [
      {
        name: 'reports',
        maxQueryDuration: '10m',
        path: [{ client: { name: 'bi' } }, { database: 'aws_db_instance.replica' }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'reader-conflict-outlasts-query',
  title: 'A reader waits longer for a query than the query takes before replay cancels it',
  severity: 'warning',
  never: 'fail',
  per: 'timer',
  judges: [{ timer: 'database.max_standby_streaming_delay', phase: 'conflict' }],
  why:
    'A reader replays what the writer did. Where a query stands in the way of that, replay waits for ' +
    '`max_standby_streaming_delay` (30 s in PostgreSQL; Aurora readers have tighter limits) and then cancels the query with ' +
    'ERROR 40001. Without a conflict nothing is cancelled, so a longer query is at risk, not cut for sure.',
  fix:
    'Raise `max_standby_streaming_delay` on the readers above the longest query, or set it to -1 where replay may lag; ' +
    '`hot_standby_feedback` avoids the conflicts that vacuum causes, at the price of bloat.',
  refs: [
    'https://www.postgresql.org/docs/current/runtime-config-replication.html',
    'https://repost.aws/knowledge-center/rds-postgresql-error-conflict-recovery',
    'https://aws.amazon.com/blogs/database/manage-long-running-read-queries-on-amazon-aurora-postgresql-compatible-edition/',
  ],
  example: { bad: estate('30000'), good: estate('900000') },
  check,
};

export default policy;
