import type { Connection } from './connection';
import type { DriverSpec } from './driver';
import type { Node } from './node';
import type { Hop } from './path';

/** One connection string of a client, or its `PG*` variables, with the drivers that may read it. */
export type ClientConnection = {
  readonly connection: Connection;
  /** The `PG*` variables of the same process: some drivers take from there what the string leaves out. */
  readonly variables: Connection | null;
  /** Exactly one of these reads it, and we may not know which. */
  readonly drivers: readonly DriverSpec[];
  /** The resource that holds it: the client itself, its task definition, a parameter of Systems Manager. */
  readonly carrier: Node;
};

/** How a client on a path opens its connections, as far as it is known. */
export type ClientOpens = {
  readonly connections: readonly ClientConnection[];
  /** Exactly one of these drivers is used; empty where nothing says that the client uses any. */
  readonly drivers: readonly DriverSpec[];
};

/**
 * The connections that a hop may open, of which the workload uses one: `path.client`, as `holdfast.yaml` narrowed it. Empty
 * where nothing in view shows any.
 */
export function connectionsOf(client: Hop | null): readonly ClientConnection[] {
  return client?.opens?.connections ?? [];
}

/** The drivers that the client of a path may use, of which it uses one; empty where nothing says. */
export function driversOf(client: Hop | null): readonly DriverSpec[] {
  return client?.opens?.drivers ?? [];
}
