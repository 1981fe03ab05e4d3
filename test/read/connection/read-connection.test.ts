import type { Connection } from '../../../lib/core/connection';
import { table } from '../../../lib/core/setting';
import { drivers } from '../../../lib/kinds/drivers';
import { connectionOfText, readConnection } from '../../../lib/read/connection/read-connection';
import { vocabulary } from './_vocabulary';

const read = (text: string): Connection | null => readConnection('DATABASE_URL', text, null, vocabulary);

/** What was read, in short: form, scheme, `name=text` of each parameter, `-c` of each option, and how many were not named. */
function short(one: Connection | null): string | null {
  if (one === null) return null;
  if (one.hidden !== null) return `${one.form} hidden: ${one.hidden.why}`;
  return [
    `${one.form}${one.scheme === null ? '' : ` ${one.scheme}`}`,
    ...one.parameters.map(({ name, text }) => (text === null ? name : `${name}=${text}`)),
    ...Object.entries(one.options).map(([name, text]) => `-c ${name}=${text}`),
    ...(one.unnamed === 0 ? [] : [`+${String(one.unnamed)}`]),
  ].join(' ');
}

describe('a URL', () => {
  it.each([
    ['postgres://app:pw@db/shop', 'url postgres'],
    ['postgresql://app:pw@db:5432/shop', 'url postgresql'],
    ['PostgreSQL://db', 'url postgresql'],
    ['postgresql+psycopg://db/shop', 'url postgresql+psycopg'],
    // A scheme that no driver here takes is still PostgreSQL's.
    ['postgresql+other://db/shop?keepalives_idle=30', 'url keepalives_idle=30'],
    ['postgres://db/shop?keepalives_idle=30', 'url postgres keepalives_idle=30'],
    ['postgres://h1:5432,h2:5433/shop?keepalives_idle=30&sslmode=require', 'url postgres keepalives_idle=30 sslmode'],
    ['postgres:///shop?host=/tmp&keepalives=0', 'url postgres host keepalives=0'],
    ['postgres://[::1]:5432/shop?keepalives_idle=30', 'url postgres keepalives_idle=30'],
    // Decoded, names too; a name that nobody documents is counted.
    ['postgres://db/shop?keepalives%5Fidle=30&nobody=1&%zz=2', 'url postgres keepalives_idle=30 +2'],
    ['postgres://db/shop?keepalives_idle=%zz', 'url postgres keepalives_idle'],
    ['postgres://db/shop?statement_timeout=5min&keepalives=OFF', 'url postgres statement_timeout=5min keepalives=off'],
    // No driver says which of two values it takes.
    ['postgres://db/shop?keepalives_idle=30&keepalives_idle=60', 'url postgres keepalives_idle'],
    ['postgres://db/shop?keepalives_idle=30&keepalives_idle=30', 'url postgres keepalives_idle=30'],
    ['postgres://db/shop?keepalives_idle', 'url postgres keepalives_idle'],
    ['postgres://db/shop?keepalives_idle=30#x', 'url postgres keepalives_idle'],
    // What is in place of the password is never a parameter, and what may be either is not read.
    [
      'postgres://app:p?keepalives_idle=30@db/shop',
      'url hidden: `DATABASE_URL` has a `?` before its `@`, which drivers read differently',
    ],
    ['postgres://app@db/shop?user=a@b&keepalives_idle=30', 'url postgres user keepalives_idle=30'],
    ['postgres://db/shop?user=a@b&keepalives_idle=30', 'url postgres user keepalives_idle=30'],
    [' postgres://db/shop\n', 'url postgres'],
  ])('%s', (text, expected) => {
    expect(short(read(text))).toBe(expected);
  });
});

