import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { InputError } from '../../../lib/core/input-error';
import { parseCatalogSource, parseSource } from '../../../lib/shell/postgres/parse-source';
import { nameOf, type CatalogSource } from '../../../lib/shell/postgres/source';

const nobodysHome = { HOME: '/nowhere' };

/** What matters of a source, the password included, which it does not show by itself. */
function parse(arg: string, env: Readonly<Record<string, string>> = {}): Record<string, unknown> {
  const source = parseCatalogSource(arg, { ...nobodysHome, PGUSER: 'me', ...env });
  const { name, host, port, user, database } = source;
  return { name, host, port, user, database, password: source.secrets().password };
}

const plain = { name: null, host: 'db.example', port: 5432, user: 'me', database: 'me', password: null };

describe('parseCatalogSource', () => {
  it.each<[string, Record<string, unknown>]>([
    ['postgres://db.example', plain],
    ['postgresql://db.example/', plain],
    ['POSTGRES://db.example/shop', { ...plain, database: 'shop' }],
    [
      'postgres://ann:s3cret@db.example:6432/shop',
      { ...plain, user: 'ann', password: 's3cret', port: 6432, database: 'shop' },
    ],
    ['postgres://ann@db.example/my%20shop', { ...plain, user: 'ann', database: 'my shop' }],
    // An @ of the password that was not escaped: the last one ends the user, as in every other URL.
    ['postgres://ann:a@b@db.example/shop', { ...plain, user: 'ann', password: 'a@b', database: 'shop' }],
    ['postgres://ann:a%2Fb%40%3A:c@db.example', { ...plain, user: 'ann', database: 'ann', password: 'a/b@::c' }],
    ['postgres://[2001:db8::7]:6000/shop', { ...plain, host: '2001:db8::7', port: 6000, database: 'shop' }],
    ['postgres://%2Frun%2Fpg/shop', { ...plain, host: '/run/pg', database: 'shop' }],
    [
      'postgres://ann@/shop?host=/run/pg&port=6000',
      { ...plain, host: '/run/pg', port: 6000, user: 'ann', database: 'shop' },
    ],
    ['postgres://one.example/a?host=db.example&dbname=b', { ...plain, database: 'b' }],
    [
      'postgres://db.example?password=x%26y&application_name=psql&options=-c%20statement_timeout%3D5s',
      { ...plain, password: 'x&y' },
    ],
    ['host=db.example', plain],
    [
      "  host = db.example  port=6000 dbname='my shop' password='it\\'s' ",
      { ...plain, port: 6000, database: 'my shop', password: "it's" },
    ],
    ['host=db.example password=a\\ b\\\\', { ...plain, password: 'a b\\' }],
    ["host=db.example password=''", plain],
    ['orders=postgres://db.example', { ...plain, name: 'orders' }],
    ['orders= host=db.example', { ...plain, name: 'orders' }],
    [
      'module.db.aws_db_instance.this["a=b c"]=postgres://db.example',
      { ...plain, name: 'module.db.aws_db_instance.this["a=b c"]' },
    ],
    ['aws_db_instance.this[0]=host=db.example', { ...plain, name: 'aws_db_instance.this[0]' }],
    [
      'arn:aws:rds:eu-west-1:123456789012:db:orders=postgres://db.example',
      { ...plain, name: 'arn:aws:rds:eu-west-1:123456789012:db:orders' },
    ],
  ])('reads %s', (arg, expected) => {
    expect(parse(arg)).toEqual(expected);
  });

  it('takes what is left open from PG* variables, and an empty value leaves all open', () => {
    const env = { PGHOST: 'db.example', PGPORT: '6000', PGUSER: 'ann', PGDATABASE: 'shop', PGPASSWORD: 's3cret' };
    const all = { host: 'db.example', port: 6000, user: 'ann', database: 'shop', password: 's3cret' };
    expect(parse('', env)).toEqual({ name: null, ...all });
    expect(parse('orders=', env)).toEqual({ name: 'orders', ...all });
    expect(parse('postgres://bob:other@one.example:5433/x', env)).toEqual({
      name: null,
      host: 'one.example',
      port: 5433,
      user: 'bob',
      database: 'x',
      password: 'other',
    });
    expect(parse('host=one.example', { ...env, PGPORT: '' })).toMatchObject({ host: 'one.example', port: 5432 });
  });

  it('waits 10 s for a connection unless told otherwise, and never for ever', () => {
    const within = (timeout: string): number =>
      parseCatalogSource(`host=h connect_timeout=${timeout}`, nobodysHome).connectWithin;
    expect(parseCatalogSource('host=h', nobodysHome).connectWithin).toBe(10);
    expect(parseCatalogSource('host=h', { ...nobodysHome, PGCONNECT_TIMEOUT: '30' }).connectWithin).toBe(30);
    expect([within('3'), within('1'), within('0'), within('-1')]).toEqual([3, 2, 10, 10]);
  });

  it('knows the modes of TLS', () => {
    const tls = (text: string, env = {}): CatalogSource['tls'] =>
      parseCatalogSource(`host=h ${text}`, { ...nobodysHome, ...env }).tls;
    expect(tls('')).toEqual({
      mode: 'prefer',
      direct: false,
      rootCertificate: null,
      certificate: null,
      key: null,
      oldest: null,
      newest: null,
      folder: '/nowhere/.postgresql',
    });
    expect(tls('', { PGSSLMODE: 'verify-ca', PGSSLROOTCERT: '/ca.pem' })).toMatchObject({
      mode: 'verify-ca',
      rootCertificate: '/ca.pem',
    });
    expect(tls('sslrootcert=system').mode).toBe('verify-full');
    expect(tls('sslmode=require sslnegotiation=direct ssl_min_protocol_version=TLSv1.3')).toMatchObject({
      mode: 'require',
      direct: true,
      oldest: 'TLSv1.3',
    });
    expect(parseCatalogSource('postgres://h/?ssl=true', nobodysHome).tls.mode).toBe('require');
  });

  it('keeps the address of a tunnel apart from the host that is meant', () => {
    expect(parseCatalogSource('host=db.example hostaddr=127.0.0.1', nobodysHome)).toMatchObject({
      host: 'db.example',
      hostAddress: '127.0.0.1',
    });
  });

  it('names a source that has no name by its address', () => {
    const name = (arg: string): string => nameOf(parseCatalogSource(arg, nobodysHome));
    expect(name('postgres://ann:s3cret@db.example/shop')).toBe('db.example:5432/shop');
    expect(name('postgres://ann@[::1]/shop')).toBe('[::1]:5432/shop');
    expect(name('host=/run/pg user=ann dbname=shop')).toBe('/run/pg/.s.PGSQL.5432/shop');
    expect(name('orders=host=h')).toBe('orders');
    // The database is the user's where none is named, and the user is not shown.
    expect(name('postgres://ann@h')).toBe('h:5432');
  });

  it.each<[string, string, Record<string, string>?]>([
    ['db.example', '--postgres takes postgres://USER@HOST/DATABASE'],
    ['orders=db.example', '--postgres orders: word 1 of the connection string is no KEYWORD=VALUE'],
    ['mysql://h/x?a=postgres://h', '--postgres takes'],
    ['postgres://one.example,two.example/shop', 'several hosts; give each of them a --postgres of its own'],
    ['host=one.example,two.example', 'several hosts'],
    ['', 'several hosts', { PGHOST: 'a,b' }],
    ['postgres://h:5432x/shop', 'no HOST:PORT'],
    ['postgres://h:0/shop', 'the port is no number up to 65535'],
    ['host=h port=70000', 'the port is no number up to 65535'],
    ['postgres://ann:a/b@h/shop', '`@` after its host; in a user name or password `/` is %2F'],
    ['postgres://ann:a#b@h/shop', '`#` is %23'],
    ['postgres://ann:a?b@h/shop', '`?` is %3F'],
    ['postgres://ann:100%@h/shop', 'a `%` of the URL begins no escape'],
    ['postgres://h/shop?sslmod=require', 'did you mean sslmode'],
    ['host=h statement_timeout=5', 'parameter 2 of the connection string has a name that libpq does not know'],
    ['postgres://h/shop?sslmode', 'a parameter of the URL is no KEYWORD=VALUE'],
    ["host=h password='two", 'word 2 of the connection string is no KEYWORD=VALUE'],
    ['host=h password=two words', 'word 3 of the connection string'],
    ['host=h sslmode=on', '`sslmode` is one of disable, allow, prefer, require, verify-ca, verify-full'],
    ['host=h sslrootcert=system sslmode=require', '`sslrootcert=system` needs `sslmode=verify-full`'],
    ['host=h sslnegotiation=direct', '`sslnegotiation=direct` needs `sslmode=require` or stronger'],
    ['host=h connect_timeout=10s', '`connect_timeout` is no whole number of seconds'],
    ['host=h hostaddr=db.example', '`hostaddr` is no IP address'],
    [
      'host=h channel_binding=require',
      '`channel_binding` (PGCHANNELBINDING) is not supported other than with disable or prefer',
    ],
    ['host=h', '`sslcrl` (PGSSLCRL) is not supported; leave it out', { PGSSLCRL: '/crl' }],
    ['postgres://h%1b%5b31m/shop', 'control character'],
    ['postgres://h/shop%00', 'control character'],
    ['service=shop', 'is in no service file (/nowhere/.pg_service.conf)'],
    ['__proto__=constructor=x', '--postgres __proto__: parameter 1'],
  ])('refuses %s', (arg, message, env = {}) => {
    const refused = (): unknown => parseCatalogSource(arg, { ...nobodysHome, ...env });
    expect(refused).toThrow(InputError);
    expect(refused).toThrow(message);
  });
});

