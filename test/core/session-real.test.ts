import { Client } from 'pg';
import { declaredPaths } from '../../lib/core/paths';
import { sessionOf } from '../../lib/core/session';
import type { Json } from '../../lib/core/setting';
import { readCatalogs } from '../../lib/read/collection/catalogs';
import { collectCatalogs } from '../../lib/shell/postgres/collect';
import { parseCatalogSource } from '../../lib/shell/postgres/parse-source';
import { describePostgres, startPostgres, type Postgres } from '../postgres/start-postgres';
import { graphOf, inline, workload } from './estate';

const password = 'a-login-of-a-test';
const logins = ['nothing', 'own', 'off', 'in_shop', 'twice', 'odd', 'auditor'];
const databases = ['shop', 'billing'];
/** What a session shows of each, in seconds where it is a duration. */
const compared = [
  'statement_timeout',
  'transaction_timeout',
  'lock_timeout',
  'idle_session_timeout',
  'idle_in_transaction_session_timeout',
  'client_connection_check_interval',
  'tcp_keepalives_idle',
  'tcp_keepalives_interval',
  'tcp_keepalives_count',
  'tcp_user_timeout',
] as const;

const statements = [
  ...databases.map((name) => `CREATE DATABASE ${name}`),
  ...logins.map((name) => `CREATE ROLE ${name} LOGIN PASSWORD '${password}'`),
  "ALTER ROLE ALL SET lock_timeout = '7s'",
  "ALTER DATABASE shop SET statement_timeout = '20s'",
  "ALTER DATABASE shop SET idle_session_timeout = '1.5min'",
  "ALTER ROLE own SET statement_timeout = '5 s'",
  "ALTER ROLE own SET tcp_keepalives_idle = '2min'",
  'ALTER ROLE off SET statement_timeout = 0',
  'ALTER ROLE off SET lock_timeout = 0',
  "ALTER ROLE in_shop IN DATABASE shop SET statement_timeout = '1h'",
  "ALTER ROLE twice SET statement_timeout = '30s'",
  "ALTER ROLE twice IN DATABASE shop SET statement_timeout = '40s'",
  "ALTER ROLE twice IN DATABASE billing SET idle_in_transaction_session_timeout = '0.5h'",
  "ALTER ROLE odd SET statement_timeout = '500us'",
  "ALTER ROLE odd SET transaction_timeout = '1e3'",
  "ALTER ROLE odd SET lock_timeout = '0600000'",
  "ALTER ROLE odd SET tcp_user_timeout = '1.5'",
  // What the login that reads has is not what the server gives everybody.
  "ALTER ROLE auditor SET statement_timeout = '3s'",
  "ALTER ROLE auditor SET tcp_keepalives_interval = '11s'",
];

describePostgres('a session as the catalog foretells it', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres({
      settings: { statement_timeout: '90s', client_connection_check_interval: '500ms', tcp_keepalives_count: '4' },
    });
    for (const statement of statements) await server.sql(statement);
  }, 60_000);
  afterAll(() => server.stop());

  it('is what the server gives', async () => {
    const login = { user: 'auditor', password };
    const source = parseCatalogSource(`real=${server.url(login, 'billing')}`, {});
    const { catalogs, failed } = await collectCatalogs([source], {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    expect([catalogs.length, failed]).toEqual([1, []]);
    const { facts, notes } = readCatalogs('collected.json', catalogs, failed);
    expect(notes).toEqual([]);
    const wrong: Json[] = [];
    const open: string[] = [];
    for (const dbname of databases)
      for (const role of logins) {
        const path = [
          inline('client', 'client', 'job'),
          { ...inline('database', 'declared-database', 'real'), dbname },
        ];
        const one = workload({ path });
        const graph = graphOf(facts, { workloads: [one] });
        const [only] = declaredPaths(graph, one, path).paths;
        const session = sessionOf(graph, only!.database!.member, only!.hops, role);
        const real = await realSession(server.url({ user: role, password }, dbname));
        for (const name of compared) {
          const foretold = session[name];
          const found = real[name] ?? null;
          if (foretold?.state !== 'known') open.push(`${name} of ${role} in ${dbname}`);
          else if (foretold.value !== found) wrong.push({ dbname, role, name, foretold: foretold.value, found });
        }
      }
    expect(wrong).toEqual([]);
    // The login that read the catalog has its own values, which hide the server's where nobody else says anything.
    expect(open.sort()).toEqual(
      [
        'statement_timeout of nothing in billing',
        'statement_timeout of in_shop in billing',
        ...databases.flatMap((dbname) =>
          logins.flatMap((role) => (role === 'auditor' ? [] : [`tcp_keepalives_interval of ${role} in ${dbname}`])),
        ),
      ].sort(),
    );
  }, 60_000);
});

/** What a login really gets, in our words: seconds, `null` for a limit that is off. */
async function realSession(connectionString: string): Promise<Record<string, number | null>> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; setting: string; unit: string | null }>(
      'SELECT name, setting, unit FROM pg_settings WHERE name = ANY ($1)',
      [compared],
    );
    return Object.fromEntries(
      rows.map(({ name, setting, unit }) => {
        const value = Number(setting) / (unit === 'ms' ? 1000 : 1);
        return [name, value === 0 ? null : value];
      }),
    );
  } finally {
    await client.end();
  }
}
