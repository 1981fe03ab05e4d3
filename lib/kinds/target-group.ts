import type { Default, SettingSpec } from '../core/kind';
import { known, type Seconds, type Setting, type Table } from '../core/setting';
import { choose, never, secondsOf, whether } from './_choose';
import { attribute, defineKind } from './_kind';
import { albTroubleshooting, elbApi, nlbTargetGroups, nlbUnhealthyDraining, provider } from './_sources';

const isOneOf =
  (...words: readonly string[]) =>
  (value: unknown): boolean =>
    words.includes(String(value).toUpperCase());

/** An Application Load Balancer closes what is left when the delay ends; a Network Load Balancer only if told to; a gateway goes on. */
function deregistration(settings: Table<Setting>): Setting<Seconds | null> {
  if (isLambda(settings)) return never;
  const delay = secondsOf(settings, 'deregistration_delay');
  const whenTold = choose(
    whether(settings, 'connection_termination', (value) => value === true),
    delay,
    never,
  );
  const isGateway = whether(settings, 'protocol', isOneOf('GENEVE'));
  return choose(whether(settings, 'protocol', isOneOf('HTTP', 'HTTPS')), delay, choose(isGateway, never, whenTold));
}

/** With termination the flows of an unhealthy target end at once; without it after the draining interval, or never if that is 0. */
function unhealthy(settings: Table<Setting>): Setting<Seconds | null> {
  if (isLambda(settings)) return never;
  const interval = secondsOf(settings, 'unhealthy_draining_interval');
  const hasInterval = whether(
    settings,
    'unhealthy_draining_interval',
    (value) => typeof value === 'number' && value > 0,
  );
  const atOnce = known<Seconds | null>(0);
  const terminates = whether(settings, 'unhealthy_connection_termination', (value) => value === true);
  const ends = choose(terminates, atOnce, choose(hasInterval, interval, never));
  return choose(whether(settings, 'protocol', isOneOf('TCP', 'TLS')), ends, never);
}

/** A function is called, not connected to: its group has no protocol and no delay. */
function isLambda(settings: Table<Setting>): boolean {
  return settings.target_type?.state === 'known' && settings.target_type.value === 'lambda';
}

function terminationDefault(settings: Table<Setting>): Default {
  const protocol = settings.protocol?.state === 'known' ? settings.protocol.value : null;
  return isOneOf('UDP', 'TCP_UDP')(protocol)
    ? { value: true, cite: `true for new UDP and TCP_UDP target groups, ${elbApi}` }
    : { value: false, cite: `deregistration_delay.connection_termination.enabled, ${elbApi}` };
}

const inList = (key: string): Required<Pick<SettingSpec, 'cloudformation' | 'account'>> => {
  const path = `TargetGroupAttributes[Key=${key}].Value`;
  return { cloudformation: path, account: path };
};

export default defineKind({
  name: 'target-group',
  title: 'target group',
  terraform: { types: ['aws_lb_target_group', 'aws_alb_target_group'], names: ['name', 'arn'] },
  cloudformation: { types: ['AWS::ElasticLoadBalancingV2::TargetGroup'], names: ['Name'] },
  account: { types: ['elasticloadbalancing:targetgroup'], names: ['TargetGroupName', 'TargetGroupArn'] },
  settings: {
    deregistration_delay: {
      as: 'seconds',
      terraform: 'deregistration_delay',
      ...inList('deregistration_delay.timeout_seconds'),
      default: { value: 300, cite: `"The default value is 300 seconds." ${provider('lb_target_group')}` },
      range: { min: 0, max: 3600, cite: `"The range is 0-3600 seconds." ${provider('lb_target_group')}` },
      cite: `TargetGroupAttribute deregistration_delay.timeout_seconds, ${elbApi}`,
    },
    connection_termination: {
      as: 'boolean',
      terraform: 'connection_termination',
      ...inList('deregistration_delay.connection_termination.enabled'),
      default: terminationDefault,
      cite: `TargetGroupAttribute deregistration_delay.connection_termination.enabled, ${elbApi}`,
    },
    protocol: attribute('text', 'protocol', 'lb_target_group', 'Protocol'),
    port: attribute('number', 'port', 'lb_target_group', 'Port'),
    target_type: {
      as: 'text',
      terraform: 'target_type',
      cloudformation: 'TargetType',
      account: 'TargetType',
      default: { value: 'instance', cite: `"The default is \`instance\`." ${provider('lb_target_group')}` },
      cite: provider('lb_target_group'),
    },
    preserve_client_ip: attribute(
      'boolean',
      'preserve_client_ip',
      'lb_target_group',
      inList('preserve_client_ip.enabled').cloudformation,
    ),
    unhealthy_connection_termination: {
      as: 'boolean',
      terraform: 'target_health_state.enable_unhealthy_connection_termination',
      ...inList('target_health_state.unhealthy.connection_termination.enabled'),
      default: { value: true, cite: `"The default is true." ${elbApi}` },
      cite: `TargetGroupAttribute target_health_state.unhealthy.connection_termination.enabled, ${elbApi}`,
    },
    unhealthy_draining_interval: {
      as: 'seconds',
      terraform: 'target_health_state.unhealthy_draining_interval',
      ...inList('target_health_state.unhealthy.draining_interval_seconds'),
      default: { value: 0, cite: `"Default: \`0\`." ${provider('lb_target_group')}` },
      range: { min: 0, max: 360_000, cite: `"The range is \`0-360000\`." ${provider('lb_target_group')}` },
      cite: `TargetGroupAttribute target_health_state.unhealthy.draining_interval_seconds, ${elbApi}`,
    },
  },
  links: {},
  timers: [
    {
      name: 'target-group.deregistration_delay',
      class: 'drain',
      phases: ['rollout'],
      value: { compute: deregistration, setting: 'deregistration_delay' },
      expiry: 'orderly-close',
      cite: `"connections to deregistered targets are closed shortly after the end of the deregistration timeout" ${nlbTargetGroups}; HTTP: ${albTroubleshooting}`,
    },
    {
      name: 'target-group.unhealthy_draining_interval',
      class: 'drain',
      phases: ['rollout'],
      value: { compute: unhealthy, setting: 'unhealthy_draining_interval' },
      expiry: 'reset-on-next-packet',
      uncertain: 'it acts only when a target fails its health checks',
      cite: `"Indicates whether the load balancer terminates connections to unhealthy targets ... The default is true." ${elbApi}; without termination, after the draining interval: ${nlbUnhealthyDraining}`,
    },
  ],
});