describe('options', () => {
  const options = (text: string): Connection['options'] | undefined =>
    read(`postgres://db/shop?options=${encodeURIComponent(text)}`)?.options;

  it.each([
    ['-c statement_timeout=5min', { statement_timeout: '5min' }],
    ['-cstatement_timeout=300000', { statement_timeout: '300000' }],
    ['--statement-timeout=30s', { statement_timeout: '30s' }],
    ['-c Statement_Timeout=30s -c lock_timeout=0', { statement_timeout: '30s', lock_timeout: '0' }],
    ['-c statement_timeout=30\\ s', { statement_timeout: '30 s' }],
    // Later ones win, as in the server.
    ['-c statement_timeout=1s -c statement_timeout=2s', { statement_timeout: '2s' }],
    // Only what is judged is kept.
    ['-c search_path=secret -c application_name=secret', {}],
    ['-e -S 100 -c', {}],
    ['-c statement_timeout', {}],
    ['-c __proto__=1 -c constructor=2', {}],
    ['', {}],
  ])('%s', (text, expected) => {
    expect(options(text)).toEqual(table(Object.entries(expected)));
  });

  it('a `+` is a space', () => {
    expect(read('postgres://db/shop?options=-c+statement_timeout%3D5min')?.options).toEqual(
      table([['statement_timeout', '5min']]),
    );
  });

  it('a value that PostgreSQL does not take hides the string, since nobody knows what it does', () => {
    expect(read('postgres://db/shop?options=-c%20statement_timeout%3Dsoon')?.hidden).toEqual({
      why: '`DATABASE_URL` sets parameters in `options` to what PostgreSQL does not take',
      settles: 'write a number with its unit',
    });
  });
});

describe('a JDBC URL', () => {
  it.each([
    ['jdbc:postgresql://db/shop?socketTimeout=30', 'jdbc jdbc:postgresql socketTimeout=30'],
    [
      'jdbc:postgresql://h1:5432,h2:5432/shop?tcpKeepAlive=true&password=pw',
      'jdbc jdbc:postgresql tcpKeepAlive=true password',
    ],
    ['jdbc:postgresql:shop?socketTimeout=30', 'jdbc jdbc:postgresql socketTimeout=30'],
    ['jdbc:postgresql:///shop', 'jdbc jdbc:postgresql'],
    ['jdbc:aws-wrapper:postgresql://db/shop?socketTimeout=30', 'jdbc jdbc:aws-wrapper:postgresql socketTimeout=30'],
    // Wrappers hand the rest to the driver that it names.
    ['jdbc:tc:postgresql://db/shop?socketTimeout=30', 'jdbc jdbc:postgresql socketTimeout=30'],
    ['jdbc-secretsmanager:postgresql://db/shop', 'jdbc jdbc:postgresql'],
    [
      'jdbc:postgresql://db/shop?options=-c%20statement_timeout=30s',
      'jdbc jdbc:postgresql options -c statement_timeout=30s',
    ],
    // Case counts: the driver does not know it either.
    ['jdbc:postgresql://db/shop?sockettimeout=30', 'jdbc jdbc:postgresql +1'],
  ])('%s', (text, expected) => {
    expect(short(read(text))).toBe(expected);
  });
});

describe('keywords and values', () => {
  it.each([
    ['host=db dbname=shop keepalives_idle=30', 'keywords host dbname keepalives_idle=30'],
    ["dbname = 'my shop' keepalives_idle = 30", 'keywords dbname keepalives_idle=30'],
    [
      "host=db user=app password='a b' options='-c statement_timeout=5min'",
      'keywords host user password options -c statement_timeout=5min',
    ],
    ["host=db user=app password=it\\'s\\ it keepalives=1", 'keywords host user password keepalives=1'],
    ["host=db user=app password='it\\'s' keepalives=1", 'keywords host user password keepalives=1'],
    ['host=db port=5432 nobody=1', 'keywords host +2'],
    [
      "dbname=shop password='open keepalives=1",
      'keywords hidden: `DATABASE_URL` breaks off: a quote is open, or a `=` is missing',
    ],
    ['host=db dbname', null],
    ['host=db dbname=shop x', 'keywords hidden: `DATABASE_URL` breaks off: a quote is open, or a `=` is missing'],
    ['host=broker port=6379', null],
    ['host=db', null],
    ['env=prod service=shop', null],
  ])('%s', (text, expected) => {
    expect(short(read(text))).toBe(expected);
  });
});

