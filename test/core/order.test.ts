import { compare } from '../../lib/core/order';

it('sorts by code unit, capitals first, whatever the locale', () => {
  expect(['b', 'ä', 'a', 'B', 'a'].sort(compare)).toEqual(['B', 'a', 'a', 'b', 'ä']);
});
