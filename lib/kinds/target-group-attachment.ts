import { defineKind } from './_kind';
import { isWritten } from './_written';

export default defineKind({
  name: 'target-group-attachment',
  title: 'target group attachment',
  terraform: { types: ['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment'], names: ['id'] },
  // A target group of CloudFormation names its targets itself.
  cloudformation: {
    types: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
    when: (properties) => isWritten(properties, 'Targets'),
    names: [],
    beside: true,
  },
  account: {
    types: ['elasticloadbalancing:targetgroup'],
    when: (answer) => isWritten(answer, 'Targets'),
    names: [],
    beside: true,
  },
  settings: {},
  links: {
    target_group: {
      terraform: 'target_group_arn',
      cloudformation: 'Ref',
      account: 'Ref',
      to: ['target-group'],
      by: ['arn', 'id'],
    },
    // Whatever has an address may be one, so `other` too; a load balancer may stand behind a load balancer.
    target: {
      terraform: 'target_id',
      cloudformation: 'Targets.Id',
      account: 'Targets.Id',
      to: ['ec2-instance', 'function', 'alb', 'other'],
      by: ['id', 'arn'],
      many: true,
    },
  },
  timers: [],
});
