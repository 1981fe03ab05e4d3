import { known, type Seconds, type Setting, type Table } from '../core/setting';
import { choose, secondsOf, whether } from './_choose';
import { defineKind } from './_kind';
import { classicDraining, classicElbApi, classicIdleTimeout, provider } from './_sources';

/** Without connection draining the load balancer closes connections the moment an instance deregisters. */
function draining(settings: Table<Setting>): Setting<Seconds | null> {
  const drains = whether(settings, 'connection_draining', (value) => value === true);
  return choose(drains, secondsOf(settings, 'connection_draining_timeout'), known<Seconds | null>(0));
}

export default defineKind({
  name: 'clb',
  title: 'Classic Load Balancer',
  terraform: { types: ['aws_elb'], names: ['name', 'arn'] },
  cloudformation: { types: ['AWS::ElasticLoadBalancing::LoadBalancer'], names: ['LoadBalancerName'] },
  account: { types: ['elasticloadbalancing:loadbalancer-classic'], names: ['LoadBalancerName'] },
  settings: {
    idle_timeout: {
      as: 'seconds',
      terraform: 'idle_timeout',
      cloudformation: 'ConnectionSettings.IdleTimeout',
      account: 'LoadBalancerAttributes.ConnectionSettings.IdleTimeout',
      default: { value: 60, cite: `"Default: \`60\`" ${provider('elb')}` },
      range: {
        min: 1,
        max: 4000,
        cite: `"range ... is from 1 to 4,000 seconds" ${classicIdleTimeout}; the API model ends at 3600, so more than that is not certain: ${classicElbApi}`,
      },
      cite: `ConnectionSettings.IdleTimeout, ${classicElbApi}`,
    },
    connection_draining: {
      as: 'boolean',
      terraform: 'connection_draining',
      cloudformation: 'ConnectionDrainingPolicy.Enabled',
      account: 'LoadBalancerAttributes.ConnectionDraining.Enabled',
      default: { value: false, cite: `"Default: \`false\`" ${provider('elb')}` },
      cite: provider('elb'),
    },
    connection_draining_timeout: {
      as: 'seconds',
      terraform: 'connection_draining_timeout',
      cloudformation: 'ConnectionDrainingPolicy.Timeout',
      account: 'LoadBalancerAttributes.ConnectionDraining.Timeout',
      default: { value: 300, cite: `"the default is 300 seconds" ${classicDraining}` },
      range: { min: 1, max: 3600, cite: `"can be set between 1 and 3,600 seconds" ${classicDraining}` },
      cite: classicDraining,
    },
  },
  links: {},
  timers: [
    {
      name: 'clb.idle_timeout',
      class: 'data-idle',
      phases: ['query', 'pause'],
      value: { setting: 'idle_timeout' },
      expiry: 'orderly-close',
      cite: `"TCP keep-alive probes do not prevent the load balancer from terminating the connection because they do not send data in the payload." ${classicIdleTimeout}`,
    },
    {
      name: 'clb.connection_draining_timeout',
      class: 'drain',
      phases: ['rollout'],
      value: { compute: draining, setting: 'connection_draining_timeout' },
      expiry: 'orderly-close',
      cite: `"When the maximum time limit is reached, the load balancer forcibly closes connections"; "You can disable connection draining if you want your load balancer to immediately close connections" ${classicDraining}`,
    },
  ],
  hop: {
    key: 'clb',
    side: 'either',
    does: 'terminates',
    inline: {
      idleTimeout: {
        setting: 'idle_timeout',
        as: 'duration',
        description: 'How long a connection may carry no data before it is closed; 60 s unless declared.',
      },
      connectionDraining: {
        setting: 'connection_draining',
        as: 'boolean',
        description: 'Whether connections live on for a while when an instance deregisters; false unless declared.',
      },
      connectionDrainingTimeout: {
        setting: 'connection_draining_timeout',
        as: 'duration',
        description: 'How long they live on; 300 s unless declared.',
      },
    },
  },
});
