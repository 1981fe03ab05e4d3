import type { Default, SettingSpec } from '../core/kind';
import type { Setting, Table } from '../core/setting';
import type { Expiry, TimerSpec } from '../core/timer';
import { elbApi, gwlbIdleTimeout, nlbGuide, nlbIdleTimeout, provider } from './_sources';

/** What a listener's protocol means for a PostgreSQL connection. `open`: the protocol is not known. */
type Carries = 'tcp' | 'tls' | 'mixed' | 'geneve' | 'datagrams' | 'http' | 'open';

/**
 * Without protocol a listener is a gateway's, which has no port either, or an Application Load Balancer's, whose default is
 * HTTP (provider documentation of `aws_lb_listener`).
 */
function carries(settings: Table<Setting>): Carries {
  const { protocol, port } = settings;
  if (protocol === undefined) return port === undefined ? 'geneve' : 'http';
  if (protocol.state === 'unknown') return 'open';
  const all = new Set((protocol.state === 'known' ? [protocol] : protocol.candidates).map((one) => meaning(one.value)));
  const [only, ...others] = all;
  return only === undefined || others.length > 0 ? 'open' : only;
}

function meaning(protocol: unknown): Carries {
  switch (String(protocol).toUpperCase()) {
    case 'TCP':
      return 'tcp';
    case 'TLS':
      return 'tls';
    case 'TCP_UDP':
    case 'TCP_QUIC':
      return 'mixed';
    case 'GENEVE':
      return 'geneve';
    case 'UDP':
    case 'QUIC':
      return 'datagrams';
    case 'HTTP':
    case 'HTTPS':
      return 'http';
    default:
      return 'open';
  }
}

/** Whether PostgreSQL can pass a listener: not over datagrams, and not over HTTP. An unknown protocol may. */
export function carriesPostgres(settings: Table<Setting>): boolean {
  const what = carries(settings);
  return what !== 'datagrams' && what !== 'http';
}

/** A TLS listener ends TCP, but a probe from either side makes it probe both. */
export function listenerDoes(settings: Table<Setting>): 'passes' | 'relays-probes' {
  return carries(settings) === 'tls' ? 'relays-probes' : 'passes';
}

/** A Network Load Balancer answers the next packet of a forgotten flow with RST; a gateway says nothing. */
export function listenerExpiry(settings: Table<Setting>): Expiry {
  return carries(settings) === 'geneve' ? 'silent-drop' : 'reset-on-next-packet';
}

const seconds = 350;

function idleDefault(settings: Table<Setting>): Default | null {
  switch (carries(settings)) {
    case 'tcp':
      return { value: seconds, cite: `"The default is 350 seconds." ${elbApi}` };
    case 'geneve':
      return {
        value: seconds,
        cite: `"The default idle timeout value for TCP flows is 350 seconds" ${gwlbIdleTimeout}`,
      };
    case 'open':
      return {
        value: seconds,
        cite: `the default of TCP and TLS listeners alike, ${nlbIdleTimeout}`,
        unverified: true,
      };
    case 'tls':
    case 'mixed':
    case 'datagrams':
    case 'http':
      return null;
  }
}

/** What a listener cannot change, whatever a document prints for it. */
function idleFixed(settings: Table<Setting>): Default | null {
  switch (carries(settings)) {
    case 'tls':
      return {
        value: seconds,
        cite: `"The connection idle timeout for TLS listeners is 350 seconds and can't be modified." ${nlbIdleTimeout}`,
      };
    case 'mixed':
      return { value: seconds, cite: `not settable for TCP_UDP; TCP flows: ${nlbIdleTimeout}`, unverified: true };
    case 'datagrams':
    case 'http':
      return { value: null, cite: `only TCP and GENEVE listeners have it, ${provider('lb_listener')}` };
    case 'tcp':
    case 'geneve':
    case 'open':
      return null;
  }
}

/** `tcp_idle_timeout` of a listener, in seconds: 350 unless it says otherwise, and always 350 for TLS. */
export const listenerIdleTimeout: SettingSpec = {
  as: 'seconds',
  default: idleDefault,
  fixed: idleFixed,
  range: { min: 60, max: 6000, cite: `"The valid range is 60-6000 seconds." ${elbApi}` },
  cite: `ListenerAttribute tcp.idle_timeout.seconds, ${elbApi}`,
};

/** `protocol` of a listener. */
export const listenerProtocol: SettingSpec = { as: 'text', cite: provider('lb_listener') };

/** The idle timer of a listener: any packet resets it, keepalive probes included. */
export function listenerTimer(expiry: TimerSpec['expiry']): TimerSpec {
  return {
    name: 'listener.tcp_idle_timeout',
    class: 'packet-idle',
    phases: ['query', 'pause'],
    value: { setting: 'tcp_idle_timeout' },
    expiry,
    cite: `"If a client or target sends data after the idle timeout period elapses, it receives a TCP RST packet"; "Clients or targets can use TCP keepalive packets to reset the idle timeout" ${nlbGuide}`,
  };
}
