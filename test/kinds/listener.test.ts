import { known, oneOf, table, type Setting } from '../../lib/core/setting';
import listener from '../../lib/kinds/listener';
import { effective, fires, follows, isUnverified, later, shown, timer } from './resource';

const idle = 'listener.tcp_idle_timeout';
const does = (settings: ReturnType<typeof effective>) =>
  typeof listener.hop?.does === 'function' ? listener.hop.does(settings) : listener.hop?.does;

describe('listener', () => {
  it.each([
    ['TCP that says nothing', { protocol: 'TCP', port: 5432 }, 350, false],
    ['TCP that says 3600', { protocol: 'TCP', port: 5432, tcp_idle_timeout: 3600 }, 3600, false],
    ['TLS, whatever it says', { protocol: 'TLS', port: 5432, tcp_idle_timeout: 3600 }, 350, false],
    ['TLS that is to say something later', { protocol: 'TLS', port: 5432, tcp_idle_timeout: later }, 350, false],
    ['TCP_UDP, which cannot be set and has no source of its own', { protocol: 'TCP_UDP', port: 53 }, 350, true],
    ['a gateway, which has neither protocol nor port', {}, 350, false],
    ['a gateway that says 6000', { tcp_idle_timeout: 6000 }, 6000, false],
    ['GENEVE', { protocol: 'GENEVE' }, 350, false],
    ['a protocol that is not known yet', { protocol: later, port: 5432 }, 350, true],
    ['a protocol that nobody knows', { protocol: 'SCTP', port: 5432 }, 350, true],
    ['lower case', { protocol: 'tls', port: 5432, tcp_idle_timeout: 400 }, 350, false],
  ])('%s', (_what, written, expected, unverified) => {
    expect(fires(listener, idle, written)).toBe(expected);
    expect(isUnverified(effective(listener, written).tcp_idle_timeout)).toBe(unverified);
  });

  it.each([
    ['HTTP', { protocol: 'HTTP', port: 80 }],
    ['HTTPS', { protocol: 'HTTPS', port: 443 }],
    ['the default of an ALB, which is HTTP', { port: 80 }],
    ['UDP', { protocol: 'UDP', port: 53 }],
  ])('%s runs no such timer', (_what, written) => {
    expect(fires(listener, idle, written)).toBeNull();
    expect(fires(listener, idle, { ...written, tcp_idle_timeout: 350 })).toBeNull();
  });

  it('stays unknown where the value is known only after apply', () => {
    expect(fires(listener, idle, { protocol: 'TCP', port: 5432, tcp_idle_timeout: later })).toBe('unknown');
  });

  it('agrees where every candidate of the protocol means the same', () => {
    const either: Setting = oneOf([known('UDP'), known('QUIC')], 'two', 'one');
    const spec = listener.settings.tcp_idle_timeout?.default;
    const settings = table<Setting>([['protocol', either]]);
    expect(typeof spec === 'function' ? spec(settings) : spec).toBeNull();
  });

  it.each([
    [{ protocol: 'TCP', port: 5432 }, 'reset-on-next-packet', 'passes'],
    [{ protocol: 'TLS', port: 5432 }, 'reset-on-next-packet', 'relays-probes'],
    [{ protocol: later, port: 5432 }, 'reset-on-next-packet', 'passes'],
    [{}, 'silent-drop', 'passes'],
    [{ protocol: 'GENEVE' }, 'silent-drop', 'passes'],
  ])('%j: %s, %s', (written, expiry, expected) => {
    expect(follows(listener, idle, written)).toBe(expiry);
    expect(does(effective(listener, written))).toBe(expected);
  });

  it('forgets flows during a query and between two, unless any packet passes', () => {
    expect(timer(listener, idle)).toMatchObject({ class: 'packet-idle', phases: ['query', 'pause'] });
    expect(listener.settings.tcp_idle_timeout?.range).toMatchObject({ min: 60, max: 6000 });
  });

  it('leads to its load balancer and its target groups, in both spellings', () => {
    expect(listener.links.load_balancer).toMatchObject({ terraform: 'load_balancer_arn', to: ['alb', 'nlb', 'gwlb'] });
    expect(listener.links.target_groups).toMatchObject({ terraform: 'default_action.target_group_arn', many: true });
    expect(listener.links.forward_target_groups).toMatchObject({
      terraform: 'default_action.forward.target_group.arn',
      many: true,
    });
  });

  it('shows its port as it is', () => {
    expect(shown(effective(listener, { protocol: 'TCP', port: 5432 }).port)).toBe(5432);
  });
});
