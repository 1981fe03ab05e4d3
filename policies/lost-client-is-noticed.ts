import {
  code,
  deadPeerAfter,
  durationOf,
  formatDuration,
  parameterName,
  probesOf,
  provenanceOf,
  setParameter,
  valueOf,
  valueText,
  versionOf,
  weigh,
  type Fix,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type RoleCase,
  type Seconds,
  type Setting,
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
    'Set `client_connection_check_interval` to no more than what the keepalive leaves of `detectDeadPeerWithin`: the server ' +
    'sees only what the operating system knows, and looks again an interval later. Before PostgreSQL 14 only ' +
    '`statement_timeout` helps.',
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
  const leg = path.legs.find((one) => one.serverEnd === database);
  const peer = leg?.callerEnd ?? null;
  const [, probe] = leg === undefined ? [] : probesOf(leg, session);
  if (peer !== path.client || peer === null || probe === undefined) {
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
  const dead = deadPeerAfter(probe);
  const noticed = valueOf(dead) ?? null;
  const left = noticed === null ? within : within - noticed;
  const weighed = weigh(interval, (value) => value !== null && value <= left);
  const finds = noticed === null ? '' : `, and its keepalive notices a dead peer after ${formatDuration(noticed)}`;
  const open = weighed.is === 'open' ? weighed : weighed.is === 'good' && noticed === null ? doubt(dead) : null;
  if (open !== null)
    return {
      outcome: 'unknown',
      message: `${isValue}; ${promise}, and whether a lost client is noticed by then cannot be told: ${open.why}`,
      provenance,
      settles: open.settles,
    };
  if (weighed.is === 'good')
    return { outcome: 'pass', message: `${isValue}${finds}; ${promise}`, ...numbers, expected: `<= ${String(left)}` };
  const tooLate = `so a lost client is noticed too late${left > 0 ? '' : ', however often it looks: shorten the keepalive'}`;
  return {
    outcome: 'fail',
    message: `${isValue}${valueOf(interval) === null ? `, ${runsOn}` : `${finds}, ${tooLate}`}; ${promise}`,
    ...numbers,
    expected: `<= ${String(Math.max(0, left))}`,
    fix: fixOf(it, left, noticed, interval),
  };
}

/** What the keepalive leaves. Where it leaves nothing, it has to become faster, and what is set may stay. */
function fixOf(it: RoleCase, left: Seconds, noticed: Seconds | null, interval: Setting<Seconds | null>): Fix | null {
  const seconds = left > 0 ? left : (it.workload.detectDeadPeerWithin ?? 0) / 2;
  const fix = setParameter(it, parameter, String(Math.floor(seconds * 1000)), it.role, interval);
  if (left > 0 || noticed === null) return fix;
  if (valueOf(interval) !== null) return null;
  return { ...fix, note: `and shorten the keepalive, which notices a dead peer after ${formatDuration(noticed)}` };
}

/** Why it cannot be told when the server notices a dead peer. */
function doubt(dead: Setting<Seconds | null>): { readonly why: string; readonly settles: string } {
  return dead.state === 'known' ? { why: 'it sends no keepalive probes', settles: 'set tcp_keepalives_idle' } : dead;
}

/** How long a query runs at most: what was promised, or what the server cuts before. */
function longestRun({ workload, session }: RoleCase): { readonly seconds: Seconds; readonly by: string } {
  const limit = valueOf(session.statement_timeout);
  return typeof limit === 'number' && limit < workload.maxQueryDuration
    ? { seconds: limit, by: '`statement_timeout`' }
    : { seconds: workload.maxQueryDuration, by: '`maxQueryDuration`' };
}

export default policy;
