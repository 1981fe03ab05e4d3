import type { Fact } from '../../lib/core/fact';
import { provenanceOf, table, type Setting } from '../../lib/core/setting';
import { rolesOf } from '../../lib/core/workload-roles';
import { assumedPaths } from '../../lib/core/assumed-paths';
import { readCatalogs } from '../../lib/read/collection/catalogs';
import { catalog, type CatalogText } from './catalog';
import { fact, graphOf, hop, workload } from './estate';
import { app, database, db, role, session, shown } from './session-of';

const live = database(null, { source: 'account', document: 'live.json' });
const all = { settings: { statement_timeout: '10s' } };
const inShop = { database: 'shop', settings: { statement_timeout: '20s' } };
const inBilling = { database: 'billing', settings: { statement_timeout: '25s' } };
const login = { role: 'app', settings: { statement_timeout: '30s' } };
const loginInShop = { role: 'app', database: 'shop', settings: { statement_timeout: '40s' } };
const loginInBilling = { role: 'app', database: 'billing', settings: { statement_timeout: '45s' } };
const two = { databases: ['shop', 'billing', 'postgres'], database: 'postgres' };

function withRoles(roleSettings: CatalogText['roleSettings'] = [], own: CatalogText = {}): readonly Fact[] {
  return [live, ...catalog({ roleSettings, ...own })];
}

function assumedBy(setting: Setting | undefined): readonly string[] {
  return provenanceOf(setting!).flatMap((step) => step.assumed ?? []);
}

