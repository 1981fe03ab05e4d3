import { isWorthCovering } from './assumed-paths';
import { catalogsOf, databasesIn, roleHomes, unreadCatalogOf } from './catalogs';
import type { Problem, Workload } from './configuration';
import type { Note, Reading } from './fact';
import { listNames } from './fan-out';
import { outgoing } from './follow';
import { matchesGlob } from './glob';
import type { Graph } from './graph';
import type { Node } from './node';
import type { Coverage } from './report';
import { isNoRole } from './role-sources';
import { ownersOf } from './select';
import { valueOf } from './setting';
import type { Run } from './timeline';

/** What was judged and what was not. */
export function coverageOf(
  graph: Graph,
  readings: readonly Reading[],
  workloads: readonly Workload[],
  runs: readonly Run[],
  problems: readonly Problem[],
  remarks: readonly Note[],
): Coverage {
  const onPath = new Set(
    runs.flatMap((run) =>
      run.path.membership === 'assumed'
        ? []
        : run.path.hops.flatMap((hop) => [hop.node, hop.member, ...hop.parts].map((node) => node.id)),
    ),
  );
  const judged = Object.values(graph.nodes).filter((node) => onPath.has(node.id));
  const idle = graph.hops.filter(
    (node) => !onPath.has(node.id) && isWorthCovering(node) && !isNamedByOwner(graph, node, onPath),
  );
  return {
    documents: readings.map((reading) => ({
      name: reading.document,
      source: reading.source,
      resources: reading.facts.length,
    })),
    judged: [...new Set(judged.map((node) => node.subject))],
    onNoPath: idle.map((node) => node.subject),
    notDeclared: workloads.flatMap((workload) =>
      workload.path === 'every-timer' ? [] : undeclared(graph, workload, runs),
    ),
    notes: [
      // A plan that is empty or cut short is why hops match nothing, so what the documents say of themselves comes first.
      ...graph.notes.map(({ what, why, level }) => ({ what, why, level })),
      ...problems.map((problem) => ({ what: place(problem), why: problem.message, level: 'incomplete' as const })),
      ...remarks.map(({ what, why, level }) => ({ what, why, level })),
      ...catalogNote(graph, runs),
      ...absentDatabases(graph, runs),
    ],
  };
}

/** An owner stands for its members, a proxy for its endpoints, except that of a cluster that is queried each instance is named that is not. */
function isNamedByOwner(graph: Graph, node: Node, onPath: ReadonlySet<string>): boolean {
  const owners = [...ownersOf(graph, node), ...outgoing(graph, node, 'proxy')];
  return owners.length > 0 && (node.kind.session === undefined || owners.some((owner) => !onPath.has(owner.id)));
}

function place({ location }: Problem): string {
  if (location === undefined) return 'configuration';
  const { file, document, line, column } = location;
  return [file ?? document, line, column].filter((part) => part !== undefined).join(':');
}

function undeclared(
  graph: Graph,
  workload: Workload,
  runs: readonly Run[],
): { workload: string; what: string; why: string }[] {
  const mine = runs.filter((run) => run.workload === workload);
  const missing: [string, boolean, string][] = [
    ['maxIdle', workload.maxIdle === null, 'pauses of pooled connections are not judged'],
    ['maxIdleInTransaction', workload.maxIdleInTransaction === null, 'pauses inside a transaction are not judged'],
    ['maxConnectionAge', workload.maxConnectionAge === null, 'limits on the life of a connection are not judged'],
    [
      'maxStatementTimeout',
      workload.maxStatementTimeout === null,
      'how loose a statement timeout may be is not judged',
    ],
    ['roles', workload.roles.length === 0, 'settings of roles are not judged, only those of the server'],
    ['detectDeadPeerWithin', workload.detectDeadPeerWithin === null, 'how soon a dead peer is noticed is not judged'],
    [
      'a database',
      mine.length > 0 && mine.every((run) => run.path.database === null),
      'the path ends before a database, so nothing below its last hop is judged',
    ],
  ];
  const hidden = hiddenClients(mine).map(({ subject, settings }): [string, boolean, string] => [
    `what ${subject} sets in its session`,
    true,
    settings.startup_options === undefined
      ? 'it was assumed to set nothing there and to send no options'
      : 'it was assumed to set nothing there',
  ]);
  const unlimited = undescribedClients(mine).map(({ subject, type }): [string, boolean, string] => [
    `limits that ${subject} itself has`,
    true,
    `no timer of ${type} is known here, a timeout of its own for one, so none is judged`,
  ]);
  const untold = driverlessClients(mine).map(({ subject }): [string, boolean, string] => [
    `limits of the driver of ${subject}`,
    true,
    'none is judged, as no document shows which one it is: write `driver` beside `client`',
  ]);
  const hasDatabase = mine.some((run) => run.path.database !== null);
  const unseen = (hasDatabase ? hiddenRoles(graph, workload, mine) : []).map((role): [string, boolean, string] => [
    `role ${role}, which no document shows`,
    true,
    whyUnseen(graph, databasesOf(mine)),
  ]);
  const missingRoles = absentRoles(graph, mine).map(([role, database]): [string, boolean, string] => [
    `role ${role}, which the catalog of ${database} does not have`,
    true,
    'nobody can query as it, so its limits are not known',
  ]);
  return [...missing, ...hidden, ...unlimited, ...untold, ...unseen, ...missingRoles].flatMap(
    ([what, isMissing, why]) => (isMissing ? [{ workload: workload.name, what, why }] : []),
  );
}

