// Runs a program to its end, and says everything that it printed where it did not end as it had to.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** What a program did: exit code, standard output, standard error. Throws where it could not be started or took too long. */
export function runToEnd(command, args, { cwd, env = process.env, timeout = 180_000 } = {}) {
  const options = {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
    timeout,
  };
  const { error, status, stdout, stderr } = spawnSync(command, args, options);
  if (error) throw new Error(`${shown(command, args)}: ${error.message}\n${stdout ?? ''}${stderr ?? ''}`);
  return { status, stdout, stderr };
}

/** The standard output of a program that has to succeed. Throws where it does not. */
export function outputOf(command, args, options) {
  const { status, stdout, stderr } = runToEnd(command, args, options);
  if (status !== 0) throw new Error(`${shown(command, args)}: exit code ${status}\n${stdout}${stderr}`);
  return stdout;
}

function shown(command, args) {
  return [path.basename(command), ...args.map((arg) => path.basename(arg))].join(' ');
}
