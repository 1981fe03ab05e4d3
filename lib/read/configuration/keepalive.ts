import type { DeclaredKeepalive } from '../../core/configuration';
import { linuxKeepalive } from '../../kinds/_keepalive';
import { isObject } from '../json';
import { mismatch } from './place';
import { whole, wholeSeconds } from './scalars';
import { object, type Shape } from './shape';

/** Linux refuses longer times (facts: postgres-rds 1.3, tcp_keepalives_idle > 32767; net/ipv4/tcp.c, MAX_TCP_KEEPIDLE, MAX_TCP_KEEPCNT). */
const longest = 32767;
const mostProbes = 127;

const example = '{ idle: 60s, interval: 10s, count: 6 }';
const times = object('`keepalive`', {
  idle: {
    shape: wholeSeconds(1, longest),
    description: 'Silence before the first probe. Default: 7200s (Linux).',
    example: '60s',
    default: `${String(linuxKeepalive.idle.value)}s`,
  },
  interval: {
    shape: wholeSeconds(1, longest),
    description: 'Time between probes. Default: 75s (Linux).',
    example: '10s',
    default: `${String(linuxKeepalive.interval.value)}s`,
  },
  count: {
    shape: whole('a number of probes', 1, mostProbes),
    description: 'Unanswered probes that end the connection. Default: 9 (Linux).',
    example: 6,
    default: linuxKeepalive.count.value,
  },
});
const untimed = { idle: null, interval: null, count: null } as const;

/** `{ idle: 60s, interval: 10s, count: 6 }`, `true` or `system` for the times of the operating system, `false` for none. */
export const keepalive: Shape<DeclaredKeepalive> = {
  schema: { anyOf: [times.schema, { type: 'boolean' }, { const: 'system' }] },
  read: (raw, at) => {
    if (raw === false) return { on: false, ...untimed };
    if (raw === true || raw === 'system') return { on: true, ...untimed };
    if (!isObject(raw)) return at.problem(mismatch(raw, 'a keepalive', example));
    const read = times.read(raw, at);
    return read && { on: true, idle: read.idle ?? null, interval: read.interval ?? null, count: read.count ?? null };
  },
};
