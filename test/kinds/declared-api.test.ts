import declaredApi from '../../lib/kinds/declared-api';
import { fires } from './resource';

describe('declared-api', () => {
  it('waits 29 s unless declared', () => {
    expect(fires(declaredApi, 'api.integration_timeout')).toBe(29);
    expect(fires(declaredApi, 'api.integration_timeout', { integration_timeout: 30 })).toBe(30);
    expect(Object.keys(declaredApi.hop?.inline ?? {})).toEqual(['timeout']);
  });
});
