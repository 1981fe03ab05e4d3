import clb from '../../lib/kinds/clb';
import { fires, follows, later, timer } from './resource';

const draining = 'clb.connection_draining_timeout';

describe('clb', () => {
  it('closes a connection without data after 60 s, on every leg it stands on', () => {
    expect(fires(clb, 'clb.idle_timeout')).toBe(60);
    expect(fires(clb, 'clb.idle_timeout', { idle_timeout: 3600 })).toBe(3600);
    expect(timer(clb, 'clb.idle_timeout')).toMatchObject({ class: 'data-idle', phases: ['query', 'pause'] });
    expect(follows(clb, 'clb.idle_timeout')).toBe('orderly-close');
    expect(clb.hop).toMatchObject({ key: 'clb', side: 'either', does: 'terminates' });
  });

  it('says that two documents disagree on the longest timeout', () => {
    expect(clb.settings.idle_timeout?.range).toMatchObject({ min: 1, max: 4000 });
    expect(clb.settings.idle_timeout?.range?.cite).toContain('3600');
  });

  it.each([
    ['off by default: at once', {}, 0],
    ['off: at once, whatever the timeout', { connection_draining: false, connection_draining_timeout: 400 }, 0],
    ['on: after 300 s', { connection_draining: true }, 300],
    ['on: after its timeout', { connection_draining: true, connection_draining_timeout: 400 }, 400],
    ['not known', { connection_draining: later, connection_draining_timeout: 400 }, { either: [400, 0] }],
    ['on, timeout not known', { connection_draining: true, connection_draining_timeout: later }, 'unknown'],
  ])('draining %s', (_what, written, expected) => {
    expect(fires(clb, draining, written)).toEqual(expected);
  });
});
