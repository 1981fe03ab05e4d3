import nat from '../../lib/kinds/nat';
import { fires, follows, timer } from './resource';

describe('nat', () => {
  it('forgets an idle connection after 350 s, always, and resets it', () => {
    expect(fires(nat, 'nat.idle_timeout')).toBe(350);
    expect(fires(nat, 'nat.idle_timeout', { idle_timeout: 900 })).toBe(350);
    expect(follows(nat, 'nat.idle_timeout')).toBe('reset-on-next-packet');
    expect(timer(nat, 'nat.idle_timeout')).toMatchObject({ class: 'packet-idle', phases: ['query', 'pause'] });
    expect(nat.hop).toMatchObject({ key: 'nat', side: 'connection', does: 'passes' });
    expect(nat.settings.idle_timeout?.terraform).toBeUndefined();
  });
});
