import type { ConnectionForm } from './connection';
import type { Table } from './setting';

/**
 * What a client does with its connections, as settings of the client on a path. Durations in seconds, `null` is off.
 * `keepalive_on` is SO_KEEPALIVE; where it is on, the three times are the driver's or else the operating system's.
 * `read_timeout` ends the wait for data and starts again with each byte; the client closes its socket, the query goes on.
 * `query_timeout` ends the wait for a whole query; the client gives up and the query goes on.
 * `command_timeout` does the same and cancels the query at the server.
 */
export type ClientSetting =
  | 'keepalive_on'
  | 'keepalive_idle'
  | 'keepalive_interval'
  | 'keepalive_count'
  | 'tcp_user_timeout'
  | 'read_timeout'
  | 'query_timeout'
  | 'command_timeout';

/** One parameter that a driver takes. */
export type DriverParameter = {
  /**
   * How its text is read. `switch`: on and off. `options`: PostgreSQL parameters as `-c name=value`. `other`: known to the driver and of
   * no concern here.
   */
  readonly as: 'seconds' | 'milliseconds' | 'number' | 'switch' | 'options' | 'other';
  /** The setting of the client that it is. */
  readonly sets?: ClientSetting;
  /** The PostgreSQL parameter that the driver sends for it when it connects, in the same unit as written. */
  readonly sends?: string;
  /**
   * What 0 means: the operating system's value, or off. Absent: the number zero. A word that switches off, where a number is
   * expected, means the same.
   */
  readonly zero?: 'system' | 'off';
  /** Of a time of keepalive: written with a value that is not off, it switches keepalive on, whatever the switch says. */
  readonly switchesOn?: true;
  /**
   * Of a switch, where not every word will do: `number` takes whole numbers, and 0 is off; `word` takes `true` and `false`; `true` is on
   * with that word alone and off with every other text. Absent: any of the usual words.
   */
  readonly on?: 'number' | 'word' | 'true';
  /** Of a parameter that is sent: only the digits that its text begins with are. */
  readonly digitsOnly?: true;
  /** Other spellings of the same parameter. */
  readonly aliases?: readonly string[];
  readonly cite: string;
};

/** What a driver does where nothing is said. `'system'`: what the operating system does. */
export type DriverDefault = {
  readonly value: number | boolean | null | 'system';
  /** Of `keepalive_interval` and `keepalive_count`: what it is instead where the idle time is set; `'idle'`: the same as that. */
  readonly withIdle?: number | 'idle';
  /** What messages call it: the parameter as the driver spells it. */
  readonly attribute: string;
  readonly cite: string;
  readonly unverified?: true;
  /** Set where only the program can change it, in words of a fix: "`keepAlive: true` in the options of `new Client()`". */
  readonly inProgram?: string;
};

/** One PostgreSQL driver: what it takes, what it does unasked, each with its source. */
export type DriverSpec = {
  /** Equal to the file's name; what the configuration calls it: `pgjdbc`. */
  readonly name: string;
  readonly title: string;
  /** The forms of connection strings that it reads. */
  readonly forms: readonly ConnectionForm[];
  /** What it takes before `://`. */
  readonly schemes: readonly string[];
  /** The runtimes of Lambda, without version, whose programs use it: `nodejs`. */
  readonly runtimes: readonly string[];
  /** How it compares the names of parameters. */
  readonly names: 'exact' | 'any-case' | 'any-case-and-spaces';
  readonly parameters: Table<DriverParameter>;
  /** Variables of the process that it reads, and the parameter that each stands for: `PGOPTIONS` is `options`. */
  readonly variables: Table<string>;
  /** What becomes of a parameter that it does not know: sent to the server, which refuses what is none of its own; ignored; or refused. */
  readonly others: { readonly become: 'sent' | 'ignored' | 'refused'; readonly cite: string };
  readonly defaults: Readonly<Record<ClientSetting, DriverDefault>>;
};
