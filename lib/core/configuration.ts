import type { Connection } from './connection';
import type { Fact } from './fact';
import type { HopKey } from './kind';
import type { Location, Seconds, Table } from './setting';

/** How a hop names its resources. `inline` hops are facts of their own, made by the configuration. */
export type Selector =
  /** Several names are names of the same hop in several sources; `*` and `**` are the only wildcards. */
  | { readonly by: 'name'; readonly names: readonly string[] }
  /** Every given tag must be equal (values may hold wildcards). */
  | { readonly by: 'tag'; readonly tags: Table<string> }
  | { readonly by: 'inline'; readonly fact: Fact };

/** A keepalive that a program switches on or off; times that are `null` are left to the operating system. */
export type DeclaredKeepalive = {
  readonly on: boolean;
  readonly idle: Seconds | null;
  readonly interval: Seconds | null;
  readonly count: number | null;
};

/** One entry of a workload's path. */
export type PathEntry = {
  /** `null` for a bare string: the one hop resource that it matches decides. */
  readonly key: HopKey | null;
  readonly select: Selector;
  /** Narrows a load balancer to the listener of that port. */
  readonly port?: number;
  /** Narrows a cluster to its readers or its writer, and a proxy to its endpoints. */
  readonly endpoint?: 'reader' | 'writer';
  /** The database of the server that sessions are in: what is set for it, and for roles in it, counts. */
  readonly dbname?: string;
  /** Of a client: which driver it uses, where no document tells (`pgjdbc`). */
  readonly driver?: string;
  /** Of a client: the variable that holds the connection string which this workload uses, where there are several. */
  readonly connection?: string;
  /** Of a client: what its connection string says, where no document shows it. */
  readonly declaredConnection?: Connection;
  /** Of a client: the keepalive that its program sets, which no document shows; it wins over what the driver does unasked. */
  readonly keepalive?: DeclaredKeepalive;
  readonly location?: Location;
};

/** Which documents are meant: globs over the document's label, and what its resources say of themselves. */
export type Scope = { readonly source?: readonly string[]; readonly region?: string; readonly account?: string };

/** Added to the durations that timers must exceed, never to keepalive periods. */
export type Headroom =
  { readonly as: 'duration'; readonly seconds: Seconds } | { readonly as: 'percentage'; readonly percent: number };

/** One entry of the configuration: who queries, what was promised, over which path. Durations are seconds; `null` was not declared and is not judged. */
export type Workload = {
  readonly name: string;
  /** Login roles as the database sees them; globs allowed. Empty: not declared. */
  readonly roles: readonly string[];
  readonly maxQueryDuration: Seconds;
  /** Longest silence on the wire while a query runs; `null`: the whole query. */
  readonly maxSilence: Seconds | null;
  readonly maxTransactionDuration: Seconds | null;
  readonly maxIdle: Seconds | null;
  readonly maxIdleInTransaction: Seconds | null;
  readonly maxConnectionAge: Seconds | null;
  readonly maxStatementTimeout: Seconds | null;
  readonly detectDeadPeerWithin: Seconds | null;
  readonly request: {
    readonly maxDuration: Seconds | null;
    readonly maxSilence: Seconds | null;
    /** The age up to which a request may start on an HTTP connection, as the program that answers closes them. */
    readonly maxConnectionAge: Seconds | null;
  };
  readonly headroom: Headroom;
  /**
   * `null`: the databases with the proxies linked to them are judged, load balancers in view are assumed.
   * `every-timer`: each hop resource in view is judged by itself (`--max-query-duration`).
   */
  readonly path: readonly PathEntry[] | 'every-timer' | null;
  /** Where there is no path: which databases; empty: all PostgreSQL in view. */
  readonly databases: readonly Selector[];
  readonly scope: Scope | null;
  readonly location?: Location;
};

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** A finding excused. `until` is the last day on which it holds (UTC, `YYYY-MM-DD`). */
export type Waiver = {
  readonly policy: string;
  /** Glob over the resource's address. */
  readonly resource: string;
  /** Set where the waiver is written on a construct: the resources inside it, by their exact names; `resource` then only says whose. */
  readonly resources?: readonly string[];
  /** Glob; `null`: every workload. */
  readonly workload: string | null;
  /** Glob; `null`: every role. */
  readonly role: string | null;
  readonly reason: string;
  readonly owner: string;
  readonly until: string;
  readonly location?: Location;
};

/** Facts that live outside every source. Anything read wins over them. */
export type Declared = {
  /** Role name to PostgreSQL parameters as text. */
  readonly roles: Table<Table<string>>;
  /** Parameter group name to PostgreSQL parameters as text. */
  readonly parameterGroups: Table<Table<string>>;
};

/** The level of policies, in the order written: the last matching glob wins. */
export type PolicyLevel = { readonly policy: string; readonly level: Severity | 'off'; readonly location?: Location };

/** A configuration as parsed: defaults applied to each workload, `extends` merged. */
export type Configuration = {
  readonly workloads: readonly Workload[];
  readonly policies: readonly PolicyLevel[];
  readonly declared: Declared;
  readonly waivers: readonly Waiver[];
  readonly scope: Scope | null;
};

/** One thing wrong with the user's input. */
export type Problem = {
  readonly message: string;
  readonly location?: Location;
};
