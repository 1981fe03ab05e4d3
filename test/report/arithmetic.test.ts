import { arithmeticOf } from '../../lib/report/arithmetic';
import { failure, finding } from './sample';

describe('the arithmetic of a finding', () => {
  it.each([
    [failure(), 'has to be > 90 s, is 60 s'],
    [failure({ expected: 'off or > 3600' }), 'has to be off or > 1 h, is 60 s'],
    [failure({ expected: '> 30.5 and <= 120' }), 'has to be > 30.5 s and <= 2 min, is 60 s'],
    [failure({ actual: 14400 }), 'has to be > 90 s, is 4 h'],
    [failure({ actual: 3, unit: 'count', expected: '<= 2' }), 'has to be <= 2, is 3'],
    [failure({ actual: 110, unit: 'percent', expected: '<= 100 %' }), 'has to be <= 100 %, is 110 %'],
    [failure({ actual: 'a\u001bb', unit: 'text', expected: 'b' }), 'has to be b, is a\\u{1b}b'],
    [failure({ actual: null }), 'has to be > 90 s'],
    [finding({ actual: { idle: 60 }, unit: 'text' }), 'is {"idle":60}'],
    [finding(), null],
  ])('%#', (made, expected) => {
    expect(arithmeticOf(made)).toBe(expected);
  });
});
