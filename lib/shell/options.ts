import { InvalidArgumentError, Option } from 'commander';
import { parseDuration } from '../core/duration';
import type { Seconds } from '../core/setting';

// The options that several commands share, each written once. Functions, since commander keeps state in an option.

/** `--config`: the configuration's file. */
export const config = (): Option =>
  new Option('-c, --config <FILE>', 'configuration (default: holdfast.yaml, upwards)');

/** `--workload`: globs over workloads. */
export const workload = (): Option => list('--workload <GLOB>', 'only these workloads; repeatable');

/** `--policies`: a folder of the user's own policies. */
export const policies = (): Option => new Option('--policies <DIR>', 'your own policies as well');

/** `--partial`: makes hops that match nothing unknown. */
export const partial = (): Option => new Option('--partial', 'a hop that matches nothing is unknown, no error');

/** `--repo-root`: where the documents' `.tf` files are. */
export const repoRoot = (): Option => new Option('--repo-root <DIR>', 'name the .tf files in DIR, not the plan');

/** `--regions`: which Regions of the account are read; none: the SDK's own. */
export const regions = (): Option =>
  new Option('--regions <LIST>', 'eu-west-1,us-east-1 (default: AWS_REGION, profile)')
    .argParser((value: string, before: readonly string[]) => [
      ...before,
      ...value.split(',').map((name) => name.trim()),
    ])
    .default([], '');

/**
 * `--postgres`: whose catalog is read. From the environment one is taken, as it is: a password may hold a comma. Whatever is
 * wrong with it is said elsewhere, since a message about an option repeats its value.
 */
export const postgres = (): Option =>
  new Option('--postgres <[NAME=]URL>', 'this catalog too ("": PGHOST ...); repeatable').argParser(
    (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
  );

/** `--no-aws`: catalogs alone are read. */
export const noAws = (): Option => new Option('--no-aws', 'read no account, only --postgres');

/** `--max-query-duration`: one promise for every timer; becomes seconds. */
export const maxQueryDuration = (): Option =>
  new Option('--max-query-duration <D>', 'every timer in view against D (30s); needs no file').argParser(seconds);

/** `--color` and `--no-color`, whose absence leaves the choice to the environment. Only the second is shown in help; its line says the first. */
export const colours = (): readonly Option[] => [
  new Option('--color', 'colours in any case').hideHelp(),
  new Option('--no-color', 'no colours; --color: in any case'),
];

/** An option that may be given several times. */
export function list(flags: string, description: string): Option {
  const option = new Option(flags, description).argParser((value: string, before: readonly string[]) => [
    ...before,
    value,
  ]);
  option.default([], '');
  return option;
}

/** An option that takes one of a few words. */
export function choice(flags: string, description: string, words: readonly string[], otherwise: string): Option {
  const option = new Option(flags, description).argParser((value: string) => {
    if (words.includes(value)) return value;
    throw new InvalidArgumentError(`Write ${words.join(' or ')}.`);
  });
  // Completion offers them. Commander's own check of choices words its message otherwise.
  option.argChoices = [...words];
  return option.default(otherwise);
}

/** Reads a duration that is not 0. Throws commander's error, whose message continues a sentence about the option. */
export function seconds(value: string): Seconds {
  const parsed = parseDuration(value);
  if (!parsed.ok) throw new InvalidArgumentError(`It ${parsed.reason}.`);
  if (parsed.seconds === 0) throw new InvalidArgumentError('A query takes longer than 0.');
  return parsed.seconds;
}
