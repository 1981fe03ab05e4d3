import { shownBy } from './client-connections';
import type { Problem, Workload } from './configuration';
import { outgoing } from './follow';
import type { Graph } from './graph';
import { impliedClient, makeHop } from './hops';
import type { HopKey } from './kind';
import { hidesMembers, membersOf } from './members';
import type { Node } from './node';
import { makePath } from './paths';
import type { Hop, Membership, Path } from './path';
import { proxiesOf } from './relation';
import { isInScope } from './scope';
import { clientKey, keysOf, ownersOf, select, sideOf } from './select';
import { table, type Setting } from './setting';
import { timersOf } from './timers';

type Found = { readonly paths: readonly Path[]; readonly problems: readonly Problem[] };

/**
 * Where a workload names no path: its databases (else all in view) with the proxies linked to them, and each load balancer in
 * view by itself, assumed, since no source has an edge from a load balancer to a database.
 */
export function assumedPaths(graph: Graph, workload: Workload): Found {
  const at = workload.location === undefined ? {} : { location: workload.location };
  const problems: Problem[] = [];
  const chosen = workload.databases.flatMap((selector) => {
    const nodes = select(graph, selector, 'database', workload.scope);
    if (nodes.length === 0)
      problems.push({ message: `\`database\` of workload ${workload.name} matches nothing in the documents`, ...at });
    return nodes;
  });
  const databases = workload.databases.length > 0 ? chosen : owners(graph, workload).filter(isDatabase);
  if (databases.length === 0 && problems.length === 0)
    problems.push({ message: `workload ${workload.name} has no path and no PostgreSQL database is in view`, ...at });
  const balancers = owners(graph, workload).filter((node) => isBalancer(node));
  problems.push(...hidden(graph, balancers).map((problem) => ({ ...problem, ...at })));
  return {
    paths: [
      ...databases.flatMap((database) => databasePaths(graph, database)),
      ...balancers.flatMap((node) => singlePaths(graph, node, 'assumed')),
      ...owners(graph, workload).flatMap((node) =>
        ownBalancers(node).flatMap((key) => singlePaths(graph, node, 'assumed', key)),
      ),
    ],
    problems,
  };
}

/**
 * Each hop resource in view by itself, for `--max-query-duration`; a program that shows no connection is assumed. A database is also judged through those of its proxies whose
 * init query has a say in the session: that limit has no other place.
 */
export function everyTimerPaths(graph: Graph, workload: Workload): Found {
  const hops = owners(graph, workload);
  const paths = hops
    .flatMap((node) =>
      isDatabase(node)
        ? [...directPaths(graph, node), ...initialisedPaths(graph, node)]
        : standings(node).flatMap((key) =>
            singlePaths(graph, node, key !== clientKey || showsConnections(graph, node) ? 'declared' : 'assumed', key),
          ),
    )
    .filter((path) => limitsQueries(graph, path));
  const problems = hidden(graph, hops);
  return {
    paths,
    problems:
      paths.length + problems.length === 0
        ? [{ message: 'no load balancer, proxy, gateway or PostgreSQL database is in view' }]
        : problems,
  };
}

/** Most functions never query a database, so one that shows no connection to PostgreSQL is no failure of its limits. */
function showsConnections(graph: Graph, node: Node): boolean {
  const shown = shownBy(graph, node);
  return shown.state === 'shown' && shown.connections.length > 0;
}

/** A client that shows no limit of its own says nothing by itself, and one that may be none says nothing by one that is not known. */
function limitsQueries(graph: Graph, path: Path): boolean {
  return path.hops.some(
    (hop) =>
      hop.key !== clientKey ||
      timersOf(graph, path, hop, table()).some(
        ({ timer: { phase, value } }) =>
          phase === 'query' && (hop.membership !== 'assumed' || value.state !== 'unknown'),
      ),
  );
}

