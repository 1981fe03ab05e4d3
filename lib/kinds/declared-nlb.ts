import { defineKind } from './_kind';
import { listenerDoes, listenerIdleTimeout, listenerProtocol, listenerTimer } from './_listener';
import { nlbGuide } from './_sources';

export default defineKind({
  name: 'declared-nlb',
  title: 'declared Network Load Balancer',
  settings: {
    protocol: {
      ...listenerProtocol,
      default: { value: 'TCP', cite: `a listener passes TCP unless it is declared to end TLS, ${nlbGuide}` },
    },
    tcp_idle_timeout: listenerIdleTimeout,
  },
  links: {},
  timers: [listenerTimer('reset-on-next-packet')],
  hop: {
    key: 'nlb',
    side: 'either',
    does: listenerDoes,
    inline: {
      idleTimeout: {
        setting: 'tcp_idle_timeout',
        as: 'duration',
        description:
          'Idle timeout of the TCP listener, 60 s to 6000 s; 350 s unless declared, and always 350 s for TLS.',
      },
      protocol: {
        setting: 'protocol',
        as: 'text',
        choices: ['TCP', 'TLS'],
        description: 'Protocol of the listener: TCP passes the connection on, TLS ends it and relays keepalive probes.',
      },
    },
  },
});
