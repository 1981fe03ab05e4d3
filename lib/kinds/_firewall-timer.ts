import type { TimerSpec } from '../core/timer';

/** The idle timer of a stateful firewall: any packet resets it, keepalive probes included. */
export function firewallTimer(own: Pick<TimerSpec, 'value' | 'expiry' | 'cite'>): TimerSpec {
  return { name: 'firewall.tcp_idle_timeout', class: 'packet-idle', phases: ['query', 'pause'], ...own };
}
