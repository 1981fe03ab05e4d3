import type { Json } from '../../lib/core/setting';
import { shortened, written } from '../../lib/read/written';

describe('a value as provenance shows it', () => {
  it.each<[string, Json, string]>([
    ['a number', 60, '60'],
    ['null', null, 'null'],
    ['a text of 200 characters', 'x'.repeat(200), 'x'.repeat(200)],
    ['a longer text', 'x'.repeat(201), `${'x'.repeat(200)}...`],
    ['a list', [1, 2], '2 elements'],
    ['an object', { a: 1 }, '1 keys'],
  ])('%s', (_, value, expected) => {
    expect(written(value)).toBe(expected);
  });

  it('is cut where it is too long', () => {
    expect([shortened('abc', 3), shortened('abcd', 3)]).toEqual(['abc', 'abc...']);
  });
});
