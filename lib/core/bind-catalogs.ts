import type { Workload } from './configuration';
import { databasesOf } from './catalog-databases';
import { roleHomes, whyUnread } from './catalogs';
import type { Note } from './fact';
import { incoming } from './follow';
import type { Graph } from './graph';
import { membersOf } from './members';
import type { Node, Resolved } from './node';
import { known, table, valueOf, type Table } from './setting';
import { versionOf } from './version';

/**
 * Links each catalog, and the roles that it shows, to the database that it was read from. The roles of a cluster are those of
 * all its instances, and those of a database its replicas'; what runs is said of the one that answered alone. What is bound to
 * nothing is noted.
 */
export function bindCatalogs(
  graph: Graph,
  workloads: readonly Workload[],
): { readonly nodes: Table<Node>; readonly notes: readonly Note[] } {
  const nodes = table(Object.entries(graph.nodes));
  const notes: Note[] = [];
  for (const catalog of graph.catalogs) {
    const found = databasesOf(graph, catalog, workloads);
    const isUnread = whyUnread(catalog) !== null;
    if (found.is === 'unbound') {
      // That it could not be read was said by its reader.
      if (isUnread) continue;
      const { subject: what, location } = catalog;
      notes.push({ what, why: found.why, level: 'incomplete', ...(location === undefined ? {} : { location }) });
      continue;
    }
    const { kind } = catalog;
    const shows = [...new Set(found.databases.flatMap((one) => roleHomes(graph, one).at(-1) ?? []))];
    const runs = found.areOne && !isUnread ? found.databases.flatMap((one) => answering(graph, one, catalog)) : [];
    nodes[catalog.id] = linked(linked(catalog, kind.catalog?.shows, shows), kind.catalog?.runs, runs);
    for (const role of incoming(graph, catalog, kind.catalog?.roles ?? ''))
      nodes[role.id] = linked(role, role.kind.role?.database, shows);
    for (const one of [...shows, ...runs]) nodes[one.id] = withVersion(nodes[one.id] ?? one, catalog);
  }
  return { nodes, notes };
}

/** The instance that answered: of a cluster its writer, or its only reader where a standby answered; none where that is not known. */
function answering(graph: Graph, database: Node, catalog: Node): readonly Node[] {
  const found = membersOf(graph, database, {});
  const members = found.state === 'found' ? found.members : [database];
  if (members.length === 1) return members;
  const isStandby = valueOf(catalog.settings.in_recovery) === true;
  const roles = members.map((member) => valueOf(member.settings.writer));
  if (roles.some((role) => typeof role !== 'boolean')) return [];
  const fitting = members.filter((_, at) => roles[at] === !isStandby);
  return fitting.length === 1 ? fitting : [];
}

function linked(node: Node, link: string | undefined, to: readonly Node[]): Node {
  if (link === undefined) return node;
  const links = table(Object.entries(node.links));
  const resolved = to.map((one): Resolved => ({ state: 'linked', node: one.id, sure: 'exact' }));
  links[link] = resolved.length === 0 ? [{ state: 'absent' }] : resolved;
  return { ...node, links };
}

/** What the server is, where no document says. */
function withVersion(node: Node, catalog: Node): Node {
  const text = valueOf(catalog.settings.version);
  if (typeof text !== 'string' || versionOf(node) !== null) return node;
  const settings = table(Object.entries(node.settings));
  settings.engine_version_actual = known(text, {
    level: 'server',
    subject: catalog.subject,
    attribute: 'server_version',
    text,
  });
  return { ...node, settings };
}
