import type { ClientSpec } from '../core/kind';
import type { TimerSpec } from '../core/timer';
import { linuxKeepalive } from './_keepalive';
import { ec2Api, ecsApi, longTcp } from './_sources';
import { drivers } from './drivers';

const measured =
  'as each driver documents it (lib/kinds/drivers): https://jdbc.postgresql.org/documentation/use/ and others';

/**
 * What a client itself ends, and what its machine forgets: the same for every kind of resource that opens connections. Their
 * values are settings that core/client derives; what is absent there does not run.
 */
export const clientTimers: readonly TimerSpec[] = [
  {
    name: 'client.read_timeout',
    class: 'data-idle',
    phases: ['query'],
    value: { setting: 'read_timeout' },
    expiry: 'client-closes',
    cite: measured,
  },
  {
    name: 'client.query_timeout',
    class: 'client-limit',
    phases: ['query'],
    value: { setting: 'query_timeout' },
    expiry: 'client-gives-up',
    bounds: 'query',
    cite: measured,
  },
  {
    name: 'client.command_timeout',
    class: 'client-limit',
    phases: ['query'],
    value: { setting: 'command_timeout' },
    expiry: 'client-cancels',
    bounds: 'query',
    cite: measured,
  },
  {
    name: 'client.conntrack_timeout',
    class: 'packet-idle',
    phases: ['query', 'pause'],
    value: { setting: 'conntrack_timeout' },
    expiry: 'silent-drop',
    cite: `TcpEstablishedTimeout, "Timeout (in seconds) for idle TCP connections in an established state" ${ec2Api}; ${longTcp}`,
  },
  {
    name: 'client.stop_timeout',
    class: 'drain',
    phases: ['rollout'],
    value: { setting: 'stop_timeout' },
    expiry: 'client-ended',
    bounds: 'query',
    cite: `stopTimeout, "Time duration (in seconds) to wait before the container is forcefully killed if it doesn't exit normally on its own" ${ecsApi}`,
  },
];

/** That a kind may open PostgreSQL connections, with whatever driver; `via` are its links to what shows how. */
export function opensConnections(via?: readonly string[]): ClientSpec {
  return { drivers, system: linuxKeepalive, ...(via === undefined ? {} : { via }) };
}
