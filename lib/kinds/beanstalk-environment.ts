import type { Default, SettingSpec, Spelled } from '../core/kind';
import { candidates, valueOf, type Setting, type Table } from '../core/setting';
import { clientTimers, opensConnections } from './_client';
import { defineKind } from './_kind';
import { beanstalkOptions, classicIdleTimeout, elbApi } from './_sources';

/** Where the option settings of an environment hold one option. */
function option(namespace: string, name: string): Spelled {
  return {
    terraform: `setting[namespace=${namespace}][name=${name}].value`,
    cloudformation: `OptionSettings[Namespace=${namespace}][OptionName=${name}].Value`,
  };
}

/** What applies where the environment does not say: `.ebextensions` and saved configurations may, and nothing shows them. */
function unlessElsewhere(value: number, cite: string): Default {
  return { value, cite: `${cite}, unless .ebextensions or a saved configuration says otherwise`, unverified: true };
}

/** Whether the environment may have a load balancer of a type; what is not written here may be written elsewhere. */
function mayHave(type: string): (settings: Table<Setting>) => boolean {
  return ({ environment_type: environment, load_balancer_type: balancer }) =>
    valueOf(environment) !== 'SingleInstance' &&
    (balancer === undefined || (candidates(balancer)?.some(({ value }) => value === type) ?? true));
}

/** An idle timeout that only one type of load balancer has. */
function idleTimeout(type: string, at: Spelled, cite: string): SettingSpec {
  const mayBe = mayHave(type);
  return {
    as: 'seconds',
    ...at,
    default: (settings) => (mayBe(settings) ? unlessElsewhere(60, cite) : null),
    fixed: (settings) => (mayBe(settings) ? null : { value: null, cite: `only of type ${type}, ${beanstalkOptions}` }),
    range: { min: 1, max: 3600, cite: `valid values are 1 to 3600, ${beanstalkOptions}` },
    cite: beanstalkOptions,
  };
}

const mayBeApplication = mayHave('application');
const mayBeClassic = mayHave('classic');

export default defineKind({
  name: 'beanstalk-environment',
  title: 'Elastic Beanstalk environment',
  terraform: { types: ['aws_elastic_beanstalk_environment'], names: ['name', 'id', 'arn'] },
  cloudformation: { types: ['AWS::ElasticBeanstalk::Environment'], names: ['EnvironmentName'] },
  settings: {
    // Of all option settings, those of the namespace aws:elasticbeanstalk:application:environment.
    connections: { as: 'variables', terraform: 'setting', cloudformation: 'OptionSettings', cite: beanstalkOptions },
    environment_type: {
      as: 'text',
      ...option('aws:elasticbeanstalk:environment', 'EnvironmentType'),
      cite: beanstalkOptions,
    },
    load_balancer_type: {
      as: 'text',
      ...option('aws:elasticbeanstalk:environment', 'LoadBalancerType'),
      cite: beanstalkOptions,
    },
    elbv2_idle_timeout: idleTimeout(
      'application',
      option('aws:elbv2:loadbalancer', 'IdleTimeout'),
      `IdleTimeout has no default of its own (${beanstalkOptions}), so the load balancer's holds: "The default is 60 seconds." ${elbApi}`,
    ),
    elb_idle_timeout: idleTimeout(
      'classic',
      option('aws:elb:policies', 'ConnectionSettingIdleTimeout'),
      `ConnectionSettingIdleTimeout is 60, ${beanstalkOptions}`,
    ),
  },
  links: {},
  timers: [
    ...clientTimers,
    {
      name: 'beanstalk-environment.elbv2_idle_timeout',
      as: 'alb',
      class: 'data-idle',
      phases: ['query'],
      value: { setting: 'elbv2_idle_timeout' },
      expiry: 'http-504',
      cite: `"Time to wait for a request to complete before closing connections to client and instance." ${beanstalkOptions}`,
    },
    {
      name: 'beanstalk-environment.elb_idle_timeout',
      as: 'clb',
      class: 'data-idle',
      phases: ['query'],
      value: { setting: 'elb_idle_timeout' },
      expiry: 'orderly-close',
      cite: `"If no data has been sent or received after this time period elapses, the load balancer closes the connection." ${beanstalkOptions}; probes are no data: ${classicIdleTimeout}`,
    },
  ],
  hop: {
    key: 'client',
    side: 'either',
    does: 'terminates',
    also: [
      { key: 'alb', side: 'request', may: mayBeApplication },
      { key: 'clb', side: 'request', may: mayBeClassic },
    ],
  },
  client: opensConnections(),
});
