import { describePostgres, startPostgres, type Postgres } from '../postgres/start-postgres';
import { connected, describeProgram } from './_program';
import { isRefused, socketIs, statementTimeoutIs, type Subject } from './_proofs';

let server: Postgres;

describePostgres('libpq, as psql uses it', () => {
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  describeProgram('psql', (psql) => {
    const subject: Subject = {
      driver: 'libpq',
      text: (query) => `${server.url()}${query}`,
      command: (text) => [...psql, text],
      port: () => server.port,
    };
    const keywords: Subject = {
      ...subject,
      text: (rest) => {
        const { user, password } = server.superuser;
        return `host=127.0.0.1 port=${String(server.port)} user=${user} password=${password} dbname=postgres ${rest}`;
      },
    };

    socketIs(subject, [
      ['', 'system'],
      ['?keepalives=0&keepalives_idle=300', { on: false }],
      [
        '?keepalives_idle=300&keepalives_interval=20&keepalives_count=4',
        { on: true, idle: 300, interval: 20, count: 4 },
      ],
      ['?tcp_user_timeout=45000', { userTimeout: 45_000 }],
    ]);
    socketIs(keywords, [['keepalives_idle=300', { on: true, idle: 300 }]]);
    statementTimeoutIs(subject, [
      ['?options=-c%20statement_timeout%3D5min', '5min', '5min'],
      ['?connect_timeout=10', '0', undefined],
    ]);
    statementTimeoutIs(keywords, [["options='-c statement_timeout=5min'", '5min', '5min']]);
    isRefused(subject, [
      ['?statement_timeout=5000', /invalid URI query parameter: "statement_timeout"/],
      ['?keepAlive=true', /invalid URI query parameter: "keepAlive"/],
      // The manual says that zero uses the system's value; Linux refuses to be told so.
      ['?keepalives_idle=0', /setsockopt\(TCP_KEEPIDLE\) failed/],
      ['?keepalives_interval=0', /setsockopt\(TCP_KEEPINTVL\) failed/],
      ['?keepalives_count=0', /setsockopt\(TCP_KEEPCNT\) failed/],
    ]);

    it('takes PGOPTIONS', async () => {
      const env = { PGOPTIONS: '-c statement_timeout=9s' };
      expect(await connected(subject.command(subject.text('')), ({ said }) => said, env)).toBe('9s');
      const own = subject.text('?options=-c%20lock_timeout%3D7s');
      expect(await connected(subject.command(own), ({ said }) => said, env)).toBe('0');
    });
  });
});
