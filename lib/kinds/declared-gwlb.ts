import { defineKind } from './_kind';
import { listenerTimer } from './_listener';
import { gwlbIdleTimeout } from './_sources';

export default defineKind({
  name: 'declared-gwlb',
  title: 'declared Gateway Load Balancer',
  settings: {
    tcp_idle_timeout: {
      as: 'seconds',
      default: {
        value: 350,
        cite: `"The default idle timeout value for TCP flows is 350 seconds" ${gwlbIdleTimeout}`,
      },
      range: { min: 60, max: 6000, cite: `"can be updated to any value between 60-6000 seconds" ${gwlbIdleTimeout}` },
      cite: gwlbIdleTimeout,
    },
  },
  links: {},
  timers: [listenerTimer('silent-drop')],
  hop: {
    key: 'gwlb',
    side: 'either',
    does: 'passes',
    inline: {
      idleTimeout: {
        setting: 'tcp_idle_timeout',
        as: 'duration',
        description: 'Idle timeout of TCP flows, 60 s to 6000 s; 350 s unless declared.',
      },
    },
  },
});
