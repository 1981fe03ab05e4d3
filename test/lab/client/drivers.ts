import { spawn } from 'node:child_process';
import { Client, Query } from 'pg';
import type { Script } from './script';

/** A connection of some driver. `row` hears of each row as it comes, where the driver tells. */
export type Session = { readonly query: (sql: string, row?: () => void) => Promise<void> };

/** Connects as the script says. `failed` hears of a connection that dies while no query waits. */
export async function connect(script: Script, failed: (error: unknown) => void): Promise<Session> {
  switch (script.driver) {
    case 'pg':
      return withPg(script, failed);
    case 'postgres':
      return withPostgresJs(script);
    case 'psql':
      return withPsql(script, failed);
  }
}

/** Where the connection leads, with what the connection string says besides. */
function urlOf({ host, port, user, database, query }: Script): string {
  return `postgresql://${user}@${host}:${String(port)}/${database}${query === '' ? '' : `?${query}`}`;
}

async function withPg(script: Script, failed: (error: unknown) => void): Promise<Session> {
  const client = new Client({ connectionString: urlOf(script), ...script.options });
  await client.connect();
  // While a query waits, pg rejects that query and tells nobody else.
  client.on('error', failed);
  return {
    query: async (sql, row) => {
      if (row === undefined) return void (await client.query(sql));
      const streamed = client.query(new Query({ text: sql }));
      streamed.on('row', row);
      await new Promise((resolve, reject) => streamed.on('end', resolve).on('error', reject));
    },
  };
}

async function withPostgresJs(script: Script): Promise<Session> {
  const { default: postgres } = await import('postgres');
  const sql = postgres(urlOf(script), { max: 1, onnotice: () => undefined, ...script.options });
  const one = await sql.reserve();
  return { query: async (text) => void (await one.unsafe(text)) };
}

/** psql reads statements from its standard input; after each it is told to print a word that says that it is through. */
async function withPsql(script: Script, failed: (error: unknown) => void): Promise<Session> {
  const options = Object.entries(script.options).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  const query = [script.query, ...options].filter((one) => one !== '').join('&');
  const quiet = ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-v', 'VERBOSITY=verbose'];
  const psql = spawn('psql', [...quiet, urlOf({ ...script, query })], { stdio: ['pipe', 'pipe', 'pipe'] });
  process.on('exit', () => psql.kill('SIGKILL'));
  let complaint = '';
  let waiting: (() => void) | null = null;
  psql.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('through')) waiting?.();
  });
  psql.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  psql.on('close', (code) => failed({ code: `psql ${String(code)}`, message: complaint.trim() }));
  // What it is told once it has ended, nobody reads: it has said why.
  psql.stdin.on('error', () => undefined);
  const send = async (sql: string): Promise<void> => {
    const done = new Promise<void>((resolve) => (waiting = resolve));
    psql.stdin.write(`${sql};\n\\echo through\n`);
    await done;
  };
  await send('select 1');
  return { query: send };
}
