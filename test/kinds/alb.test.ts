import alb from '../../lib/kinds/alb';
import { effective, fires, follows, isOfKind, timer } from './resource';

describe('alb', () => {
  it.each([
    [{ load_balancer_type: 'application' }, true],
    [{}, true],
    [{ load_balancer_type: null }, true],
    [{ load_balancer_type: '' }, true],
    [{ load_balancer_type: 'network' }, false],
    [{ load_balancer_type: 'gateway' }, false],
    [{ load_balancer_type: undefined }, null],
  ])('is an aws_lb with %j: %s', (attributes, expected) => {
    expect(isOfKind(alb, attributes)).toBe(expected);
  });

  it('waits 60 s for a byte unless it says otherwise, and then answers 504', () => {
    expect(fires(alb, 'alb.idle_timeout')).toBe(60);
    expect(fires(alb, 'alb.idle_timeout', { idle_timeout: 300 })).toBe(300);
    expect(follows(alb, 'alb.idle_timeout')).toBe('http-504');
    expect(timer(alb, 'alb.idle_timeout')).toMatchObject({ class: 'data-idle', phases: ['query'] });
  });

  it('takes 1 to 4000 s', () => {
    expect(alb.settings.idle_timeout?.range).toMatchObject({ min: 1, max: 4000 });
  });

  it('ends connections on request legs, and no listener stands for it', () => {
    expect(alb.hop).toMatchObject({ key: 'alb', side: 'request', does: 'terminates', parts: 'behind-listener' });
    const member = alb.hop?.members?.[0];
    expect(member).toMatchObject({ kind: 'listener', link: 'load_balancer' });
    expect(member?.use?.(effective(alb))).toBe(false);
  });
});
