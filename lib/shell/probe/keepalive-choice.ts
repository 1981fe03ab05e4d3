import type { ProbeKeepalive } from '../../core/probe';
import { InputError } from '../../core/input-error';
import { formatDuration } from '../../core/duration';
import type { Seconds } from '../../core/setting';
import { linuxKeepalive } from '../../kinds/_keepalive';
import type { ShapedSource } from '../postgres/parse-source';

/** The keepalive that the probe sends, and why, where that may surprise. */
export type KeepaliveChoice = { readonly keepalive: ProbeKeepalive | null; readonly note: string | null };

/** What libuv sets besides the idle time (TCP_KEEPINTVL, TCP_KEEPCNT; https://github.com/libuv/libuv/blob/v1.x/src/unix/tcp.c). */
const libuv = { interval: 1, count: 10 } as const;

/** Linux takes whole seconds, and no more of them (MAX_TCP_KEEPIDLE, https://github.com/torvalds/linux/blob/master/include/net/tcp.h). */
const most = 32_767;

/**
 * Keepalive as the workload's client sends it: as the connection string says in libpq's words, else as its documents or its
 * declaration do, else none. Node.js has a say in the idle time alone, so that becomes the period in which a live connection
 * is probed. Throws an `InputError` for words that are no numbers.
 */
export function keepaliveFor(
  { keepalives, idle, interval }: ShapedSource['keepalive'],
  client: Seconds | null | 'unknown',
  isDeclared: boolean,
): KeepaliveChoice {
  if (keepalives !== null || idle !== null || interval !== null) {
    if (keepalives !== null && secondsIn('keepalives', keepalives) === 0) return { keepalive: null, note: null };
    return { keepalive: every(Math.max(time('idle', idle), time('interval', interval))), note: null };
  }
  if (client === null) return { keepalive: null, note: null };
  if (client !== 'unknown')
    return {
      keepalive: every(client),
      note: `keepalive as the workload's client sends it: a probe every ${formatDuration(client)}`,
    };
  if (!isDeclared) return { keepalive: null, note: null };
  const note =
    'whether the client of this workload sends keepalive probes is not known, so the probe sends none; ' +
    'declare `keepalive` beside `client`, or add keepalives_idle=60 to the address';
  return { keepalive: null, note };
}

/** 0 and nothing leave it to the operating system. */
function time(name: 'idle' | 'interval', text: string | null): Seconds {
  const written = text === null ? 0 : secondsIn(`keepalives_${name}`, text);
  return written === 0 ? Number(linuxKeepalive[name].value) : written;
}

function secondsIn(word: string, text: string): number {
  if (/^\s*\d{1,9}\s*$/.test(text)) return Number(text);
  throw new InputError([{ message: `--postgres: \`${word}\` is no whole number of seconds` }]);
}

function every(period: Seconds): ProbeKeepalive {
  return { idle: Math.min(most, Math.max(1, Math.round(period))), ...libuv };
}
