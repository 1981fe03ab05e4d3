import type { PathEntry } from '../../../lib/core/configuration';
import { kinds } from '../../../lib/kinds';
import { onlyWorkload, problemsOf, read, withPath } from './_reading';

function entryOf(...lines: readonly string[]): PathEntry {
  const { path } = onlyWorkload(withPath(...lines), kinds);
  if (!Array.isArray(path)) throw new Error('no path');
  return path[0]!;
}

const secret = 'Tr0ub4dor';
const withSecret = `postgresql://app:${secret}@db.internal/shop?keepalives_idle=30`;
const at = '`workloads[0].path[0]';

describe('beside a client', () => {
  it.each<[string, Partial<PathEntry>]>([
    ['driver: pgjdbc', { driver: 'pgjdbc' }],
    ['connection: DATABASE_URL', { connection: 'DATABASE_URL' }],
    ['connection: api/ConnectionStrings__Orders', { connection: 'api/ConnectionStrings__Orders' }],
    ['connection: PG*', { connection: 'PG*' }],
    ['keepalive: { idle: 1m }', { keepalive: { on: true, idle: 60, interval: null, count: null } }],
    [
      'keepalive: { idle: 60s, interval: 10s, count: 6 }',
      { keepalive: { on: true, idle: 60, interval: 10, count: 6 } },
    ],
    ['keepalive: true', { keepalive: { on: true, idle: null, interval: null, count: null } }],
    ['keepalive: system', { keepalive: { on: true, idle: null, interval: null, count: null } }],
    ['keepalive: false', { keepalive: { on: false, idle: null, interval: null, count: null } }],
  ])('%s', (key, expected) => {
    expect(entryOf('- client: aws_ecs_service.api', `  ${key}`)).toMatchObject({ key: 'client', ...expected });
    // A function is the client where nothing else is.
    expect(entryOf('- function: aws_lambda_function.api', `  ${key}`)).toMatchObject({ key: 'function', ...expected });
  });

  it('keeps of a connection string only what is no secret', () => {
    const entry = entryOf('- client: aws_ecs_service.api', `  connection: "${withSecret}"`);
    expect(entry.declaredConnection).toMatchObject({
      name: 'connection',
      form: 'url',
      scheme: 'postgresql',
      parameters: [{ name: 'keepalives_idle', text: '30' }],
      hidden: null,
    });
    expect(entry.connection).toBeUndefined();
    for (const part of [secret, 'db.internal', 'shop', 'app:']) expect(JSON.stringify(entry)).not.toContain(part);
  });

  it.each<[string, readonly string[], string]>([
    [
      'a driver that there is not',
      ['- client: x', '  driver: pgjbdc'],
      `7:9 ${at}.driver\` is "pgjbdc"; did you mean \`pgjdbc\`?`,
    ],
    [
      'what is no variable and no string of PostgreSQL',
      ['- client: x', `  connection: "mysql://app:${secret}@db/shop"`],
      `7:9 ${at}.connection\` is neither the name of a variable nor a connection string that a PostgreSQL driver reads; write for example \`DATABASE_URL\` or \`postgresql:///?keepalives_idle=60\``,
    ],
    [
      'a list of variables',
      ['- client: x', '  connection: [A_URL]'],
      `7:9 ${at}.connection\` is neither the name of a variable nor a connection string that a PostgreSQL driver reads; write for example \`DATABASE_URL\` or \`postgresql:///?keepalives_idle=60\``,
    ],
    [
      'a keepalive that Linux refuses',
      ['- client: x', '  keepalive: { idle: 40000s }'],
      `7:22 ${at}.keepalive.idle\` is 40000 s, which Linux refuses for a keepalive; write whole seconds from 1s to 32767s`,
    ],
    [
      'something else',
      ['- alb: x', '  driver: pgjdbc'],
      `7:9 ${at}.driver\` is written beside \`alb\`, which opens no connection to PostgreSQL; write it beside \`client\``,
    ],
    [
      'an inline client',
      ['- client: { name: x }', '  keepalive: true'],
      `7:9 ${at}.keepalive\` is written beside an inline client; write it inside its braces`,
    ],
    [
      'an inline client that names no driver',
      ['- client: { name: x, driver: psql }'],
      `6:28 ${at}.client.driver\` is "psql"; write `,
    ],
    [
      'an inline string that is none',
      [`- client: { name: x, connection: "redis://:${secret}@cache" }`],
      `6:28 ${at}.client.connection\` is no connection string that a PostgreSQL driver reads; write for example \`postgresql:///?keepalives_idle=60\``,
    ],
    [
      'an inline string with options that PostgreSQL does not take',
      ['- client: { name: x, connection: "postgresql:///?options=-c%20statement_timeout%3Dsoon" }'],
      `6:28 ${at}.client.connection\` cannot be read: \`connection\` sets parameters in \`options\` to what PostgreSQL does not take; write a number with its unit`,
    ],
  ])('refuses %s', (_, lines, problem) => {
    const problems = problemsOf(() => read(withPath(...lines), kinds));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
    expect(problems.join('\n')).not.toContain(secret);
  });
});

describe('an inline client', () => {
  const settingsOf = (inside: string): unknown => {
    const { select } = entryOf(`- client: { name: etl, ${inside} }`);
    if (select.by !== 'inline') throw new Error('not inline');
    return Object.fromEntries(
      Object.entries(select.fact.settings).map(([name, one]) => [name, one.state === 'known' ? one.value : one.state]),
    );
  };

  it.each<[string, unknown]>([
    ['driver: libpq', { driver: 'libpq' }],
    ['driver: pg, keepalive: false', { driver: 'pg', keepalive_idle: null }],
    // The interval and the count are the driver's.
    ['driver: pg, keepalive: { idle: 30s }', { driver: 'pg', keepalive_idle: 30 }],
    ['driver: pg, keepalive: true', { driver: 'pg', keepalive_on: true }],
    ['keepalive: { idle: 30s }', { keepalive_idle: 30, keepalive_interval: 75, keepalive_count: 9 }],
    ['settings: { jit: off }', { session_parameters: { jit: 'off' }, keepalive_idle: null }],
  ])('%s', (inside, expected) => {
    expect(settingsOf(inside)).toEqual(expected);
  });

  it('takes a connection string, and keeps of it only what is no secret', () => {
    const settings = settingsOf(`connection: "${withSecret}"`);
    expect(settings).toMatchObject({
      connections: [{ name: 'connection', parameters: [{ name: 'keepalives_idle', text: '30' }] }],
    });
    const entry = JSON.stringify(entryOf(`- client: { name: etl, connection: "${withSecret}" }`));
    for (const part of [secret, 'db.internal', 'shop']) expect(entry).not.toContain(part);
  });
});
