import { spawn } from 'node:child_process';
import { Client } from 'pg';
import type { Script } from './script';

/** A connection of some driver. */
export type Session = { readonly query: (sql: string) => Promise<void> };

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

async function withPg({ host, port, user, database, options }: Script, failed: (error: unknown) => void): Promise<Session> {
  const client = new Client({ host, port, user, database, ...options });
  await client.connect();
  // While a query waits, pg rejects that query and tells nobody else.
  client.on('error', failed);
  return { query: async (sql) => void (await client.query(sql)) };
}

async function withPostgresJs({ host, port, user, database, options }: Script): Promise<Session> {
  const { default: postgres } = await import('postgres');
  const sql = postgres({ host, port, user, database, max: 1, onnotice: () => undefined, ...options });
  const one = await sql.reserve();
  return { query: async (text) => void (await one.unsafe(text)) };
}

/** psql reads statements from its standard input; after each it is told to print a word that says that it is through. */
async function withPsql({ host, port, user, database, options }: Script, failed: (error: unknown) => void): Promise<Session> {
  const words = Object.entries({ host, port, user, dbname: database, ...options }).map(
    ([name, value]) => `${name}='${String(value).replace(/[\\']/g, '\\$&')}'`,
  );
  const psql = spawn('psql', ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-v', 'VERBOSITY=verbose', words.join(' ')], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaint = '';
  let waiting: (() => void) | null = null;
  psql.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('through')) waiting?.();
  });
  psql.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  psql.on('exit', (code) => failed({ code: `psql ${String(code)}`, message: complaint.trim() }));
  const query = async (sql: string): Promise<void> => {
    const done = new Promise<void>((resolve) => (waiting = resolve));
    psql.stdin.write(`${sql};\n\\echo through\n`);
    await done;
  };
  await query('select 1');
  return { query };
}
