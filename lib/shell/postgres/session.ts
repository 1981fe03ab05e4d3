import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Client } from 'pg';
import type { Seconds } from '../../core/setting';
import { failureOf, type Failure } from './failure';
import { passwordOf } from './password-file';
import type { CatalogSource } from './source';
import { attemptsOf, type Encryption } from './tls';

/** A row as the server sent it: text, whatever its types. */
export type Row = readonly (string | null)[];

/** A connection to a server that ends in time: what comes late, or after an interruption, is a {@link Failure} instead. */
export type Session = {
  readonly rows: (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
};

/** What a session may take, and what ends it before. */
export type Limits = { readonly within: Seconds; readonly signal: AbortSignal };

/** What became of a session. */
export type Outcome<T> = { readonly is: 'done'; readonly value: T } | Failure;

/** An open connection. Whoever opened it destroys the socket in the end. */
export type Opened = { readonly is: 'open'; readonly client: Client; readonly socket: Socket };

/** How a session is opened. */
export type Opening = {
  readonly application: string;
  /** Parameters of the startup packet, as libpq has them; `null`: none. */
  readonly options: string | null;
  /** Seconds of silence after which the system begins to send TCP keepalive probes; `null`: never. */
  readonly keepalive: Seconds | null;
};

const reading: Opening = { application: 'holdfast', options: null, keepalive: null };

/**
 * Connects as `sslmode` says, lets `use` work for at most `within`, and leaves no connection behind. Returns what `use`
 * returns, or why it could not. Throws an `InputError` for a certificate that cannot be read.
 */
export async function withSession<T>(
  source: CatalogSource,
  { within, signal }: Limits,
  use: (session: Session) => Promise<T>,
): Promise<Outcome<T>> {
  const opened = await openSession(source, signal, reading);
  if (opened.is !== 'open') return opened;
  const { client, socket } = opened;
  const watch = watched(socket, within, signal, 'reading');
  try {
    const value = await use({
      rows: async (text, values = []) => {
        const { rows } = await client.query<(string | null)[]>({ text, values: [...values], rowMode: 'array' });
        return rows;
      },
    });
    await client.end();
    return { is: 'done', value };
  } catch (error) {
    return watch.ended() ?? failureOf(error);
  } finally {
    watch.stop();
    socket.destroy();
  }
}

/** Connects as `sslmode` says. Throws an `InputError` for a certificate that cannot be read. */
export async function openSession(
  source: CatalogSource,
  signal: AbortSignal,
  opening: Opening,
): Promise<Opened | Failure> {
  const [first, ...others] = attemptsOf(source);
  let last = await connect(source, first, signal, opening);
  for (const next of others) {
    if (!isWorthAnother(last)) break;
    last = await connect(source, next, signal, opening);
  }
  return last;
}

/**
 * Whether the other of "with TLS" and "without" may do better: TLS failed, or `pg_hba.conf` refused (28000). libpq also sends
 * a password that was just refused a second time, perhaps in the clear; we do not.
 */
function isWorthAnother(failed: Opened | Failure): boolean {
  return failed.is === 'no-tls' || failed.is === 'tls' || (failed.is === 'answer' && failed.code === '28000');
}

async function connect(
  source: CatalogSource,
  encryption: Encryption,
  signal: AbortSignal,
  { application, options, keepalive }: Opening,
): Promise<Opened | Failure> {
  const { host, hostAddress, port, user, database, connectWithin, tls } = source;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- commands that read no catalog never load it.
  const { Client: PgClient } = require('pg') as typeof import('pg');
  const socket = new Socket();
  if (keepalive !== null) socket.setKeepAlive(true, keepalive * 1000);
  const { password } = passwordOf(source);
  const isDirect = tls.direct && encryption !== null;
  let wantsPassword = false;
  const client = new PgClient({
    host: hostAddress ?? host,
    port,
    user,
    database,
    password: () => {
      wantsPassword = true;
      return password ?? '';
    },
    ssl: encryption ?? false,
    sslnegotiation: isDirect ? 'direct' : 'postgres',
    application_name: application,
    stream: () => socket,
    types: { getTypeParser: () => (text: string) => text },
  });
  withoutEnvironment(client, options);
  // What it says is also the answer to the call that waits; without a listener it would end the process.
  client.on('error', () => undefined);
  const watch = watched(socket, connectWithin, signal, 'connecting');
  const connected = client.connect();
  if (encryption === null) guard(client.connection.stream);
  else client.connection.once('sslconnect', () => guard(client.connection.stream));
  const strange = strangers(socket, encryption !== null, isDirect);
  try {
    await connected;
    return { is: 'open', client, socket };
  } catch (error) {
    socket.destroy();
    return (
      watch.ended() ?? (strange() ? { is: 'stranger' } : connectFailure(error, wantsPassword && password === null))
    );
  } finally {
    watch.stop();
  }
}

function connectFailure(error: unknown, lacksPassword: boolean): Failure {
  const failure = failureOf(error);
  return lacksPassword && (failure.is === 'other' || failure.is === 'answer') ? { is: 'no-password' } : failure;
}

/** `pg` fills what is not given from PG* variables of this process, and PGOPTIONS would change what the session reads. */
function withoutEnvironment(client: Client, options: string | null): void {
  const { connectionParameters } = client as unknown as {
    connectionParameters: { options?: string | undefined; replication?: string | undefined };
  };
  connectionParameters.options = options ?? undefined;
  connectionParameters.replication = undefined;
}

type Watch = { readonly ended: () => Failure | null; readonly stop: () => void };

/** Destroys the socket when time is up or the signal comes: the one way to end a call to a server that says nothing. */
function watched(socket: Socket, seconds: Seconds, signal: AbortSignal, doing: 'connecting' | 'reading'): Watch {
  let failure: Failure | null = null;
  const end = (why: Failure): void => {
    failure ??= why;
    socket.destroy();
  };
  const interrupt = (): void => end({ is: 'interrupted' });
  const timer = setTimeout(() => end({ is: 'silent', doing, seconds }), seconds * 1000);
  signal.addEventListener('abort', interrupt, { once: true });
  if (signal.aborted) interrupt();
  return {
    ended: () => failure,
    stop: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupt);
    },
  };
}

/**
 * Whether the first bytes are none that PostgreSQL answers with: `S` or `N` to the wish for TLS, else a request for
 * authentication, the negotiation of a version, or an error (https://www.postgresql.org/docs/current/protocol-message-formats.html).
 */
function strangers(socket: Socket, asksForTls: boolean, isDirect: boolean): () => boolean {
  let isStrange = false;
  if (isDirect) return () => isStrange;
  socket.prependOnceListener('data', (chunk: Buffer) => {
    const first = String.fromCharCode(chunk[0] ?? 0);
    isStrange = asksForTls ? first !== 'E' && !/^[SN]$/.test(chunk.toString('latin1')) : !/[REv]/.test(first);
    if (isStrange) socket.destroy();
  });
  return () => isStrange;
}

/** The parser of `pg` throws at a malformed message, in the middle of an event, which would end the process. */
function guard(stream: Duplex): void {
  for (const listener of stream.listeners('data')) {
    stream.off('data', listener as (chunk: Buffer) => void);
    stream.on('data', (chunk: Buffer) => {
      try {
        listener.call(stream, chunk);
      } catch (error) {
        stream.destroy(error instanceof Error ? error : new Error('malformed message'));
      }
    });
  }
}
