import type { Measurement } from '../../lib/core/probe';
import type { Suspect } from '../../lib/core/probe-suspects';

/** A query of 10 s over PostgreSQL, without keepalive and pause, of which nothing came. */
export function measured(own: Partial<Measurement> = {}): Measurement {
  return {
    over: 'postgres',
    idle: 0,
    silence: 10,
    keepalive: null,
    phase: 'query',
    ending: { is: 'nothing' },
    at: 15,
    afterwards: null,
    sight: { is: 'unasked' },
    said: null,
    ...own,
  };
}

/** A firewall that drops after that many seconds, by its name. */
export function suspect(resource: string, seconds: number, own: Partial<Suspect> = {}): Suspect {
  return {
    origin: 'path',
    timer: 'firewall.tcp_idle_timeout',
    class: 'packet-idle',
    phase: 'query',
    layer: 'connection',
    isOnOwnLeg: true,
    resource,
    attribute: 'idleTimeout',
    expiry: 'silent-drop',
    sees: null,
    fires: [{ from: seconds, to: seconds }],
    longest: null,
    effect: 'cuts',
    ...own,
  };
}
