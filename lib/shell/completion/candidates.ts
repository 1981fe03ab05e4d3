import type { Command, Option } from 'commander';

/** One way to go on, and what it means. */
export type Candidate = { readonly value: string; readonly description: string };

/** Names that may be written and that are not in the program: they are asked for only where they are wanted. */
export type Names = {
  readonly policies: () => readonly Candidate[];
  /** The workloads of the configuration that the command line means; `null`: the nearest one. */
  readonly workloads: (config: string | null) => readonly Candidate[];
};

/**
 * How the last of the words may go on, which are those after `holdfast`. None: it may be a file, or anything. An option that
 * was given already is offered again only where it may be repeated.
 */
export function candidates(program: Command, words: readonly string[], names: Names): readonly Candidate[] {
  const current = words.at(-1) ?? '';
  const [first, ...before] = words.slice(0, -1);
  if (first === undefined) return startingWith(current, atStart(program, current));
  const command = program.commands.find((one) => one.name() === first);
  return command === undefined ? [] : startingWith(current, inCommand(command, before, current, names));
}

function atStart(program: Command, current: string): readonly Candidate[] {
  if (current.startsWith('-')) return flagsOf(program, []);
  const visible = program.createHelp().visibleCommands(program);
  return visible.map((one) => ({ value: one.name(), description: one.description() }));
}

function inCommand(command: Command, before: readonly string[], current: string, names: Names): readonly Candidate[] {
  // Behind `--` there are only operands.
  if (before.includes('--')) return operandsOf(command, before, names);
  const waiting = optionCalled(command, before.at(-1));
  if (waiting?.required === true) return valuesOf(waiting, before, names);
  const [, flag] = /^(--[^=]+)=/.exec(current) ?? [];
  const assigned = optionCalled(command, flag);
  if (flag !== undefined && assigned !== undefined)
    return valuesOf(assigned, before, names).map((one) => ({ ...one, value: `${flag}=${one.value}` }));
  return current.startsWith('-') ? flagsOf(command, before) : operandsOf(command, before, names);
}

function optionCalled(command: Command, word: string | undefined): Option | undefined {
  return command.options.find(({ short, long }) => word !== undefined && (word === short || word === long));
}

function flagsOf(command: Command, before: readonly string[]): readonly Candidate[] {
  const given = before.flatMap((word) => optionCalled(command, word.replace(/=.*$/s, '')) ?? []);
  const isOpen = (option: Option): boolean => Array.isArray(option.defaultValue) || !given.includes(option);
  return command
    .createHelp()
    .visibleOptions(command)
    .filter(isOpen)
    .map(({ long, short, description }) => ({ value: long ?? short ?? '', description }));
}

function valuesOf(option: Option, before: readonly string[], names: Names): readonly Candidate[] {
  switch (option.name()) {
    case 'policy':
    case 'skip-policy':
      return names.policies();
    case 'workload':
      return names.workloads(configIn(before));
    default:
      return words(option.argChoices);
  }
}

function operandsOf(command: Command, before: readonly string[], names: Names): readonly Candidate[] {
  switch (command.name()) {
    case 'explain':
      return names.policies();
    case 'timeline':
    case 'probe':
      return names.workloads(configIn(before));
    default:
      return words(command.registeredArguments[0]?.argChoices);
  }
}

/** What `--config` was given; the last one counts. */
function configIn(before: readonly string[]): string | null {
  const given = before.flatMap((word, at) => {
    if (word.startsWith('--config=')) return word.slice('--config='.length);
    return word === '-c' || word === '--config' ? (before[at + 1] ?? []) : [];
  });
  return given.at(-1) ?? null;
}

function words(choices: readonly string[] | undefined): readonly Candidate[] {
  return (choices ?? []).map((value) => ({ value, description: '' }));
}

function startingWith(current: string, all: readonly Candidate[]): readonly Candidate[] {
  return all.filter(({ value }) => value.startsWith(current));
}
