import { buildGraph } from '../../lib/core/build-graph';
import type { Fact } from '../../lib/core/fact';
import { makeHop } from '../../lib/core/hops';
import type { Kind } from '../../lib/core/kind';
import { sessionOf } from '../../lib/core/session';
import { roleSources } from '../../lib/core/role-sources';
import { provenanceOf, table } from '../../lib/core/setting';
import { kinds } from '../../lib/kinds';
import { configuration, fact, nodeOf, readingsOf } from './estate';

/** What `pg_db_role_setting` shows: a role or all of them, in one database or in all. */
const catalogRole: Kind = {
  name: 'catalog-role',
  title: 'role',
  settings: table(),
  links: table([['server', { terraform: 'server', to: ['instance'], by: ['address'] }]]),
  timers: [],
  role: { name: 'name', parameters: ['statement_timeout'], database: 'server', inDatabase: 'datname' },
};

function entry(name: string | null, datname: string | null, seconds: number): Fact {
  const settings = { name, statement_timeout: `${String(seconds)}s`, ...(datname === null ? {} : { datname }) };
  const own = fact('catalog-role', `${name ?? '*'}/${datname ?? '*'}`, { settings, source: 'catalog' });
  return {
    ...own,
    links: table([['server', [{ state: 'linked', to: { id: 'plan.json#db' }, sure: 'exact', attribute: 'server' }]]]),
  };
}

const everyone = entry(null, null, 10);
const inDatabase = entry(null, 'shop', 20);
const login = entry('app', null, 30);
const loginInDatabase = entry('app', 'shop', 40);
const other = entry('other', null, 50);

function graphOf(facts: readonly Fact[]): ReturnType<typeof buildGraph> {
  return buildGraph(readingsOf([fact('instance', 'db'), ...facts]), configuration(), [...kinds, catalogRole]);
}

function valuesFor(role: string | null, facts: readonly Fact[]): readonly unknown[] {
  const graph = graphOf(facts);
  const db = nodeOf(graph, 'db');
  const hop = makeHop(graph, {
    key: 'database',
    node: db,
    member: db,
    client: null,
    membership: 'declared',
    endpoint: null,
  });
  const setting = sessionOf(graph, db, [hop], role).statement_timeout!;
  return setting.state === 'one-of'
    ? setting.candidates.map((one) => one.value)
    : setting.state === 'known'
      ? [setting.value]
      : [setting.why];
}

describe('the levels of roles', () => {
  it.each<[string, string | null, readonly Fact[], readonly unknown[]]>([
    ['all roles', 'app', [everyone], [10]],
    ['a role over all roles', 'app', [login, everyone], [30]],
    ['another role', 'app', [other], [null]],
    // The workload does not say which database of the server it uses.
    ['a database, which may be the one', 'app', [everyone, inDatabase], [10, 20]],
    ['a role over its database', 'app', [inDatabase, login], [30]],
    ['a role in a database, which may be the one', 'app', [loginInDatabase, login, inDatabase, everyone], [30, 40]],
    ['no role asked for', null, [everyone, login], [10]],
  ])('%s', (_, role, facts, expected) => {
    expect(valuesFor(role, facts)).toEqual(expected);
  });

  it('come weakest first, whatever order the documents have', () => {
    const graph = graphOf([loginInDatabase, login, inDatabase, everyone, other]);
    const found = roleSources(graph, nodeOf(graph, 'db'), 'app');
    expect(found.map(({ level, doubt }) => [level, doubt === null])).toEqual([
      ['all-roles', true],
      ['database', false],
      ['role', true],
      ['role-in-database', false],
    ]);
  });

  it('say why they may not count', () => {
    const graph = graphOf([login, loginInDatabase]);
    const db = nodeOf(graph, 'db');
    const setting = sessionOf(graph, db, [], 'app').statement_timeout;
    expect(setting).toMatchObject({
      state: 'one-of',
      why: 'what is set for role app in database shop counts only for sessions there, and which database the workload uses is not declared',
    });
    expect(provenanceOf(setting!).map((step) => step.level)).toEqual([
      'default',
      'role',
      'default',
      'role',
      'role-in-database',
    ]);
  });
});
