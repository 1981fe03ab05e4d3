import { isBalancerOf } from './_balancer-type';
import { defineKind } from './_kind';

export default defineKind({
  name: 'gwlb',
  title: 'Gateway Load Balancer',
  terraform: { types: ['aws_lb', 'aws_alb'], when: isBalancerOf('gateway'), names: ['name', 'arn'] },
  settings: {},
  links: {},
  timers: [],
  hop: {
    key: 'gwlb',
    side: 'either',
    does: 'passes',
    members: [{ kind: 'listener', link: 'load_balancer' }],
    parts: 'behind-listener',
  },
});
