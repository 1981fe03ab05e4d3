import type { ClientOpens } from './client-connection';
import type { HopKey } from './kind';
import type { Node } from './node';
import type { Seconds, Setting } from './setting';
import type { Expiry, Phase, TimerClass } from './timer';

/** How a resource came on to a path. An assumed hop gives unknown, never a fail. */
export type Membership = 'declared' | 'linked' | 'assumed' | 'implied';

/** One resource, or one declared thing, on a path. */
export type Hop = {
  readonly key: HopKey;
  /** The resource that the configuration named. */
  readonly node: Node;
  /** The resource whose timers run here: the node itself, or the listener or member that this path takes. */
  readonly member: Node;
  /** Resources whose timers belong to this hop too: the target groups behind a load balancer, the task definition of a client. */
  readonly parts: readonly Node[];
  /** False where the parts are candidates, of which we cannot tell the one in use. */
  readonly partsSure: boolean;
  readonly membership: Membership;
  readonly does: 'passes' | 'relays-probes' | 'terminates';
  readonly endpoint: 'reader' | 'writer' | null;
  /** The database of the server that sessions are in, where the configuration says. */
  readonly dbname?: string;
  /** Of a client: how it opens its connections. Its `node` then has the settings that follow from that. */
  readonly opens?: ClientOpens;
};

/** A probe that one end of a leg sends; `null` as idle: none is sent. */
export type Probe = {
  readonly end: string;
  readonly idle: Setting<Seconds | null>;
  readonly interval: Setting<Seconds>;
  readonly count: Setting<number>;
  /** `tcp_user_timeout`: where it is set, it and not the count says when unanswered probes end the connection. `null`: off. */
  readonly userTimeout: Setting<Seconds | null>;
};

/** The stretch between two places where a TCP connection ends. */
export type Leg = {
  readonly index: number;
  /** Request legs lie above the client, connection legs below it. */
  readonly layer: 'request' | 'connection';
  /** What passes the connection, and last the hop that ends it (absent where the path stops before a database). */
  readonly hops: readonly Hop[];
  readonly callerEnd: Hop | null;
  readonly serverEnd: Hop | null;
};

/** The ordered hops from caller to database that one alternative takes. */
export type Path = {
  /** The members' names, joined by an arrow. */
  readonly name: string;
  readonly hops: readonly Hop[];
  readonly legs: readonly Leg[];
  readonly client: Hop | null;
  readonly database: Hop | null;
  readonly membership: 'declared' | 'assumed';
};

/** A timer of one hop on one path, with its effective value. */
export type Timer = {
  readonly name: string;
  readonly class: TimerClass;
  readonly phase: Phase;
  /** The resource that runs it; of a client the one that its value is written in, where that is one behind it. */
  readonly subject: Node;
  readonly setting: string;
  /** The attribute as the source spells it, for messages. */
  readonly attribute: string;
  readonly value: Setting<Seconds | null>;
  readonly expiry: Expiry;
  readonly bounds: 'query' | 'transaction' | 'idle' | 'idle-in-transaction' | 'connection-age' | null;
  readonly uncertain: string | null;
  /** What the caller gets when it fires, in the words of the service; `null`: those of the expiry. */
  readonly sees: string | null;
  readonly cite: string;
};
