import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { selfSigned } from '../../postgres/certificate';
import type { Host } from '../network/chain';
import { command } from '../network/command';
import { says, startOn, type Running } from '../network/start';

/** A major version of PostgreSQL that the lab may start, with an empty data folder to copy. */
export type PostgresVersion = { readonly major: string; readonly bin: string; readonly empty: string };

/** Whom servers run as: PostgreSQL refuses root. */
export type Account = { readonly uid: number; readonly gid: number };

/** A server on a host of a chain. */
export type Postgres = {
  readonly running: Running;
  /** The folder of its Unix socket. */
  readonly socket: string;
  /** Runs statements as the superuser, through the server's Unix socket: over no path that is measured. */
  readonly sql: (text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** A connection of the superuser through the Unix socket; the caller ends it. */
  readonly observer: () => Promise<Client>;
  readonly stop: () => Promise<void>;
};

const unlimited = ['statement_timeout', 'idle_session_timeout', 'idle_in_transaction_session_timeout'];

export const port = 5432;
export const superuser = 'postgres';

/** Initialises an empty data folder once; each server starts from a copy of it. */
export async function emptyData(bin: string, folder: string, { uid, gid }: Account): Promise<string> {
  mkdirSync(folder, { recursive: true });
  chownSync(folder, uid, gid);
  const data = path.join(folder, 'data');
  const flags = ['--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions', '--wal-segsize=1'];
  await command('setpriv', [
    ...[`--reuid=${String(uid)}`, `--regid=${String(gid)}`, '--clear-groups', path.join(bin, 'initdb')],
    ...[`--pgdata=${data}`, `--username=${superuser}`, ...flags],
  ]);
  return data;
}

/** Starts a server on a host; `settings` are those of its configuration file, in PostgreSQL's own words. */
export async function startPostgres(
  host: Host,
  version: PostgresVersion,
  folder: string,
  account: Account,
  settings: Readonly<Record<string, string>>,
  tls: boolean,
): Promise<Postgres> {
  mkdirSync(folder, { recursive: true });
  chownSync(folder, account.uid, account.gid);
  const data = path.join(folder, 'data');
  await command('setpriv', [
    ...[`--reuid=${String(account.uid)}`, `--regid=${String(account.gid)}`, '--clear-groups'],
    ...['cp', '-r', version.empty, data],
  ]);
  const all = {
    listen_addresses: '*',
    port: String(port),
    unix_socket_directories: folder,
    fsync: 'off',
    autovacuum: 'off',
    shared_buffers: '1MB',
    max_connections: '20',
    // Milliseconds since the epoch before each message: what the server saw, and when.
    log_line_prefix: '%n ',
    log_min_messages: 'warning',
    ssl: tls ? 'on' : 'off',
    ...settings,
  };
  if (tls) {
    const { certificate, key } = selfSigned('database');
    const write = (file: string, text: string): void => {
      writeFileSync(path.join(data, file), text, { mode: 0o600 });
      chownSync(path.join(data, file), account.uid, account.gid);
    };
    write('server.crt', certificate);
    write('server.key', key);
  }
  writeFileSync(
    path.join(data, 'postgresql.auto.conf'),
    Object.entries(all)
      .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
      .join(''),
  );
  writeFileSync(path.join(data, 'pg_hba.conf'), 'local all all trust\nhost all all all trust\n');
  const running = startOn(host, path.join(version.bin, 'postgres'), ['-D', data], {
    ...account,
    cwd: folder,
    env: { LC_ALL: 'C' },
  });
  await says(running, 'ready to accept connections');
  const observer = async (): Promise<Client> => {
    const client = new Client({ host: folder, ssl: false, port, user: superuser, database: 'postgres' });
    client.on('error', () => undefined);
    await client.connect();
    // What limits the sessions that are measured limits every session.
    for (const name of unlimited) await client.query(`set ${name} = 0`);
    return client;
  };
  return {
    running,
    socket: folder,
    observer,
    sql: async (text) => {
      const client = await observer();
      try {
        const results: unknown = await client.query(text);
        return ((Array.isArray(results) ? results.at(-1) : results) as { rows: Record<string, unknown>[] }).rows;
      } finally {
        await client.end();
      }
    },
    stop: () => running.kill(),
  };
}
