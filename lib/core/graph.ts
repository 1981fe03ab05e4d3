import type { Declared } from './configuration';
import type { Note } from './fact';
import type { Kind } from './kind';
import type { Node } from './node';
import type { Table } from './setting';

/** Every resource in view with its links resolved. */
export type Graph = {
  readonly nodes: Table<Node>;
  /** By target node id, then by link name: who points here. */
  readonly incoming: Table<Table<readonly string[]>>;
  /** What may stand on a path; the configuration's own inline hops are not among them. Selectors look there over and over. */
  readonly hops: readonly Node[];
  /** Login roles and parameter groups, which sessions look up over and over. */
  readonly roles: readonly Node[];
  readonly groups: readonly Node[];
  /** What PostgreSQL servers say of themselves. */
  readonly catalogs: readonly Node[];
  /** The client that the configuration itself describes: how a resource that no kind describes opens connections. */
  readonly client: Kind | null;
  readonly declared: Declared;
  readonly notes: readonly Note[];
};
