import type { ClientEvent } from './client/script';
import type { Backend, LogLine, Seen } from './watch';

/** What was seen while a scenario ran. Times are milliseconds since the epoch. */
export type Observation = {
  readonly events: readonly ClientEvent[];
  /** When its process ended. */
  readonly over: number;
  /** When the first act that is measured began. */
  readonly began: number;
  /** For each router, by the subject of its hop: whether it remembers the flow. */
  readonly flows: Readonly<Record<string, Seen>>;
  /** Whether the server holds the connection. */
  readonly socket: Seen;
  readonly backend: Backend;
  /** What the server said, line by line. */
  readonly log: readonly LogLine[];
  /** For how long the client waits, in seconds from the same moment. */
  readonly patience: number;
};
