import { effective, type Effective } from './_effective';

/** SO_KEEPALIVE with the values of Linux: docs.kernel.org/networking/ip-sysctl.html, tcp_keepalive_time, _intvl, _probes. */
const linux = { keepalive_on: true, keepalive_idle: 7200, keepalive_interval: 75, keepalive_count: 9 };
const on = (idle: number, interval: number, count: number): Partial<Effective> => ({
  keepalive_on: true,
  keepalive_idle: idle,
  keepalive_interval: interval,
  keepalive_count: count,
});
/** Without SO_KEEPALIVE no time counts. */
const silent = { keepalive_on: false, keepalive_idle: null };

const host = 'app:secret@db.internal:5432/shop';
const url = `postgresql://${host}`;
const jdbc = 'jdbc:postgresql://db.internal:5432/shop';
const ado = 'Host=db.internal;Username=app;Password=secret;Database=shop';

type Case = readonly [driver: string, text: string, expected: Partial<Effective>];

const keepalive: readonly Case[] = [
  // postgresql.org/docs/current/libpq-connect.html
  ['libpq', url, linux],
  ['libpq', `${url}?keepalives=0`, silent],
  ['libpq', `${url}?keepalives=0&keepalives_idle=60`, silent],
  ['libpq', `${url}?keepalives_idle=60`, on(60, 75, 9)],
  ['libpq', `${url}?keepalives=1&keepalives_idle=60&keepalives_interval=10&keepalives_count=3`, on(60, 10, 3)],
  ['libpq', `${url}?keepalives_idle=0&keepalives_interval=0&keepalives_count=0`, linux],
  ['libpq', 'host=db.internal user=app password=secret keepalives_idle=30 keepalives_interval=5', on(30, 5, 9)],
  ['libpq', `postgresql+psycopg2://${host}?keepalives_idle=60`, on(60, 75, 9)],
  ['libpq', `${url}?tcp_user_timeout=30000`, { ...linux, tcp_user_timeout: 30 }],
  ['libpq', `${url}?tcp_user_timeout=0`, { ...linux, tcp_user_timeout: null }],
  // PGProperty.java: tcpKeepAlive, and no time for it
  ['pgjdbc', jdbc, silent],
  ['pgjdbc', `${jdbc}?tcpKeepAlive=true`, linux],
  ['pgjdbc', 'jdbc:aws-wrapper:postgresql://db.internal/shop?tcpKeepAlive=true&wrapperPlugins=efm2', linux],
  ['pgjdbc', `${jdbc}?keepalives_idle=60`, silent],
  // client.js: keepAlive is read from the options of the program and never from the URL
  ['pg', url, silent],
  ['pg', `${url}?keepAlive=true&keepAliveInitialDelayMillis=60000`, silent],
  ['pg', `${url}?keepalives=1&keepalives_idle=60`, silent],
  // index.js: keep_alive 60; libuv: interval 1, count 10
  ['postgres-js', url, on(60, 1, 10)],
  ['postgres-js', `${url}?keep_alive=300`, on(300, 1, 10)],
  ['postgres-js', `${url}?keep_alive=0`, { keepalive_idle: null }],
  ['postgres-js', `${url}?keep_alive=false`, { keepalive_idle: null }],
  // NpgsqlConnector.cs, SetSocketOptions
  ['npgsql', ado, silent],
  ['npgsql', `${ado};Tcp Keepalive=true`, linux],
  ['npgsql', `${ado};TcpKeepAlive=True;Tcp Keepalive Time=60;Tcp Keepalive Interval=10`, on(60, 10, 9)],
  ['npgsql', `${ado};Tcp Keepalive Time=60`, on(60, 60, 9)],
  ['npgsql', `${ado};Tcp Keepalive=false;Tcp Keepalive Time=60`, on(60, 60, 9)],
  ['npgsql', `${ado};Tcp Keepalive=true;Tcp Keepalive Time=0`, linux],
  ['npgsql', `${ado};Keepalive=30`, silent],
  // dial.go of Go: 15 s, 15 s, 9 times
  ['pgx', url, on(15, 15, 9)],
  ['pgx', `${url}?pool_max_conns=4`, on(15, 15, 9)],
  ['lib-pq', 'host=db.internal user=app', on(15, 15, 9)],
  // connect_utils.py: TCP_NODELAY alone
  ['asyncpg', url, silent],
  ['asyncpg-sqlalchemy', `postgresql+asyncpg://${host}?ssl=require`, silent],
  // tokio-postgres, Config::new(): idle 2 h; the engine hands no other number on
  ['prisma', url, linux],
  ['prisma', `${url}?keepalives_idle=60&connection_limit=5`, linux],
  // pgbouncer.org/config.html
  ['pgbouncer', '[databases]\nshop = host=db.internal\n[pgbouncer]\npool_mode = transaction\n', linux],
  ['pgbouncer', '[databases]\n* = host=db.internal\n[pgbouncer]\ntcp_keepalive = 0\ntcp_keepidle = 60\n', silent],
  [
    'pgbouncer',
    '[databases]\n* = host=db.internal\n[pgbouncer]\ntcp_keepidle = 60\ntcp_keepintvl = 10\ntcp_keepcnt = 4\ntcp_user_timeout = 45000\n',
    { ...on(60, 10, 4), tcp_user_timeout: 45 },
  ],
];

