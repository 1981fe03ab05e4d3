import { mayOverlap } from '../../lib/core/glob-overlap';

describe('mayOverlap', () => {
  it.each([
    ['app', 'app', true],
    ['app', 'etl', false],
    ['etl_*', 'etl_nightly', true],
    ['etl_*', 'app', false],
    ['etl_*', 'etl_*', true],
    ['etl_*', '*_nightly', true],
    ['etl_*', 'etl_nightly_*', true],
    ['etl_*', 'app_*', false],
    ['*_job', '*_nightly', false],
    ['*', 'anything', true],
    ['*', 'app_*', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(mayOverlap(a, b)).toBe(expected);
    expect(mayOverlap(b, a)).toBe(expected);
  });
});
