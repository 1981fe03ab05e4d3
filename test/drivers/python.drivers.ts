import { describePostgres, startPostgres, type Postgres } from '../postgres/start-postgres';
import { effective } from '../kinds/drivers/_effective';
import { connected, describeProgram } from './_program';
import { isRefused, socketIs, statementTimeoutIs, type Subject } from './_proofs';

let server: Postgres;

describePostgres('drivers of Python', () => {
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  describeProgram('python', (python) => {
    const subject = (driver: string, library: string, scheme = 'postgresql'): Subject => ({
      driver,
      text: (query) => `${server.url().replace('postgres://', `${scheme}://`)}${query}`,
      command: (text) => [...python, library, text],
      port: () => server.port,
    });
    const everyLibpq: readonly Subject[] = [
      subject('libpq', 'psycopg'),
      subject('libpq', 'psycopg2'),
      subject('libpq', 'sqlalchemy', 'postgresql+psycopg'),
      subject('libpq', 'sqlalchemy', 'postgresql+psycopg2'),
    ];
    for (const libpq of everyLibpq) {
      socketIs(libpq, [
        ['', 'system'],
        ['?keepalives_idle=300&keepalives_interval=20', { on: true, idle: 300, interval: 20 }],
      ]);
      statementTimeoutIs(libpq, [['?options=-c%20statement_timeout%3D5min', '5min', '5min']]);
      isRefused(libpq, [['?statement_timeout=5000', /statement_timeout/]]);
    }

    const asyncpg = subject('asyncpg', 'asyncpg');
    socketIs(asyncpg, [['', { on: false }]]);
    socketIs(subject('asyncpg', 'uvloop'), [['', { on: false }]]);
    statementTimeoutIs(asyncpg, [
      ['?statement_timeout=5000', '5s', '5000'],
      ['?options=-c%20statement_timeout%3D5min', '5min', '5min'],
    ]);
    isRefused(asyncpg, [
      ['?keepalives_idle=60', /unrecognized configuration parameter "keepalives_idle"/],
      ['?command_timeout=60', /unrecognized configuration parameter "command_timeout"/],
    ]);

    const alchemy = subject('asyncpg-sqlalchemy', 'sqlalchemy_async', 'postgresql+asyncpg');
    socketIs(alchemy, [['', { on: false }]]);
    statementTimeoutIs(alchemy, [['?command_timeout=60', '0', undefined]]);
    isRefused(alchemy, [['?statement_timeout=5000', /unexpected keyword argument 'statement_timeout'/]]);

    it('asyncpg-sqlalchemy: a command_timeout in the URL ends and cancels the query', async () => {
      const sleeps = subject('asyncpg-sqlalchemy', 'sqlalchemy_sleeps', 'postgresql+asyncpg');
      const text = sleeps.text('?command_timeout=1');
      await connected(sleeps.command(text), async ({ said }) => {
        expect(said).toBe('TimeoutError');
        const running = await server.sql(
          "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND state = 'active' AND pid <> pg_backend_pid()",
        );
        expect(running).toEqual([]);
      });
      expect(effective('asyncpg-sqlalchemy', text)).toMatchObject({ command_timeout: 1 });
    });
  });
});
