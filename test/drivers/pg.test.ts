import { Client, type ClientConfig } from 'pg';
import { effective } from '../kinds/drivers/_effective';
import { describePostgres, startPostgres, type Postgres } from '../postgres/start-postgres';
import { describeSockets, describeTimers, keepaliveTimers, socketsOf, systemKeepalive } from './_sockets';

let server: Postgres;

/** Does something with a client that is connected, which is ended afterwards. */
async function connected<T>(query: string, work: (client: Client) => Promise<T>, more: ClientConfig = {}): Promise<T> {
  const client = new Client({ connectionString: `${server.url()}${query}`, ...more });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function shown(query: string, parameter: string): Promise<unknown> {
  return connected(query, async (client) => {
    const { rows } = await client.query<Record<string, unknown>>(`SHOW ${parameter}`);
    return rows[0]?.[parameter];
  });
}

async function socketOf(query: string, more?: ClientConfig): Promise<unknown> {
  return connected(query, async () => socketsOf(process.pid, server.port)[0], more);
}

async function timerOf(query: string, more?: ClientConfig): Promise<unknown> {
  return connected(query, async () => keepaliveTimers(server.port)[0], more);
}

const inUrl = ['', '?keepAlive=true&keepAliveInitialDelayMillis=60000', '?keepalives=1&keepalives_idle=60'];

describePostgres('node-postgres against a real PostgreSQL', () => {
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  describeSockets('the options of its socket', () => {
    it.each(inUrl)('have no keepalive, whatever the URL says: "%s"', async (query) => {
      expect(await socketOf(query)).toMatchObject({ on: false });
      expect(effective('pg', `${server.url()}${query}`)).toMatchObject({ keepalive_on: false, keepalive_idle: null });
    });

    it('have the keepalive that its program sets, with an interval of 1 s and 10 probes', async () => {
      const socket = await socketOf('', { keepAlive: true, keepAliveInitialDelayMillis: 300_000 });
      expect(socket).toMatchObject({ on: true, idle: 300, interval: 1, count: 10 });
      const declared = { keepalive: { on: true, idle: 300, interval: null, count: null } };
      expect(effective('pg', server.url(), declared)).toMatchObject({
        keepalive_on: true,
        keepalive_idle: 300,
        keepalive_interval: 1,
        keepalive_count: 10,
      });
    });

    it("have the system's times where the program sets no delay", async () => {
      expect(await socketOf('', { keepAlive: true })).toMatchObject({ on: true, ...systemKeepalive() });
    });
  });

  describeTimers('the timer of its socket', () => {
    it.each(inUrl)('does not run, whatever the URL says: "%s"', async (query) => {
      expect(await timerOf(query)).toBeNull();
    });

    it('runs for the time that its program sets', async () => {
      const timer = await timerOf('', { keepAlive: true, keepAliveInitialDelayMillis: 300_000 });
      expect(timer).toBeLessThanOrEqual(300);
      expect(timer).toBeGreaterThan(150);
    });
  });

  it.each([
    ['?statement_timeout=5000', 'statement_timeout', '5s'],
    // The number that it begins with, in milliseconds.
    ['?statement_timeout=5min', 'statement_timeout', '5ms'],
    ['?lock_timeout=2000', 'lock_timeout', '2s'],
    ['?idle_in_transaction_session_timeout=60000', 'idle_in_transaction_session_timeout', '1min'],
    ['?options=-c%20statement_timeout%3D7s', 'statement_timeout', '7s'],
    // Named by libpq's or PostgreSQL's manual only: ignored.
    ['?idle_session_timeout=5000', 'idle_session_timeout', '0'],
    ['?keepalives_idle=60&connect_timeout=5', 'statement_timeout', '0'],
  ])('takes "%s": %s is %s', async (query, parameter, value) => {
    expect(await shown(query, parameter)).toBe(value);
    const sends = effective('pg', `${server.url()}${query}`).sends[parameter];
    expect(sends !== undefined).toBe(value !== '0');
  });

  it('takes PGOPTIONS where the URL has no options', async () => {
    const before = process.env['PGOPTIONS'];
    process.env['PGOPTIONS'] = '-c statement_timeout=9s';
    try {
      expect(await shown('', 'statement_timeout')).toBe('9s');
      expect(await shown('?options=-c%20lock_timeout%3D7s', 'statement_timeout')).toBe('0');
    } finally {
      if (before === undefined) delete process.env['PGOPTIONS'];
      else process.env['PGOPTIONS'] = before;
    }
  });

  it('gives up at query_timeout, and the query goes on', async () => {
    const url = '?query_timeout=300&application_name=gives-up';
    const running = async (): Promise<unknown> =>
      server.sql("SELECT state FROM pg_stat_activity WHERE application_name = 'gives-up'");
    await connected(url, async (client) => {
      await expect(client.query('SELECT pg_sleep(600)')).rejects.toThrow('Query read timeout');
      expect(await running()).toEqual([{ state: 'active' }]);
      await server.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gives-up'");
    });
    expect(effective('pg', `${server.url()}${url}`)).toMatchObject({ query_timeout: 0.3, command_timeout: null });
  });

  it('takes a query_timeout of 0 in the URL for a limit of nothing', async () => {
    await connected('?query_timeout=0', async (client) => {
      await expect(client.query('SELECT pg_sleep(1)')).rejects.toThrow('Query read timeout');
    });
    expect(effective('pg', `${server.url()}?query_timeout=0`)).toMatchObject({ query_timeout: 0 });
  });
});
