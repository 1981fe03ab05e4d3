import httpIntegration from '../../lib/kinds/http-integration';
import { fires } from './resource';

describe('http-integration', () => {
  it('has a timeout only where it says so: else that of the API holds', () => {
    expect(fires(httpIntegration, 'api.integration_timeout')).toBe('absent');
    expect(fires(httpIntegration, 'api.integration_timeout', { integration_timeout: 5 })).toBe(5);
  });

  it('takes 50 ms to 30 s, in milliseconds', () => {
    expect(httpIntegration.settings.integration_timeout).toMatchObject({
      as: 'milliseconds',
      range: { min: 0.05, max: 30 },
    });
  });
});
