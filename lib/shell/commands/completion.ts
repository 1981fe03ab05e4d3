import { Argument } from 'commander';
import { InputError } from '../../core/input-error';
import { builtinPolicies } from '../builtin-policies';
import { candidates, type Candidate, type Names } from '../completion/candidates';
import { completionScripts } from '../completion/scripts';
import { foundConfiguration } from '../estate';
import type { Io } from '../io';
import type { AddCommand } from './command';

type Shell = keyof typeof completionScripts;

/** `holdfast completion`, and the hidden `__complete` that its scripts ask. */
export const addCompletion: AddCommand = (program, { io, exit }) => {
  program
    .command('completion')
    .description('Prints the script that completes holdfast in a shell.')
    .addArgument(new Argument('<shell>', 'bash, zsh or fish').choices(Object.keys(completionScripts)))
    .usage('bash|zsh|fish')
    .addHelpText(
      'after',
      `bash, in ~/.bashrc: source <(holdfast completion bash)
zsh, in ~/.zshrc after compinit: source <(holdfast completion zsh)
fish: holdfast completion fish > ~/.config/fish/completions/holdfast.fish
Example: holdfast completion bash`,
    )
    .action((shell: Shell) => {
      io.stdout(completionScripts[shell]);
      exit(0);
    });
  program
    .command('__complete', { hidden: true })
    .argument('[words...]')
    .action((words: string[]) => {
      io.stdout(candidates(program, words, namesIn(io)).map(line).join(''));
      exit(0);
    });
};

function line({ value, description }: Candidate): string {
  return /[\t\r\n]/.test(value) ? '' : `${value}\t${description.replace(/\s+/g, ' ')}\n`;
}

/** A user's own policies are programs, and none of them is run because somebody presses a key. */
function namesIn(io: Io): Names {
  return {
    policies: () => builtinPolicies.map(({ id, title }) => ({ value: id, description: title })),
    workloads: (config) => workloadsOf(config, io),
  };
}

/** Where the configuration cannot be read there is nothing to offer, and a half-typed line is no place for its problems. */
function workloadsOf(config: string | null, { cwd }: Io): readonly Candidate[] {
  try {
    const { workloads } = foundConfiguration(config ?? undefined, builtinPolicies, cwd).configuration;
    return workloads.map(({ name }) => ({ value: name, description: 'workload' }));
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}
