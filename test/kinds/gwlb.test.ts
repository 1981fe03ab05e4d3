import gwlb from '../../lib/kinds/gwlb';
import { isOfKind } from './resource';

describe('gwlb', () => {
  it.each([
    [{ load_balancer_type: 'gateway' }, true],
    [{ load_balancer_type: 'network' }, false],
    [{}, false],
    [{ load_balancer_type: undefined }, null],
  ])('is an aws_lb with %j: %s', (attributes, expected) => {
    expect(isOfKind(gwlb, attributes)).toBe(expected);
  });

  it('is stood for by its listener, which carries the timer', () => {
    expect(gwlb.timers).toEqual([]);
    expect(gwlb.hop).toMatchObject({
      key: 'gwlb',
      side: 'either',
      does: 'passes',
      members: [{ kind: 'listener', link: 'load_balancer' }],
    });
  });
});
