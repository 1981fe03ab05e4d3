import fc from 'fast-check';
import type { ParameterSpec } from '../../lib/core/parameter';
import { parseGroupValue, parsePostgresValue } from '../../lib/core/postgres-value';

const nothing = { value: null, cite: '' };
function spec(own: Partial<ParameterSpec>): ParameterSpec {
  return {
    name: 'statement_timeout',
    as: 'duration',
    unit: 'ms',
    range: { min: 0, max: 2_147_483_647, cite: '' },
    since: 9.3,
    zero: 'off',
    defaults: { vanilla: nothing, rds: nothing, aurora: nothing },
    context: 'user',
    cite: '',
    ...own,
  };
}
const milliseconds = spec({});
const seconds = spec({ name: 'tcp_keepalives_idle', unit: 's', zero: 'system' });
const count = spec({ name: 'tcp_keepalives_count', as: 'count', unit: null, zero: 'system' });
const delay = spec({
  name: 'max_standby_streaming_delay',
  range: { min: -1, max: 2_147_483_647, cite: '' },
  zero: 'value',
  minusOne: 'off',
});
const waiting = spec({
  name: 'authentication_timeout',
  unit: 's',
  range: { min: 1, max: 600, cite: '' },
  zero: 'value',
});
const renegotiation = spec({
  name: 'ssl_renegotiation_limit',
  as: 'count',
  unit: 'kB',
  range: { min: 0, max: 0, cite: '' },
  zero: 'value',
});
const feedback = spec({ name: 'hot_standby_feedback', as: 'boolean', unit: null, zero: 'value' });

describe('parsePostgresValue from 12 on', () => {
  // Seconds. Each row was read by hand from the table of facts on how PostgreSQL reads values.
  it.each([
    ['1800000', 1800],
    ['30min', 1800],
    ['0.5h', 1800],
    ['1.5min', 90],
    [' 10 s ', 10],
    ['1 d', 86_400],
    ['\t5\ns', 5],
    ['+250', 0.25],
    ['1', 0.001],
    ['0', null],
    ['-0', null],
    ['0ms', null],
    ['500us', null],
    ['1500us', 0.002],
    ['2500us', 0.002],
    ['1.5', 0.002],
    ['2.5', 0.002],
    ['0600000', 196.608],
    ['0x10', 0.016],
    ['0X1f4', 0.5],
    ['1e3', 1],
    ['1E3s', 1000],
    ['24d', 2_073_600],
    ['2147483647', 2_147_483.647],
    // A fraction is rounded to the next smaller unit: 1.0001 h is 60 min, 1.01 h is 60.6 min and so 61.
    ['1.0001h', 3600],
    ['1.01h', 3660],
    ['.5s', 0.5],
    ['5.', 0.005],
  ])('%j of a millisecond parameter is %s s', (text, value) => {
    expect(parsePostgresValue(text, milliseconds, 16)).toEqual({ ok: true, value });
    expect(parsePostgresValue(text, milliseconds, null)).toEqual({ ok: true, value });
  });

  it.each([
    ['10S', /none of the units us, ms, s, min, h, d \(case counts\)/],
    ['30M', /none of the units/],
    ['30 minutes', /none of the units/],
    ['10 s s', /none of the units/],
    ['', /does not begin with a number/],
    [' ', /does not begin with a number/],
    ['off', /does not begin with a number/],
    ['infinity', /does not begin with a number/],
    ['- 5', /does not begin with a number/],
    [' .5', /does not begin with a number/],
    ['08', /none of the units/],
    ['0x', /none of the units/],
    ['1_000', /none of the units/],
    ['25d', /exceeds the integer range/],
    ['2147483648', /exceeds the integer range/],
    ['99999999999999999999', /exceeds the integer range/],
    ['1e400', /exceeds the integer range/],
    ['1e-400', /exceeds the integer range/],
    ['-1', /-1 ms is outside the valid range \(0 \.\. 2147483647\)/],
    ['-1ms', /outside the valid range/],
  ])('%j is refused', (text, reason) => {
    expect(parsePostgresValue(text, milliseconds, 16)).toEqual({
      ok: false,
      reason: expect.stringMatching(reason) as string,
    });
  });

  it.each([
    ['120', 120],
    ['2min', 120],
    ['500ms', 0],
    ['1500ms', 2],
    ['2500ms', 2],
    ['0', 0],
  ])('%j of a second parameter is %s s, and 0 stays: it selects what the system has', (text, value) => {
    expect(parsePostgresValue(text, seconds, 16)).toEqual({ ok: true, value });
  });

  it('a count takes no unit', () => {
    expect(parsePostgresValue('9', count, 16)).toEqual({ ok: true, value: 9 });
    expect(parsePostgresValue('5s', count, 16)).toEqual({ ok: false, reason: 'it takes a number without a unit' });
  });

  it('-1 is off only where the parameter says so', () => {
    expect(parsePostgresValue('-1', delay, 16)).toEqual({ ok: true, value: null });
    expect(parsePostgresValue('0', delay, 16)).toEqual({ ok: true, value: 0 });
    expect(parsePostgresValue('14s', delay, 16)).toEqual({ ok: true, value: 14 });
    expect(parsePostgresValue('-2', delay, 16).ok).toBe(false);
  });

  it('checks the range of the parameter', () => {
    expect(parsePostgresValue('10min', waiting, 16)).toEqual({ ok: true, value: 600 });
    expect(parsePostgresValue('0', waiting, 16).ok).toBe(false);
    expect(parsePostgresValue('601', waiting, 16)).toEqual({
      ok: false,
      reason: '601 s is outside the valid range (1 .. 600)',
    });
    expect(parsePostgresValue('512', renegotiation, 16)).toEqual({
      ok: false,
      reason: '512 kB is outside the valid range (0 .. 0)',
    });
    expect(parsePostgresValue('0MB', renegotiation, 16)).toEqual({ ok: true, value: 0 });
  });

  it.each([
    ['on', 1],
    ['TRUE', 1],
    ['t', 1],
    ['yes', 1],
    ['1', 1],
    ['of', 0],
    ['off', 0],
    ['F', 0],
    ['n', 0],
    ['0', 0],
  ])('%j is the boolean %s', (text, value) => {
    expect(parsePostgresValue(text, feedback, 16)).toEqual({ ok: true, value });
  });

  it.each(['o', '', '2', 'onx', ' on', 'enabled'])('%j is no boolean', (text) => {
    expect(parsePostgresValue(text, feedback, 16).ok).toBe(false);
  });
});

