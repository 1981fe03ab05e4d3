import {
  code,
  decisive,
  formatDuration,
  isGlob,
  mayOverlap,
  provenanceOf,
  sessionOf,
  withHeadroom,
  type EstateCase,
  type EstateVerdict,
  type Graph,
  type Node,
  type Path,
  type Policy,
  type PolicyExample,
  type Seconds,
  type Workload,
} from 'holdfast/policy';

const parameter = 'statement_timeout';

/** A role with a tight limit, and the longest query of another workload on it. */
const estate = (longest: string): PolicyExample => ({
  resources: {
    'aws_db_instance.orders': { identifier: 'orders', engine: 'postgres', engine_version: '16.4' },
  },
  configuration: {
    workloads: [
      {
        name: 'checkout-api',
        roles: ['app_user'],
        maxQueryDuration: '30s',
        maxStatementTimeout: '2m',
        path: [{ client: { name: 'api' } }, { database: 'aws_db_instance.orders' }],
      },
      {
        name: 'reports',
        roles: ['app_user'],
        maxQueryDuration: longest,
        path: [{ client: { name: 'bi' } }, { database: 'aws_db_instance.orders' }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'workload-promises-agree',
  title: 'No two workloads promise on one role what no single setting can serve',
  severity: 'warning',
  per: 'estate',
  why:
    'A role has one `statement_timeout` in a database. A workload that wants runaway queries ended at 2 min and another that ' +
    'promises queries of 4 h on the same role contradict each other: whichever value is set, one of the two promises breaks.',
  fix: 'Give each workload a role of its own, or let the long one set `statement_timeout` in its own session.',
  refs: ['https://www.postgresql.org/docs/current/sql-alterrole.html'],
  example: { bad: estate('4h'), good: estate('90s') },
  check: ({ graph, workloads }: EstateCase) =>
    workloads.flatMap((one) =>
      databasesOf(one.paths).flatMap((database) => verdictsOn(graph, one.workload, database, workloads)),
    ),
};

type Entry = EstateCase['workloads'][number];

/** The servers that paths lead to: a role of a cluster is one role on each of its instances. */
function databasesOf(paths: readonly Path[]): readonly Node[] {
  return [...new Set(paths.flatMap((path) => (path.database === null ? [] : [path.database.node])))];
}

/** Only `maxStatementTimeout` is an upper bound, so only it contradicts what another workload needs; transactions are bounded by no promise. */
function verdictsOn(graph: Graph, workload: Workload, database: Node, all: readonly Entry[]): readonly EstateVerdict[] {
  const most = workload.maxStatementTimeout;
  if (most === null || setsItself(graph, workload, database, all)) return [];
  const others = all.filter(
    (one) =>
      one.workload !== workload &&
      databasesOf(one.paths).includes(database) &&
      !setsItself(graph, one.workload, database, all),
  );
  return rolesOf(workload).flatMap((role): readonly EstateVerdict[] => {
    const sharing = others.map((one) => ({
      other: one.workload,
      share: shares(role, one.workload),
      needs: withHeadroom(one.workload.maxQueryDuration, one.workload),
    }));
    const sure = sharing.filter((one) => one.share === 'yes');
    const against = sure.find((one) => one.needs >= most);
    const maybe = sharing.find((one) => one.share === 'maybe' && one.needs >= most);
    const at = { resource: database, workload: workload.name, role };
    const on = `on ${role === null ? '' : `role ${code(role)} of `}${code(database.subject)}`;
    const wants = `${code(workload.name)} wants queries ended at ${formatDuration(most)} (\`maxStatementTimeout\`)`;
    if (against !== undefined)
      return [
        {
          ...at,
          verdict: {
            outcome: 'fail',
            message: `${on} ${wants} and ${promise(against)}, so no ${code(parameter)} serves both: give ${code(against.other.name)} a role of its own`,
            expected: `> ${String(against.needs)} and <= ${String(most)}`,
            actual: null,
            unit: 's',
            fix: {
              resource: against.other.name,
              type: 'workload',
              setting: 'roles',
              value: [`${role ?? 'role'}_${against.other.name}`.replace(/[^A-Za-z0-9_]+/g, '_')],
            },
          },
        },
      ];
    if (maybe !== undefined)
      return [
        {
          ...at,
          verdict: {
            outcome: 'unknown',
            message: `${on} ${wants} and ${promise(maybe)}; whether they share a role cannot be told`,
            settles: `name the \`roles\` of ${code(workload.name)} and ${code(maybe.other.name)} without wildcards`,
          },
        },
      ];
    if (sure.length === 0) return [];
    const names = sure.map((one) => code(one.other.name)).join(', ');
    return [
      { ...at, verdict: { outcome: 'pass', message: `${on} ${wants}, which leaves room for the queries of ${names}` } },
    ];
  });
}

function promise({ other, needs }: { readonly other: Workload; readonly needs: Seconds }): string {
  const headroom = needs === other.maxQueryDuration ? '' : `, ${formatDuration(needs)} with headroom`;
  return `${code(other.name)} promises queries of ${formatDuration(other.maxQueryDuration)} (\`maxQueryDuration\`${headroom})`;
}

/** `null`: no role is declared. */
function rolesOf(workload: Workload): readonly (string | null)[] {
  return workload.roles.length === 0 ? [null] : workload.roles;
}

/** Whether another workload queries as this role (or as one that this pattern means). */
function shares(role: string | null, other: Workload): 'yes' | 'maybe' | 'no' {
  if (role === null || other.roles.length === 0) return 'maybe';
  const overlapping = other.roles.filter((one) => mayOverlap(one, role));
  if (overlapping.length === 0) return 'no';
  // A name that a pattern matches exists, since a workload names it; two patterns may have no role in common.
  return overlapping.some((one) => one === role || !isGlob(one) || !isGlob(role)) ? 'yes' : 'maybe';
}

/** Whether every path of a workload brings its own value, so that the role's does not matter to it. */
function setsItself(graph: Graph, workload: Workload, database: Node, all: readonly Entry[]): boolean {
  const paths = all
    .filter((one) => one.workload === workload)
    .flatMap((one) => one.paths)
    .filter((path) => path.database?.node === database);
  return paths.every((path) => {
    const setting =
      path.database === null ? undefined : sessionOf(graph, path.database.member, path.hops, null)[parameter];
    const level = setting?.state === 'known' ? decisive(provenanceOf(setting))?.level : undefined;
    return level === 'session' || level === 'init-query' || level === 'connection-options';
  });
}

export default policy;
