import targetGroup from '../../lib/kinds/target-group';
import { effective, fires, follows, later, shown, timer } from './resource';

const delay = 'target-group.deregistration_delay';
const unhealthy = 'target-group.unhealthy_draining_interval';

describe('target-group', () => {
  it.each([
    ['HTTP always ends at the default', { protocol: 'HTTP' }, 300],
    ['HTTPS always ends', { protocol: 'HTTPS', deregistration_delay: 30 }, 30],
    ['HTTP ends whatever termination says', { protocol: 'HTTP', connection_termination: false }, 300],
    ['TCP goes on by default', { protocol: 'TCP', deregistration_delay: 30 }, null],
    ['TCP with termination ends', { protocol: 'TCP', connection_termination: true, deregistration_delay: 30 }, 30],
    ['TLS with termination ends', { protocol: 'TLS', connection_termination: true }, 300],
    ['TCP_UDP terminates by default', { protocol: 'TCP_UDP' }, 300],
    ['UDP terminates by default', { protocol: 'UDP', deregistration_delay: 0 }, 0],
    ['a gateway goes on', { protocol: 'GENEVE', connection_termination: true }, null],
    ['a function has no connections', { target_type: 'lambda' }, null],
    ['TCP with termination not known', { protocol: 'TCP', connection_termination: later }, { either: [300, null] }],
    ['protocol not known, termination off', { protocol: later }, { either: [300, null] }],
    ['a delay that is not known', { protocol: 'HTTP', deregistration_delay: later }, 'unknown'],
    ['TCP without termination, delay not known', { protocol: 'TCP', deregistration_delay: later }, null],
    ['TCP, neither known', { protocol: 'TCP', connection_termination: later, deregistration_delay: later }, 'unknown'],
    ['no protocol shown', {}, { either: [300, null] }],
  ])('deregistration: %s', (_what, written, expected) => {
    expect(fires(targetGroup, delay, written)).toEqual(expected);
  });

  it('says what the delay depends on and then the delay', () => {
    const { value } = timer(targetGroup, delay);
    const settings = effective(targetGroup, {
      protocol: 'TCP',
      connection_termination: true,
      deregistration_delay: 30,
    });
    const computed = 'compute' in value ? value.compute(settings) : null;
    expect(computed?.state === 'known' && computed.from.map((step) => step.attribute)).toEqual([
      'protocol',
      'protocol',
      'connection_termination',
      'deregistration_delay',
    ]);
  });

  it.each([
    ['TCP ends at once by default', { protocol: 'TCP' }, 0],
    ['TLS ends at once', { protocol: 'TLS', unhealthy_connection_termination: true }, 0],
    ['without termination it goes on', { protocol: 'TCP', unhealthy_connection_termination: false }, null],
    [
      'without termination it ends after a draining interval',
      { protocol: 'TCP', unhealthy_connection_termination: false, unhealthy_draining_interval: 600 },
      600,
    ],
    ['termination not known', { protocol: 'TCP', unhealthy_connection_termination: later }, { either: [0, null] }],
    ['HTTP is not cut', { protocol: 'HTTP' }, null],
    ['TCP_UDP is not cut', { protocol: 'TCP_UDP' }, null],
    ['a function is not cut', { target_type: 'lambda' }, null],
  ])('unhealthy targets: %s', (_what, written, expected) => {
    expect(fires(targetGroup, unhealthy, written)).toEqual(expected);
  });

  it('cuts on rollout, and unhealthy targets only perhaps', () => {
    expect(timer(targetGroup, delay)).toMatchObject({ class: 'drain', phases: ['rollout'] });
    expect(timer(targetGroup, delay).uncertain).toBeUndefined();
    expect(timer(targetGroup, unhealthy).uncertain).toMatch(/health checks/);
    expect(follows(targetGroup, unhealthy)).toBe('reset-on-next-packet');
  });

  it('has the documented defaults and ranges', () => {
    const settings = effective(targetGroup, { protocol: 'TCP' });
    expect(shown(settings.connection_termination)).toBe(false);
    expect(shown(settings.unhealthy_connection_termination)).toBe(true);
    expect(targetGroup.settings.deregistration_delay?.range).toMatchObject({ min: 0, max: 3600 });
    expect(targetGroup.settings.unhealthy_draining_interval?.range).toMatchObject({ min: 0, max: 360_000 });
  });
});
