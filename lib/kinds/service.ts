import { defineKind } from './_kind';

export default defineKind({
  name: 'service',
  title: 'ECS service',
  terraform: { types: ['aws_ecs_service'], names: ['name', 'id'] },
  cloudformation: { types: ['AWS::ECS::Service'], names: ['ServiceName'] },
  account: { types: ['ecs:service'], names: ['serviceName'] },
  settings: {},
  links: {
    target_groups: {
      terraform: 'load_balancer.target_group_arn',
      cloudformation: 'LoadBalancers.TargetGroupArn',
      account: 'loadBalancers.targetGroupArn',
      to: ['target-group'],
      by: ['arn', 'id'],
      many: true,
    },
  },
  timers: [],
  hop: { key: 'client', side: 'either', does: 'terminates' },
});
