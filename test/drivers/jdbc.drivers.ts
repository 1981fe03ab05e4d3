import { effective } from '../kinds/drivers/_effective';
import { describePostgres, startPostgres, type Postgres } from '../postgres/start-postgres';
import { connected, describeProgram } from './_program';
import { socketIs, statementTimeoutIs, type Subject } from './_proofs';

let server: Postgres;

describePostgres('the JDBC driver', () => {
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  describeProgram('jdbc', (java) => {
    const subject: Subject = {
      driver: 'pgjdbc',
      text: (query) => {
        const { user, password } = server.superuser;
        return `jdbc:postgresql://127.0.0.1:${String(server.port)}/postgres?user=${user}&password=${password}${query}`;
      },
      command: (text) => [...java, text],
      port: () => server.port,
    };
    const sleeps = 'SELECT pg_sleep(600) /* from Java */';
    const isRunning = async (): Promise<boolean> =>
      (
        await server.sql(
          "SELECT 1 FROM pg_stat_activity WHERE query LIKE '%from Java%' AND state = 'active' AND pid <> pg_backend_pid()",
        )
      ).length > 0;

    socketIs(subject, [
      ['', { on: false }],
      ['&tcpKeepAlive=true', 'system'],
      ['&keepalives_idle=60', { on: false }],
    ]);
    statementTimeoutIs(subject, [
      ['&options=-c%20statement_timeout%3D5min', '5min', '5min'],
      ['&statement_timeout=5000&keepalives=1', '0', undefined],
    ]);

    it('closes its socket at socketTimeout, and the query goes on', async () => {
      const text = subject.text('&socketTimeout=1');
      await connected([...subject.command(text), sleeps], async ({ said }) => {
        // connection_failure
        expect(said).toBe('08006');
        expect(await isRunning()).toBe(true);
      });
      await server.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%from Java%' AND pid <> pg_backend_pid()",
      );
      expect(effective('pgjdbc', text)).toMatchObject({ read_timeout: 1 });
    });

    it('cancels the query at queryTimeout', async () => {
      const text = subject.text('&queryTimeout=1');
      await connected([...subject.command(text), sleeps], async ({ said }) => {
        // query_canceled
        expect(said).toBe('57014');
        expect(await isRunning()).toBe(false);
      });
      expect(effective('pgjdbc', text)).toMatchObject({ command_timeout: 1 });
    });
  });
});
