import {
  code,
  durationOf,
  formatDuration,
  parameterName,
  provenanceOf,
  setParameter,
  valueOf,
  valueText,
  weigh,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type RoleCase,
} from 'holdfast/policy';

const parameter = 'statement_timeout';

/** A role whose runaway queries are to end after 2 min. */
const estate = (app_user: { readonly statement_timeout?: string }): PolicyExample => ({
  resources: {
    'aws_db_instance.orders': { identifier: 'orders', engine: 'postgres', engine_version: '16.4' },
  },
  configuration: {
    declared: { roles: { app_user } },
    workloads: [
      {
        name: 'checkout-api',
        roles: ['app_user'],
        maxQueryDuration: '30s',
        maxStatementTimeout: '2m',
        path: [{ client: { name: 'api' } }, { database: 'aws_db_instance.orders' }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'statement-timeout-bounds-query',
  title: 'A runaway query ends at `maxStatementTimeout` at the latest',
  severity: 'warning',
  per: 'role',
  why:
    'A query that nobody bounds runs until it ends by itself: it holds its locks, keeps vacuum from cleaning up and takes a ' +
    'connection. `maxStatementTimeout` declares how long that may last, so `statement_timeout` has to be set, and to no more. ' +
    'Any user may change its own limit, so this is a default and no enforcement.',
  fix: 'Set `statement_timeout` on the role, between its longest query and `maxStatementTimeout`.',
  refs: [
    'https://www.postgresql.org/docs/current/runtime-config-client.html',
    'https://www.postgresql.org/docs/current/sql-alterrole.html',
  ],
  example: { bad: estate({}), good: estate({ statement_timeout: '1min' }) },
  check,
};

function check(it: RoleCase): PolicyVerdict | null {
  const { workload, database, role, session } = it;
  const most = workload.maxStatementTimeout;
  const setting = session[parameter];
  if (most === null || setting === undefined) return null;
  const limit = durationOf(setting, parameter);
  const provenance = provenanceOf(limit);
  const isValue = `${parameterName(parameter, database.member, role)} is ${valueText(limit)}`;
  const promise = `\`maxStatementTimeout\` of ${code(workload.name)} is ${formatDuration(most)}`;
  const weighed = weigh(limit, (value) => value !== null && value <= most);
  const numbers = { provenance, expected: `<= ${String(most)}`, actual: valueOf(limit) ?? null, unit: 's' } as const;
  if (weighed.is === 'good')
    return { outcome: 'pass', message: `${isValue}, which ends a runaway query in time: ${promise}`, ...numbers };
  if (weighed.is === 'open') {
    const message = `${isValue}; ${promise}, and whether a runaway query ends by then cannot be told: ${weighed.why}`;
    return { outcome: 'unknown', message, provenance, settles: weighed.settles };
  }
  const value = valueOf(limit);
  const lasts = typeof value === 'number' ? `runs for ${formatDuration(value)}` : 'runs until it ends by itself';
  return {
    outcome: 'fail',
    message: `${isValue}, so a runaway query ${lasts}; ${promise}`,
    ...numbers,
    fix: setParameter(it, parameter, String(most * 1000), role, limit),
  };
}

export default policy;
