import type { Connection } from '../../lib/core/connection';
import { clientFix, clientKeepaliveFix, strangeParameterFix, type ClientChange } from '../../lib/core/connection-fix';
import { readingsOf } from '../../lib/core/connection-parameters';
import type { Hop } from '../../lib/core/path';
import type { Json } from '../../lib/core/setting';
import { connectionOfText } from '../../lib/read/connection/read-connection';
import { fact, hop, pathsThrough } from './estate';

/** The client of a path: a task whose variables hold these strings, on a driver where one is named. */
function client(strings: { readonly [name: string]: string }, driver?: string): Hop {
  const connections = Object.entries(strings).map(([name, text]) => connectionOfText(name, text)!);
  const facts = [fact('task-definition', 'task', { settings: { connections: connections as unknown as Json } })];
  const { paths } = pathsThrough(
    facts,
    [hop('client', 'task', driver === undefined ? {} : { driver }), hop('database', 'db')].slice(0, 1),
  );
  return paths[0]!.client!;
}

describe('a setting of a client is changed in the words and the unit of its driver', () => {
  it.each<[string, Hop, ClientChange, object | null]>([
    [
      'seconds for the JDBC driver',
      client({ DATABASE_URL: 'jdbc:postgresql://db/app' }),
      { setting: 'read_timeout', value: 90.5 },
      {
        resource: 'task',
        type: 'client',
        setting: 'socketTimeout',
        value: '91',
        note: 'in the connection string of `DATABASE_URL`',
      },
    ],
    [
      'milliseconds for node-postgres',
      client({ DATABASE_URL: 'postgres://db/app' }, 'pg'),
      { setting: 'query_timeout', value: 90 },
      { setting: 'query_timeout', value: '90000' },
    ],
    [
      'the opposite of the word that switched off',
      client({ DATABASE_URL: 'postgresql+psycopg://db/app?keepalives=0' }),
      { setting: 'keepalive_on', value: true },
      { setting: 'keepalives', value: '1' },
    ],
    [
      'in the program where the string takes no such thing',
      client({ DATABASE_URL: 'postgres://db/app' }, 'pg'),
      { setting: 'keepalive_on', value: true },
      {
        setting: 'keepAlive',
        value: 'true',
        note: 'in the program: `keepAlive: true, keepAliveInitialDelayMillis: 60_000` in the options of `new Pool()` or `new Client()`; declare the same beside `client` as `keepalive`, since no document shows the program',
      },
    ],
    [
      'in every string that the client has',
      client({ A: 'jdbc:postgresql://a/app', B: 'jdbc:postgresql://b/app' }),
      { setting: 'read_timeout', value: 90 },
      { resource: 'task', note: 'in the connection string of `A` and of `B`' },
    ],
    [
      'nowhere where the driver has nothing of the kind',
      client({ DATABASE_URL: 'postgresql+psycopg://db/app' }),
      { setting: 'query_timeout', value: 90 },
      null,
    ],
    [
      'nowhere where several drivers are possible',
      client({ DATABASE_URL: 'postgres://db/app' }),
      { setting: 'query_timeout', value: 90 },
      null,
    ],
  ])('%s', (_, on, change, expected) => {
    const fix = clientFix(on, [change]);
    if (expected === null) expect(fix).toBeNull();
    else expect(fix).toMatchObject(expected);
  });

  it('switches on in the word that its driver reads', () => {
    const on = client({ DATABASE_URL: 'postgresql+psycopg2://db/app?keepalives=0' });
    expect(clientFix(on, [{ setting: 'keepalive_on', value: true }])).toMatchObject({
      setting: 'keepalives',
      value: '1',
    });
  });

  it('never repeats the string', () => {
    const on = client({ DATABASE_URL: 'jdbc:postgresql://db/app?user=app&password=hunter2' });
    expect(JSON.stringify(clientKeepaliveFix(on, { idle: 60, interval: 10 }))).not.toContain('hunter2');
  });
});

describe('a keepalive', () => {
  it('has the times of the driver where it takes them', () => {
    const on = client({ DATABASE_URL: 'Host=db;Username=app;Database=app' });
    expect(clientKeepaliveFix(on, { idle: 60, interval: 10 })?.note).toBe(
      'in the connection string of `DATABASE_URL`, and `Tcp Keepalive Time` to 60 and `Tcp Keepalive Interval` to 10',
    );
  });

  it('has those of the kernel where the driver takes none', () => {
    const on = client({ DATABASE_URL: 'jdbc:postgresql://db/app' });
    expect(clientKeepaliveFix(on, { idle: 60, interval: 10 })?.note).toMatch(
      /net\.ipv4\.tcp_keepalive_time to 60 and net\.ipv4\.tcp_keepalive_intvl to 10 in `systemControls` of a container, since the driver takes no times$/,
    );
  });
});

describe('what a driver does not know', () => {
  it.each<[string, Hop, object]>([
    [
      'becomes an option where it is a parameter of PostgreSQL, encoded as its string is',
      client({ DATABASE_URL: 'jdbc:postgresql://db/app?statement_timeout=60000&lock_timeout=5s' }),
      {
        setting: 'options',
        value: '-c%20statement_timeout%3D60000%20-c%20lock_timeout%3D5s',
        note: 'instead of `statement_timeout`, `lock_timeout` in `DATABASE_URL`',
      },
    ],
    [
      'and quoted where the string is made of keywords',
      client({ DSN: 'host=db dbname=app statement_timeout=60000' }, 'libpq'),
      { setting: 'options', value: "'-c statement_timeout=60000'" },
    ],
    [
      "becomes the driver's own keepalive",
      client({ DATABASE_URL: 'jdbc:postgresql://db/app?keepalives_idle=60' }),
      {
        setting: 'tcpKeepAlive',
        value: 'true',
        note: expect.stringMatching(/since the driver takes no times; take `keepalives_idle` out of `DATABASE_URL`$/),
      },
    ],
    [
      'goes where the driver has nothing like it',
      client({ DATABASE_URL: 'postgresql+psycopg://db/app?socketTimeout=60' }),
      { setting: 'socketTimeout', value: 'remove it' },
    ],
  ])('%s', (_, on, expected) => {
    const [reading] = readingsOf(on);
    expect(strangeParameterFix(on, reading!, { idle: 60, interval: 10 })).toMatchObject(expected);
  });

  it('is nothing in a string that holds only what the driver knows', () => {
    const on = client({ DATABASE_URL: 'postgresql+psycopg://db/app?keepalives_idle=60' });
    expect(strangeParameterFix(on, readingsOf(on)[0]!, { idle: 60, interval: 10 })).toBeNull();
  });
});

describe('the ways to read the strings of a client', () => {
  it('are one per driver, and leave out what is not in view and what is no string', () => {
    const on = client({ DATABASE_URL: 'postgres://db/app?keepAlive=true' });
    const drivers = readingsOf(on).map(({ driver, strange }) => `${driver.name}: ${strange[0]?.become ?? 'known'}`);
    expect(drivers).toEqual(
      expect.arrayContaining(['libpq: refused', 'pg: ignored', 'pgx: sent', 'postgres-js: sent']),
    );
    const hide = (own: Partial<Connection>): Hop => ({
      ...on,
      opens: {
        drivers: [],
        connections: on.opens!.connections.map((one) => ({ ...one, connection: { ...one.connection, ...own } })),
      },
    });
    expect(readingsOf(hide({ hidden: { why: 'a secret', settles: 'show it' } }))).toEqual([]);
    expect(readingsOf(hide({ form: 'variables' }))).toEqual([]);
  });
});
