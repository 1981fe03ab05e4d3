import { unknown } from '../core/setting';
import { secondsOf } from './_choose';
import { firewallTimer } from './_firewall-timer';
import { defineKind } from './_kind';

const cite = 'declared in the configuration: each firewall has its own idle timeout';

export default defineKind({
  name: 'declared-firewall',
  title: 'declared firewall',
  settings: {
    tcp_idle_timeout: { as: 'seconds', cite },
    on_expiry: {
      as: 'text',
      default: { value: 'drop', cite: 'not declared: of the two, the one that tells neither end' },
      cite: 'declared in the configuration: a firewall drops the packets of a flow it forgot, or resets it',
    },
  },
  links: {},
  timers: [
    firewallTimer({
      value: {
        setting: 'tcp_idle_timeout',
        // Without a number there still is a timer: a firewall that remembers flows forgets them.
        compute: (settings) =>
          settings.tcp_idle_timeout === undefined
            ? unknown('its idle timeout is not declared', 'declare `idleTimeout` of the firewall')
            : secondsOf(settings, 'tcp_idle_timeout'),
      },
      expiry: (settings) => {
        const { on_expiry: expiry } = settings;
        return expiry?.state === 'known' && expiry.value === 'reset' ? 'reset-on-next-packet' : 'silent-drop';
      },
      cite,
    }),
  ],
  hop: {
    key: 'firewall',
    side: 'connection',
    does: 'passes',
    inline: {
      idleTimeout: {
        setting: 'tcp_idle_timeout',
        as: 'duration',
        description: 'How long the firewall remembers a TCP flow without packets.',
      },
      onExpiry: {
        setting: 'on_expiry',
        as: 'text',
        choices: ['drop', 'reset'],
        description:
          'What it does with the next packet of a flow it forgot: drop it (unless declared) or reset the flow.',
      },
    },
  },
});
