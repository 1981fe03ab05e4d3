import { balancerOf } from './_balancer-type';
import { defineKind } from './_kind';
import { carriesPostgres } from './_listener';

export default defineKind({
  name: 'nlb',
  title: 'Network Load Balancer',
  ...balancerOf('network'),
  // A plan prints idle_timeout 60 for it too, where it means nothing: the timer is the listener's.
  settings: {},
  links: {},
  timers: [],
  hop: {
    key: 'nlb',
    side: 'either',
    does: 'passes',
    members: [{ kind: 'listener', link: 'load_balancer', use: carriesPostgres }],
    parts: 'behind-listener',
  },
});
