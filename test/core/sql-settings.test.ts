import fc from 'fast-check';
import { settingsOf } from '../../lib/core/sql-settings';

const understood = (sql: string, parameters: Record<string, string>): void => {
  const read = settingsOf(sql);
  expect({ ...read.parameters }).toEqual(parameters);
  expect(read.understood).toBe(true);
};

describe('settingsOf', () => {
  it.each([
    ["SET statement_timeout = '5min'", '5min'],
    ['SET statement_timeout TO 30000', '30000'],
    ['set session statement_timeout to 30000;', '30000'],
    ['SET statement_timeout=0', '0'],
    ['SET "Statement_Timeout" = 7000', '7000'],
    ['SET statement_timeout = -1', '-1'],
    ['SET statement_timeout = +5', '5'],
    ['SET statement_timeout = 1e3', '1e3'],
    ['SET statement_timeout = .5', '.5'],
    ["SET statement_timeout = E'8s'", '8s'],
    ['SET statement_timeout = $$9s$$', '9s'],
    ['SET statement_timeout = $tag$9s$tag$', '9s'],
    // A bare integer is decimal in SQL; in quotes PostgreSQL reads the same digits as octal.
    ['SET statement_timeout = 0600000', '600000'],
    ["SET statement_timeout = '0600000'", '0600000'],
    ["SET statement_timeout = 'it''s'", "it's"],
    ["/* a; /* b */ ' */ SET statement_timeout = '5s' -- ; SET x = 1", '5s'],
    ["SET statement_timeout = 1; ; SET statement_timeout = '2s';", '2s'],
  ])('%s', (sql, text) => {
    understood(sql, { statement_timeout: text });
  });

  it('reads several statements', () => {
    understood(
      `SET statement_timeout = '5min'; SET lock_timeout = 1000; SET search_path TO app, "Public"; SET a.b = on`,
      {
        statement_timeout: '5min',
        lock_timeout: '1000',
        search_path: 'app, Public',
        'a.b': 'on',
      },
    );
  });

  it.each(['', ' ;; ', '-- SET statement_timeout = 5', '/* SET statement_timeout = 5 */'])('%j sets nothing', (sql) => {
    understood(sql, {});
  });

  it.each([
    'SET LOCAL statement_timeout = 5',
    'SET statement_timeout = 5; SET statement_timeout TO DEFAULT',
    'SET statement_timeout = 5; RESET statement_timeout',
    'SET statement_timeout = 5; RESET ALL',
    'SET statement_timeout = 5; discard all;',
  ])('%s leaves nothing set', (sql) => {
    understood(sql, {});
  });

  it.each([
    ['SELECT 1; SET lock_timeout = 5', { lock_timeout: '5' }],
    ["SET TIME ZONE 'UTC'; SET lock_timeout = 5", { lock_timeout: '5' }],
    ['BEGIN; SET lock_timeout = 5', { lock_timeout: '5' }],
    ["SET lock_timeout = 5; SELECT set_config('lock_timeout', '9', false)", {}],
    ["SET lock_timeout = 5; SELECT set_config('work_mem', '9', false)", { lock_timeout: '5' }],
    ['SET lock_timeout = 30s', {}],
    ['SET lock_timeout = 30_000', {}],
    ["SET lock_timeout = '5' 's'", {}],
    ["SET lock_timeout = E'\\x35'", {}],
    ["SET lock_timeout = b'101'", {}],
    ['SET lock_timeout =', {}],
    ['SET lock_timeout', {}],
    ['SET lock_timeout = 5,', {}],
    ['SET lock_timeout = (5)', {}],
    ["SET lock_timeout = '5s", {}],
    ["SET lock_timeout = '5'';", {}],
    ['SET lock_timeout = $$5', {}],
    ['SET lock_timeout = 5 /* open', {}],
    ['SET ROLE admin', {}],
    ['SET', {}],
    ['RESET', {}],
    ['ALTER ROLE app SET lock_timeout = 5', {}],
  ])('%s is not understood', (sql, parameters) => {
    const read = settingsOf(sql);
    expect(read.understood).toBe(false);
    expect({ ...read.parameters }).toEqual(parameters);
  });

  it('keeps names that every object has apart', () => {
    const { parameters } = settingsOf('SET __proto__ = 5; SET constructor = 6');
    expect(Object.keys(parameters)).toEqual(['__proto__', 'constructor']);
    expect(parameters.toString).toBeUndefined();
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      'SET ',
      'a',
      '=',
      ' TO ',
      "'",
      '"',
      '$$',
      '/*',
      '*/',
      '--',
      '\n',
      ';',
      '5',
      'E',
      '\\',
      ',',
      '-',
      'RESET ALL',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (sql) => {
          expect(typeof settingsOf(sql).understood).toBe('boolean');
        },
      ),
    );
  });

  it.each([
    ['quotes', "'".repeat(60_001)],
    ['pairs of quotes', `'${"''".repeat(30_000)}`],
    ['statements', 'SET a=1;'.repeat(8000)],
    ['comments', '/*'.repeat(30_000)],
    ['dollars', '$a'.repeat(30_000)],
    ['more than is read', 'SET a = 1;'.repeat(100_000)],
  ])('many %s take no time', (_what, sql) => {
    const start = performance.now();
    settingsOf(sql);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('does not read what is longer than any init query', () => {
    expect(settingsOf(`SET a = 1;${' '.repeat(70_000)}`)).toEqual({ parameters: {}, understood: false });
  });
});
