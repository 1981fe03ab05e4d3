import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseCatalogSource } from '../../../lib/shell/postgres/parse-source';
import { attemptsOf } from '../../../lib/shell/postgres/tls';
import { selfSigned } from '../../postgres/certificate';
import { describePostgres, startPostgres, type Postgres } from '../../postgres/start-postgres';
import { catalogOf, failureOf, nowhere } from './_collect';

const folder = mkdtempSync(path.join(os.tmpdir(), 'holdfast-tls-'));
const ours = selfSigned('localhost', 'db.example');
const others = selfSigned('localhost');
const [own, foreign] = [path.join(folder, 'own.pem'), path.join(folder, 'foreign.pem')];

beforeAll(() => {
  writeFileSync(own, ours.certificate);
  writeFileSync(foreign, others.certificate);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('attemptsOf', () => {
  const attempts = (words: string): readonly unknown[] =>
    attemptsOf(parseCatalogSource(words, nowhere)).map((one) =>
      one === null
        ? 'plain'
        : { checks: one.rejectUnauthorized, ca: one.ca !== undefined, name: one.checkServerIdentity === undefined },
    );
  const unchecked = { checks: false, ca: false, name: false };
  const chain = { checks: true, ca: true, name: false };

  it.each<[string, readonly unknown[]]>([
    ['host=h sslmode=disable', ['plain']],
    ['host=h sslmode=allow', ['plain', unchecked]],
    ['host=h', [unchecked, 'plain']],
    ['host=h sslmode=require', [unchecked]],
    // libpq: a root certificate at hand makes `require` into `verify-ca`, and the weaker modes check too.
    [`host=h sslmode=require sslrootcert=${own}`, [chain]],
    [`host=h sslrootcert=${own}`, [chain, 'plain']],
    [`host=h sslmode=verify-ca sslrootcert=${own}`, [chain]],
    [`host=h sslmode=verify-full sslrootcert=${own}`, [{ ...chain, name: true }]],
    ['host=h sslrootcert=system', [{ checks: true, ca: false, name: true }]],
    // libpq: SSL is not used on Unix sockets, whatever the mode.
    ['host=/run/pg sslmode=verify-full', ['plain']],
  ])('reads %s as libpq does', (words, expected) => {
    expect(attempts(words)).toEqual(expected);
  });

  it('passes on the certificate and key of the client, named or in their usual place', () => {
    const usual = path.join(folder, 'home', '.postgresql');
    mkdirSync(usual, { recursive: true });
    writeFileSync(path.join(usual, 'postgresql.crt'), 'the certificate');
    writeFileSync(path.join(usual, 'postgresql.key'), 'the key');
    writeFileSync(path.join(folder, 'other.key'), 'another key');
    const env = { HOME: path.join(folder, 'home') };
    const only = (words: string): unknown => attemptsOf(parseCatalogSource(words, env))[0];
    expect(only('host=h sslmode=require')).toMatchObject({ cert: 'the certificate', key: 'the key' });
    const named = `host=h sslmode=require sslkey=${path.join(folder, 'other.key')} sslpassword=x ssl_max_protocol_version=TLSv1.2`;
    expect(only(named)).toMatchObject({ key: 'another key', passphrase: 'x', maxVersion: 'TLSv1.2' });
  });
});

describePostgres('a server that takes logins only over TLS', () => {
  let server: Postgres;

  beforeAll(async () => {
    server = await startPostgres({ tls: ours, hba: ['hostnossl all all all reject'] });
  }, 60_000);
  afterAll(() => server.stop());

  const words = (host: string, more: string): string => {
    const { user, password } = server.superuser;
    return `host=${host} hostaddr=127.0.0.1 port=${String(server.port)} dbname=postgres user=${user} password=${password} ${more}`;
  };

  it.each([
    ['localhost', ''],
    ['localhost', 'sslmode=allow'],
    ['localhost', 'sslmode=require'],
    ['localhost', 'sslmode=require sslnegotiation=direct'],
    ['localhost', `sslmode=verify-full sslrootcert=${own}`],
    // The near end of a tunnel: the name is still that of the certificate.
    ['db.example', `sslmode=verify-full sslrootcert=${own}`],
    ['elsewhere.example', `sslmode=verify-ca sslrootcert=${own}`],
    ['127.0.0.1', `sslmode=require sslrootcert=${own}`],
  ])('is read as %s with %s', async (host, more) => {
    expect(await catalogOf(words(host, more))).toMatchObject({ host, port: server.port, database: 'postgres' });
  });

  it.each([
    [
      'localhost',
      'sslmode=disable',
      /refuses the login without TLS \(28000: .*say sslmode=require or sslmode=verify-full/,
    ],
    [
      'localhost',
      'sslmode=verify-full',
      /needs the certificate that signs the server's.* name it with sslrootcert=FILE/,
    ],
    ['localhost', 'sslmode=verify-ca sslrootcert=/nowhere/ca.pem', /^\/nowhere\/ca\.pem cannot be read \(ENOENT\)/],
    [
      'elsewhere.example',
      `sslmode=verify-full sslrootcert=${own}`,
      /certificate for other names than elsewhere\.example/,
    ],
    ['127.0.0.1', `sslmode=verify-full sslrootcert=${own}`, /certificate for other names than 127\.0\.0\.1/],
    [
      'localhost',
      `sslmode=verify-ca sslrootcert=${foreign}`,
      /no trusted authority signed \(\w+\).*global-bundle\.pem/,
    ],
    ['localhost', `sslmode=require sslrootcert=${foreign}`, /no trusted authority signed/],
    ['localhost', 'sslrootcert=system', /no trusted authority signed/],
    [
      'localhost',
      'sslmode=require ssl_min_protocol_version=TLSv1.3 ssl_max_protocol_version=TLSv1.2',
      /and this client agree on no TLS \(ERR_/,
    ],
    ['localhost', `sslmode=require sslcert=${own} sslkey=${own}`, /and this client agree on no TLS \(ERR_OSSL/],
    // Checked and refused, then tried without TLS, as libpq does; the server's refusal of that is the last word.
    ['localhost', `sslrootcert=${foreign}`, /refuses the login \(28000/],
  ])('is not read as %s with %s', async (host, more, why) => {
    const text = await failureOf(words(host, more));
    expect(text).toMatch(why);
    expect(text).not.toContain(server.superuser.password);
  });
});
