import type { Fact } from '../../../lib/core/fact';
import { valueOf, type Json } from '../../../lib/core/setting';
import { readCatalogs } from '../../../lib/read/collection/catalogs';
import { collected, running, type CatalogText } from '../../core/catalog';

function facts(own: CatalogText = {}): readonly Fact[] {
  return readCatalogs('all.json', [collected(own)], []).facts;
}

/** Role, database and what is set, of every role fact. */
function rows(own: CatalogText): readonly Json[] {
  return facts(own)
    .filter((fact) => fact.kind === 'catalog-role')
    .map(({ subject, settings }) => {
      const { name, in_database: database, ...set } = settings;
      const shown = Object.entries(set).map(([key, value]) => [key, valueOf(value) ?? value.state]);
      return [subject, valueOf(name) ?? null, valueOf(database) ?? null, Object.fromEntries(shown)];
    });
}

describe('catalogs', () => {
  it('say what the server is, and where it was read', () => {
    const [server] = facts({ settings: [running('statement_timeout', '30000')] });
    expect(server).toMatchObject({
      id: 'all.json#/catalogs/0',
      kind: 'catalog-server',
      source: 'catalog',
      subject: 'catalog of db',
      names: [],
      location: { document: 'all.json', pointer: '/catalogs/0' },
    });
    const values = Object.entries(server!.settings).map(([name, setting]) => [name, valueOf(setting)]);
    expect(Object.fromEntries(values)).toEqual({
      name: 'db',
      host: 'db.example.com',
      port: 5432,
      dbname: 'shop',
      databases: ['postgres', 'shop'],
      version: '16.4',
      in_recovery: false,
      parameters: [
        {
          name: 'statement_timeout',
          unit: 'ms',
          setting: '30000',
          resetVal: '30000',
          source: 'configuration file',
          pendingRestart: false,
        },
      ],
    });
  });

  it('are called by their address where the user gave no name', () => {
    expect(facts({ name: null }).map(({ subject }) => subject)).toEqual(['catalog of db.example.com:5432', 'app']);
  });

  it.each([
    [160004, '16.4'],
    [180000, '18.0'],
    [90624, '9.6.24'],
  ])('write server_version_num %i as %s', (serverVersion, expected) => {
    expect(valueOf(facts({ serverVersion })[0]!.settings.version)).toBe(expected);
  });

  it('show every login role, with its values as they were typed, and what is set for all of them or in one database', () => {
    const own: CatalogText = {
      loginRoles: ['app', 'etl', 'silent'],
      roleSettings: [
        { settings: { lock_timeout: '5s' } },
        { database: 'shop', settings: { statement_timeout: '15min' } },
        { role: 'app', settings: { statement_timeout: '5 s', idle_session_timeout: '0' } },
        { role: 'app', database: 'shop', settings: { statement_timeout: '1e3' } },
        { role: 'etl', database: 'shop', settings: { statement_timeout: '2000' } },
      ],
    };
    expect(rows(own)).toEqual([
      ['all roles', null, null, { lock_timeout: '5s' }],
      ['shop', null, 'shop', { statement_timeout: '15min' }],
      ['app', 'app', null, { statement_timeout: '5 s', idle_session_timeout: '0' }],
      ['app', 'app', 'shop', { statement_timeout: '1e3' }],
      ['etl', 'etl', 'shop', { statement_timeout: '2000' }],
      ['etl', 'etl', null, {}],
      ['silent', 'silent', null, {}],
    ]);
    expect(facts(own).map(({ location }) => location?.pointer)).toEqual([
      '/catalogs/0',
      '/catalogs/0/roleSettings/0',
      '/catalogs/0/roleSettings/1',
      '/catalogs/0/roleSettings/2',
      '/catalogs/0/roleSettings/3',
      '/catalogs/0/roleSettings/4',
      '/catalogs/0',
      '/catalogs/0',
    ]);
    expect(new Set(facts(own).map(({ id }) => id)).size).toBe(8);
  });

  it('leave out what takes effect nowhere: groups that cannot log in, the logins of AWS, and parameters that are not judged', () => {
    const own: CatalogText = {
      loginRoles: ['app', 'rdsadmin', 'rdsproxyadmin'],
      roleSettings: [
        { role: 'readers', settings: { statement_timeout: '5s' } },
        { role: 'rdsadmin', settings: { statement_timeout: '0' } },
        {
          role: 'app',
          settings: { search_path: 'secret', statement_timeout: '5s', max_standby_streaming_delay: '1s' },
        },
      ],
    };
    expect(rows(own)).toEqual([['app', 'app', null, { statement_timeout: '5s' }]]);
  });

  it('take names that every object has for names', () => {
    const own: CatalogText = {
      loginRoles: ['__proto__', 'constructor'],
      roleSettings: [{ role: '__proto__', settings: { statement_timeout: '5s' } }],
    };
    expect(rows(own)).toEqual([
      ['__proto__', '__proto__', null, { statement_timeout: '5s' }],
      ['constructor', 'constructor', null, {}],
    ]);
  });

  it('do not guess at a value that is too long to be one', () => {
    const own: CatalogText = { roleSettings: [{ role: 'app', settings: { statement_timeout: '1'.repeat(101) } }] };
    expect(rows(own)).toEqual([['app', 'app', null, { statement_timeout: 'unknown' }]]);
  });

  const whole = collected({ roleSettings: [{ role: 'app', settings: {} }], settings: [running('lock_timeout', '0')] });
  it.each<[string, Json]>([
    ['no catalog at all', 7],
    ['no host', { ...whole, host: null }],
    ['a port as text', { ...whole, port: '5432' }],
    ['no list of roles', { ...whole, loginRoles: null }],
    ['a role that is no text', { ...whole, loginRoles: ['app', 5] }],
    ['databases of another form', { ...whole, databases: { shop: true } }],
    ['a version with a fraction', { ...whole, serverVersion: 16.4 }],
    ['a setting without its source', { ...whole, settings: [{ ...whole.settings[0]!, source: null }] }],
    [
      'a value of a role that is a number',
      { ...whole, roleSettings: [{ role: null, database: null, settings: { a: 1 } }] },
    ],
    ['a row without settings', { ...whole, roleSettings: [{ role: null, database: null }] }],
  ])('are not read in part: %s', (_, broken) => {
    const { facts: made, notes } = readCatalogs('all.json', [whole, broken], []);
    expect(made).toHaveLength(2);
    expect(notes).toEqual([
      {
        what: 'catalog 2 of all.json',
        why: 'is not in the form of a catalog, so nothing of it was read: collect it again',
        level: 'incomplete',
        location: { document: 'all.json', pointer: '/catalogs/1' },
      },
    ]);
  });

  it('that could not be read make the input incomplete', () => {
    const reading = readCatalogs('all.json', [], [{ name: 'orders', why: 'connection refused' }]);
    expect(reading).toEqual({
      document: 'all.json',
      source: 'catalog',
      facts: [expect.objectContaining({ kind: 'catalog-server', subject: 'catalog of orders' })],
      notes: [
        {
          what: 'catalog of orders',
          why: 'could not be read, so what its roles set and what the server runs is not known: connection refused',
          level: 'incomplete',
          location: { document: 'all.json', pointer: '/failedCatalogs/0' },
        },
      ],
    });
  });

  it.each([
    ['orders', [null, null]],
    ['db.example:5432', ['db.example', 5432]],
    ['db.example:6432/shop', ['db.example', 6432]],
    ['[::1]:5432', ['::1', 5432]],
    ['/var/run/.s.PGSQL.5432', [null, null]],
    ['arn:aws:rds:eu-west-1:123456789012:db:orders', [null, null]],
  ])('that could not be read have the address that their name is: %s', (name, expected) => {
    const [server] = readCatalogs('all.json', [], [{ name, why: 'refused' }]).facts;
    const value = (setting: string): unknown => {
      const found = server?.settings[setting];
      return found?.state === 'known' ? found.value : null;
    };
    expect([value('host'), value('port')]).toEqual(expected);
    expect(server?.settings.parameters).toMatchObject({ state: 'unknown' });
  });
});
