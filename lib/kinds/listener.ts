import { attribute, defineKind } from './_kind';
import { listenerDoes, listenerExpiry, listenerIdleTimeout, listenerProtocol, listenerTimer } from './_listener';

export default defineKind({
  name: 'listener',
  title: 'load balancer listener',
  terraform: { types: ['aws_lb_listener', 'aws_alb_listener'], names: ['arn'] },
  cloudformation: { types: ['AWS::ElasticLoadBalancingV2::Listener'], names: [] },
  account: { types: ['elasticloadbalancing:listener'], names: ['ListenerArn'] },
  settings: {
    port: attribute('number', 'port', 'lb_listener', 'Port'),
    protocol: { ...listenerProtocol, terraform: 'protocol', cloudformation: 'Protocol', account: 'Protocol' },
    tcp_idle_timeout: {
      ...listenerIdleTimeout,
      terraform: 'tcp_idle_timeout_seconds',
      cloudformation: 'ListenerAttributes[Key=tcp.idle_timeout.seconds].Value',
      account: 'ListenerAttributes[Key=tcp.idle_timeout.seconds].Value',
    },
  },
  links: {
    load_balancer: {
      terraform: 'load_balancer_arn',
      cloudformation: 'LoadBalancerArn',
      account: 'LoadBalancerArn',
      to: ['alb', 'nlb', 'gwlb'],
      by: ['arn', 'id'],
    },
    target_groups: {
      terraform: 'default_action.target_group_arn',
      cloudformation: 'DefaultActions.TargetGroupArn',
      account: 'DefaultActions.TargetGroupArn',
      to: ['target-group'],
      by: ['arn', 'id'],
      many: true,
    },
    forward_target_groups: {
      terraform: 'default_action.forward.target_group.arn',
      cloudformation: 'DefaultActions.ForwardConfig.TargetGroups.TargetGroupArn',
      account: 'DefaultActions.ForwardConfig.TargetGroups.TargetGroupArn',
      to: ['target-group'],
      by: ['arn', 'id'],
      many: true,
    },
  },
  timers: [listenerTimer(listenerExpiry)],
  // The listener stands for its load balancer on a path: what it does to a connection depends on its protocol.
  hop: { key: 'nlb', side: 'either', does: listenerDoes, parts: 'behind-listener' },
});
