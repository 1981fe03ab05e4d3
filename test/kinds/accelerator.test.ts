import accelerator from '../../lib/kinds/accelerator';
import { fires, follows, timer } from './resource';

describe('accelerator', () => {
  it('closes a connection without data after 340 s, always, on every leg that it stands on', () => {
    expect(fires(accelerator, 'accelerator.idle_timeout')).toBe(340);
    expect(fires(accelerator, 'accelerator.idle_timeout', { idle_timeout: 900 })).toBe(340);
    expect(timer(accelerator, 'accelerator.idle_timeout')).toMatchObject({
      class: 'data-idle',
      phases: ['query', 'pause'],
    });
    expect(follows(accelerator, 'accelerator.idle_timeout')).toBe('orderly-close');
    expect(accelerator.hop).toMatchObject({ key: 'accelerator', side: 'either', does: 'terminates' });
  });
});
