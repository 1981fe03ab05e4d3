import { defineKind } from './_kind';

export default defineKind({
  name: 'autoscaling-attachment',
  title: 'Auto Scaling attachment',
  terraform: { types: ['aws_autoscaling_attachment'], names: ['id'] },
  settings: {},
  links: {
    target_group: { terraform: 'lb_target_group_arn', to: ['target-group'], by: ['arn', 'id'] },
    target: { terraform: 'autoscaling_group_name', to: ['autoscaling-group'], by: ['name', 'id'] },
  },
  timers: [],
});
