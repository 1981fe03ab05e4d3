import type { ClientEvent } from './client/script';
import type { Flow } from './watch';

/** What was seen while a scenario ran. Times are milliseconds since the epoch. */
export type Observation = {
  readonly events: readonly ClientEvent[];
  /** When the first statement that is measured began, and when the pause before it did. */
  readonly began: number;
  /** For each router, by the subject of its hop. */
  readonly flows: Readonly<Record<string, Flow>>;
  /** What the server said, line by line. */
  readonly log: readonly { readonly at: number; readonly text: string }[];
  /** When the backend of the client last ran a statement, and when it was last there at all; 0: never seen. */
  readonly backend: { readonly active: number; readonly present: number };
  /** For how long the client waits, in seconds from the same moment. */
  readonly patience: number;
};
