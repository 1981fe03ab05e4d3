import endpoint from '../../lib/kinds/endpoint';
import { effective, fires, follows, isOfKind, isUnverified, timer } from './resource';

describe('endpoint', () => {
  it.each([
    [{ vpc_endpoint_type: 'Interface' }, true],
    [{ vpc_endpoint_type: 'GatewayLoadBalancer' }, true],
    [{ vpc_endpoint_type: 'Gateway' }, false],
    [{}, false],
    [{ vpc_endpoint_type: null }, false],
    [{ vpc_endpoint_type: undefined }, null],
  ])('is an aws_vpc_endpoint with %j: %s', (attributes, expected) => {
    expect(isOfKind(endpoint, attributes)).toBe(expected);
  });

  it('drops an idle connection after 350 s, always', () => {
    expect(fires(endpoint, 'endpoint.idle_timeout', { vpc_endpoint_type: 'Interface' })).toBe(350);
    expect(follows(endpoint, 'endpoint.idle_timeout')).toBe('silent-drop');
    expect(timer(endpoint, 'endpoint.idle_timeout')).toMatchObject({
      class: 'packet-idle',
      phases: ['query', 'pause'],
    });
  });

  it.each([
    ['an interface endpoint', { vpc_endpoint_type: 'Interface' }, false],
    ['a declared endpoint', {}, false],
    ['an endpoint of a gateway load balancer', { vpc_endpoint_type: 'GatewayLoadBalancer' }, true],
  ])('%s: unverified is %j', (_what, written, expected) => {
    expect(isUnverified(effective(endpoint, written).idle_timeout)).toBe(expected);
  });
});