describe('a connection string of ADO.NET', () => {
  it.each([
    [
      'Host=db;Database=shop;Username=app;Password=pw;Command Timeout=60',
      'ado Host Database Username Password Command Timeout=60',
    ],
    ['host=db;database=shop;command timeout = 60 ;', 'ado Host Database Command Timeout=60'],
    ['HOST=db;DB=shop;commandtimeout=60', 'ado Host DB Command Timeout=60'],
    ['Server=db;Port=5432;User Id=app;TCP KEEPALIVE TIME=30000', 'ado Server User Id Tcp Keepalive Time=30000 +1'],
    ['Host=db;Database=shop;Password="a;b""c";Command Timeout=60', 'ado Host Database Password Command Timeout=60'],
    [
      "Host=db;Database=shop;Password='a;Command Timeout=1';Command Timeout=60",
      'ado Host Database Password Command Timeout=60',
    ],
    ['Host=db;Database=shop;Pass==word=x;Command Timeout=60', 'ado Host Database Command Timeout=60 +1'],
    ['Host=db;Database=shop;Options=-c statement_timeout=30s', 'ado Host Database Options -c statement_timeout=30s'],
    [
      'Host=db;Database=shop;Password="open;Command Timeout=60',
      'ado hidden: `DATABASE_URL` breaks off: a quote is open, or a `=` is missing',
    ],
    // SQL Server, MySQL, a broker.
    ['Server=db;Database=shop;User Id=app;Password=pw', null],
    ['Server=tcp:db,1433;Initial Catalog=shop;User Id=app;Password=pw', null],
    ['Server=db;Port=3306;Database=shop;Uid=app;Pwd=pw', null],
    ['host=broker;username=guest;password=guest', null],
    ['DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=abc==', null],
  ])('%s', (text, expected) => {
    expect(short(read(text))).toBe(expected);
  });

  it('takes `Server` for PostgreSQL where the variable says so', () => {
    const text = 'Server=db;Database=shop;Command Timeout=60';
    expect(short(readConnection('ConnectionStrings__Postgres', text, null, vocabulary))).toBe(
      'ado Server Database Command Timeout=60',
    );
  });
});

describe('a file of PgBouncer', () => {
  it('is read for its own settings, never for databases and users', () => {
    const text = [
      '[databases]',
      'shop = host=db password=hunter2 query_timeout=1',
      '[pgbouncer]',
      '; query_timeout = 1',
      'query_timeout = 30',
      'Tcp_KeepIdle=60',
      'listen_addr = *',
      'auth_file = /etc/hunter2',
      '%include other.ini',
      '[users]',
      'app = query_timeout=5',
    ].join('\r\n');
    expect(short(read(text))).toBe('ini query_timeout=30 tcp_keepidle=60 listen_addr +1');
  });
});

