import { parseCatalogSource } from '../../../lib/shell/postgres/parse-source';
import { readCatalog } from '../../../lib/shell/postgres/read-catalog';
import { Client } from 'pg';
import { describePostgres, startPostgres, type Postgres } from '../../postgres/start-postgres';
import { catalogOf, collect, failureOf, nowhere } from './_collect';
import { listening, pausingBefore, type OtherServer } from './_servers';

const signal = new AbortController().signal;

/** A server that says this to whoever connects, or to the first word of the client. */
const saying = (bytes: Buffer): Promise<OtherServer> =>
  listening((socket) => socket.once('data', () => void socket.write(bytes)));

const at = (port: number, more = ''): string => `postgres://ann:secret-word@127.0.0.1:${String(port)}/shop${more}`;

/** A message of PostgreSQL's protocol: its letter, its length, its body. */
function message(letter: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(letter, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

describe('a server that says nothing', () => {
  it('is given up when its time is over', async () => {
    const silent = await listening(() => undefined);
    expect(await failureOf(at(silent.port, '?connect_timeout=2'))).toBe(
      `127.0.0.1:${String(silent.port)} did not answer within 2 s, so nothing of its catalog is known; ` +
        'check security groups and routes; connect_timeout=SECONDS waits longer',
    );
    await silent.close();
  });

  it('is given up at once when the signal comes', async () => {
    const control = new AbortController();
    const silent = await listening((socket) => socket.once('data', () => control.abort()));
    const other = await listening(() => control.abort());
    const args = [
      `db=${at(silent.port)}`,
      ...Array.from({ length: 20 }, (_, one) => `db${String(one)}=${at(other.port)}`),
    ];
    const { catalogs, failed } = await collect(args, nowhere, control.signal);
    expect(catalogs).toEqual([]);
    expect(failed.map((one) => one.name)).toEqual(args.map((arg) => arg.slice(0, arg.indexOf('='))));
    expect(new Set(failed.map((one) => one.why.replace(/^\S+ /, '')))).toEqual(
      new Set(['was not read before the interruption, so nothing of its catalog is known; run it again']),
    );
    await Promise.all([silent.close(), other.close()]);
  });

  it('is not connected to after the signal', async () => {
    let connections = 0;
    const counting = await listening(() => void (connections += 1));
    const { failed } = await collect([at(counting.port)], nowhere, AbortSignal.abort());
    expect(failed).toHaveLength(1);
    expect(connections).toBe(0);
    await counting.close();
  });
});

describe('a server that is not PostgreSQL', () => {
  const http = Buffer.from('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  const ssh = Buffer.from('SSH-2.0-OpenSSH_9.7\r\n');

  it.each([
    ['HTTP', 'prefer', http],
    ['HTTP', 'require', http],
    ['HTTP', 'disable', http],
    ['SSH', 'prefer', ssh],
    ['SSH', 'disable', ssh],
  ])('is told by its first word: %s with sslmode=%s', async (_, mode, bytes) => {
    const stranger = await saying(bytes);
    expect(await failureOf(at(stranger.port, `?sslmode=${mode}`))).toMatch(/does not speak the protocol of PostgreSQL/);
    await stranger.close();
  });

  it.each([
    ['an authentication that nobody knows', [message('R', int32(99))], /could not be talked to/],
    ['half a message', [message('R', Buffer.from([0]))], /could not be talked to/],
    [
      'an error that repeats what it was told',
      [message('E', Buffer.from('SFATAL\0C08P01\0Mno such user: ann, secret-word\u001b[31m\n\0\0'))],
      /answered 08P01: no such user: \*\*\*, \*\*\* \[31m , so/,
    ],
    ['a goodbye', [], /closed the connection without a word/],
  ])('does not end the process with %s', async (_, messages, why) => {
    const server = await listening((socket) =>
      socket.once('data', () => {
        for (const one of messages) socket.write(one);
        socket.end();
      }),
    );
    const text = await failureOf(at(server.port, '?sslmode=disable'));
    expect(text).toMatch(why);
    expect(text).not.toMatch(/secret-word|ann\b/);
    await server.close();
  });

  it('is told by a catalog that is none', async () => {
    const ready = message('Z', Buffer.from('I'));
    const server = await listening((socket) =>
      socket.once('data', () => {
        socket.write(Buffer.concat([message('R', int32(0)), ready]));
        // To every query: one row of one null, then a column count that no message has room for.
        const nothing = message('D', Buffer.from([0, 1, 0xff, 0xff, 0xff, 0xff]));
        socket.on('data', () => socket.write(Buffer.concat([nothing, message('D', Buffer.from([0x7f, 0xff])), ready])));
      }),
    );
    expect(await failureOf(at(server.port, '?sslmode=disable'))).toMatch(/could not be talked to/);
    await server.close();
  });
});

describePostgres('a real server that stops answering', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  it('is given up when it is frozen, and read once it is back', async () => {
    server.freeze();
    expect(await failureOf(`${server.url()}?connect_timeout=2`)).toMatch(/did not answer within 2 s/);
    server.thaw();
    expect(await catalogOf(server.url())).toMatchObject({ database: 'postgres' });
  });

  it('is given up in the middle of the reading', async () => {
    const proxy = await pausingBefore('pg_db_role_setting', server.port);
    const { user, password } = server.superuser;
    const source = parseCatalogSource(
      `postgres://${user}:${password}@127.0.0.1:${String(proxy.port)}/postgres`,
      nowhere,
    );
    expect(await readCatalog(source, { within: 0.5, signal })).toEqual({
      is: 'silent',
      doing: 'reading',
      seconds: 0.5,
    });
    await proxy.close();
  });

  it('keeps no session of ours that waits for a lock when the signal comes', async () => {
    const proxy = await pausingBefore('rolcanlogin', server.port);
    const { user, password } = server.superuser;
    const control = new AbortController();
    const url = `postgres://${user}:${password}@127.0.0.1:${String(proxy.port)}/postgres`;
    const collecting = collect([url], nowhere, control.signal);
    await proxy.reached;
    // Connected before the lock, since nobody logs in without reading that table; the view pg_roles reads it too.
    const [holder, watcher] = [new Client(server.url()), new Client(server.url())];
    await Promise.all([holder.connect(), watcher.connect()]);
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE pg_db_role_setting IN ACCESS EXCLUSIVE MODE');
    proxy.letGo();
    const ours = async (condition: string): Promise<string> => {
      const text = `SELECT count(*) FROM pg_stat_activity WHERE application_name = 'holdfast' AND ${condition}`;
      const { rows } = await watcher.query<{ count: string }>(text);
      return rows[0]!.count;
    };
    while ((await ours(`wait_event_type = 'Lock'`)) !== '1');
    control.abort();
    expect((await collecting).failed).toMatchObject([{ why: expect.stringContaining('interruption') as string }]);
    // Its own limits end it: the lock is still held.
    while ((await ours('true')) !== '0');
    await holder.query('ROLLBACK');
    await Promise.all([holder.end(), watcher.end(), proxy.close()]);
  }, 20_000);
});
