import { defineKind } from './_kind';

export default defineKind({
  name: 'target-group-attachment',
  title: 'target group attachment',
  terraform: { types: ['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment'], names: ['id'] },
  settings: {},
  links: {
    target_group: { terraform: 'target_group_arn', to: ['target-group'], by: ['arn', 'id'] },
    // An EC2 instance or a function is of no kind of ours; a load balancer behind a load balancer is.
    target: { terraform: 'target_id', to: ['other', 'alb'], by: ['id', 'arn'] },
  },
  timers: [],
});
