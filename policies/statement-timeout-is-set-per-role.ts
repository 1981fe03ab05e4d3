import {
  code,
  decisive,
  durationOf,
  parameterName,
  provenanceOf,
  setParameter,
  spanOf,
  valueOf,
  valueText,
  weigh,
  withHeadroom,
  type Known,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type Provenance,
  type RoleCase,
  type Seconds,
  type Step,
  type Workload,
} from 'holdfast/policy';

const parameter = 'statement_timeout';

/** A limit in the group of the database, or on its role. */
const estate = (group: string, app_user: { readonly statement_timeout?: string }): PolicyExample => ({
  resources: {
    'aws_db_instance.orders': {
      identifier: 'orders',
      engine: 'postgres',
      engine_version: '16.4',
      parameter_group_name: '${aws_db_parameter_group.orders.name}',
    },
    'aws_db_parameter_group.orders': {
      name: 'orders',
      family: 'postgres16',
      parameter: [{ name: 'statement_timeout', value: group }],
    },
  },
  configuration: {
    declared: { roles: { app_user } },
    workloads: [
      {
        name: 'checkout-api',
        roles: ['app_user'],
        maxQueryDuration: '30s',
        path: [{ client: { name: 'api' } }, { database: 'aws_db_instance.orders' }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'statement-timeout-is-set-per-role',
  title: 'The statement timeout is set on the role, not for everybody',
  severity: 'warning',
  per: 'role',
  why:
    'A `statement_timeout` in a parameter group limits every session: migrations, index builds, manual VACUUM and one-off ' +
    'repairs are cut like the requests it was meant for. The PostgreSQL manual: "Setting statement_timeout in postgresql.conf ' +
    'is not recommended because it would affect all sessions."',
  fix:
    'Set it on each role that needs it (`ALTER ROLE ... SET statement_timeout = ...`), take it out of the parameter group, and ' +
    'give migrations and maintenance a role of their own.',
  refs: [
    'https://www.postgresql.org/docs/current/runtime-config-client.html',
    'https://www.postgresql.org/docs/current/sql-alterrole.html',
  ],
  example: { bad: estate('60000', {}), good: estate('0', { statement_timeout: '60s' }) },
  check,
};

function check(it: RoleCase): PolicyVerdict | null {
  const { workload, database, role, session } = it;
  const setting = session[parameter];
  if (role === null || setting === undefined) return null;
  const limit = durationOf(setting, parameter);
  const provenance = provenanceOf(limit);
  const isValue = `${parameterName(parameter, database.member, role)} is ${valueText(limit)}`;
  const open = (why: string, settles: string): PolicyVerdict => ({
    outcome: 'unknown',
    message: `${isValue}; whether the limit is the role's own cannot be told: ${why}`,
    provenance,
    settles,
  });
  const weighed = weigh(limit, (value, candidate) => value === null || !isForAll(candidate, role));
  if (weighed.is === 'open') return open(weighed.why, weighed.settles);
  const value = valueOf(limit) ?? null;
  const numbers = { provenance, expected: `set on role ${role}`, actual: value, unit: 's' } as const;
  if (weighed.is === 'good') {
    const message =
      limit.state === 'known' && value === null
        ? `${isValue}; nothing limits every session`
        : `${isValue}, for this role alone`;
    return { outcome: 'pass', message, ...numbers };
  }
  const unseen = provenance.find((step) => step.level === 'role' && step.assumed !== undefined)?.assumed;
  if (unseen !== undefined) return open('no source shows the role', unseen);
  const from = writer(provenance)?.subject ?? database.member.subject;
  return {
    outcome: 'fail',
    message: `${isValue}, which limits every session of the database, migrations and maintenance too`,
    ...numbers,
    fix: {
      ...setParameter(it, parameter, String(suiting(spanOf(limit)?.max ?? 0, workload) * 1000), role, null),
      note: `then take ${parameter} out of ${code(from)}, and give migrations and maintenance a role of their own`,
    },
  };
}

/** Where the value is written: a server that runs it does not say, so the group that has a say is named. */
function writer(provenance: Provenance): Step | undefined {
  const step = decisive(provenance);
  return step?.level === 'server' ? (decisive(provenance.filter((one) => one.level.endsWith('-group'))) ?? step) : step;
}

/** The value that everybody had, in seconds, unless the workload's own promises ask for another one. */
function suiting(limit: Seconds, workload: Workload): Seconds {
  const needed = withHeadroom(workload.maxQueryDuration, workload);
  if (limit <= needed) return Math.floor(needed) + 1;
  return Math.min(limit, workload.maxStatementTimeout ?? limit);
}

/** Written where every session gets it: in a parameter group, the server's configuration, or for all roles. */
function isForAll(candidate: Known<Seconds | null>, role: string): boolean {
  const step = decisive(candidate.from);
  if (step === undefined) return false;
  // What was declared is a role's, a group's or a server's, and bears its name.
  if (step.level === 'declared') return step.subject !== role;
  return ['cluster-group', 'instance-group', 'server', 'all-roles', 'database'].includes(step.level);
}

export default policy;