/** What was made of a role that nothing shows. */
function whyUnseen(graph: Graph, databases: readonly Node[]): string {
  if (databases.every(({ source }) => source === 'template'))
    return 'no CloudFormation resource makes one, so its timeouts are not known: declare them under declared.roles';
  return databases.some((database) => unreadCatalogOf(graph, database) !== null)
    ? 'the catalog that would show it could not be read, so its timeouts are not known'
    : 'it was assumed to set nothing';
}

/** Roles and globs of roles that no document and no declaration knows: a typo looks the same as a role made elsewhere. */
function hiddenRoles(graph: Graph, workload: Workload, runs: readonly Run[]): readonly string[] {
  const databases = databasesOf(runs);
  if (databases.length > 0 && databases.every((one) => catalogsOf(graph, one).length > 0)) return [];
  const names = graph.roles.map((node) => valueOf(node.settings[node.kind.role?.name ?? '']));
  const seen = [...names, ...Object.keys(graph.declared.roles)].filter((name) => typeof name === 'string');
  return workload.roles.filter((pattern) => !seen.some((name) => matchesGlob(pattern, name)));
}

/** Roles, and globs that mean none, with a server whose catalog shows every role and not these. */
function absentRoles(graph: Graph, runs: readonly Run[]): readonly (readonly [role: string, database: string])[] {
  const found = databasesOf(runs).flatMap((database) =>
    runs
      .filter((run) => run.path.database?.member === database)
      .flatMap(({ role }) => (role !== null && isNoRole({ graph, database }, role) ? [role] : []))
      .map((role) => [role, roleHomes(graph, database).at(-1)?.subject ?? database.subject] as const),
  );
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** The databases that runs end at, as far as they are resources. */
function databasesOf(runs: readonly Run[]): readonly Node[] {
  return [...new Set(runs.flatMap(({ path: { database } }) => database?.member ?? []))];
}

/** Clients that are resources, and of which no source shows what they SET. */
function hiddenClients(runs: readonly Run[]): readonly Node[] {
  const clients = runs.flatMap(({ path: { client, database } }) =>
    client === null || database === null || client.membership === 'implied' ? [] : [client.member],
  );
  const hidden = clients.filter(
    ({ source, settings }) => source !== 'configuration' && settings.session_parameters === undefined,
  );
  return once(hidden);
}

/** Clients that are resources of a kind that no table describes: a function cuts itself, and nothing here knows when. */
function undescribedClients(runs: readonly Run[]): readonly Node[] {
  const clients = runs.flatMap(({ path: { client } }) =>
    client === null || client.membership === 'implied' || client.member.kind.hop !== undefined ? [] : [client.member],
  );
  return once(clients);
}

/** Clients that are resources, and of which nothing shows how they connect: drivers have limits of their own, some unasked. */
function driverlessClients(runs: readonly Run[]): readonly Node[] {
  const clients = runs.flatMap(({ path: { client } }) =>
    client === null || client.membership === 'implied' || client.member.kind.hop === undefined ? [] : [client],
  );
  const driverless = clients.filter(
    ({ member, opens }) =>
      member.source !== 'configuration' && opens?.drivers.length === 0 && member.settings.read_timeout === undefined,
  );
  return once(driverless.map(({ member }) => member));
}

/** A client has a node of its own on each path. */
function once(clients: readonly Node[]): readonly Node[] {
  return [...new Map(clients.map((client) => [client.id, client])).values()];
}

/** Levels of a session that only the catalog shows. */
function catalogNote(graph: Graph, runs: readonly Run[]): Coverage['notes'] {
  const databases = databasesOf(runs).filter(({ source }) => source !== 'configuration');
  const hidden = databases.filter((one) => catalogsOf(graph, one).length === 0);
  if (hidden.length === 0) return [];
  const of = hidden.length === databases.length ? '' : ` of ${listNames(hidden)}`;
  return [
    {
      what: 'ALTER DATABASE ... SET and ALTER ROLE ... IN DATABASE ... SET',
      why: `no document shows them${of}, so they were assumed unset`,
      level: 'unread',
    },
  ];
}

/** Databases of a server that a path names and that the server's catalog does not have. */
function absentDatabases(graph: Graph, runs: readonly Run[]): Coverage['notes'] {
  const notes = runs.flatMap(({ workload, path: { database } }) => {
    const catalogs = database === null ? [] : catalogsOf(graph, database.member);
    if (database?.dbname === undefined || catalogs.length === 0) return [];
    if (catalogs.some((catalog) => databasesIn(catalog).includes(database.dbname ?? ''))) return [];
    const what = `dbname ${database.dbname} in the path of workload ${workload.name}`;
    const why = `the catalog of ${database.node.subject} has no database of this name, so what is set in it is not known: correct the name`;
    return [{ what, why, level: 'incomplete' as const }];
  });
  return [...new Map(notes.map((note) => [note.what, note])).values()];
}
