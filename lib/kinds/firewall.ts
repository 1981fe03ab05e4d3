import { firewallTimer } from './_firewall-timer';
import { defineKind } from './_kind';
import { firewallApi, provider } from './_sources';

const engine = 'firewall_policy.stateful_engine_options';
/** In a template and in an account alike. */
const engineOptions = 'FirewallPolicy.StatefulEngineOptions';
const flowTimeout = `${engineOptions}.FlowTimeouts.TcpIdleTimeoutSeconds`;
const exceptionPolicy = `${engineOptions}.StreamExceptionPolicy`;

export default defineKind({
  name: 'firewall',
  title: 'Network Firewall policy',
  terraform: { types: ['aws_networkfirewall_firewall_policy'], names: ['name', 'arn'] },
  cloudformation: { types: ['AWS::NetworkFirewall::FirewallPolicy'], names: ['FirewallPolicyName'] },
  account: { types: ['network-firewall:firewall-policy'], names: ['FirewallPolicyName'] },
  settings: {
    tcp_idle_timeout: {
      as: 'seconds',
      terraform: `${engine}.flow_timeouts.tcp_idle_timeout_seconds`,
      cloudformation: flowTimeout,
      account: flowTimeout,
      default: { value: 350, cite: `"If no value is provided, it defaults to 350 seconds." ${firewallApi}` },
      range: { min: 60, max: 6000, cite: `"You can define ... between 60 and 6000 seconds." ${firewallApi}` },
      cite: `FlowTimeouts.TcpIdleTimeoutSeconds, ${firewallApi}`,
    },
    stream_exception_policy: {
      as: 'text',
      terraform: `${engine}.stream_exception_policy`,
      cloudformation: exceptionPolicy,
      account: exceptionPolicy,
      default: { value: 'DROP', cite: provider('networkfirewall_firewall_policy') },
      cite: `StatefulEngineOptions.StreamExceptionPolicy, ${firewallApi}`,
    },
  },
  links: {},
  timers: [
    firewallTimer({
      value: { setting: 'tcp_idle_timeout' },
      expiry: (settings) => {
        const policy = settings.stream_exception_policy;
        return policy?.state === 'known' && policy.value === 'REJECT' ? 'reset-on-next-packet' : 'silent-drop';
      },
      cite: `"After the idle timeout passes, data packets are dropped, however, the next TCP SYN packet is considered a new flow ... Clients or targets can use TCP keepalive packets to reset the idle timeout." ${firewallApi}`,
    }),
  ],
  hop: { key: 'firewall', side: 'connection', does: 'passes' },
});
