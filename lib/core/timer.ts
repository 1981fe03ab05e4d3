import type { Seconds, Setting, Table } from './setting';

/** What resets a timer, and therefore what outlives it (design: "what cuts a query"). */
export type TimerClass =
  | 'packet-idle'
  | 'data-idle'
  | 'request-cap'
  | 'life-cap'
  | 'client-limit'
  | 'server-limit'
  | 'between-queries'
  | 'drain'
  | 'conflict';

/** When a timer runs. */
export type Phase = 'query' | 'pause' | 'rollout' | 'conflict';

/** What happens when a timer fires. The texts for each end are in core/symptoms. */
export type Expiry =
  /** The flow is forgotten; its next packet is answered with RST (NLB, NAT gateway). */
  | 'reset-on-next-packet'
  /** The flow is forgotten; packets vanish (Network Firewall, interface endpoint, conntrack). */
  | 'silent-drop'
  /** HTTP 504 to the caller; the query goes on. */
  | 'http-504'
  /** An error in place of the response, in words of the service that a caller knows it by; the query goes on. */
  | 'request-error'
  /** The program that opened the connection is ended; the server notices when it sends, or by its own checks. */
  | 'client-ended'
  /** The client closes its socket; the query goes on. */
  | 'client-closes'
  /** The client gives up waiting and leaves the query running. */
  | 'client-gives-up'
  /** The client asks the server to cancel the query. */
  | 'client-cancels'
  /** Both connections are closed in order. */
  | 'orderly-close'
  | 'error-57014'
  | 'fatal-25P04'
  | 'fatal-25P03'
  | 'fatal-57P05'
  | 'error-40001';

/** One limit that a kind of resource runs. */
export type TimerSpec = {
  /** `<kind>.<setting>`: policies name their timers by it. */
  readonly name: string;
  readonly class: TimerClass;
  /** The phases in which it runs. A packet-idle timer runs during a query and between two. */
  readonly phases: readonly Phase[];
  /** Set where the timer runs only while the resource stands under this key of a path: the load balancer of an environment. */
  readonly as?: string;
  /**
   * Set where it runs only while no member stands for the resource (of an API whose integrations no document shows), or, as
   * `false`, only while one does.
   */
  readonly alone?: boolean;
  /**
   * A setting of the node, one of the session's PostgreSQL parameters, or computed from the node's settings (`null`: no such
   * timer here).
   */
  readonly value:
    | { readonly setting: string }
    | { readonly parameter: string }
    | { readonly compute: (settings: Table<Setting>) => Setting<Seconds | null> | null; readonly setting: string };
  readonly expiry: Expiry | ((settings: Table<Setting>) => Expiry);
  /** What the caller gets, where the service has words for it that are better known than ours: `HTTP 504 Gateway Timeout`. */
  readonly sees?: string;
  /** Which promise it is measured against, where the class alone does not say. */
  readonly bounds?: 'query' | 'transaction' | 'idle' | 'idle-in-transaction' | 'connection-age';
  /** A timer that may act but whose effect on a running query is not certain: never more than "may cut", never part of the verdict. */
  readonly uncertain?: string;
  readonly cite: string;
};
