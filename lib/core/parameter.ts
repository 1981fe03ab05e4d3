import type { Json, Location } from './setting';

/** A PostgreSQL parameter that bears on how long a query or a connection lives. */
export type ParameterSpec = {
  readonly name: string;
  readonly as: 'duration' | 'count' | 'boolean';
  /** The unit of a bare number. */
  readonly unit: 'ms' | 's' | 'kB' | null;
  /** In `unit`. Accepted by the server's own range check. */
  readonly range: { readonly min: number; readonly max: number; readonly cite: string };
  /** First major version that knows it. */
  readonly since: number;
  /** What 0 (or -1) means: never fires, or "the operating system's value". */
  readonly zero: 'off' | 'system' | 'value';
  readonly minusOne?: 'off';
  /** Engine defaults in seconds (durations) or as they are; `null`: off. */
  readonly defaults: {
    readonly [flavour in 'vanilla' | 'rds' | 'aurora']: {
      readonly value: Json;
      readonly cite: string;
      readonly unverified?: true;
    };
  };
  /** Whether a role or session may set it. */
  readonly context: 'user' | 'sighup' | 'internal';
  /** Linux refuses a keepalive above this although PostgreSQL accepts it (facts: postgres-rds 1.3). */
  readonly effectiveMax?: { readonly value: number; readonly cite: string };
  readonly cite: string;
};

/**
 * One row of a parameter group as the source shows it: the value of a setting read as `parameters` is a list of these.
 * `name` is lower-case as RDS stores it; `null` where the name itself is not known yet. `value` is `null` unless `state` is
 * `known`. `one-of`: exactly one of `candidates` holds (`null`: the row is not set then).
 */
export type GroupParameter = {
  readonly name: string | null;
  readonly value: string | null;
  readonly state: 'known' | 'one-of' | 'unknown' | 'sensitive';
  readonly candidates?: readonly (string | null)[];
  /** Of a value that is not known, as far as the source says more than "known only after apply". `why` follows its name. */
  readonly why?: string;
  readonly settles?: string;
  readonly applyMethod: string | null;
  /** Where the row itself is written, as far as the source tells; else the place of the whole list counts. */
  readonly location?: Location;
};

/** One parameter as a server itself shows it (a row of `pg_settings`): `setting` and `resetVal` are whole numbers of `unit`. */
export type RunningParameter = {
  readonly name: string;
  readonly unit: string | null;
  /** What the session that read it has; of a keepalive, what the operating system has. */
  readonly setting: string;
  /** What was configured for that session. */
  readonly resetVal: string;
  /** Who set it: `default`, `configuration file`, `user`, `database user` ... */
  readonly source: string;
  readonly pendingRestart: boolean;
};
