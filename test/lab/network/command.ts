import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a command to its end. Rejects with what it said on standard error. */
export async function command(name: string, args: readonly string[], input?: string): Promise<string> {
  const running = execute(name, args, { maxBuffer: 1 << 24 });
  if (input !== undefined) running.child.stdin?.end(input);
  try {
    return (await running).stdout;
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim() ?? '';
    throw new Error(`${name} ${args.join(' ')}: ${said === '' ? String(error) : said}`);
  }
}