describe('what is no connection string of PostgreSQL', () => {
  it.each([
    'mysql://app:pw@db/shop',
    'redis://cache',
    'https://example.com/postgres://x',
    'http://postgres/?keepalives_idle=30',
    'postgres',
    'postgres:db',
    'postgresqlx://db',
    'true',
    '',
    '   ',
    'a=b;c=d',
    'a = b',
    '[section]\nx=1',
    '{"host":"db","dbname":"shop"}',
  ])('%s', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('a text of which parts are not known', () => {
  const cause = { why: 'comes from `aws_db_instance.a.address`, which is known only after deploy', settles: 'wait' };
  const hidden = `\`DATABASE_URL\` ${cause.why}`;
  const partly = (text: string): string | null =>
    short(readConnection('DATABASE_URL', text.replace(/~/g, '\uFFFC'), null, vocabulary, cause));

  it.each([
    ['postgres://~:~@~:~/~?keepalives_idle=30', 'url postgres keepalives_idle=30'],
    ['postgres://app:~@db/shop', 'url postgres'],
    ['postgres://app:pw@~/~', 'url postgres'],
    ['postgres://app:pw@db/shop_~', 'url postgres'],
    ['postgres://db/shop?password=~&keepalives_idle=30', 'url postgres password keepalives_idle=30'],
    ['host=~ dbname=~ password=~ keepalives_idle=30', 'keywords host dbname password keepalives_idle=30'],
    ['Host=~;Database=~;Password=~;Command Timeout=60', 'ado Host Database Password Command Timeout=60'],
    ['jdbc:postgresql://~:~/~?socketTimeout=30', 'jdbc jdbc:postgresql socketTimeout=30'],
    // What is not known may hold parameters.
    ['postgres://~', `url hidden: ${hidden}`],
    ['postgres://app:pw@db/shop~', `url hidden: ${hidden}`],
    ['postgres://app:pw@db/shop?~', `url hidden: ${hidden}`],
    ['postgres://app:pw@db/shop?keepalives_idle=~', `url hidden: ${hidden}`],
    ['postgres://app:pw@db/shop?options=-c%20search_path%3D~', `url hidden: ${hidden}`],
    ['postgres://app:pw@db/shop?~=30', `url hidden: ${hidden}`],
    ['jdbc:postgresql://db/shop~~', `jdbc hidden: ${hidden}`],
    ['Host=db;Database=shop;~', `ado hidden: ${hidden}`],
    ['~://db/shop', null],
    ['~', null],
  ])('%s', (text, expected) => {
    expect(partly(text)).toBe(expected);
  });
});

describe('whatever the text', () => {
  it('keeps the container, and names it where the string is not read', () => {
    const text = 'postgres://a?b@c';
    expect(readConnection('DATABASE_URL', text, 'api', vocabulary)).toMatchObject({
      name: 'DATABASE_URL',
      container: 'api',
      parameters: [],
      hidden: { why: '`DATABASE_URL` of container `api` has a `?` before its `@`, which drivers read differently' },
    });
  });

  it('keeps no value that is not a number, a duration or a switch', () => {
    const values = ['30', '-1', '1.5', '500ms', '1 h', '5min', '1h30m', '00:05:00', 'on', 'FALSE', 'yes'];
    const others = [
      'hunter2',
      '1e5',
      '0x10',
      '30 30',
      '5minutes',
      '30;x',
      '12345678901234567890',
      'onn',
      '',
      '٣',
      '1:2:3:4',
    ];
    const kept = (value: string): string | null | undefined =>
      read(`postgres://db/?keepalives_idle=${encodeURIComponent(value)}`)?.parameters[0]?.text;
    expect(values.map(kept)).toEqual(values.map((value) => value.toLowerCase()));
    expect(others.map(kept)).toEqual(others.map(() => null));
  });

  it('takes a name for what it is, and a dictionary for no more', () => {
    const read = connectionOfText('DATABASE_URL', 'postgres://db/?__proto__=1&constructor=2&toString=3');
    expect(read).toMatchObject({ parameters: [], unnamed: 3 });
  });

  it('does not read megabytes, and is not slow to say so', () => {
    const long = 'a'.repeat(5_000_000);
    for (const text of [
      `postgres://${long}`,
      `postgres://h/?${'a=1&'.repeat(1_000_000)}`,
      `jdbc:postgresql://${long}`,
      `Host=h;Database=${long}`,
      `[pgbouncer]\n${'a=b\n'.repeat(1_000_000)}`,
    ])
      expect(read(text)?.hidden?.why).toBe('`DATABASE_URL` is longer than what is read here');
    for (const text of [long, ' '.repeat(5_000_000), `${'a='.repeat(2_000_000)}`, '='.repeat(5_000_000)])
      expect(read(text)).toBeNull();
  });

  it('is linear in what it reads', () => {
    for (const piece of [
      '=',
      '\\',
      "'",
      '"',
      ';',
      'a ',
      ' ',
      '?',
      '&',
      '%',
      '@',
      'a=',
      "''",
      '-c ',
      '\n[',
      '==',
      '= ',
    ]) {
      const filler = piece.repeat(90_000 / piece.length);
      for (const start of [
        'postgres://h/?options=',
        'dbname=x options=',
        'Host=h;Database=x;',
        '[pgbouncer]\n',
        'jdbc:postgresql:',
      ])
        expect(() => read(start + filler)).not.toThrow();
      expect(() => read(filler)).not.toThrow();
    }
  });

  it('reads the same with the real drivers', () => {
    expect(
      short(readConnection('X', 'postgresql://db/shop?keepalives_idle=30&connect_timeout=5&nobody=1', null, drivers)),
    ).toBe('url postgresql keepalives_idle=30 connect_timeout +1');
  });
});
