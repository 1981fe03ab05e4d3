import { chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { selfSigned } from '../../postgres/certificate';
import type { Host } from '../network/chain';
import { command } from '../network/command';
import { says, startOn, type Running } from '../network/start';

/** A major version of PostgreSQL that the lab may start, with an empty data folder to copy. */
export type PostgresVersion = { readonly major: number; readonly bin: string; readonly empty: string };

/** Whom servers run as: PostgreSQL refuses root. */
export type Account = { readonly uid: number; readonly gid: number };

/** A server on a host of a chain. */
export type Postgres = {
  readonly running: Running;
  /** The folder of its Unix socket. */
  readonly socket: string;
  /** Runs statements as the superuser, through the server's Unix socket: over no path that is measured. */
  readonly sql: (text: string) => Promise<void>;
  /** A connection of the superuser through the Unix socket; the caller ends it. */
  readonly observer: () => Promise<Client>;
};

const unlimited = ['statement_timeout', 'idle_session_timeout', 'idle_in_transaction_session_timeout'];

export const port = 5432;
export const superuser = 'postgres';

/** Initialises an empty data folder once; each server starts from a copy of it. */
export async function emptyData(bin: string, folder: string, { uid, gid }: Account): Promise<PostgresVersion> {
  mkdirSync(folder, { recursive: true });
  chownSync(folder, uid, gid);
  const data = path.join(folder, 'data');
  const flags = ['--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions', '--wal-segsize=1'];
  await command('setpriv', [
    ...[`--reuid=${String(uid)}`, `--regid=${String(gid)}`, '--clear-groups', path.join(bin, 'initdb')],
    ...[`--pgdata=${data}`, `--username=${superuser}`, ...flags],
  ]);
  return { major: Number(readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()), bin, empty: data };
}

/** How a server is started: with settings of its configuration file in PostgreSQL's own words. */
export type Start = {
  readonly version: PostgresVersion;
  readonly folder: string;
  readonly account: Account;
  readonly settings: Readonly<Record<string, string>>;
  readonly tls: boolean;
  /** The folder of the primary that it follows, which has to be stopped; else it starts empty. */
  readonly follows?: string;
};

/** Starts a server on a host, on a data folder of its own. */
export async function startPostgres(host: Host, start: Start): Promise<Postgres> {
  const { version, folder, account, follows } = start;
  mkdirSync(folder, { recursive: true });
  chownSync(folder, account.uid, account.gid);
  const data = dataOf(folder);
  await command('setpriv', [
    ...[`--reuid=${String(account.uid)}`, `--regid=${String(account.gid)}`, '--clear-groups'],
    ...['cp', '-r', follows === undefined ? version.empty : dataOf(follows), data],
  ]);
  if (follows !== undefined) writeFileSync(path.join(data, 'standby.signal'), '');
  if (start.tls) certify(data, account);
  writeFileSync(path.join(data, 'postgresql.auto.conf'), configured(start));
  writeFileSync(
    path.join(data, 'pg_hba.conf'),
    'local all all trust\nlocal replication all trust\nhost all all all trust\n',
  );
  return runPostgres(host, version, folder, account);
}

/** Starts a server on the data folder that it was started on before. */
export async function runPostgres(
  host: Host,
  version: PostgresVersion,
  folder: string,
  account: Account,
): Promise<Postgres> {
  const running = startOn(host, path.join(version.bin, 'postgres'), ['-D', dataOf(folder)], {
    ...account,
    cwd: folder,
    env: { LC_ALL: 'C' },
  });
  await says(running, 'ready to accept');
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
        await client.query(text);
      } finally {
        await client.end();
      }
    },
  };
}

/** The data folder of a server. */
export function dataOf(folder: string): string {
  return path.join(folder, 'data');
}

function configured({ folder, settings, tls, follows }: Start): string {
  const all = {
    listen_addresses: '*',
    port: String(port),
    unix_socket_directories: folder,
    fsync: 'off',
    autovacuum: 'off',
    shared_buffers: '1MB',
    max_connections: '20',
    // The time since the epoch and the SQLSTATE before each message: what the server saw, and when.
    log_line_prefix: '%n %e ',
    log_min_messages: 'warning',
    ssl: tls ? 'on' : 'off',
    ...(follows === undefined
      ? {}
      : {
          primary_conninfo: `host=${follows} port=${String(port)} user=${superuser}`,
          // Its primary comes up after it, and 5 s later is too late here.
          wal_retrieve_retry_interval: '100ms',
        }),
    ...settings,
  };
  return Object.entries(all)
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('');
}

function certify(data: string, { uid, gid }: Account): void {
  const { certificate, key } = selfSigned('database');
  for (const [name, text] of [
    ['server.crt', certificate],
    ['server.key', key],
  ] as const) {
    const file = path.join(data, name);
    writeFileSync(file, text, { mode: 0o600 });
    chownSync(file, uid, gid);
  }
}