describe('parsePostgresValue on 10 and 11', () => {
  it.each([
    ['30min', 1800],
    ['0600000', 196.608],
    ['0x10', 0.016],
    [' 10 s ', 10],
  ])('%j is %s s', (text, value) => {
    expect(parsePostgresValue(text, milliseconds, 11)).toEqual({ ok: true, value });
  });

  it.each(['0.5h', '1.5', '1e3', '500us', '10S', '2147483648', '25d', ''])('%j is refused', (text) => {
    expect(parsePostgresValue(text, milliseconds, 11).ok).toBe(false);
    expect(parsePostgresValue(text, milliseconds, 9.6).ok).toBe(false);
  });

  it('cuts off what is finer than the unit', () => {
    expect(parsePostgresValue('1999ms', seconds, 11)).toEqual({ ok: true, value: 1 });
    expect(parsePostgresValue('1999ms', seconds, 12)).toEqual({ ok: true, value: 2 });
  });
});

describe('parseGroupValue', () => {
  it.each([
    ['45000', milliseconds, 45],
    ['0', milliseconds, null],
    ['300', seconds, 300],
    ['0', seconds, 0],
    ['-1', delay, null],
    ['2', count, 2],
    ['1', feedback, 1],
    ['0', feedback, 0],
  ])('%j', (text, parameter, value) => {
    expect(parseGroupValue(text, parameter)).toEqual({ ok: true, value });
  });

  it.each([
    '{DBInstanceClassMemory/9531392}',
    'GREATEST({DBInstanceClassMemory/9531392},60000)',
    'least(1,2)',
    ' SUM (1, 2)',
  ])('%j is a formula', (text) => {
    expect(parseGroupValue(text, milliseconds)).toMatchObject({ ok: false, as: 'formula' });
  });

  it.each([
    ['30min', milliseconds, /plain integer here, in ms, without a unit/],
    ['1.5', milliseconds, /plain integer/],
    ['1e3', milliseconds, /plain integer/],
    ['', milliseconds, /plain integer/],
    [' 5', milliseconds, /plain integer/],
    ['0600000', milliseconds, /octal/],
    ['2147483648', milliseconds, /exceeds the integer range/],
    ['-1', milliseconds, /outside the valid range/],
    ['5s', count, /plain integer here$/],
    ['maybe', feedback, /none of on, off/],
  ])('%j is invalid', (text, parameter, reason) => {
    expect(parseGroupValue(text, parameter)).toEqual({
      ok: false,
      as: 'invalid',
      reason: expect.stringMatching(reason) as string,
    });
  });
});

describe('whatever the text', () => {
  it('neither reader throws, and what they read lies within the range', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(9.6, 11, 12, 17, null), (text, version) => {
        for (const read of [parsePostgresValue(text, milliseconds, version), parseGroupValue(text, milliseconds)])
          if (read.ok && read.value !== null) {
            expect(read.value).toBeGreaterThan(0);
            expect(read.value).toBeLessThanOrEqual(2_147_483.647);
          }
      }),
    );
  });

  it('a plain number means the same in a group and in SQL', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_147_483_647 }), (value) => {
        expect(parseGroupValue(String(value), milliseconds)).toEqual(
          parsePostgresValue(String(value), milliseconds, 16),
        );
      }),
    );
  });

  it.each([
    ['digits', '9'.repeat(1_000_000)],
    ['zeros', '0'.repeat(1_000_000)],
    ['spaces', `5${' '.repeat(1_000_000)}x`],
    ['hexadecimal', `0x${'f'.repeat(1_000_000)}`],
  ])('a megabyte of %s is read in no time', (_what, text) => {
    const start = performance.now();
    parsePostgresValue(text, milliseconds, 16);
    parsePostgresValue(text, milliseconds, 11);
    parseGroupValue(text, milliseconds);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
