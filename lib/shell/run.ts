import { CommanderError } from 'commander';
import { InputError } from '../core/input-error';
import { visibleText } from '../report/visible';
import type { Io } from './io';
import { ownVersion } from './own-version';
import { renderProblems } from './problems';
import { program } from './program';

/** Runs one command line and returns its exit code. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  try {
    await program({ io, exit: (given) => (code = given) }).parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    // Help and version end this way too; commander has said all there is to say.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof InputError) io.stderr(renderProblems(error.problems));
    else io.stderr(bugReport(error, argv.includes('--verbose')));
    return 2;
  }
}

function bugReport(error: unknown, isVerbose: boolean): string {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error && isVerbose ? `${error.stack ?? ''}\n` : '';
  const how = isVerbose ? 'report it with the stack above' : 'run it again with --verbose and report it with the stack';
  return (
    `holdfast: this is a bug in holdfast ${ownVersion()}: ${visibleText(message)}\n${stack}` +
    `holdfast: nothing was judged; ${how}, the command line, and no secrets\n`
  );
}
