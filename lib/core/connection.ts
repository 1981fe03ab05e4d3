import type { Table } from './setting';

/** How a connection string looks. `variables` are the `PG*` variables of a process, `ini` a file of PgBouncer. */
export type ConnectionForm = 'url' | 'jdbc' | 'keywords' | 'ado' | 'ini' | 'variables';

/** One parameter of a connection string. */
export type ConnectionParameter = {
  /** As the vocabulary of the drivers spells it; text of the string itself never gets here. */
  readonly name: string;
  /** The value where it is a number, a duration, or one of the words that switch something; `null`: it is not kept. */
  readonly text: string | null;
};

/**
 * What a connection string, or the `PG*` variables of a process, says about how its connections behave. User, password, host,
 * database, and every text that no driver documents, are left behind when it is read, so nothing here can be a secret.
 */
export type Connection = {
  /** The variable that holds it: `DATABASE_URL`. */
  readonly name: string;
  /** The container whose variable it is; `null` where the process is not in one of several. */
  readonly container: string | null;
  readonly form: ConnectionForm;
  /** What stands before `://`, where some driver knows it: `jdbc:postgresql`, `postgresql+asyncpg`. */
  readonly scheme: string | null;
  readonly parameters: readonly ConnectionParameter[];
  /** PostgreSQL parameters in `options`, `PGOPTIONS` or `Options`: `-c statement_timeout=5min`. */
  readonly options: Table<string>;
  /** Parameters whose name no driver documents: how many. */
  readonly unnamed: number;
  /** Set where the text is not in view (a secret, a value known after apply) or cannot be read. Then the rest is empty. */
  readonly hidden: { readonly why: string; readonly settles: string } | null;
};
