import { balancerOf } from './_balancer-type';
import { defineKind } from './_kind';
import { albTroubleshooting, elbApi } from './_sources';

export default defineKind({
  name: 'alb',
  title: 'Application Load Balancer',
  ...balancerOf('application'),
  settings: {
    idle_timeout: {
      as: 'seconds',
      terraform: 'idle_timeout',
      cloudformation: 'LoadBalancerAttributes[Key=idle_timeout.timeout_seconds].Value',
      account: 'LoadBalancerAttributes[Key=idle_timeout.timeout_seconds].Value',
      default: { value: 60, cite: `"The default is 60 seconds." ${elbApi}` },
      range: { min: 1, max: 4000, cite: `"The valid range is 1-4000 seconds." ${elbApi}` },
      cite: `LoadBalancerAttribute idle_timeout.timeout_seconds, ${elbApi}`,
    },
  },
  links: {},
  timers: [
    {
      name: 'alb.idle_timeout',
      class: 'data-idle',
      phases: ['query'],
      value: { setting: 'idle_timeout' },
      expiry: 'http-504',
      cite: `"the target did not respond before the idle timeout period elapsed" (504); "Sending a TCP keep-alive does not prevent this timeout." ${albTroubleshooting}`,
    },
  ],
  hop: {
    key: 'alb',
    side: 'request',
    does: 'terminates',
    // Its listeners run no timer of their own, so none of them stands for it; they belong to it all the same.
    members: [{ kind: 'listener', link: 'load_balancer', use: () => false }],
    parts: 'behind-listener',
    inline: {
      idleTimeout: {
        setting: 'idle_timeout',
        as: 'duration',
        description: 'How long the load balancer waits for a byte before it answers HTTP 504; 60 s unless declared.',
      },
    },
  },
});
