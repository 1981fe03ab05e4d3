import declaredDistribution from '../../lib/kinds/declared-distribution';
import { fires } from './resource';

describe('declared-distribution', () => {
  it('waits 30 s for a packet unless declared', () => {
    expect(fires(declaredDistribution, 'distribution.origin_read_timeout')).toBe(30);
    expect(fires(declaredDistribution, 'distribution.origin_read_timeout', { origin_read_timeout: 60 })).toBe(60);
  });

  it('waits for the response as a whole without limit unless declared', () => {
    expect(fires(declaredDistribution, 'distribution.response_completion_timeout')).toBeNull();
    expect(
      fires(declaredDistribution, 'distribution.response_completion_timeout', { response_completion_timeout: 90 }),
    ).toBe(90);
  });
});
