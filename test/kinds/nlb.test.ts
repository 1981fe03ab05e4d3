import listener from '../../lib/kinds/listener';
import nlb from '../../lib/kinds/nlb';
import { effective, isOfKind, later } from './resource';

describe('nlb', () => {
  it.each([
    [{ load_balancer_type: 'network' }, true],
    [{ load_balancer_type: 'application' }, false],
    [{ load_balancer_type: 'gateway' }, false],
    [{}, false],
    [{ load_balancer_type: undefined }, null],
  ])('is an aws_lb with %j: %s', (attributes, expected) => {
    expect(isOfKind(nlb, attributes)).toBe(expected);
  });

  it('runs no timer itself: the idle_timeout of 60 that a plan prints for it means nothing', () => {
    expect(nlb.timers).toEqual([]);
    expect(Object.keys(nlb.settings)).toEqual([]);
  });

  it.each([
    [{ protocol: 'TCP', port: 5432 }, true],
    [{ protocol: 'TLS', port: 5432 }, true],
    [{ protocol: 'TCP_UDP', port: 53 }, true],
    [{ protocol: later, port: 5432 }, true],
    [{ protocol: 'UDP', port: 53 }, false],
    [{ protocol: 'HTTPS', port: 443 }, false],
    [{ port: 80 }, false],
  ])('a listener with %j stands for it: %s', (written, expected) => {
    const member = nlb.hop?.members?.[0];
    expect(member).toMatchObject({ kind: 'listener', link: 'load_balancer' });
    expect(member?.use?.(effective(listener, written))).toBe(expected);
  });

  it('passes connections wherever it stands', () => {
    expect(nlb.hop).toMatchObject({ key: 'nlb', side: 'either', does: 'passes', parts: 'behind-listener' });
  });
});
