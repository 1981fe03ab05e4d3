import { spawn, type ChildProcess } from 'node:child_process';
import type { Host } from './chain';

/** A program that runs on a host of a chain. */
export type Running = {
  readonly child: ChildProcess;
  /** What it has said so far, on standard output and error. */
  readonly said: () => string;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
  /** Ends it at once. */
  readonly kill: () => Promise<void>;
};

/** Starts a program in the namespace of a host, as `uid` where one is given. */
export function startOn(
  host: Host,
  name: string,
  args: readonly string[],
  options: {
    readonly uid?: number;
    readonly gid?: number;
    readonly cwd?: string;
    readonly env?: NodeJS.ProcessEnv;
  } = {},
): Running {
  const { uid, gid, cwd, env } = options;
  const as =
    uid === undefined ? [] : ['setpriv', `--reuid=${String(uid)}`, `--regid=${String(gid ?? uid)}`, '--clear-groups'];
  const child = spawn('ip', ['netns', 'exec', host.namespace, ...as, name, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...env },
  });
  let said = '';
  const take = (text: string): void => void (said += text);
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  const ended = new Promise<void>((resolve) => {
    // With `exit` something that it said may still be on its way.
    child.once('close', () => resolve());
    child.once('error', (error) => {
      said += String(error);
      resolve();
    });
  });
  return {
    child,
    said: () => said,
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Resolves as soon as a program has said this; rejects with all that it said if it ends before. */
export async function says(running: Running, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      if (running.said().includes(text)) resolve();
    };
    running.child.stdout?.on('data', look);
    running.child.stderr?.on('data', look);
    look();
    void running.ended.then(() => reject(new Error(`it ended before it said "${text}": ${running.said()}`)));
  });
}