/** The keys under which a resource runs timers: its own (of a program, as the client), and those of its load balancer or mesh. */
function standings(node: Node): readonly HopKey[] {
  const { hop, client } = node.kind;
  const own = client === undefined ? (hop?.key ?? node.kind.name) : clientKey;
  return [own, ...ownBalancers(node)];
}

/** The keys of what a program has in front of itself: the load balancer of an environment, the proxy of Service Connect. */
function ownBalancers(node: Node): readonly HopKey[] {
  return keysOf(node).filter((key) => node.kind.timers.some((timer) => timer.as === key));
}

/** What is in view while the timer that it runs is not: nothing was judged of it. */
function hidden(graph: Graph, nodes: readonly Node[]): readonly Problem[] {
  return nodes
    .filter((node) => hidesMembers(graph, node))
    .map((node) => {
      const members = membersOf(graph, node, {});
      const why = members.state === 'none' ? members.why : '';
      return { message: `${why}: pass the document that holds it as well` };
    });
}

/** Databases, load balancers and proxies: what a coverage part lists when it is on nobody's path. */
export function isWorthCovering(node: Node): boolean {
  return isDatabase(node) || isBalancer(node) || node.kind.hop?.startupOptions === 'refused';
}

function isDatabase(node: Node): boolean {
  return node.kind.session !== undefined;
}

function isBalancer(node: Node): boolean {
  const hop = node.kind.hop;
  return hop !== undefined && hop.key !== clientKey && hop.side !== 'connection' && node.kind.client === undefined;
}

/** The resources in scope that are not members of another one. */
function owners(graph: Graph, workload: Workload): readonly Node[] {
  return graph.hops.filter(
    (node) =>
      isInScope(node, workload.scope) &&
      ownersOf(graph, node).length === 0 &&
      outgoing(graph, node, 'proxy').length === 0,
  );
}

function databasePaths(graph: Graph, database: Node): readonly Path[] {
  const proxies = proxiesOf(graph, database);
  if (proxies.length === 0) return directPaths(graph, database);
  return proxies.flatMap((proxy) => {
    const hop = makeHop(graph, {
      key: 'proxy',
      node: proxy,
      member: proxy,
      client: null,
      membership: 'linked',
      endpoint: null,
    });
    return databaseHops(graph, database).map((last) => makePath([impliedClient(), hop, last], 0, 'declared'));
  });
}

function directPaths(graph: Graph, database: Node): readonly Path[] {
  return databaseHops(graph, database).map((hop) => makePath([impliedClient(), hop], 0, 'declared'));
}

function databaseHops(graph: Graph, database: Node): readonly Hop[] {
  const members = membersOf(graph, database, {});
  const all = members.state === 'found' ? members.members : [database];
  return all.map((member) =>
    makeHop(graph, { key: 'database', node: database, member, client: null, membership: 'declared', endpoint: null }),
  );
}

function initialisedPaths(graph: Graph, database: Node): readonly Path[] {
  return databasePaths(graph, database).filter(({ hops }) =>
    hops.some(({ parts, member }) => [...parts, member].some(({ settings }) => saysMore(settings.init_query))),
  );
}

function saysMore(initQuery: Setting | undefined): boolean {
  return initQuery !== undefined && (initQuery.state !== 'known' || initQuery.value !== null);
}

/** A hop alone: which leg it stands on is not known, so neither are the ends that could keep it alive. */
function singlePaths(
  graph: Graph,
  node: Node,
  membership: Extract<Membership, 'declared' | 'assumed'>,
  key: HopKey = node.kind.hop?.key ?? node.kind.name,
): readonly Path[] {
  const members = membersOf(graph, node, {});
  if (members.state === 'none') return [];
  const connection = sideOf(node, key) !== 'request' && key !== clientKey;
  return members.members.map((member) => {
    const hop = makeHop(graph, {
      key,
      node,
      member,
      client: null,
      membership,
      endpoint: null,
    });
    return connection ? makePath([impliedClient(), hop], 0, membership) : makePath([hop], 1, membership);
  });
}
