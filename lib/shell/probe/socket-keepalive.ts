import { readFileSync } from 'node:fs';
import type { SocketKeepalive } from '../../core/probe-report';
import type { Line } from './line';
import { pass } from './waiting';

/** Clock ticks a second in which Linux tells times (USER_HZ; https://man7.org/linux/man-pages/man5/proc_pid_net.5.html). */
const ticks = 100;

/** A socket that has just been used has another timer for a moment. */
const looks = 5;
const between = 0.1;

/** What the system tells of the keepalive of an open connection. Only Linux tells. */
export async function socketKeepalive({ ports }: Pick<Line, 'ports'>): Promise<SocketKeepalive> {
  if (ports === null) return { is: 'not-told', why: 'it is a Unix socket' };
  if (process.platform !== 'linux') return { is: 'not-told', why: `${process.platform} does not tell it to a program` };
  let told: SocketKeepalive = { is: 'not-told', why: 'Linux does not show the socket in /proc/self/net' };
  for (let look = 0; look < looks; look += 1) {
    told = keepaliveIn(tables(), ports);
    if (told.is !== 'not-told') return told;
    await pass(between);
  }
  return told;
}

function tables(): string {
  return ['/proc/self/net/tcp', '/proc/self/net/tcp6'].map(textOf).join('\n');
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

/**
 * Reads the timer of the socket with these ports from the lines of `/proc/net/tcp`: 2 is the keepalive timer with the ticks
 * until it fires, 0 is none; with 1 and 4 something is on its way, and nothing is known of keepalive.
 */
export function keepaliveIn(lines: string, { local, remote }: NonNullable<Line['ports']>): SocketKeepalive {
  const found = lines.split('\n').flatMap((line) => {
    const [, own = '', other = '', , , timer = ''] = line.trim().split(/\s+/);
    return portIn(own) === local && portIn(other) === remote ? [timer] : [];
  });
  const [timer, ...others] = found;
  if (timer === undefined) return { is: 'not-told', why: 'Linux does not show the socket in /proc/self/net' };
  if (others.length > 0) return { is: 'not-told', why: 'several sockets have the same ports' };
  const [kind, when = ''] = timer.split(':');
  if (kind === '00') return { is: 'off' };
  if (kind === '02' && /^[0-9A-F]+$/i.test(when)) return { is: 'on', next: Number.parseInt(when, 16) / ticks };
  return { is: 'not-told', why: 'something was on its way each time it was looked at' };
}

function portIn(address: string): number {
  return Number.parseInt(address.split(':')[1] ?? '', 16);
}
