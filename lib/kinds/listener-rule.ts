import { defineKind } from './_kind';

export default defineKind({
  name: 'listener-rule',
  title: 'listener rule',
  terraform: { types: ['aws_lb_listener_rule', 'aws_alb_listener_rule'], names: ['arn'] },
  settings: {},
  links: {
    listener: { terraform: 'listener_arn', to: ['listener'], by: ['arn', 'id'] },
    target_groups: { terraform: 'action.target_group_arn', to: ['target-group'], by: ['arn', 'id'], many: true },
    forward_target_groups: {
      terraform: 'action.forward.target_group.arn',
      to: ['target-group'],
      by: ['arn', 'id'],
      many: true,
    },
  },
  timers: [],
});
