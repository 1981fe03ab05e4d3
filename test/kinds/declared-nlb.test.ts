import declaredNlb from '../../lib/kinds/declared-nlb';
import { effective, fires, follows } from './resource';

const idle = 'listener.tcp_idle_timeout';

describe('declared-nlb', () => {
  it.each([
    ['nothing declared', {}, 350, 'passes'],
    ['a longer timeout', { tcp_idle_timeout: 900 }, 900, 'passes'],
    ['TLS, whatever is declared', { protocol: 'TLS', tcp_idle_timeout: 900 }, 350, 'relays-probes'],
  ])('%s', (_what, written, expected, does) => {
    expect(fires(declaredNlb, idle, written)).toBe(expected);
    expect(follows(declaredNlb, idle, written)).toBe('reset-on-next-packet');
    const hop = declaredNlb.hop?.does;
    expect(typeof hop === 'function' ? hop(effective(declaredNlb, written)) : hop).toBe(does);
  });

  it('takes TCP and TLS', () => {
    expect(declaredNlb.hop?.inline?.protocol?.choices).toEqual(['TCP', 'TLS']);
    expect(declaredNlb.hop).toMatchObject({ key: 'nlb', side: 'either' });
  });
});
