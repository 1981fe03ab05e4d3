import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { effective } from '../kinds/drivers/_effective';
import { unprivileged } from '../postgres/binaries';
import { describePostgres, startPostgres, type Postgres } from '../postgres/start-postgres';
import { describeProgram } from './_program';
import { describeSockets, socketsOf, systemKeepalive } from './_sockets';

let server: Postgres;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'holdfast-bouncer-'));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}

/** Its file: every client may come in, and reaches the server as its superuser. */
function ini(port: number, settings: string): string {
  const { user, password } = server.superuser;
  return [
    '[databases]',
    `postgres = host=127.0.0.1 port=${String(server.port)} user=${user} password=${password}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${String(port)}`,
    'unix_socket_dir =',
    'auth_type = any',
    settings,
    '',
  ].join('\n');
}

/** Starts PgBouncer, which does not run as root. It is ready once it says that it is up; rejects with its complaint. */
async function start(command: readonly string[], text: string): Promise<ChildProcess> {
  const file = path.join(folder, 'pgbouncer.ini');
  writeFileSync(file, text, { mode: 0o644 });
  const child = spawn(command[0] ?? '', [file], {
    ...unprivileged(),
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      if (said.includes('process up')) resolve();
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(said)));
  });
  return child;
}

describePostgres('PgBouncer between a client and a real PostgreSQL', () => {
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  describeProgram('pgbouncer', (command) => {
    /** Does something with a client of it that has a server connection. */
    async function through<T>(
      settings: string,
      work: (client: Client, pid: number, text: string) => T | Promise<T>,
      more = '',
    ): Promise<T> {
      const port = await freePort();
      const text = ini(port, settings);
      const child = await start(command, text);
      const client = new Client({ connectionString: `postgres://app@127.0.0.1:${String(port)}/postgres${more}` });
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.query('SELECT 1');
        return await work(client, child.pid ?? 0, text);
      } finally {
        await client.end();
        const ended = once(child, 'close');
        child.kill('SIGTERM');
        await ended;
      }
    }

    describeSockets('the options of its sockets to the server', () => {
      it.each([
        ['', true, null],
        ['tcp_keepalive = 0\ntcp_keepidle = 300', false, null],
        ['tcp_keepidle = 300\ntcp_keepintvl = 20\ntcp_keepcnt = 4', true, { idle: 300, interval: 20, count: 4 }],
      ])('%j: %s %j', async (settings, on, times) => {
        await through(settings, (_, pid, text) => {
          const options = on ? { on, ...(times ?? systemKeepalive()) } : { on };
          expect(socketsOf(pid, server.port)).toEqual([expect.objectContaining(options)]);
          expect(effective('pgbouncer', text)).toMatchObject({
            keepalive_on: on,
            ...(times === null
              ? {}
              : { keepalive_idle: times.idle, keepalive_interval: times.interval, keepalive_count: times.count }),
          });
        });
      });

      it('have tcp_user_timeout in milliseconds', async () => {
        await through('tcp_user_timeout = 45000', (_, pid, text) => {
          expect(socketsOf(pid, server.port)).toEqual([expect.objectContaining({ userTimeout: 45_000 })]);
          expect(effective('pgbouncer', text)).toMatchObject({ tcp_user_timeout: 45 });
        });
      });
    });

    it('ends the connection at query_timeout, and the query goes on', async () => {
      await through('query_timeout = 1', async (client, _, text) => {
        await expect(client.query('SELECT pg_sleep(600) /* pooled */')).rejects.toThrow(/query.timeout/);
        const running = await server.sql(
          "SELECT state FROM pg_stat_activity WHERE query LIKE '%pooled%' AND pid <> pg_backend_pid()",
        );
        expect(running).toEqual([{ state: 'active' }]);
        expect(effective('pgbouncer', text)).toMatchObject({ query_timeout: 1, command_timeout: null });
      });
    });

    it('refuses startup parameters that it does not know, unless it is told to ignore them', async () => {
      const asked = '?statement_timeout=5000';
      await expect(through('', () => 'connected', asked)).rejects.toThrow(/unsupported startup parameter/);
      await through(
        'ignore_startup_parameters = statement_timeout',
        async (client) => {
          const { rows } = await client.query('SHOW statement_timeout');
          expect(rows).toEqual([{ statement_timeout: '0' }]);
        },
        asked,
      );
    });

    it('does not start with a setting that it does not know', async () => {
      await expect(start(command, ini(await freePort(), 'keepalives_idle = 60'))).rejects.toThrow(/unknown parameter/);
    });
  });
});
