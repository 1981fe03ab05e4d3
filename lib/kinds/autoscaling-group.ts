import { defineKind } from './_kind';

export default defineKind({
  name: 'autoscaling-group',
  title: 'Auto Scaling group',
  terraform: { types: ['aws_autoscaling_group'], names: ['name', 'arn'] },
  cloudformation: { types: ['AWS::AutoScaling::AutoScalingGroup'], names: ['AutoScalingGroupName'] },
  settings: {},
  links: {
    target_groups: {
      terraform: 'target_group_arns',
      cloudformation: 'TargetGroupARNs',
      to: ['target-group'],
      by: ['arn', 'id'],
      many: true,
    },
  },
  timers: [],
  hop: { key: 'client', side: 'either', does: 'terminates' },
});
