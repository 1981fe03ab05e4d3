import { catalogsOf, databasesIn } from './catalogs';
import type { Graph } from './graph';
import type { Node } from './node';
import type { Hop } from './path';
import { valueOf } from './setting';

/** Which database of its server a session is in. */
export type SessionDatabase =
  | { readonly is: 'declared'; readonly name: string }
  /** No source says, and the server leaves little choice: `settles` says how to be sure. */
  | { readonly is: 'assumed'; readonly name: string; readonly settles: string }
  | { readonly is: 'open' };

/** Databases that come with PostgreSQL or with RDS, and that programs leave alone. */
const systemDatabases = ['postgres', 'template0', 'template1', 'rdsadmin'];

/**
 * The database of the server that sessions over these hops are in: as declared beside the hop, else the only one that is not a
 * system database, else the one that every catalog was read from.
 */
export function sessionDatabase(graph: Graph, database: Node, hops: readonly Hop[]): SessionDatabase {
  const declared = hops.find((hop) => hop.member === database && hop.dbname !== undefined)?.dbname;
  if (declared !== undefined) return { is: 'declared', name: declared };
  const catalogs = catalogsOf(graph, database);
  const own = [...new Set(catalogs.flatMap(databasesIn))].filter((name) => !systemDatabases.includes(name));
  const read = [...new Set(catalogs.flatMap((one) => textOf(one)))];
  const [name, second] = own.length === 0 ? read : own.length === 1 ? own : read.filter((one) => own.includes(one));
  if (name === undefined || second !== undefined || (own.length > 1 && read.length > 1)) return { is: 'open' };
  return {
    is: 'assumed',
    name,
    settles: `write \`dbname: ${name}\` beside ${database.subject} in the path, or the database that it uses`,
  };
}

function textOf(catalog: Node): readonly string[] {
  const name = valueOf(catalog.settings.dbname);
  return typeof name === 'string' ? [name] : [];
}
