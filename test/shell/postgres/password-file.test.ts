import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseCatalogSource } from '../../../lib/shell/postgres/parse-source';
import { passwordOf } from '../../../lib/shell/postgres/password-file';
import { describePostgres, startPostgres, type Postgres } from '../../postgres/start-postgres';
import { catalogOf, failureOf } from './_collect';

const home = mkdtempSync(path.join(os.tmpdir(), 'holdfast-pgpass-'));
const file = path.join(home, '.pgpass');
const env = { HOME: home };
afterAll(() => rmSync(home, { recursive: true }));

function write(text: string, mode = 0o600): void {
  writeFileSync(file, text);
  chmodSync(file, mode);
}

const found = (arg: string, more: Readonly<Record<string, string>> = {}): string | null =>
  passwordOf(parseCatalogSource(arg, { ...env, ...more })).password;

describe('passwordOf', () => {
  it('is the first line of the password file that fits', () => {
    write(
      [
        '# db.example:5432:shop:ann:of-a-comment',
        'db.example:5432:shop:ann:of-ann',
        'db.example:*:shop:ann:too-late',
        'db.example:6000:*:*:of-6000',
        '2001\\:db8\\:\\:7:*:*:*:of-7',
        'localhost:*:*:bob:of-bob\\:with\\\\escapes\r',
        '*:*:*:eve:',
        '*:*:*:eve:of-eve:and more',
        '*:*:*',
        '\\*:*:*:carl:of-a-star',
      ].join('\n'),
    );
    expect(found('postgres://ann@db.example/shop')).toBe('of-ann');
    expect(found('postgres://ann@db.example:6000/shop')).toBe('too-late');
    expect(found('postgres://ann@db.example:6000/else')).toBe('of-6000');
    expect(found('postgres://ann@[2001:db8::7]/shop')).toBe('of-7');
    expect(found('postgres://bob@localhost/shop')).toBe('of-bob:with\\escapes');
    // libpq: the usual folders of sockets are localhost.
    expect(found('host=/tmp user=bob')).toBe('of-bob:with\\escapes');
    expect(found('host=/run/other user=bob')).toBeNull();
    expect(found('postgres://eve@h/shop')).toBe('of-eve');
    expect(found('postgres://carl@h/shop')).toBeNull();
  });

  it('is below the URL and PGPASSWORD', () => {
    write('*:*:*:*:of-the-file');
    expect(found('postgres://ann@h')).toBe('of-the-file');
    expect(found('postgres://ann@h', { PGPASSWORD: 'of-the-environment' })).toBe('of-the-environment');
    expect(found('postgres://ann:of-the-url@h', { PGPASSWORD: 'of-the-environment' })).toBe('of-the-url');
  });

  it('is looked for where the words or PGPASSFILE say', () => {
    const other = path.join(home, 'other');
    writeFileSync(other, '*:*:*:*:of-the-other', { mode: 0o600 });
    expect(found('postgres://ann@h', { PGPASSFILE: other })).toBe('of-the-other');
    expect(found(`host=h passfile=${other}`)).toBe('of-the-other');
    expect(found('postgres://ann@h', { PGPASSFILE: path.join(home, 'none') })).toBeNull();
  });

  it('is none where others may read the file', () => {
    write('*:*:*:*:of-the-file', 0o640);
    expect(passwordOf(parseCatalogSource('postgres://ann@h', env))).toEqual({
      password: null,
      ignored: `others may read ${file}; chmod 600 it`,
    });
  });
});

describePostgres('a server that wants the password of a file', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  it('gets it, and the reason is named where the file may not be used', async () => {
    const { user, password } = server.superuser;
    const url = `postgres://${user}@127.0.0.1:${String(server.port)}/postgres`;
    write(`127.0.0.1:${String(server.port)}:*:${user}:${password}\n`);
    expect(await catalogOf(url, env)).toMatchObject({ database: 'postgres' });
    chmodSync(file, 0o644);
    const why = await failureOf(url, env);
    expect(why).toContain(`asks for a password and none is at hand`);
    expect(why).toContain(`others may read ${file}; chmod 600 it`);
    expect(why).not.toContain(password);
    write('*:*:*:*:a-wrong-one');
    expect(await failureOf(url, env)).toMatch(/refuses the password \(28P01\)/);
  });
});
