import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { binariesFor, unprivileged, whyNone } from './binaries';
import type { Certificate } from './certificate';

/** What a server is started with. */
export type PostgresOptions = {
  /** Parameters of its configuration file: `{ statement_timeout: '45s' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** TLS with this certificate; without one the server has no TLS. */
  readonly tls?: Certificate;
  /** Lines of `pg_hba.conf` before the one that lets everybody in with a password: `hostnossl all all all reject`. */
  readonly hba?: readonly string[];
};

/** A real PostgreSQL 18 on loopback, empty but for its superuser. */
export type Postgres = {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** The folder of its Unix socket. */
  readonly socket: string;
  readonly superuser: { readonly user: string; readonly password: string };
  /** The URL of a database (`postgres`) for a login (the superuser). */
  readonly url: (login?: { readonly user: string; readonly password: string }, database?: string) => string;
  /** Runs statements as the superuser, in the database `postgres` unless said otherwise. Returns the rows of the last. */
  readonly sql: (text: string, database?: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Stops the process that accepts connections: the kernel goes on accepting, nobody answers. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** Ends it, whatever its state, and removes its folder. That also happens when this process ends in any way. */
  readonly stop: () => Promise<void>;
};

/** `describe` where a server can be started; else a suite that is skipped by a name with the reason. */
export const describePostgres: (name: string, suite: () => void) => void =
  whyNone === null ? describe : (name, suite) => describe.skip(`${name} (skipped: ${whyNone})`, suite);

const superuser = { user: 'postgres', password: 'the-superuser-of-a-test' };

/**
 * Ends the server and removes its folder as soon as its own standard input ends, which it does when the test's process is
 * gone, even if that was killed.
 */
const leash = `
exec 3<&0
"$@" </dev/null & server=$!
( cat <&3 >/dev/null; kill -CONT $server; kill -QUIT $server ) 2>/dev/null & watch=$!
wait $server
kill $watch 2>/dev/null
rm -rf "$0"
`;

/** Starts a server of its own. Takes some seconds; call it in `beforeAll` and `stop` in `afterAll`. */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(options);
    } catch (error) {
      // Somebody else took the port that was free a moment ago.
      if (attempt === 3 || !String(error).includes('Address already in use')) throw error;
    }
  }
}

async function start(options: PostgresOptions): Promise<Postgres> {
  const account = unprivileged();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'holdfast-pg-'));
  try {
    const data = path.join(folder, 'data');
    const owned = (file: string): void => {
      if (account.uid !== undefined && account.gid !== undefined) chownSync(file, account.uid, account.gid);
    };
    owned(folder);
    const bin = path.join(binariesFor(account, folder), 'bin');
    initialise(path.join(bin, 'initdb'), data, { ...account, cwd: folder }, path.join(folder, 'password'));
    const port = await freePort();
    configure(data, { ...options, port, socket: folder }, owned);
    const child = spawn('/bin/sh', ['-c', leash, folder, path.join(bin, 'postgres'), '-D', data], {
      ...account,
      cwd: folder,
      env: { LC_ALL: 'C' },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    const server = serverOf(child, port, folder, path.join(data, 'postmaster.pid'));
    await isReady(child);
    return server;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function initialise(initdb: string, data: string, as: { readonly cwd: string }, passwordFile: string): void {
  writeFileSync(passwordFile, superuser.password, { mode: 0o644 });
  const flags = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'];
  const { status, stderr, error } = spawnSync(
    initdb,
    [`--pgdata=${data}`, `--username=${superuser.user}`, `--pwfile=${passwordFile}`, ...flags],
    { ...as, env: { LC_ALL: 'C' }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? stderr}`);
}

function configure(
  data: string,
  { settings, tls, hba = [], port, socket }: PostgresOptions & { readonly port: number; readonly socket: string },
  owned: (file: string) => void,
): void {
  const write = (name: string, text: string): void => {
    const file = path.join(data, name);
    writeFileSync(file, text);
    chmodSync(file, 0o600);
    owned(file);
  };
  if (tls !== undefined) {
    write('server.crt', tls.certificate);
    write('server.key', tls.key);
  }
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: socket,
    fsync: 'off',
    ssl: tls === undefined ? 'off' : 'on',
    ...settings,
  };
  write(
    'postgresql.auto.conf',
    Object.entries(all)
      .map(([name, value]) => `${name} = '${value}'\n`)
      .join(''),
  );
  const everybody = ['local all all scram-sha-256', 'host all all all scram-sha-256'];
  write('pg_hba.conf', [...hba, ...everybody, ''].join('\n'));
}

function serverOf(child: ChildProcess, port: number, socket: string, pidFile: string): Postgres {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const signal = (name: 'SIGSTOP' | 'SIGCONT'): void => {
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), name);
  };
  const url: Postgres['url'] = ({ user, password } = superuser, database = 'postgres') =>
    `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/${encodeURIComponent(database)}`;
  return {
    host: '127.0.0.1',
    port,
    socket,
    superuser,
    url,
    sql: async (text, database) => {
      const client = new Client({ connectionString: url(superuser, database), ssl: false });
      await client.connect();
      try {
        const results: unknown = await client.query(text);
        const last = (Array.isArray(results) ? results.at(-1) : results) as { rows: Record<string, unknown>[] };
        return last.rows;
      } finally {
        await client.end();
      }
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    stop: async () => {
      child.stdin?.end();
      await ended;
      rmSync(socket, { recursive: true, force: true });
    },
  };
}

/** Resolves with the server's own word that it is ready; rejects with what it said if it ends before. */
async function isReady(child: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-10_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    child.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
    child.once('error', reject);
    // What waits for the end of its standard input would wait on after a server that did not start.
    child.once('exit', () => child.stdin?.destroy());
  });
  // What is left open must not keep a failed run of tests alive.
  child.unref();
  for (const stream of [child.stdin, child.stderr]) (stream as unknown as { unref?: () => void }).unref?.();
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
