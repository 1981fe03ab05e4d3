import { balancerOf } from './_balancer-type';
import { defineKind } from './_kind';

export default defineKind({
  name: 'gwlb',
  title: 'Gateway Load Balancer',
  ...balancerOf('gateway'),
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
