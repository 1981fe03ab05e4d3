import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const lab = path.join(root, 'scripts/lab.mjs');
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
/** The lab says itself what is missing, before it tries anything. */
const canRun = isRoot && spawnSync(process.execPath, [lab, '--why-not'], { encoding: 'utf8' }).stdout === '';

/** Processes that were started with this mark in their environment, by the lab or by what it started. */
function marked(mark: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && environmentOf(pid).includes(mark));
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}

/** What a lab could leave behind on the machine. */
function machine(): unknown {
  const mounts = readFileSync('/proc/self/mountinfo', 'utf8').split('\n').sort();
  return { mounts, interfaces: readdirSync('/sys/class/net'), scratch: readdirSync('/mnt') };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 100));
}

(canRun ? describe : describe.skip)('the lab (skipped without root, namespaces and its programs)', () => {
  it.each<[string, (started: ChildProcess) => void]>([
    ['Ctrl-C', ({ pid }) => process.kill(-(pid ?? 0), 'SIGINT')],
    ['SIGINT to its first process alone', ({ pid }) => process.kill(pid ?? 0, 'SIGINT')],
    ['kill -9', ({ pid }) => process.kill(pid ?? 0, 'SIGKILL')],
  ])(
    'leaves nothing behind after %s',
    async (_, end) => {
      const before = machine();
      const mark = `HOLDFAST_LAB_MARK=${randomUUID()}`;
      const [name = '', value] = mark.split('=');
      // A process group of its own, as a terminal makes one.
      const started = spawn(process.execPath, [lab, 'server keepalive'], {
        cwd: root,
        detached: true,
        stdio: 'ignore',
        env: { ...process.env, [name]: value },
      });
      const exit = once(started, 'exit');
      // Servers of several scenarios run by then.
      await until(() => marked(mark).length > 20 || started.exitCode !== null);
      expect(started.exitCode).toBeNull();
      end(started);
      await exit;
      await until(() => marked(mark).length === 0);
      expect(machine()).toEqual(before);
    },
    120_000,
  );
});
