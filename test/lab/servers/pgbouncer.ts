import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../network/chain';
import { says, startOn, type Running } from '../network/start';
import { port, superuser, type Account } from './postgres';

/** Starts PgBouncer on a host, before the server at `below`. `settings` are lines of its `[pgbouncer]` section. */
export async function startPgBouncer(
  host: Host,
  below: string,
  folder: string,
  account: Account,
  settings: Readonly<Record<string, string>>,
): Promise<Running> {
  mkdirSync(folder, { recursive: true });
  chownSync(folder, account.uid, account.gid);
  const all = {
    listen_addr: '*',
    listen_port: String(port),
    unix_socket_dir: folder,
    auth_type: 'any',
    logfile: '',
    ...settings,
  };
  const lines = [
    '[databases]',
    `* = host=${below} port=${String(port)} user=${superuser}`,
    '[pgbouncer]',
    ...Object.entries(all)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name} = ${value}`),
    '',
  ];
  const file = path.join(folder, 'pgbouncer.ini');
  writeFileSync(file, lines.join('\n'));
  const running = startOn(host, 'pgbouncer', [file], { ...account, cwd: folder });
  await says(running, 'process up');
  return running;
}
