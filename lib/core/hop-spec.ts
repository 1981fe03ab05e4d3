import type { HopKey, InlineKey } from './kind';
import type { Setting, Table } from './setting';

/** A probe that one end of a leg sends. */
export type KeepaliveSource =
  /** The session's `tcp_keepalives_*`. */
  | 'session'
  /** The node's own settings `keepalive_idle`, `keepalive_interval`, `keepalive_count`. */
  | 'own'
  /** The vendor does not say whether it probes. */
  | 'undocumented';

/** Members link to their owner (`kind`, `link`), or the owner names them (`outgoing`). Those whose `use` is false are left out. */
export type MemberSpec =
  | { readonly kind: string; readonly link: string; readonly use?: (settings: Table<Setting>) => boolean }
  | { readonly outgoing: string; readonly use?: (settings: Table<Setting>) => boolean };

/**
 * How a resource stands on a path. Conventions of setting names that core/session reads where a hop has them:
 * `session_parameters` (a table of PostgreSQL parameters that the client SETs), `startup_options` (the same, in the startup
 * packet), `init_query` (SQL that a proxy runs on each new database connection) and `server_parameters` (a table: what the
 * server's own configuration says, where a declared database has no parameter group).
 */
export type HopSpec = {
  readonly key: HopKey;
  /** `request` hops lie above the client, `connection` hops below it, `either` where the path decides. */
  readonly side: 'request' | 'connection' | 'either';
  /** What it does to a TCP connection. */
  readonly does:
    | 'passes'
    | 'relays-probes'
    | 'terminates'
    | ((settings: Table<Setting>) => 'passes' | 'relays-probes' | 'terminates');
  readonly keepalive?: KeepaliveSource;
  /**
   * Other keys under which a resource may stand on a path, as far as its settings do not rule that out: an ECS service is a
   * `mesh` in front of itself, a Beanstalk environment has its own load balancer. Timers with that key as `as` run there alone.
   */
  readonly also?: readonly {
    readonly key: HopKey;
    readonly side: HopSpec['side'];
    readonly may?: (settings: Table<Setting>) => boolean;
  }[];
  /**
   * Resources that stand for this one on a path, one path each: the listeners of an NLB, the members of a cluster, the
   * policy of a firewall.
   */
  readonly members?: readonly MemberSpec[];
  /**
   * Resources whose timers belong to this hop too: those of `kind` that point to it (or to its member) by `link`.
   * `behind-listener` are the target groups: the client's own where it names them, else those that the listener forwards to.
   */
  readonly parts?: readonly { readonly kind: string; readonly link: string }[] | 'behind-listener';
  /**
   * Of what shares connections (`startupOptions` is set): what becomes of those below it while a client pauses. `client`: each
   * belongs to one client and pauses with it. `pool`: they wait in the pool and are handed out as they are. `tended`, unless
   * said otherwise: it looks after them.
   */
  readonly below?: 'tended' | ((settings: Table<Setting>) => 'client' | 'pool');
  /** What becomes of PostgreSQL parameters in the startup packet: RDS Proxy refuses them, a pooler may drop them. */
  readonly startupOptions?: 'refused' | 'may-drop';
  /** Keys of an inline hop (besides `name`); absent: no inline form. */
  readonly inline?: Table<InlineKey>;
};
