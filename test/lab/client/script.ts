/** One thing that the client does. Durations in seconds. */
export type Act =
  /** A statement that sends nothing for so long. */
  | { readonly do: 'query'; readonly seconds: number }
  /** Any statement. */
  | { readonly do: 'sql'; readonly text: string }
  /** A statement that sends a row of so many bytes every so often. */
  | { readonly do: 'rows'; readonly seconds: number; readonly every: number; readonly bytes: number }
  /** Nothing: the connection is in the pool, or the transaction is open. */
  | { readonly do: 'pause'; readonly seconds: number };

/** The programs that may connect. */
export type DriverName = 'pg' | 'postgres' | 'psql';

/** What the client program is told. */
export type Script = {
  readonly driver: DriverName;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  /** What its connection string says besides, behind the question mark. */
  readonly query: string;
  /** Options of the driver that no connection string says, in its own words. */
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly acts: readonly Act[];
  /** The first of them that is measured. */
  readonly measured: number;
  /** After so many seconds from that act it stops waiting and says what it has seen. */
  readonly patience: number;
};

/** What the program behind an HTTP load balancer is told: the script is what it does for each request. */
export type Service = Script & { readonly serve: number };

/** What the caller of that program is told. */
export type Call = { readonly call: string; readonly patience: number };

/** What the program that stands in for a gateway is told: seconds, `null` is never. Without `answers` it closes. */
export type Gateway = {
  readonly relay: string;
  readonly port: number;
  readonly answers: boolean;
  readonly cap: number;
  readonly idleTimeout: number | null;
};

/** What the client program tells, one JSON object a line. `at` is milliseconds since the epoch. */
export type ClientEvent =
  | { readonly at: number; readonly saw: 'connected' }
  | { readonly at: number; readonly saw: 'act'; readonly act: number }
  | { readonly at: number; readonly saw: 'done'; readonly act: number }
  | {
      readonly at: number;
      readonly saw: 'error';
      readonly act: number;
      readonly code: string;
      readonly message: string;
    }
  /** It still waits, and its patience is over. */
  | { readonly at: number; readonly saw: 'nothing'; readonly act: number }
  | { readonly at: number; readonly saw: 'end' };

/** The SQL of an act, for drivers that send text. */
export function sqlOf(act: Exclude<Act, { readonly do: 'pause' }>): string {
  switch (act.do) {
    case 'sql':
      return act.text;
    case 'query':
      return `select pg_sleep(${String(act.seconds)})`;
    case 'rows': {
      const count = Math.ceil(act.seconds / act.every);
      return `select repeat('x', ${String(act.bytes)}), pg_sleep(${String(act.every)}) from generate_series(1, ${String(count)})`;
    }
  }
}
