import { spawn } from 'node:child_process';

/** A program that connected. */
export type Program = {
  readonly pid: number;
  /** The first line that it printed: its statement_timeout. */
  readonly said: string;
  readonly stop: () => Promise<void>;
};

/** What a program needs, as `npm run test:drivers` found it: the command, or why it is missing. */
type Found = { readonly command: readonly string[] } | { readonly missing: string };

/** Milliseconds that a virtual machine may take to start on a busy one. */
const patience = 60_000;

/** `describe` with the command of a driver; a suite that is skipped by a name with the reason where it is missing. */
export function describeProgram(driver: string, suite: (command: readonly string[]) => void): void {
  const text = process.env['HOLDFAST_DRIVERS'];
  if (text === undefined) throw new Error('these tests run by `npm run test:drivers`');
  const found = (JSON.parse(text) as Record<string, Found>)[driver] ?? { missing: 'nobody looked for it' };
  if ('missing' in found) describe.skip(`${driver} (skipped: ${found.missing})`, () => suite([]));
  else describe(driver, () => suite(found.command));
}

/** Starts a program that connects, and waits until it has. Rejects with what it said where it cannot. */
export async function startProgram(
  [command = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: 'pipe' });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  // psql asks nothing of itself; whoever needs no question reads it and waits on. One that has ended takes none.
  child.stdin.on('error', () => undefined).write('SHOW statement_timeout;\n');
  let [out, complaint] = ['', ''];
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const said = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), patience);
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(late);
      reject(new Error(complaint));
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (!out.includes('\n')) return;
      clearTimeout(late);
      resolve(out.split('\n')[0] ?? '');
    });
  });
  return { pid: child.pid ?? 0, said, stop };
}

/** Does something with a program that is connected, which is ended afterwards. */
export async function connected<T>(
  command: readonly string[],
  work: (program: Program) => T | Promise<T>,
  env?: Readonly<Record<string, string>>,
): Promise<T> {
  const program = await startProgram(command, env);
  try {
    return await work(program);
  } finally {
    await program.stop();
  }
}
