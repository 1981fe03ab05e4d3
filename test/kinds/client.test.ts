import client from '../../lib/kinds/client';
import { effective, shown } from './resource';

describe('client', () => {
  it('is declared only, with its own keepalive', () => {
    expect(client.terraform).toBeUndefined();
    expect(client.hop).toMatchObject({ key: 'client', does: 'terminates', keepalive: 'own' });
  });

  // What each driver's timeout does: facts, postgres-rds 5.1. A machine that forgets a flow drops it (aws-network 3).
  it.each([
    ['client.read_timeout', 'data-idle', ['query'], 'client-closes'],
    ['client.query_timeout', 'client-limit', ['query'], 'client-gives-up'],
    ['client.command_timeout', 'client-limit', ['query'], 'client-cancels'],
    ['client.conntrack_timeout', 'packet-idle', ['query', 'pause'], 'silent-drop'],
    ['client.stop_timeout', 'drain', ['rollout'], 'client-ended'],
  ])('runs %s', (name, timerClass, phases, expiry) => {
    const timer = client.timers.find((one) => one.name === name);
    expect(timer).toMatchObject({ class: timerClass, phases, expiry, value: { setting: name.replace('client.', '') } });
    expect(client.timers).toHaveLength(5);
  });

  it('opens connections with every driver, on Linux where nothing else is said', () => {
    const { drivers = [], system, via } = client.client ?? {};
    expect(drivers.map(({ name }) => name)).toEqual(expect.arrayContaining(['libpq', 'npgsql', 'pg', 'pgjdbc', 'pgx']));
    expect([system?.idle.value, system?.interval.value, system?.count.value]).toEqual([7200, 75, 9]);
    expect(via).toBeUndefined();
    expect(client.hop?.inline?.driver?.choices).toEqual(drivers.map(({ name }) => name));
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
    ['driver', 'driver', 'text'],
    ['connection', 'connections', 'connection'],
    ['tcpUserTimeout', 'tcp_user_timeout', 'duration'],
  ])('%s is kept as %s', (key, setting, as) => {
    expect(client.hop?.inline?.[key]).toMatchObject({ setting, as });
  });

  it('leaves a tcp_user_timeout of 0 to the operating system', () => {
    expect(shown(effective(client, { tcp_user_timeout: 0 }).tcp_user_timeout)).toBeNull();
    expect(shown(effective(client, { tcp_user_timeout: 15 }).tcp_user_timeout)).toBe(15);
  });
});
