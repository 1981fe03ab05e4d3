import { outgoing } from './follow';
import type { Graph } from './graph';
import type { Node } from './node';
import type { RunningParameter } from './parameter';
import { ownersOf } from './select';
import { valueOf, type Json, type Setting } from './setting';

type Unread = Extract<Setting, { readonly state: 'unknown' }>;

/**
 * A database with the resources that its roles are of, itself first: its cluster, and what it replicates, since a replica has
 * the roles of its source. The last one is where these roles are made.
 */
export function roleHomes(graph: Graph, database: Node): readonly Node[] {
  const homes: Node[] = [database];
  for (const home of homes) {
    const above = [...ownersOf(graph, home), ...outgoing(graph, home, 'replicate_source_db')];
    homes.push(...above.filter((one) => !homes.includes(one)));
  }
  return homes;
}

/** The catalogs that show the roles of a database. */
export function catalogsOf(graph: Graph, database: Node): readonly Node[] {
  return askedOf(graph, database).filter((catalog) => whyUnread(catalog) === null);
}

/** Why the catalog of a database was asked for and not read; `null` where none was asked for, or one was read. */
export function unreadCatalogOf(graph: Graph, database: Node): Unread | null {
  const reasons = askedOf(graph, database).map(whyUnread);
  return reasons.includes(null) ? null : (reasons[0] ?? null);
}

/** Why a catalog is one that could not be read; `null` for one that was. */
export function whyUnread({ settings: { parameters } }: Node): Unread | null {
  return parameters?.state === 'unknown' ? parameters : null;
}

function askedOf(graph: Graph, database: Node): readonly Node[] {
  if (graph.catalogs.length === 0) return [];
  const found = roleHomes(graph, database).flatMap((home) => pointingAt(graph, home, 'shows'));
  return [...new Set(found)];
}

/** The catalogs whose running parameters are those of this very database. */
export function catalogsRunBy(graph: Graph, database: Node): readonly Node[] {
  return pointingAt(graph, database, 'runs');
}

/** The parameters that a catalog shows, as its reader stored them. */
export function runningParameters(catalog: Node): readonly RunningParameter[] {
  const rows: Json = valueOf(catalog.settings.parameters) ?? null;
  return Array.isArray(rows) ? (rows as unknown as readonly RunningParameter[]) : [];
}

/** The databases that a server has, without its templates. */
export function databasesIn(catalog: Node): readonly string[] {
  const names: Json = valueOf(catalog.settings.databases) ?? null;
  return Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string') : [];
}

/** Asked of the catalogs, which are few: to the database point all the roles that they show. */
function pointingAt(graph: Graph, node: Node, link: 'shows' | 'runs'): readonly Node[] {
  return graph.catalogs.filter(({ kind, links }) =>
    (links[kind.catalog?.[link] ?? ''] ?? []).some((to) => to.state === 'linked' && to.node === node.id),
  );
}
