import declaredFirewall from '../../lib/kinds/declared-firewall';
import { fires, follows, timer } from './resource';

const idle = 'firewall.tcp_idle_timeout';

describe('declared-firewall', () => {
  it('has the idle timeout that was declared', () => {
    expect(fires(declaredFirewall, idle, { tcp_idle_timeout: 300 })).toBe(300);
  });

  it('is unknown where none was declared, never a default of AWS', () => {
    expect(fires(declaredFirewall, idle)).toBe('unknown');
    const { value } = timer(declaredFirewall, idle);
    expect('compute' in value && value.compute({})).toMatchObject({ settles: 'declare `idleTimeout` of the firewall' });
  });

  it.each([
    [{}, 'silent-drop'],
    [{ on_expiry: 'drop' }, 'silent-drop'],
    [{ on_expiry: 'reset' }, 'reset-on-next-packet'],
  ])('%j: %s', (written, expected) => {
    expect(follows(declaredFirewall, idle, written)).toBe(expected);
  });
});
