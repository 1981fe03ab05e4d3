import firewall from '../../lib/kinds/firewall';
import { fires, follows, later, timer } from './resource';

const idle = 'firewall.tcp_idle_timeout';

describe('firewall', () => {
  it('forgets an idle flow after 350 s unless it says otherwise', () => {
    expect(fires(firewall, idle)).toBe(350);
    expect(fires(firewall, idle, { tcp_idle_timeout: 6000 })).toBe(6000);
    expect(timer(firewall, idle)).toMatchObject({ class: 'packet-idle', phases: ['query', 'pause'] });
    expect(firewall.settings.tcp_idle_timeout).toMatchObject({
      terraform: 'firewall_policy.stateful_engine_options.flow_timeouts.tcp_idle_timeout_seconds',
      range: { min: 60, max: 6000 },
    });
  });

  it.each([
    [{}, 'silent-drop'],
    [{ stream_exception_policy: 'DROP' }, 'silent-drop'],
    [{ stream_exception_policy: 'CONTINUE' }, 'silent-drop'],
    [{ stream_exception_policy: later }, 'silent-drop'],
    [{ stream_exception_policy: 'REJECT' }, 'reset-on-next-packet'],
  ])('%j: %s', (written, expected) => {
    expect(follows(firewall, idle, written)).toBe(expected);
  });
});
