import { closest } from '../../lib/core/did-you-mean';

const keys = ['maxQueryDuration', 'maxSilence', 'maxIdle', 'path', 'roles', 'alb', 'nlb'];

describe('closest', () => {
  it.each([
    ['maxQueryDuraton', 'maxQueryDuration'],
    ['maxQeuryDuration', 'maxQueryDuration'],
    ['max_query_duration', 'maxQueryDuration'],
    ['MAXIDLE', 'maxIdle'],
    ['paths', 'path'],
    ['role', 'roles'],
    ['abl', 'alb'],
    ['alb', 'alb'],
    ['xlb', 'alb'],
    ['hop', null],
    ['duration', null],
    ['', null],
    ['__proto__', null],
    ['p'.repeat(1_000_000), null],
  ])('%s: %s', (word, expected) => {
    expect(closest(word, keys)).toBe(expected);
  });

  it('knows nothing without candidates', () => {
    expect(closest('path', [])).toBeNull();
    expect(closest('path', ['p'.repeat(1_000_000)])).toBeNull();
  });
});
