import {
  code,
  durationOf,
  formatDuration,
  parameterName,
  provenanceOf,
  setParameter,
  valueOf,
  valueText,
  versionOf,
  weigh,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type RoleCase,
  type Seconds,
} from 'holdfast/policy';

const parameter = 'client_connection_check_interval';

/** A database that is to end the queries of clients that are gone within 10 min. */
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
        maxQueryDuration: '30m',
        detectDeadPeerWithin: '10m',
        path: [{ client: { name: 'api' } }, { database: 'aws_db_instance.orders' }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'lost-client-is-noticed',
  title: 'A query whose client is gone ends within `detectDeadPeerWithin`',
  severity: 'warning',
  per: 'role',
  why:
    'A server that runs a query does not look at its connection: when the client is gone, the query runs on to its end and ' +
    'fails when it sends its result, even after the keepalive gave the connection up. Retries pile up behind it. From ' +
    'PostgreSQL 14 on, `client_connection_check_interval` makes it look while it works; it is off unless set.',
  fix:
    'Set `client_connection_check_interval` to no more than `detectDeadPeerWithin`, together with a keepalive that is fast ' +
    'enough, since it sees only what the operating system knows. Before PostgreSQL 14 only `statement_timeout` helps.',
  refs: [
    'https://www.postgresql.org/docs/current/runtime-config-connection.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.DeadConnectionHandling.html',
  ],
  example: {
    bad: estate([{ name: 'client_connection_check_interval', value: '0' }]),
    good: estate([{ name: 'client_connection_check_interval', value: '60000' }]),
  },
  check,
};

function check(it: RoleCase): PolicyVerdict | null {
  const { workload, path, database, role, session } = it;
  const within = workload.detectDeadPeerWithin;
  const setting = session[parameter];
  if (within === null || setting === undefined) return null;
  const interval = durationOf(setting, parameter);
  const provenance = provenanceOf(interval);
  const promise = `\`detectDeadPeerWithin\` of ${code(workload.name)} is ${formatDuration(within)}`;
  const numbers = {
    provenance,
    expected: `<= ${String(within)}`,
    actual: valueOf(interval) ?? null,
    unit: 's',
  } as const;
  const longest = longestRun(it);
  if (longest.seconds <= within) {
    const message = `a query of ${code(workload.name)} whose client is gone ends after ${formatDuration(longest.seconds)} at the latest (${longest.by}); ${promise}`;
    return { outcome: 'pass', message, ...numbers };
  }
  const peer = path.legs.find((one) => one.serverEnd === database)?.callerEnd ?? null;
  if (peer !== path.client || peer === null) {
    const who = peer === null ? 'something that the path does not show' : code(peer.member.subject);
    return {
      outcome: 'unknown',
      message: `the peer of ${code(database.member.subject)} is ${who}, so ${code(parameter)} notices a lost client only if that drops its own connection, which cannot be told; ${promise}`,
      provenance,
      settles: 'measure it, or bound the query with `statement_timeout`',
    };
  }
  const runsOn = `so a query of ${code(workload.name)} whose client is gone runs on for up to ${formatDuration(longest.seconds)} (${longest.by})`;
  const version = versionOf(database.member);
  const since = database.member.kind.session?.parameters[parameter]?.since ?? 0;
  if (version !== null && version < since) {
    const message = `PostgreSQL ${String(version)} of ${code(database.member.subject)} does not have ${code(parameter)} (${String(since)} does), ${runsOn}; only \`statement_timeout\` bounds it; ${promise}`;
    return { outcome: 'fail', message, ...numbers, fix: null };
  }
  const isValue = `${parameterName(parameter, database.member, role)} is ${valueText(interval)}`;
  const weighed = weigh(interval, (value) => value !== null && value <= within);
  if (weighed.is === 'good') return { outcome: 'pass', message: `${isValue}; ${promise}`, ...numbers };
  if (weighed.is === 'open')
    return {
      outcome: 'unknown',
      message: `${isValue}; ${promise}, and whether a lost client is noticed by then cannot be told: ${weighed.why}`,
      provenance,
      settles: weighed.settles,
    };
  return {
    outcome: 'fail',
    message: `${isValue}, ${valueOf(interval) === null ? runsOn : 'so a lost client is noticed too late'}; ${promise}`,
    ...numbers,
    fix: setParameter(it, parameter, String(within * 1000), role, interval),
  };
}

/** How long a query runs at most: what was promised, or what the server cuts before. */
function longestRun({ workload, session }: RoleCase): { readonly seconds: Seconds; readonly by: string } {
  const limit = valueOf(session.statement_timeout);
  return typeof limit === 'number' && limit < workload.maxQueryDuration
    ? { seconds: limit, by: '`statement_timeout`' }
    : { seconds: workload.maxQueryDuration, by: '`maxQueryDuration`' };
}

export default policy;
