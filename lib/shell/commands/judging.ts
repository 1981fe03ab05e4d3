import { Option } from 'commander';
import { applyBaseline, baselineOf, type Baseline } from '../../core/baseline';
import { severities } from '../../core/configuration';
import type { Configuration, Severity } from '../../core/configuration';
import { exitCode, unjudged } from '../../core/exit-code';
import type { Policy } from '../../core/policy';
import type { Report } from '../../core/report';
import { formats } from '../../report/formats';
import { checkBaselineTarget, defaultBaseline, readBaseline, writeBaseline } from '../baseline-file';
import { paint, wantsColour } from '../colour';
import type { Exclusive } from '../environment';
import { checkWorkloads, configurationFor, type Judging, type Promised } from '../estate';
import type { Io } from '../io';
import * as options from '../options';
import { parseOutputs, writeOutputs, type Output } from '../outputs';
import { checkSelection, loadPolicies } from '../policies';
import { renderProblems } from '../problems';

/** What the user asks of a judgement and its report, whatever is judged. */
export type JudgingOptions = Promised & {
  readonly output: readonly string[];
  readonly workload: readonly string[];
  readonly policy: readonly string[];
  readonly skipPolicy: readonly string[];
  readonly policies?: string;
  readonly partial?: boolean;
  readonly baseline?: string;
  readonly createBaseline?: string | true;
  readonly failOn: Severity;
  readonly onUnknown: 'pass' | 'fail';
  readonly softFail?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
  readonly commentTag?: string;
};

/** Those of them that exclude each other. */
export const exclusive: Exclusive = [
  ['config', 'max-query-duration'],
  ['baseline', 'create-baseline'],
  ['quiet', 'verbose'],
];

/** How many reasons for exit code 2 are repeated behind the report. */
const mostReasons = 5;

/** The options of every command that judges and reports. */
export function judgingOptions(): readonly Option[] {
  const names = formats.map(({ name }) => name);
  const output = options.list('-o, --output <FORMAT[=FILE]>', names.join(','));
  output.argChoices = names;
  return [
    options.config(),
    output,
    options.workload(),
    options.list('--policy <GLOB>', 'only these policies; repeatable'),
    options.list('--skip-policy <GLOB>', 'not these policies; repeatable'),
    options.policies(),
    options.maxQueryDuration(),
    options.partial(),
    new Option('--baseline <FILE>', 'failures in this file are known and do not count'),
    new Option('--create-baseline [FILE]', `write it (default: ${defaultBaseline})`),
    options.choice('--fail-on <LEVEL>', 'error, warning or info (default: error)', severities, 'error'),
    options.choice(
      '--on-unknown <OUTCOME>',
      'what is unknown counts as pass (default) or fail',
      ['pass', 'fail'],
      'pass',
    ),
    new Option('--soft-fail', 'report failures, exit 0 for them'),
    new Option('--comment-tag <TAG>', 'tells markdown comments of one pull request apart'),
    new Option('--quiet', 'only the summary and failures'),
    new Option('--verbose', 'everything that passed, full lists, stack traces'),
    ...options.colours(),
  ];
}

/** A judgement that can begin: all that the user wrote for it has been read. */
export type Prepared = Judging & {
  readonly policies: readonly Policy[];
  readonly configuration: Configuration;
  readonly outputs: readonly Output[];
  readonly known: Baseline | null;
  /** Where a new baseline goes; `null`: none is written. */
  readonly created: string | null;
};

/** Reads all that the options name, so that a mistake is told before anything is done. Throws an `InputError`. */
export function prepare(asked: JudgingOptions, io: Io): Prepared {
  const outputs = parseOutputs(asked.output.length === 0 ? ['text'] : asked.output, formats);
  const policies = loadPolicies(asked.policies, io.cwd);
  checkSelection(policies, asked.policy, asked.skipPolicy);
  const created = asked.createBaseline === true ? defaultBaseline : (asked.createBaseline ?? null);
  if (created !== null) checkBaselineTarget(created, io.cwd);
  const known = asked.baseline === undefined ? null : readBaseline(asked.baseline, io.cwd);
  const configuration = configurationFor(asked, policies, io.cwd);
  checkWorkloads(configuration, asked.workload);
  return {
    configuration,
    policies,
    partial: asked.partial === true,
    workloads: asked.workload,
    onlyPolicies: asked.policy,
    skipPolicies: asked.skipPolicy,
    outputs,
    known,
    created,
  };
}

/** Applies the baseline, or writes a new one. Throws an `InputError` where that cannot be written. */
export function excuse(judged: Report, { known, created }: Prepared, io: Io): Report {
  if (created === null) return known === null ? judged : applyBaseline(judged, known);
  const baseline = baselineOf(judged);
  writeBaseline(created, io.cwd, baseline);
  const count = baseline.findings.length;
  io.stderr(`holdfast: wrote ${created}: ${String(count)} known ${count === 1 ? 'failure' : 'failures'}\n`);
  return applyBaseline(judged, baseline);
}

/** Writes the reports, says why not all could be judged, and returns the exit code. */
export function deliver(report: Report, asked: JudgingOptions, { outputs, policies }: Prepared, io: Io): 0 | 1 | 2 {
  const { failOn, onUnknown, softFail, quiet, verbose, color, commentTag } = asked;
  const code = exitCode(report, { failOn, onUnknown, softFail: softFail === true });
  const verbosity = quiet === true ? 'quiet' : verbose === true ? 'verbose' : 'normal';
  const context = {
    policies,
    paint: paint(wantsColour(color, io)),
    verbosity,
    commentTag: commentTag ?? null,
  } as const;
  const problems = writeOutputs(report, outputs, context, io);
  if (code === 2) explainTwo(unjudged(report), io);
  io.stderr(renderProblems(problems));
  // A failure that was found stays a failure, whatever became of the reports.
  return problems.length > 0 && code !== 1 ? 2 : code;
}

/** Says on standard error why the exit code is 2: the first reasons, and how many more there are. */
export function explainTwo(reasons: readonly string[], { stderr }: Pick<Io, 'stderr'>): void {
  stderr(renderProblems(reasons.slice(0, mostReasons).map((reason) => ({ message: `exit 2: ${reason}` }))));
  if (reasons.length > mostReasons) stderr(`holdfast: and ${reasons.length - mostReasons} more; see coverage\n`);
}
