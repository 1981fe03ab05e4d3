import { defineKind } from './_kind';

export default defineKind({
  name: 'listener-rule',
  title: 'listener rule',
  terraform: { types: ['aws_lb_listener_rule', 'aws_alb_listener_rule'], names: ['arn'] },
  cloudformation: { types: ['AWS::ElasticLoadBalancingV2::ListenerRule'], names: [] },
  account: { types: ['elasticloadbalancing:listener-rule'], names: ['RuleArn'] },
  settings: {},
  links: {
    listener: {
      terraform: 'listener_arn',
      cloudformation: 'ListenerArn',
      account: 'ListenerArn',
      to: ['listener'],
      by: ['arn', 'id'],
    },
    target_groups: {
      terraform: 'action.target_group_arn',
      cloudformation: 'Actions.TargetGroupArn',
      account: 'Actions.TargetGroupArn',
      to: ['target-group'],
      by: ['arn', 'id'],
      many: true,
    },
    forward_target_groups: {
      terraform: 'action.forward.target_group.arn',
      cloudformation: 'Actions.ForwardConfig.TargetGroups.TargetGroupArn',
      account: 'Actions.ForwardConfig.TargetGroups.TargetGroupArn',
      to: ['target-group'],
      by: ['arn', 'id'],
      many: true,
    },
  },
  timers: [],
});
