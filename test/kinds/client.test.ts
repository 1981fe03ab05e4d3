import client from '../../lib/kinds/client';
import { effective, shown } from './resource';

describe('client', () => {
  it('is declared only, with its own keepalive', () => {
    expect(client.terraform).toBeUndefined();
    expect(client.hop).toMatchObject({ key: 'client', does: 'terminates', keepalive: 'own' });
    expect(client.timers).toEqual([]);
  });

  it('has no keepalive of its own accord', () => {
    const settings = effective(client);
    expect(['keepalive_idle', 'keepalive_interval', 'keepalive_count'].map((name) => shown(settings[name]))).toEqual([
      'absent',
      'absent',
      'absent',
    ]);
  });

  it.each([
    ['keepalive', 'keepalive_idle', 'keepalive'],
    ['settings', 'session_parameters', 'settings'],
    ['options', 'startup_options', 'settings'],
    ['tcpUserTimeout', 'tcp_user_timeout', 'duration'],
  ])('%s is kept as %s', (key, setting, as) => {
    expect(client.hop?.inline?.[key]).toMatchObject({ setting, as });
  });

  it('leaves a tcp_user_timeout of 0 to the operating system', () => {
    expect(shown(effective(client, { tcp_user_timeout: 0 }).tcp_user_timeout)).toBeNull();
    expect(shown(effective(client, { tcp_user_timeout: 15 }).tcp_user_timeout)).toBe(15);
  });
});