describe('a session by the catalog', () => {
  it.each<[string, CatalogText['roleSettings'], CatalogText, string]>([
    ['a login role', [login], {}, '30 by role'],
    [
      'another role',
      [{ role: 'etl', settings: { statement_timeout: '5s' } }],
      { loginRoles: ['app', 'etl'] },
      'off by default',
    ],
    ['all roles', [all], {}, '10 by all-roles'],
    ['the database over all roles', [inShop, all], {}, '20 by database'],
    ['the role over its database', [login, inShop, all], {}, '30 by role'],
    ['the role in the database over all', [all, inShop, login, loginInShop], {}, '40 by role-in-database'],
    ['0 of the role, which is off', [inShop, { role: 'app', settings: { statement_timeout: '0' } }], {}, 'off by role'],
    ['a spelling of PostgreSQL', [{ role: 'app', settings: { statement_timeout: '1.5min' } }], {}, '90 by role'],
    [
      'half a millisecond, which is off',
      [{ role: 'app', settings: { statement_timeout: '500us' } }],
      {},
      'off by role',
    ],
    [
      'what PostgreSQL 11 reads otherwise',
      [{ role: 'app', settings: { statement_timeout: '1.5min' } }],
      { serverVersion: 110022 },
      'unknown: statement_timeout of app is "1.5min": what follows the number is none of the units ms, s, min, h, d (case counts), and PostgreSQL 11 and older read only whole numbers',
    ],
    // Which database it is in: the only one that is not the system's, else the one that was connected to.
    ['the other of two databases', [loginInBilling, login], { ...two, database: 'shop' }, '30 by role'],
    [
      'the one of two that was connected to',
      [loginInShop, login],
      { ...two, database: 'shop' },
      '40 by role-in-database',
    ],
    ['one of two databases', [loginInShop, login], two, '30 by role or 40 by role-in-database'],
    ['either of two databases', [inShop, inBilling], two, 'off by default or 20 by database or 25 by database'],
    [
      'a server with no database of its own',
      [{ database: 'postgres', settings: { statement_timeout: '7s' } }],
      { databases: ['postgres', 'rdsadmin'], database: 'postgres' },
      '7 by database',
    ],
  ])('gets what is set for %s', (_, roleSettings, own, expected) => {
    expect(shown(session(withRoles(roleSettings, own)))).toBe(expected);
  });

  it.each<[string, string, string]>([
    ['the database that it is in', 'shop', '40 by role-in-database'],
    ['another one of the server', 'billing', '45 by role-in-database'],
    ['one for which nothing is set', 'postgres', '30 by role'],
  ])('takes dbname for sure: %s', (_, dbname, expected) => {
    const setting = session(withRoles([login, loginInShop, loginInBilling], two), 'statement_timeout', [
      app,
      hop('database', 'db', { dbname }),
    ]);
    expect([shown(setting), assumedBy(setting)]).toEqual([expected, []]);
  });

  it('says which database was assumed, and how to be sure', () => {
    expect(assumedBy(session(withRoles([loginInShop])))).toEqual([
      'write `dbname: shop` beside db in the path, or the database that it uses',
    ]);
    expect(session(withRoles([loginInShop], two))).toMatchObject({
      why: 'what is set for role app in database shop counts only for sessions there, and which database the workload uses is not declared',
      settles: 'write `dbname:` beside the database in the path, or set the value on the role itself',
    });
  });

  it('is not assumed to set nothing where the catalog shows that it does not', () => {
    expect(assumedBy(session([live]))).toHaveLength(1);
    expect(assumedBy(session(withRoles()))).toEqual([]);
  });

  it('is not assumed to set nothing where its catalog was asked for and could not be read', () => {
    const failed = (name: string): readonly Fact[] => [
      live,
      ...readCatalogs('failed.json', [], [{ name, why: 'refused' }]).facts,
    ];
    const reason =
      'unknown: the catalog of db could not be read: refused; so statement_timeout of role app is not known';
    expect(shown(session(failed('db')))).toBe(reason);
    expect(shown(session(failed('db'), 'tcp_keepalives_idle'))).toBe('300 by default');
    // Another document has it, somebody declared it, or it is the catalog of something else.
    expect(shown(session([...failed('db'), ...catalog({ roleSettings: [login] })]))).toBe('30 by role');
    const declared = { roles: { app: { statement_timeout: '9s' } } };
    expect(shown(session(failed('db'), 'statement_timeout', [app, db], declared))).toBe('9 by declared');
    expect(shown(session(failed('stock')))).toBe('off by default');
  });

  it('beats what was declared of the role', () => {
    const declared = { roles: { app: { statement_timeout: '9s', lock_timeout: '8s' } } };
    const read = (facts: readonly Fact[], name: string): string => shown(session(facts, name, [app, db], declared));
    expect(read([live], 'statement_timeout')).toBe('9 by declared');
    expect(read(withRoles([login]), 'statement_timeout')).toBe('30 by role');
    expect(read(withRoles([login]), 'lock_timeout')).toBe('off by default');
    expect(read(withRoles(), 'statement_timeout')).toBe('off by default');
  });

  it.each<[string, Fact, string, string]>([
    ['a plan says what will be', role({ statement_timeout: '4000' }), 'statement_timeout', '4 by role'],
    ['also that nothing is set', role({}), 'statement_timeout', 'off by default'],
    ['of what it can carry', role({ statement_timeout: '4000' }), 'lock_timeout', '6 by role'],
    [
      'and only where it is known to be of this server',
      role({ statement_timeout: '4000' }, { links: { database: { name: 'elsewhere.example.com' } } }),
      'statement_timeout',
      '30 by role or 4 by role',
    ],
  ])('%s', (_, written, parameter, expected) => {
    const facts = catalog({
      roleSettings: [{ role: 'app', settings: { statement_timeout: '30s', lock_timeout: '6s' } }],
    });
    expect(shown(session([database(), written, ...facts], parameter))).toBe(expected);
  });

  it('of a role whose name a plan does not know yet may be that role', () => {
    const nameless = fact('role', 'postgresql_role.new', {
      settings: { statement_timeout: '4000' },
      links: { database: 'db' },
    });
    expect(shown(session([database(), nameless, ...catalog({ roleSettings: [login] })]))).toBe(
      '30 by role or 4 by role',
    );
  });

  it('cannot be of a role that the server does not have', () => {
    const ghost = withRoles([], { loginRoles: ['etl'] });
    expect(session(ghost)).toMatchObject({
      state: 'unknown',
      why: 'the catalog of db has no login role app, so nobody can query as app',
      settles: 'correct its name under `roles`, or create it and read the catalog again',
    });
    // The keepalives of a role are as good as never set.
    expect(shown(session(ghost, 'tcp_keepalives_idle'))).toBe('300 by default');
    const declared = { roles: { app: { statement_timeout: '9s' } } };
    expect(shown(session(ghost, 'statement_timeout', [app, db], declared))).toMatch(
      /^unknown: the catalog of db has no/,
    );
    // One that a plan is going to make is not there yet.
    const made = [database(), role({ statement_timeout: '4000' }), ...catalog({ loginRoles: ['etl'] })];
    expect([shown(session(made)), shown(session(made, 'lock_timeout'))]).toEqual(['4 by role', 'off by default']);
  });

  it('has the version of the server where no document tells it', () => {
    const set = [{ role: 'app', settings: { transaction_timeout: '8s' } }];
    expect(shown(session(withRoles(set, { serverVersion: 170002 }), 'transaction_timeout'))).toBe('8 by role');
    // PostgreSQL 16 has no such parameter.
    expect(shown(session(withRoles(set, { serverVersion: 160004 }), 'transaction_timeout'))).toBe('off by default');
    const declares = [database(null, { settings: { engine_version: '17.1' } }), ...catalog({ roleSettings: set })];
    expect(shown(session(declares, 'transaction_timeout'))).toBe('8 by role');
  });

  it('is that of each instance of the cluster, and of each replica', () => {
    const cluster = [
      fact('cluster', 'c', { names: ['c.cluster-x.example.com'] }),
      fact('cluster-instance', 'w', { links: { cluster: 'c' }, settings: { writer: true } }),
      fact('cluster-instance', 'r', { links: { cluster: 'c' }, settings: { writer: false } }),
      ...catalog({ name: 'w', roleSettings: [login] }),
    ];
    expect(shown(session(cluster, 'statement_timeout', [app, hop('database', 'r')]))).toBe('30 by role');
    const replicated = [
      fact('instance', 'primary'),
      fact('instance', 'replica', { links: { replicate_source_db: 'primary' } }),
      fact('instance', 'other'),
      ...catalog({ name: 'replica', roleSettings: [login] }),
    ];
    const at = (name: string): string => shown(session(replicated, 'statement_timeout', [app, hop('database', name)]));
    expect([at('primary'), at('replica'), at('other')]).toEqual(['30 by role', '30 by role', 'off by default']);
  });

  it('knows the roles that a glob means', () => {
    const facts = withRoles([], { loginRoles: ['etl_a', 'etl_b', 'app'] });
    const graph = graphOf(facts, { declared: { roles: table(), parameterGroups: table() } });
    const [path] = assumedPaths(graph, workload({})).paths;
    expect(rolesOf(graph, workload({ roles: ['etl_*'] }), path!)).toEqual(['etl_a', 'etl_b']);
  });
});
