import postgres from 'postgres';
import { effective } from '../kinds/drivers/_effective';
import { describePostgres, startPostgres, type Postgres } from '../postgres/start-postgres';
import { describeSockets, describeTimers, keepaliveTimers, socketsOf } from './_sockets';

let server: Postgres;

/** Does something with a pool of one, which is ended afterwards. */
async function connected<T>(query: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(`${server.url()}${query}`, { max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function shown(query: string, parameter: string): Promise<unknown> {
  return connected(query, async (sql) => (await sql.unsafe(`SHOW ${parameter}`))[0]?.[parameter] as unknown);
}

async function socketOf(query: string): Promise<unknown> {
  return connected(query, async (sql) => {
    await sql`SELECT 1`;
    return socketsOf(process.pid, server.port)[0];
  });
}

async function timerOf(query: string): Promise<unknown> {
  return connected(query, async (sql) => {
    await sql`SELECT 1`;
    return keepaliveTimers(server.port)[0];
  });
}

const withKeepalive = [
  ['', 60],
  ['?keep_alive=300', 300],
] as const;
const without = ['?keep_alive=0', '?keep_alive=false'];

describePostgres('postgres.js against a real PostgreSQL', () => {
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  describeSockets('the options of its socket', () => {
    it.each(withKeepalive)(
      'have keepalive with an interval of 1 s and 10 probes: "%s" is %d s',
      async (query, idle) => {
        expect(await socketOf(query)).toMatchObject({ on: true, idle, interval: 1, count: 10 });
        expect(effective('postgres-js', `${server.url()}${query}`)).toMatchObject({
          keepalive_on: true,
          keepalive_idle: idle,
          keepalive_interval: 1,
          keepalive_count: 10,
        });
      },
    );

    it.each(without)('have none: "%s"', async (query) => {
      expect(await socketOf(query)).toMatchObject({ on: false });
      expect(effective('postgres-js', `${server.url()}${query}`)).toMatchObject({ keepalive_idle: null });
    });

    it('have what PGKEEP_ALIVE says', async () => {
      process.env['PGKEEP_ALIVE'] = '240';
      try {
        expect(await socketOf('')).toMatchObject({ on: true, idle: 240 });
      } finally {
        delete process.env['PGKEEP_ALIVE'];
      }
    });
  });

  describeTimers('the timer of its socket', () => {
    it.each(withKeepalive)('runs for the idle time: "%s" is %d s', async (query, idle) => {
      const timer = await timerOf(query);
      expect(timer).toBeLessThanOrEqual(idle);
      expect(timer).toBeGreaterThan(idle / 2);
    });

    it.each(without)('does not run: "%s"', async (query) => {
      expect(await timerOf(query)).toBeNull();
    });
  });

  it.each([
    ['?statement_timeout=5000', 'statement_timeout', '5s', '5000'],
    ['?idle_session_timeout=60000', 'idle_session_timeout', '1min', '60000'],
    ['?tcp_keepalives_idle=120', 'tcp_keepalives_idle', '120', '120'],
    // The server's, and not the socket's of the client.
    ['?tcp_user_timeout=30000', 'tcp_user_timeout', '30000', '30000'],
    ['?options=-c%20statement_timeout%3D7s', 'statement_timeout', '7s', '7s'],
  ])('sends "%s": %s is %s', async (query, parameter, value, sent) => {
    expect(await shown(query, parameter)).toBe(value);
    expect(effective('postgres-js', `${server.url()}${query}`).sends).toEqual({ [parameter]: sent });
  });

  it.each(['keepalives_idle=60', 'query_timeout=5000', 'keepAlive=true'])(
    'sends "%s" too, which the server refuses',
    async (parameter) => {
      await expect(shown(`?${parameter}`, 'statement_timeout')).rejects.toThrow(/unrecognized configuration parameter/);
    },
  );
});
