import fc from 'fast-check';
import { settingsOf } from '../../../lib/core/sql-settings';
import { shownInitQuery } from '../../../lib/shell/aws/init-query';

const judged = new Set(['statement_timeout', 'lock_timeout']);

describe('an init query', () => {
  it.each([
    ['keeps what is judged', "SET statement_timeout = '45s'", "SET statement_timeout = '45s'"],
    ['keeps it as a number', 'SET statement_timeout TO 45000;', "SET statement_timeout = '45000'"],
    ['hides other values', "SET app.token = 'hush'", "SET app.token = '***'"],
    ['hides a value that is a word', 'SET app.token TO hush', "SET app.token = '***'"],
    ['hides a value that is a name', 'SET LOCAL app.token = "hush"', "set local app . token = '***'"],
    ['hides anything else', "ALTER ROLE app PASSWORD 'hush'", '***'],
    ['hides what dollars quote', 'SELECT $x$hush$x$', '***'],
    ['hides comments', '/* hush */ SET statement_timeout = 5 -- hush', "SET statement_timeout = '5'"],
    [
      'keeps resets',
      'SET statement_timeout = 5; RESET statement_timeout',
      "SET statement_timeout = '5'; reset statement_timeout",
    ],
    ['keeps a default', 'SET statement_timeout TO DEFAULT', 'set statement_timeout to default'],
    [
      'goes on mentioning what it may change',
      "SET statement_timeout = 5; SELECT set_config('statement_timeout', 'hush', false)",
      "SET statement_timeout = '5'; *** statement_timeout",
    ],
    ['of nothing is nothing', '', ''],
  ])('%s', (_what, sql, expected) => {
    expect(shownInitQuery(sql, judged)).toBe(expected);
  });

  it('that is too long to be read says what it mentions, and no more', () => {
    const sql = `SET lock_timeout = 5; ${"SET app.token = 'hush'; ".repeat(5000)}`;
    expect(shownInitQuery(sql, judged)).toBe('*** lock_timeout');
  });

  const piece = fc.constantFrom(
    'SET ',
    'set local ',
    'SESSION ',
    'RESET ',
    'DISCARD ALL',
    'SELECT ',
    'ALL',
    ' = ',
    ' TO ',
    '; ',
    ', ',
    'default',
    'statement_timeout',
    'Lock_Timeout',
    '"statement_timeout"',
    'app.token',
    '5',
    '-1',
    "'45s'",
    "'hush'",
    '$$hush$$',
    '/* hush */',
    '-- hush\n',
    "E'lock_timeout\\n'",
    "E'hush'",
    "'",
    '"',
    '$$',
    '/*',
    '(',
    ')',
    ' ',
  );

  it('says the same about every judged parameter, or that it is not known', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const sql = pieces.join('');
        const whole = settingsOf(sql);
        const text = shownInitQuery(sql, judged);
        const shown = settingsOf(text);
        const agrees = [...judged].every((name) => whole.parameters[name] === shown.parameters[name]);
        const mentions = [...judged].every(
          (name) => !sql.toLowerCase().includes(name) || text.toLowerCase().includes(name),
        );
        expect(agrees && whole.understood === shown.understood ? true : !shown.understood && mentions).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('never shows a literal that is no value of a judged parameter', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        // Apart from each other: `token$$hush$$` is one name to PostgreSQL.
        const sql = pieces.join(' ');
        const values = Object.entries(settingsOf(sql).parameters).filter(([name]) => judged.has(name));
        const isValue = values.some(([, value]) => value.includes('hush'));
        expect(isValue || !shownInitQuery(sql, judged).includes('hush')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