describe('a connection service', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'holdfast-service-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('stands below what is given and above the environment', () => {
    const text =
      '# ours\n[other]\nhost=other.example\n\n[shop]\nhost=db.example\n  port=6000 \n#dbname=no\nuser=ann\n[more]\nuser=bob\n';
    writeFileSync(path.join(folder, '.pg_service.conf'), text);
    const env = { HOME: folder, PGPORT: '7000', PGDATABASE: 'shop' };
    const expected = { name: null, host: 'db.example', port: 6000, user: 'ann', database: 'shop', password: null };
    expect(parse('service=shop', env)).toEqual(expected);
    expect(parse('postgres://?service=shop&user=eve', env)).toEqual({ ...expected, user: 'eve' });
    expect(parse('', { ...env, PGSERVICE: 'shop' })).toEqual({ ...expected, user: 'ann' });
  });

  it('is looked for where the variables say', () => {
    writeFileSync(path.join(folder, 'pg_service.conf'), '[shop]\nhost=system.example\n');
    writeFileSync(path.join(folder, 'mine'), '[shop]\nhost=mine.example\n');
    expect(parse('service=shop', { PGSYSCONFDIR: folder })).toMatchObject({ host: 'system.example' });
    expect(parse('service=shop', { PGSYSCONFDIR: folder, PGSERVICEFILE: path.join(folder, 'mine') })).toMatchObject({
      host: 'mine.example',
    });
  });
});

describe('parseSource', () => {
  const unsaid = { keepalives: null, idle: null, interval: null };
  it.each<[string, Readonly<Record<string, string>>, object]>([
    ['host=db', {}, { options: null, keepalive: unsaid }],
    ["host=db options='-c a=b'", { PGOPTIONS: '-c c=d' }, { options: '-c a=b', keepalive: unsaid }],
    ['host=db', { PGOPTIONS: '-c c=d' }, { options: '-c c=d', keepalive: unsaid }],
    [
      'postgres://me@db?keepalives=1&keepalives_idle=60&keepalives_interval=10',
      {},
      { options: null, keepalive: { keepalives: '1', idle: '60', interval: '10' } },
    ],
  ])('keeps what shapes a session: %s %j', (text, env, expected) => {
    const { options, keepalive } = parseSource(text, { HOME: '/nowhere', ...env });
    expect({ options, keepalive }).toEqual(expected);
  });
});
