import type { Step } from '../../lib/core/setting';
import { placeOf, renderProvenance } from '../../lib/report/provenance';

const step = (change: Partial<Step>): Step => ({
  level: 'default',
  subject: 'PostgreSQL 16',
  attribute: 'statement_timeout',
  text: '0',
  ...change,
});

describe('provenance', () => {
  it('names each level, weakest first, and the one that decided', () => {
    const lines = renderProvenance(
      [
        step({ cite: 'manual 20.11' }),
        step({
          level: 'instance-group',
          subject: 'pg16',
          text: '45000',
          location: { document: 'plan.json', pointer: '/a/1' },
        }),
        step({ level: 'role', subject: 'app', text: '30s' }),
      ],
      true,
    );
    expect(lines).toEqual([
      'default: statement_timeout of PostgreSQL 16 = 0 (manual 20.11)',
      'instance parameter group: statement_timeout of pg16 = 45000 (plan.json /a/1)',
      'role: statement_timeout of app = 30s, which takes effect',
    ]);
  });

  it('names the variable that a value stands in', () => {
    const written = step({ level: 'connection-options', subject: 'task', variable: 'DATABASE_URL', text: '5s' });
    expect(renderProvenance([written], false)).toEqual([
      'connection options: statement_timeout in DATABASE_URL of task = 5s, which takes effect',
    ]);
  });

  it('says what was only assumed, and what settles it, once', () => {
    const lines = renderProvenance(
      [
        step({ unverified: true }),
        step({ level: 'all-roles', text: null, assumed: 'run `holdfast collect`' }),
        step({ level: 'database', text: null, assumed: 'run `holdfast collect`' }),
        step({ level: 'init-query', text: null, assumed: 'declare it' }),
      ],
      true,
    );
    expect(lines).toEqual([
      'default: statement_timeout of PostgreSQL 16 = 0 (unverified), which takes effect',
      'all roles, database: assumed unset, no source shows it; run `holdfast collect`',
      'init query: assumed unset, no source shows it; declare it',
    ]);
  });

  it('says of a value that counts in one database that sessions were assumed to be there', () => {
    const inShop = step({ level: 'role-in-database', subject: 'app', text: '30s', assumed: 'write dbname' });
    expect(
      renderProvenance([step({ level: 'server', subject: 'catalog of db', text: '0 ms' }), inShop], false),
    ).toEqual([
      'server: statement_timeout of catalog of db = 0 ms',
      'role in database: statement_timeout of app = 30s (assumed to be the database of the sessions; write dbname), which takes effect',
    ]);
  });

  it('says that a level leaves it unset', () => {
    expect(renderProvenance([step({ text: null })], true)).toEqual([
      'default: statement_timeout of PostgreSQL 16 = unset, which takes effect',
    ]);
  });

  it('leaves places and sources out where not everything is wanted, but tells why a role has no value', () => {
    const group = step({
      level: 'instance-group',
      subject: 'pg16',
      cite: 'a page',
      location: { document: 'plan.json' },
    });
    const role = step({ level: 'role', subject: 'app', text: null, cite: '0 issues RESET' });
    expect(renderProvenance([group, role], false)).toEqual([
      'instance parameter group: statement_timeout of pg16 = 0, which takes effect',
      'role: statement_timeout of app = unset (0 issues RESET)',
    ]);
  });

  it('is empty for nothing', () => {
    expect(renderProvenance([], true)).toEqual([]);
  });

  it('lets no control character through', () => {
    const hostile = step({ subject: 'a\u001b', attribute: 'b\n', text: 'c\u0007', cite: 'd\u202e' });
    expect(renderProvenance([hostile], true)).toEqual([
      'default: b\\n of a\\u{1b} = c\\u{7} (d\\u{202e}), which takes effect',
    ]);
  });
});

it.each([
  [{ document: 'plan.json' }, 'plan.json'],
  [{ document: 'plan.json', pointer: '/resource_changes/4' }, 'plan.json /resource_changes/4'],
  [{ document: 'plan.json', pointer: '/x', file: 'main.tf', line: 12, column: 3 }, 'main.tf:12:3'],
  [{ document: 'holdfast.yaml', line: 7 }, 'holdfast.yaml:7'],
  [{ document: 'a\u001b.json' }, 'a\\u{1b}.json'],
])('%j is shown as %s', (location, shown) => {
  expect(placeOf(location)).toBe(shown);
});
