import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** How the kernel keeps a socket alive. Times in seconds, `userTimeout` in milliseconds; 0 is none. */
export type SocketOptions = {
  readonly on: boolean;
  readonly idle: number;
  readonly interval: number;
  readonly count: number;
  readonly userTimeout: number;
};

/** `describe` where the options of a process's sockets can be read; else a suite that is skipped by a name with the reason. */
export const describeSockets = where(whyUnread(readOptions(process.pid, 1)));

/** The same where the timers of sockets can be listed. */
export const describeTimers = where(whyUnread(spawnSync('ss', ['-Htno'], { encoding: 'utf8' })));

/** The sockets of a process that lead to a port. */
export function socketsOf(pid: number, port: number): readonly SocketOptions[] {
  const { status, stdout, stderr } = readOptions(pid, port);
  if (status !== 0) throw new Error(`the sockets of ${String(pid)} cannot be read: ${stderr}`);
  return JSON.parse(stdout) as readonly SocketOptions[];
}

/**
 * When the kernel's next timer of each socket to a port fires, in seconds from now, as `ss -tno` shows it; `null` where none
 * runs. The timer of a keepalive starts with the idle time and counts down.
 */
export function keepaliveTimers(port: number): readonly (number | null)[] {
  const { stdout } = spawnSync('ss', ['-Htno', 'state', 'established', `dport = :${String(port)}`], {
    encoding: 'utf8',
  });
  return stdout
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, text] = /timer:\(keepalive,([^,]*),/.exec(line) ?? [];
      return text === undefined ? null : secondsIn(text);
    });
}

/** `119min`, `4min59sec`, `59sec`, `4.980ms` (which means 4.98 s) and `120ms`. */
function secondsIn(text: string): number {
  const [, minutes = '0', seconds = '0', milliseconds = '0'] =
    /^(?:(\d+)min)?(?:(\d+)(?:sec|\.(?=\d)))?(?:(\d+)ms)?$/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(seconds) + Number(milliseconds) / 1000;
}

function readOptions(pid: number, port: number): SpawnSyncReturns<string> {
  const script = path.join(__dirname, 'socket-options.py');
  return spawnSync('python3', [script, String(pid), String(port)], { encoding: 'utf8' });
}

function where(why: string | null): (name: string, suite: () => void) => void {
  return why === null ? describe : (name, suite) => describe.skip(`${name} (skipped: ${why})`, suite);
}

function whyUnread({ error, status, stderr }: { error?: Error; status: number | null; stderr: string }): string | null {
  if (error !== undefined) return error.message;
  return status === 0 ? null : stderr.trim();
}

/** What the kernel of this machine does with a keepalive that was switched on without times. */
export function systemKeepalive(): Pick<SocketOptions, 'idle' | 'interval' | 'count'> {
  const read = (name: string): number => Number(readFileSync(`/proc/sys/net/ipv4/tcp_keepalive_${name}`, 'utf8'));
  return { idle: read('time'), interval: read('intvl'), count: read('probes') };
}
