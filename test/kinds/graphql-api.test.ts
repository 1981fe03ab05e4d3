import graphqlApi from '../../lib/kinds/graphql-api';
import { fires } from './resource';

describe('graphql-api', () => {
  it('ends a request after 30 s, always', () => {
    expect(fires(graphqlApi, 'graphql-api.request_timeout')).toBe(30);
    expect(fires(graphqlApi, 'graphql-api.request_timeout', { request_timeout: 60 })).toBe(30);
    expect(graphqlApi.hop).toMatchObject({ key: 'api', side: 'request', does: 'terminates' });
  });
});
