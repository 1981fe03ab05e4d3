import {
  code,
  deadPeerAfter,
  decisive,
  formatDuration,
  probesOf,
  provenanceOf,
  serverKeepaliveFix,
  setParameter,
  valueOf,
  whose,
  type Fix,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type RoleCase,
  type Seconds,
} from 'holdfast/policy';

/** A database that is to notice within 2 min that a client is gone. */
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
        detectDeadPeerWithin: '2m',
        path: [{ client: { name: 'api' } }, { database: 'aws_db_instance.orders' }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'keepalive-notices-dead-peer',
  title: 'The server notices within `detectDeadPeerWithin` that its peer is gone',
  severity: 'warning',
  per: 'role',
  why:
    'A peer that dies without a word (power, network, a failover) leaves a session that holds its locks and its connection. The ' +
    'server notices by keepalive probes that go unanswered: after the longer of `tcp_keepalives_idle` and ' +
    '`tcp_keepalives_interval`, plus that interval x `tcp_keepalives_count`, which is 360 s on RDS unless set, or, where ' +
    '`tcp_user_timeout` is set, at the first probe due after that time, however many probes the count allows. While a result is ' +
    'on its way and nobody acknowledges it, no probe is sent: Linux repeats it for a quarter of an hour, or for ' +
    '`tcp_user_timeout`. The peer is whoever opened the connection: behind a proxy, the proxy.',
  fix: 'Shorten `tcp_keepalives_idle` first, then the interval; they are dynamic, so no reboot is needed.',
  refs: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.DeadConnectionHandling.html',
    'https://www.postgresql.org/docs/current/runtime-config-connection.html',
  ],
  example: {
    bad: estate([{ name: 'tcp_keepalives_idle', value: '300' }]),
    good: estate([
      { name: 'tcp_keepalives_idle', value: '60' },
      { name: 'tcp_keepalives_interval', value: '20' },
      { name: 'tcp_keepalives_count', value: '3' },
    ]),
  },
  check,
};

function check(it: RoleCase): PolicyVerdict | null {
  const { workload, path, database, role, session } = it;
  const within = workload.detectDeadPeerWithin;
  const leg = path.legs.find((one) => one.serverEnd === database);
  const [, server] = leg === undefined ? [] : probesOf(leg, session);
  if (within === null || server === undefined) return null;
  const noticed = deadPeerAfter(server);
  const after = valueOf(noticed);
  const provenance = provenanceOf(noticed);
  const who = `${code(database.member.subject)}${role === null ? '' : `, in a session of role ${code(role)},`}`;
  const promise = `\`detectDeadPeerWithin\` of ${code(workload.name)} is ${formatDuration(within)}`;
  if (noticed.state === 'known' && typeof after === 'number') {
    const isValue = `${who} notices a dead peer after ${formatDuration(after)} (${reckoning(it)})`;
    const numbers = { provenance, expected: `<= ${String(within)}`, actual: after, unit: 's' } as const;
    if (after <= within) return { outcome: 'pass', message: `${isValue}; ${promise}`, ...numbers };
    const message = `${isValue}, and the dead session keeps its locks and its connection until then; ${promise}`;
    return { outcome: 'fail', message, ...numbers, fix: fixOf(it, within) };
  }
  const why = noticed.state === 'known' ? 'it sends no keepalive probes' : noticed.why;
  const settles = noticed.state === 'known' ? 'set tcp_keepalives_idle' : noticed.settles;
  const message = `when ${who} notices a dead peer cannot be told: ${why}; ${promise}`;
  return { outcome: 'unknown', message, provenance, settles };
}

/** `300 s (default) + 2 (default) x 30 s (default)`: each number with whose it is. */
function reckoning({ session }: RoleCase): string {
  const of = (name: string, unit: string): string => {
    const setting = session[name];
    return `${code(name)} ${String(valueOf(setting))}${unit}${setting === undefined ? '' : whose(provenanceOf(setting))}`;
  };
  const probes = `${of('tcp_keepalives_idle', ' s')}, ${of('tcp_keepalives_interval', ' s')}`;
  return valueOf(session.tcp_user_timeout) == null
    ? `${probes}, ${of('tcp_keepalives_count', '')}`
    : `${of('tcp_user_timeout', ' s')} decides, ${probes}`;
}

/** Where the user timeout alone is in the way, it goes; else the keepalive becomes short enough where it is set. */
function fixOf(it: RoleCase, within: Seconds): Fix | null {
  const { role, session } = it;
  const [idle, interval, count] = ['tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count'].map(
    (name) => Number(valueOf(session[name])),
  );
  const userTimeout = session.tcp_user_timeout;
  const hasUserTimeout = userTimeout !== undefined && valueOf(userTimeout) !== null;
  if (hasUserTimeout && Math.max(idle ?? 0, interval ?? 0) + (interval ?? 0) * (count ?? 0) <= within)
    return {
      ...setParameter(it, 'tcp_user_timeout', '0', role, userTimeout),
      note: 'the keepalive alone is fast enough',
    };
  const short = shorter(within);
  if (short === null) return null;
  const written = session.tcp_keepalives_idle;
  const level = written === undefined ? undefined : decisive(provenanceOf(written))?.level;
  const everybody = role === null || everybodysLevels.some((one) => one === level);
  const fix = everybody
    ? serverKeepaliveFix(it, short)
    : {
        ...setParameter(it, 'tcp_keepalives_idle', String(short.idle), role, written ?? null),
        note: `and tcp_keepalives_interval to ${String(short.interval)}, tcp_keepalives_count to ${String(short.count)}`,
      };
  return hasUserTimeout ? { ...fix, note: `${fix.note ?? ''}, tcp_user_timeout to 0` } : fix;
}

/** What every session starts with. */
const everybodysLevels = ['default', 'cluster-group', 'instance-group', 'server'] as const;

/** Half of the time is left to the probes, three of them; keepalive has whole seconds, so below 5 s nothing fits. */
function shorter(within: Seconds): { idle: Seconds; interval: Seconds; count: number } | null {
  const idle = Math.min(60, Math.floor(within / 2));
  const interval = Math.min(30, Math.floor((within - idle) / 3));
  return interval < 1 ? null : { idle, interval, count: 3 };
}

export default policy;
