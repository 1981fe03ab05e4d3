import { kinds } from '../../lib/kinds';
import environment from '../../lib/kinds/beanstalk-environment';
import { block, constant, fact, plan, read, refers, row } from '../read/small-plan';
import { effective, fires, isUnverified, later, shown } from './resource';
import { factsIn, settingsOf } from './template';

const option = (namespace: string, name: string, value: string): object => ({ namespace, name, value });
const options = [
  option('aws:elasticbeanstalk:application:environment', 'DATABASE_URL', 'postgres://app@db/shop'),
  option('aws:elasticbeanstalk:environment', 'LoadBalancerType', 'application'),
  // The same name in another namespace is another option.
  option('aws:elb:policies', 'IdleTimeout', '7'),
  option('aws:elbv2:loadbalancer', 'IdleTimeout', '300'),
];
const said = { load_balancer_type: 'application', elbv2_idle_timeout: 300 };
const address = 'aws_elastic_beanstalk_environment.api';

describe('beanstalk-environment', () => {
  it.each([
    ['says nothing', {}, 60, 60],
    ['has an application load balancer', { load_balancer_type: 'application' }, 60, 'absent'],
    ['has a classic one', { load_balancer_type: 'classic' }, 'absent', 60],
    ['has a network one', { load_balancer_type: 'network' }, 'absent', 'absent'],
    ['has one that is not known', { load_balancer_type: later }, 60, 60],
    ['is a single instance', { environment_type: 'SingleInstance' }, 'absent', 'absent'],
    ['sets it', { load_balancer_type: 'application', elbv2_idle_timeout: 300 }, 300, 'absent'],
    ['sets that of a type it has not', { load_balancer_type: 'classic', elbv2_idle_timeout: 300 }, 'absent', 60],
  ])('that %s', (_, written, application, classic) => {
    const timeouts = ['elbv2_idle_timeout', 'elb_idle_timeout'].map((name) => {
      const value = shown(effective(environment, written as never)[name]);
      return value === null ? 'absent' : value;
    });
    expect(timeouts).toEqual([application, classic]);
  });

  it('never fails by a default that .ebextensions may change', () => {
    expect(isUnverified(effective(environment).elbv2_idle_timeout)).toBe(true);
    expect(isUnverified(effective(environment).elb_idle_timeout)).toBe(true);
    expect(isUnverified(effective(environment, { elbv2_idle_timeout: 300 }).elbv2_idle_timeout)).toBe(false);
  });

  it('stands as its load balancer too, of a type that it may have', () => {
    const keys = (written: Record<string, string>): readonly string[] =>
      (environment.hop?.also ?? []).flatMap(({ key, may }) => (may?.(effective(environment, written)) ? [key] : []));
    expect(keys({})).toEqual(['alb', 'clb']);
    expect(keys({ load_balancer_type: 'application' })).toEqual(['alb']);
    expect(keys({ load_balancer_type: 'classic' })).toEqual(['clb']);
    expect(keys({ load_balancer_type: 'network' })).toEqual([]);
    expect(keys({ environment_type: 'SingleInstance' })).toEqual([]);
  });

  it('runs the timers of its load balancer where it stands as that', () => {
    expect(fires(environment, 'beanstalk-environment.elbv2_idle_timeout')).toBe(60);
    expect(environment.timers.filter((timer) => timer.as !== undefined)).toMatchObject([
      { name: 'beanstalk-environment.elbv2_idle_timeout', as: 'alb', class: 'data-idle', expiry: 'http-504' },
      { name: 'beanstalk-environment.elb_idle_timeout', as: 'clb', class: 'data-idle', expiry: 'orderly-close' },
    ]);
  });

  const settingsIn = (...arguments_: Parameters<typeof plan>): ReturnType<typeof settingsOf> =>
    settingsOf(fact(read(plan(...arguments_), kinds), address));

  it('is read from the setting blocks of a plan', () => {
    const { connections, ...others } = settingsIn([row(address, { after: { name: 'api', setting: options } })]);
    expect(connections).toMatchObject([{ name: 'DATABASE_URL', form: 'url', scheme: 'postgres' }]);
    expect(others).toEqual(said);
  });

  it.each([
    ['whose value is known only after apply', 'aws:elbv2:loadbalancer', 'value', 'unknown'],
    // It may be this option or another one.
    ['whose name is known only after apply', 'aws:elbv2:loadbalancer', 'name', 'unknown'],
    ['of another namespace whose value is', 'aws:elb:policies', 'value', undefined],
  ] as const)('of an option %s says nothing that is not true', (_, namespace, later, expected) => {
    const known = { namespace, name: 'IdleTimeout', value: '300' };
    const written = { namespace: constant(namespace), name: constant('IdleTimeout'), value: constant('300') };
    const rows = [
      row(address, { after: { setting: [{ ...known, [later]: null }] }, unknown: { setting: [{ [later]: true }] } }),
      row('random_id.x', { after: {}, unknown: { hex: true } }),
    ];
    const setting = [{ ...written, [later]: refers('random_id.x.hex', 'random_id.x') }];
    const resources = [block(address, { setting }), block('random_id.x', {})];
    expect(settingsIn(rows, { resources }).elbv2_idle_timeout).toBe(expected);
  });

  it('is not known where all its settings are dynamic over something that is not known', () => {
    const rows = [row(address, { after: { name: 'api' }, unknown: { setting: true } })];
    expect(settingsIn(rows, { resources: [block(address, { name: constant('api') })] }).elbv2_idle_timeout).toBe(
      'unknown',
    );
  });

  it('is one of several where an option is written twice', () => {
    const twice = ['60', '300'].map((value) => option('aws:elbv2:loadbalancer', 'IdleTimeout', value));
    expect(settingsIn([row(address, { after: { setting: twice } })]).elbv2_idle_timeout).toEqual({ either: [60, 300] });
  });

  it('is read from the option settings of a template', () => {
    const OptionSettings = options.map((one) => {
      const { namespace, name, value } = one as { namespace: string; name: string; value: string };
      return { Namespace: namespace, OptionName: name, Value: value };
    });
    const facts = factsIn({ Api: ['AWS::ElasticBeanstalk::Environment', { OptionSettings }] });
    const { connections, ...others } = settingsOf(facts.get('beanstalk-environment Api'));
    expect(connections).toMatchObject([{ name: 'DATABASE_URL', form: 'url', scheme: 'postgres' }]);
    expect(others).toEqual(said);
  });
});
