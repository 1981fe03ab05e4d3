import { describePostgres, startPostgres, type Postgres } from '../postgres/start-postgres';
import { describeProgram } from './_program';
import { isRefused, socketIs, statementTimeoutIs, type Subject } from './_proofs';

let server: Postgres;

describePostgres('drivers of Go', () => {
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  describeProgram('go', (program) => {
    for (const driver of ['pgx', 'lib-pq']) {
      const subject: Subject = {
        driver,
        text: (query) => `${server.url()}?sslmode=disable${query}`,
        command: (text) => [...program, driver, text],
        port: () => server.port,
      };
      socketIs(subject, [['', { on: true, idle: 15, interval: 15, count: 9 }]]);
      statementTimeoutIs(subject, [
        ['&statement_timeout=5000', '5s', '5000'],
        ['&options=-c%20statement_timeout%3D5min', '5min', '5min'],
        ['&connect_timeout=10', '0', undefined],
        // The server's own end of the connection.
        ['&tcp_user_timeout=45000', '0', undefined],
      ]);
      isRefused(subject, [
        ['&keepalives_idle=60', /unrecognized configuration parameter "keepalives_idle"/],
        ['&query_timeout=5000', /unrecognized configuration parameter "query_timeout"/],
      ]);
    }
  });
});
