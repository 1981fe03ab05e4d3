import type { Connection } from '../../lib/core/connection';
import type { PathEntry } from '../../lib/core/configuration';
import { provenanceOf } from '../../lib/core/setting';
import { connection, hidden, holding, variables } from './_connection';
import { fact, hop, inline } from './estate';
import { database, db, group, session, shown } from './session-of';

const g = group('g', { statement_timeout: '2000' });
const sets = (name: string, statement_timeout: string, form = {}): Connection =>
  connection(name, { ...form, options: { statement_timeout } });
const libpq: PathEntry = { ...hop('client', 'api'), driver: 'libpq' };
const bouncer = inline('pooler', 'pooler', 'bouncer');

describe('PostgreSQL parameters in connection strings', () => {
  // Levels: facts, postgres-rds 1.5. RDS Proxy refuses them, whether in `options` or by name (postgres-rds 3).
  it.each<[string, readonly Connection[], readonly PathEntry[], string]>([
    ['over the group', [sets('A_URL', '5s')], [libpq, db], '5 by connection-options'],
    ['in milliseconds where no unit is written', [sets('A_URL', '5000')], [libpq, db], '5 by connection-options'],
    [
      'of one of two strings',
      [sets('A_URL', '5s'), sets('B_URL', '9s')],
      [libpq, db],
      '5 by connection-options or 9 by connection-options',
    ],
    [
      'in one of two strings alone',
      [sets('A_URL', '5s'), connection('B_URL')],
      [libpq, db],
      '2 by instance-group or 5 by connection-options',
    ],
    ['the same in both', [sets('A_URL', '5s'), sets('B_URL', '5s')], [libpq, db], '5 by connection-options'],
    [
      'in the string that is named',
      [sets('A_URL', '5s'), sets('B_URL', '9s')],
      [{ ...libpq, connection: 'B_URL' }, db],
      '9 by connection-options',
    ],
    [
      'that PostgreSQL does not read',
      [sets('A_URL', '5 parsecs')],
      [libpq, db],
      'unknown: statement_timeout in A_URL of api is "5 parsecs": what follows the number is none of the units us, ms, s, min, h, d (case counts)',
    ],
    [
      'by name, where the driver sends them',
      [connection('A_URL', { parameters: { statement_timeout: '5000' } })],
      [{ ...libpq, driver: 'pg' }, db],
      '5 by connection-options',
    ],
    [
      'by name, where the driver does not',
      [connection('A_URL', { parameters: { statement_timeout: '5000' } })],
      [libpq, db],
      '2 by instance-group',
    ],
    [
      'as far as node-postgres reads a number in them',
      [connection('A_URL', { parameters: { statement_timeout: '5min' } })],
      [{ ...libpq, driver: 'pg' }, db],
      '0.005 by connection-options',
    ],
    ['in none', [connection('A_URL')], [libpq, db], '2 by instance-group'],
    // A level that no source shows is assumed unset.
    ['in one that is not in view', [hidden('A_URL')], [libpq, db], '2 by instance-group'],
    ['that a proxy refuses', [sets('A_URL', '5s')], [libpq, hop('proxy', 'p'), db], '2 by instance-group'],
    [
      'that a pooler may drop, of either string',
      [sets('A_URL', '5s'), sets('B_URL', '9s')],
      [libpq, bouncer, db],
      '2 by instance-group or 5 by connection-options or 9 by connection-options',
    ],
    [
      'that a pooler may drop',
      [sets('A_URL', '5s')],
      [libpq, bouncer, db],
      '2 by instance-group or 5 by connection-options',
    ],
  ])('%s', (_, strings, entries, expected) => {
    const facts = [
      fact('app-runner-service', 'api', { settings: holding(...strings) }),
      database('g'),
      g,
      fact('proxy', 'p'),
    ];
    expect(shown(session(facts, 'statement_timeout', entries))).toBe(expected);
  });

  it('are the variable’s', () => {
    const facts = [fact('app-runner-service', 'api', { settings: holding(sets('A_URL', '5s')) }), database('g'), g];
    const setting = session(facts, 'statement_timeout', [libpq, db])!;
    expect(provenanceOf(setting).at(-1)).toMatchObject({
      level: 'connection-options',
      subject: 'api',
      variable: 'A_URL',
      attribute: 'statement_timeout',
      text: '5s',
    });
  });
});

it.each<[string, readonly Connection[], string | undefined]>([
  ['of the string', [sets('A_URL', '5s')], 'A_URL'],
  ['of the process', [connection('A_URL'), sets('PG*', '5s', variables)], 'PGOPTIONS'],
  ['of the process, which the string overrules', [sets('A_URL', '9s'), sets('PG*', '5s', variables)], 'A_URL'],
])('what is sent names the variable %s', (_, connections, variable) => {
  const facts = [fact('app-runner-service', 'api', { settings: holding(...connections) }), database('g'), g];
  const setting = session(facts, 'statement_timeout', [libpq, db])!;
  expect(provenanceOf(setting).at(-1)?.variable).toBe(variable);
});

it.each([
  ['libpq', 'unknown: `PG*` is hidden'],
  ['prisma', '2 by instance-group'],
])('`PGOPTIONS` that is not in view leaves them open where the driver reads it: %s', (driver, expected) => {
  const strings = holding(connection('A_URL'), hidden('PG*', { form: 'variables' }));
  const facts = [fact('app-runner-service', 'api', { settings: strings }), database('g'), g];
  expect(shown(session(facts, 'statement_timeout', [{ ...libpq, driver }, db]))).toBe(expected);
});
