import declaredGwlb from '../../lib/kinds/declared-gwlb';
import { fires, follows } from './resource';

describe('declared-gwlb', () => {
  it('drops silently after 350 s unless another time is declared', () => {
    expect(fires(declaredGwlb, 'listener.tcp_idle_timeout')).toBe(350);
    expect(fires(declaredGwlb, 'listener.tcp_idle_timeout', { tcp_idle_timeout: 6000 })).toBe(6000);
    expect(follows(declaredGwlb, 'listener.tcp_idle_timeout')).toBe('silent-drop');
    expect(declaredGwlb.hop).toMatchObject({ key: 'gwlb', does: 'passes' });
  });
});
