import fc from 'fast-check';
import { durationPattern, formatDuration, parseDuration } from '../../lib/core/duration';

const how = 'write it like 250ms, 30s, 5min, 1h30m or PT5M';

describe('parseDuration', () => {
  it.each([
    ['250ms', 0.25],
    ['0.001ms', 0.000001],
    ['30s', 30],
    ['1.5s', 1.5],
    ['5m', 300],
    ['5min', 300],
    ['4h', 14400],
    ['1.1h', 3960],
    ['1h30m', 5400],
    ['1h 30min', 5400],
    ['1 h 30 min', 5400],
    ['1d', 86400],
    ['1d2h3m4s5ms', 93784.005],
    [' 60 s ', 60],
    ['PT30S', 30],
    ['PT0.5S', 0.5],
    ['PT1H30M', 5400],
    ['P1D', 86400],
    ['P1DT12H', 129600],
    ['0', 0],
    ['0s', 0],
    [0, 0],
    [-0, 0],
  ])('%s is %d s', (text, seconds) => {
    const parsed = parseDuration(text);
    expect(parsed).toEqual({ ok: true, seconds });
    expect(parsed.ok && Object.is(parsed.seconds, -0)).toBe(false);
  });

  it.each([
    [30, 'is 30 without a unit, which could be seconds or milliseconds; write 30s or 30ms'],
    ['30', 'is 30 without a unit, which could be seconds or milliseconds; write 30s or 30ms'],
    [1.5, 'is 1.5 without a unit, which could be seconds or milliseconds; write 1.5s or 1.5ms'],
    [-5, 'is negative; write a duration from 0 up'],
    ['-5m', 'is negative; write a duration from 0 up'],
    [null, `is not a duration; ${how}`],
    [true, `is not a duration; ${how}`],
    [['30s'], `is not a duration; ${how}`],
    [{ seconds: 30 }, `is not a duration; ${how}`],
    [Number.NaN, `is not a duration; ${how}`],
    [Number.POSITIVE_INFINITY, `is not a duration; ${how}`],
    ['', `is "", which is not a duration; ${how}`],
    ['30S', `is "30S", which is not a duration; ${how}`],
    ['5M', `is "5M", which is not a duration; ${how}`],
    ['30m1h', `is "30m1h", which is not a duration; ${how}`],
    ['1h1h', `is "1h1h", which is not a duration; ${how}`],
    ['30 seconds', `is "30 seconds", which is not a duration; ${how}`],
    ['1e3s', `is "1e3s", which is not a duration; ${how}`],
    ['P1M', `is "P1M", which is not a duration; ${how}`],
    ['P', `is "P", which is not a duration; ${how}`],
    ['PT', `is "PT", which is not a duration; ${how}`],
    ['P1DT', `is "P1DT", which is not a duration; ${how}`],
    ['.5s', `is ".5s", which is not a duration; ${how}`],
    [`${'9'.repeat(1_000_000)}s`, `is not a duration; ${how}`],
  ])('%s is refused', (value, reason) => {
    expect(parseDuration(value)).toEqual({ ok: false, reason });
  });

  it('accepts exactly what its published pattern accepts', () => {
    const pattern = new RegExp(durationPattern);
    const piece = fc.constantFrom('1', '90', '0.5', 'd', 'h', 'm', 'min', 's', 'ms', ' ', 'P', 'T', 'H', 'M', 'S', 'D');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('').trim();
        expect([text, parseDuration(text).ok]).toEqual([text, pattern.test(text)]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [0.0005, '0.5 ms'],
    [0.25, '250 ms'],
    [0.1 + 0.2, '300 ms'],
    [1, '1 s'],
    [1.5, '1.5 s'],
    [60, '60 s'],
    [90, '90 s'],
    [119, '119 s'],
    [120, '2 min'],
    [121, '121 s'],
    [300, '5 min'],
    [350, '350 s'],
    [3600, '1 h'],
    [3601, '3601 s'],
    [5400, '1 h 30 min'],
    [14400, '4 h'],
    [86400, '24 h'],
  ])('%d s is "%s"', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it('writes what parseDuration reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (milliseconds) => {
        expect(parseDuration(formatDuration(milliseconds / 1000))).toEqual({ ok: true, seconds: milliseconds / 1000 });
      }),
    );
  });
});
