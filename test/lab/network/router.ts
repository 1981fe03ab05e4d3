import { command } from './command';
import type { Host } from './chain';

/** A host that passes TCP connections on and forgets a flow that was silent for so long, in whole seconds. */
export type Router = { readonly idleTimeout: number; readonly onExpiry: 'drop' | 'reset' };

/**
 * Makes a host such a router. Linux' connection tracking remembers flows as NAT gateways, firewalls and security groups do;
 * packets of a flow that it forgot are dropped, or answered with RST. Only a SYN begins a flow (`tcp_loose` is off), so a
 * forgotten one stays forgotten.
 */
export async function makeRouter(host: Host, { idleTimeout, onExpiry }: Router): Promise<void> {
  const settings = [
    'net.ipv4.ip_forward=1',
    'net.netfilter.nf_conntrack_tcp_loose=0',
    // Data that was not acknowledged has a timer of its own in Linux, which no cloud documents: out of the way.
    'net.netfilter.nf_conntrack_tcp_timeout_unacknowledged=300',
    'net.netfilter.nf_conntrack_tcp_timeout_max_retrans=300',
    `net.netfilter.nf_conntrack_tcp_timeout_established=${String(idleTimeout)}`,
  ];
  const within = ['netns', 'exec', host.namespace];
  await command('ip', [...within, 'nft', '-f', '-'], rules(onExpiry));
  // Tracking starts with the first rule that needs it, and only then are its settings there.
  await command('ip', [...within, 'sysctl', '-q', '-w', ...settings]);
}

function rules(onExpiry: Router['onExpiry']): string {
  const forgotten = onExpiry === 'reset' ? 'reject with tcp reset' : 'drop';
  return `table inet lab {
  chain forward {
    type filter hook forward priority filter; policy drop;
    ct state established,related accept
    tcp flags & (fin | syn | rst | ack) == syn ct state new accept
    meta l4proto tcp ${forgotten}
  }
}
`;
}
