import fc from 'fast-check';
import { isExact, numberOf, numberText, tidy } from '../../../../lib/read/cdktf/expression/number';

describe('numbers', () => {
  it.each([
    [0.1 + 0.2, 0.3],
    [1.1 * 3, 3.3],
    [1 / 3, 1 / 3],
    [-0, 0],
    [2 ** 53, 2 ** 53],
    [Infinity, null],
    [NaN, null],
  ])('%d is tidied to %d', (result, expected) => {
    expect(Object.is(tidy(result), expected)).toBe(true);
  });

  it.each([
    [1, '1'],
    [-1.5, '-1.5'],
    [1e21, '1000000000000000000000'],
    [1.25e22, '12500000000000000000000'],
    [1e-7, '0.0000001'],
    [-2.5e-9, '-0.0000000025'],
    [9007199254740991, '9007199254740991'],
    [1 / 3, null],
    [2 ** 53 + 2, null],
  ])('%d is written %s', (number, text) => {
    expect(numberText(number)).toBe(text);
  });

  it.each([
    ['1', 1],
    ['-1.50', -1.5],
    ['1e3', 1000],
    ['.5', 0.5],
    ['5.', 5],
    ['000000000000000000012', 12],
    ['9007199254740991', 9007199254740991],
    ['0.1234567890123456', undefined],
    ['12345678901234567890', undefined],
    ['1e999', undefined],
    ['Inf', undefined],
    ['-infinity', undefined],
    ['1p3', undefined],
    ['', null],
    ['.', null],
    ['e3', null],
    ['0x10', null],
    ['1_000', null],
    ['5s', null],
    [' 5', null],
    ['1-2', null],
  ])('%j is the number %j', (text, expected) => {
    expect(numberOf(text)).toBe(expected);
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 }), (any) => {
        const number = Number(any.toPrecision(12)) + 0;
        expect(isExact(number)).toBe(true);
        expect(numberText(number)).not.toMatch(/e/);
        expect(Number(numberText(number))).toBe(number);
      }),
    );
  });
});