const none = { read_timeout: null, query_timeout: null, command_timeout: null };

const timeouts: readonly Case[] = [
  ['libpq', `${url}?connect_timeout=5`, none],
  ['pgjdbc', jdbc, none],
  ['pgjdbc', `${jdbc}?socketTimeout=120&queryTimeout=90`, { ...none, read_timeout: 120, command_timeout: 90 }],
  ['pgjdbc', `${jdbc}?socketTimeout=0&connectTimeout=10`, none],
  ['pg', url, none],
  ['pg', `${url}?query_timeout=45000`, { ...none, query_timeout: 45 }],
  ['pg', `${url}?query_timeout=0`, { ...none, query_timeout: 0 }],
  ['postgres-js', `${url}?idle_timeout=20&connect_timeout=10`, none],
  ['npgsql', ado, { ...none, command_timeout: 30 }],
  ['npgsql', `${ado};Command Timeout=600`, { ...none, command_timeout: 600 }],
  ['npgsql', `${ado};commandtimeout=0`, none],
  ['npgsql', `${ado};Timeout=15`, { ...none, command_timeout: 30 }],
  ['pgx', `${url}?connect_timeout=5`, none],
  ['lib-pq', url, none],
  ['asyncpg', url, none],
  ['asyncpg-sqlalchemy', `postgresql+asyncpg://${host}?command_timeout=60`, { ...none, command_timeout: 60 }],
  ['prisma', `${url}?pool_timeout=10`, none],
  ['prisma', `${url}?socket_timeout=30`, { ...none, query_timeout: 30 }],
  ['pgbouncer', '[databases]\n* = host=db\n[pgbouncer]\nquery_timeout = 0\n', none],
  ['pgbouncer', '[databases]\n* = host=db\n[pgbouncer]\nquery_timeout = 300\n', { ...none, query_timeout: 300 }],
];

const options = 'options=-c%20statement_timeout%3D5min';
const fiveMinutes = { sends: { statement_timeout: '5min' } };
const sent: readonly Case[] = [
  ['libpq', `${url}?${options}`, fiveMinutes],
  ['libpq', "host=db.internal user=app options='-c statement_timeout=5min'", fiveMinutes],
  // Refused, so nothing is sent.
  ['libpq', `${url}?statement_timeout=5000`, { sends: {} }],
  ['pgjdbc', `${jdbc}?${options}`, fiveMinutes],
  ['pgjdbc', `${jdbc}?statement_timeout=5000`, { sends: {} }],
  ['pg', `${url}?${options}`, fiveMinutes],
  [
    'pg',
    `${url}?statement_timeout=5000&lock_timeout=1000&idle_in_transaction_session_timeout=60000`,
    { sends: { statement_timeout: '5000', lock_timeout: '1000', idle_in_transaction_session_timeout: '60000' } },
  ],
  ['pg', `${url}?transaction_timeout=5000`, { sends: {} }],
  ['postgres-js', `${url}?statement_timeout=5000`, { sends: { statement_timeout: '5000' } }],
  ['postgres-js', `${url}?${options}`, fiveMinutes],
  ['npgsql', `${ado};Options=-c statement_timeout=5min`, fiveMinutes],
  [
    'pgx',
    `${url}?statement_timeout=5000&idle_session_timeout=60000`,
    { sends: { statement_timeout: '5000', idle_session_timeout: '60000' } },
  ],
  ['pgx', 'host=db.internal user=app statement_timeout=5min', fiveMinutes],
  ['lib-pq', `${url}?statement_timeout=5000`, { sends: { statement_timeout: '5000' } }],
  // The server's own end: what libpq would take for the client's.
  ['pgx', `${url}?tcp_user_timeout=30000`, { tcp_user_timeout: null, sends: { tcp_user_timeout: '30000' } }],
  ['asyncpg', `${url}?statement_timeout=5000`, { sends: { statement_timeout: '5000' } }],
  ['asyncpg-sqlalchemy', `postgresql+asyncpg://${host}?statement_timeout=5000`, { sends: {} }],
  ['prisma', `${url}?${options}`, fiveMinutes],
  ['prisma', `${url}?statement_timeout=5000`, { sends: {} }],
];

describe('what a connection string means to a driver', () => {
  it.each(keepalive)('keepalive: %s, %s', (driver, text, expected) => {
    expect(effective(driver, text)).toMatchObject(expected);
  });

  it.each(timeouts)('timeouts: %s, %s', (driver, text, expected) => {
    expect(effective(driver, text)).toMatchObject(expected);
  });

  it.each(sent)('what is sent: %s, %s', (driver, text, expected) => {
    const found = effective(driver, text);
    expect(found.sends).toEqual(expected.sends);
    expect(found).toMatchObject(expected);
  });
});

describe('keepalive that a program sets, declared beside the client', () => {
  const declared = { keepalive: { on: true, idle: 60, interval: null, count: null } };

  it.each([
    // libuv sets interval and count with every idle time.
    ['pg', url, on(60, 1, 10)],
    // Java's program can set them by jdk.net; what it leaves out is Linux's.
    ['pgjdbc', `${jdbc}?tcpKeepAlive=true`, on(60, 75, 9)],
    ['asyncpg', url, on(60, 75, 9)],
  ] as const)('%s', (driver, text, expected) => {
    expect(effective(driver, text, declared)).toMatchObject(expected);
  });
});
