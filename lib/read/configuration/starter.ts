import { dump } from 'js-yaml';
import { proxiesOf } from '../../core/relation';
import { buildGraph } from '../../core/build-graph';
import type { Configuration } from '../../core/configuration';
import type { Reading } from '../../core/fact';
import type { Graph } from '../../core/graph';
import type { Kind } from '../../core/kind';
import type { Node } from '../../core/node';
import { ownersOf } from '../../core/select';
import { rolesAt } from '../../core/role-sources';
import { table, valueOf } from '../../core/setting';

/**
 * The text of a starting configuration for what was read: a workload for each PostgreSQL database, with the proxy that is linked
 * to it and the login roles that live on it. Load balancers are comments, since no source says what they lead to. It names
 * nothing but what is there, and {@link readConfiguration} reads it. `schema` is where editors find the schema of the file,
 * relative to it; `null`: they do not.
 */
export function starterConfiguration(
  readings: readonly Reading[],
  kinds: readonly Kind[],
  schema: string | null,
): string {
  const graph = buildGraph(readings, nothingDeclared, kinds);
  const nodes = Object.values(graph.nodes).filter((node) => ownersOf(graph, node).length === 0);
  const databases = nodes.filter((node) => node.kind.session !== undefined);
  const balancers = nodes.filter(carriesRequests);
  const programs = nodes.filter(opensConnections);
  const names = workloadNames(databases.map(nameOf));
  const workloads =
    databases.length === 0
      ? withoutDatabase(balancers)
      : databases.flatMap((database, at) =>
          workloadOf(graph, database, names[at] ?? nameOf(database), { balancers, programs }),
        );
  const editor = schema === null ? [] : [`# yaml-language-server: $schema=${schema}`];
  return [...editor, 'version: 1', 'workloads:', ...workloads.map((line) => `  ${line}`.trimEnd()), ''].join('\n');
}

const nothingDeclared: Configuration = {
  workloads: [],
  policies: [],
  declared: { roles: table(), parameterGroups: table() },
  waivers: [],
  scope: null,
};

const promised = 'maxQueryDuration: 30s # how long a query may run: write what you promise';

/** Load balancers and what else a request may pass. */
function carriesRequests({ kind }: Node): boolean {
  const { hop, client } = kind;
  return hop !== undefined && hop.key !== 'client' && hop.side !== 'connection' && client === undefined;
}

/** Programs; what is behind one, like the task definition of a service, is not named beside it. */
function opensConnections({ kind, source }: Node): boolean {
  return kind.client !== undefined && kind.name !== 'task-definition' && source !== 'configuration';
}

type Around = { readonly balancers: readonly Node[]; readonly programs: readonly Node[] };

function workloadOf(graph: Graph, database: Node, name: string, { balancers, programs }: Around): string[] {
  const [proxy, ...others] = proxiesOf(graph, database);
  return [
    `- name: ${scalar(name)}`,
    `  ${promised}`,
    ...rolesOf(graph, database).map((line) => `  ${line}`),
    '  path:',
    ...candidates(balancers).map((line) => `    ${line}`),
    ...clients(programs).map((line) => `    ${line}`),
    ...(proxy === undefined ? [] : [`    - proxy: ${scalar(nameOf(proxy))}`]),
    ...others.map((other) => `    # - proxy: ${scalar(nameOf(other))} # leads to the same database`),
    `    - ${database.kind.hop?.key ?? 'database'}: ${scalar(nameOf(database))}`,
  ];
}

function withoutDatabase(balancers: readonly Node[]): string[] {
  return [
    '# No PostgreSQL database was found: name it below `path`, or check the documents that hold it.',
    '- name: queries',
    `  ${promised}`,
    ...(balancers.length === 0 ? [] : ['  # path:', ...candidates(balancers).map((line) => `  ${line}`)]),
  ];
}

function candidates(balancers: readonly Node[]): string[] {
  if (balancers.length === 0) return [];
  return [
    '# Found, but no source says what they lead to: keep those that the requests pass, in order from the caller.',
    ...balancers.map((node) => `# - ${node.kind.hop?.key ?? node.kind.name}: ${scalar(nameOf(node))}`),
  ];
}

function clients(programs: readonly Node[]): string[] {
  if (programs.length === 0) return [];
  return [
    '# Found, but no source says which of them opens the connections: keep that one.',
    ...programs.map((node) => `# - client: ${scalar(nameOf(node))}`),
  ];
}

/** The login roles of a database; those that may live on another one as well are a comment. */
function rolesOf(graph: Graph, database: Node): string[] {
  const roles = rolesAt({ graph, database }).filter(
    ({ settings, kind }) => kind.role !== undefined && valueOf(settings.login) !== false,
  );
  const isSure = (role: Node): boolean =>
    (role.links[role.kind.role?.database ?? ''] ?? []).some((link) => link.state === 'linked');
  const sure = namesOf(roles.filter(isSure));
  const maybe = namesOf(roles.filter((role) => !isSure(role))).filter((name) => !sure.includes(name));
  return [
    ...(sure.length === 0 ? [] : [`roles: [${sure.join(', ')}]`]),
    ...limits(roles.filter(isSure)),
    ...(maybe.length === 0 ? [] : [`# These roles may live on this database as well: ${maybe.join(', ')}`]),
  ];
}

/** Roles with limits of their own are promised different things: one workload for all of them would fail at the shortest. */
function limits(roles: readonly Node[]): string[] {
  const limited = roles.filter((role) => typeof valueOf(role.settings.statement_timeout) === 'string');
  if (roles.length < 2 || limited.length === 0) return [];
  const names = namesOf(limited).join(', ');
  return [
    `# With a statement_timeout of their own: ${names}. What is promised differently takes a workload of its own.`,
  ];
}

function namesOf(roles: readonly Node[]): string[] {
  const names = roles.flatMap((node) => valueOf(node.settings[node.kind.role?.name ?? '']) ?? []);
  return [...new Set(names.flatMap((name) => (typeof name === 'string' && name.trim() !== '' ? [scalar(name)] : [])))];
}

/**
 * The name to select a resource by: that of its construct where it says more than its own, as a logical id ends in a hash, and
 * the address of one stack may be that of another one too.
 */
function nameOf({ source, subject, names, location }: Node): string {
  const { construct, document } = location ?? {};
  if (construct === undefined || !names.includes(construct)) return subject;
  return source === 'template' || subject.startsWith(`${document ?? ''}:`) ? construct : subject;
}

/** The last part of each name, or all of it where two databases share that part. */
function workloadNames(names: readonly string[]): string[] {
  const short = names.map((name) => /([\w-]+)(?:\[[^\]]*\])?$/.exec(name)?.[1] ?? name);
  return short.map((name, at) => (short.indexOf(name) === short.lastIndexOf(name) ? name : (names[at] ?? name)));
}

/** Text as YAML on one line, wherever it stands. */
function scalar(text: string): string {
  return dump([text], { flowLevel: 0, lineWidth: -1 }).trim().slice(1, -1);
}
