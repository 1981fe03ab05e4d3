import { Option } from 'commander';
import type { Command } from 'commander';
import { applyBaseline, baselineOf } from '../../core/baseline';
import { severities } from '../../core/configuration';
import type { Severity } from '../../core/configuration';
import { exitCode, unjudged } from '../../core/exit-code';
import type { Report } from '../../core/report';
import { formats } from '../../report/formats';
import { checkBaselineTarget, defaultBaseline, readBaseline, writeBaseline } from '../baseline-file';
import { paint, wantsColour } from '../colour';
import { applyEnvironment } from '../environment';
import { configurationFor, judgeEstate } from '../estate';
import type { Promised } from '../estate';
import type { Io } from '../io';
import * as options from '../options';
import { parseOutputs, writeOutputs } from '../outputs';
import { checkSelection, loadPolicies } from '../policies';
import { renderProblems } from '../problems';
import type { AddCommand } from './command';

type CheckOptions = Promised & {
  readonly output: readonly string[];
  readonly workload: readonly string[];
  readonly policy: readonly string[];
  readonly skipPolicy: readonly string[];
  readonly policies?: string;
  readonly partial?: boolean;
  readonly repoRoot?: string;
  readonly baseline?: string;
  readonly createBaseline?: string | true;
  readonly failOn: Severity;
  readonly onUnknown: 'pass' | 'fail';
  readonly softFail?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
};

const exclusive = [
  ['config', 'max-query-duration'],
  ['baseline', 'create-baseline'],
  ['quiet', 'verbose'],
];

/** How many reasons for exit code 2 are repeated behind the report. */
const mostReasons = 5;

/** `holdfast check`: judges documents and reports. */
export const addCheck: AddCommand = (program, { io, exit }) => {
  const command = program
    .command('check')
    .description('Judges plans, states, synthesised CDKTF and CloudFormation.')
    .argument('[files...]')
    .usage('[options] [[LABEL=]FILE|DIR...|-]')
    .addHelpText(
      'after',
      `Exit: 0 nothing failed; 1 something failed; 2 nothing failed, but not everything
could be judged. (terraform plan -detailed-exitcode uses 2 for "changes".)
Any --flag is also HOLDFAST_FLAG in the environment; the flag wins.
Example: terraform show -json plan.bin | holdfast check -o text -o json=r.json`,
    );
  for (const option of checkOptions()) command.addOption(option);
  command.action((files: string[], _: unknown, self: Command) => {
    applyEnvironment(self, io.env, exclusive);
    exit(check(files, self.opts<CheckOptions>(), io));
  });
};

function checkOptions(): readonly Option[] {
  const names = formats.map(({ name }) => name).join(' or ');
  return [
    options.config(),
    options.list('-o, --output <FORMAT[=FILE]>', `${names}; repeatable (default: text)`),
    options.workload(),
    options.list('--policy <GLOB>', 'only these policies; repeatable'),
    options.list('--skip-policy <GLOB>', 'not these policies; repeatable'),
    options.policies(),
    options.maxQueryDuration(),
    options.partial(),
    options.repoRoot(),
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
    new Option('--quiet', 'only the summary and failures'),
    new Option('--verbose', 'everything that passed, full lists, stack traces'),
    ...options.colours(),
  ];
}

function check(files: readonly string[], asked: CheckOptions, io: Io): number {
  const outputs = parseOutputs(asked.output.length === 0 ? ['text'] : asked.output, formats);
  const policies = loadPolicies(asked.policies, io.cwd);
  checkSelection(policies, asked.policy, asked.skipPolicy);
  const created = asked.createBaseline === true ? defaultBaseline : asked.createBaseline;
  if (created !== undefined) checkBaselineTarget(created, io.cwd);
  const known = asked.baseline === undefined ? null : readBaseline(asked.baseline, io.cwd);

  const judged = judgeEstate(
    {
      files,
      configuration: configurationFor(asked, policies, io.cwd),
      policies,
      partial: asked.partial === true,
      repoRoot: asked.repoRoot ?? null,
      workloads: asked.workload,
      onlyPolicies: asked.policy,
      skipPolicies: asked.skipPolicy,
    },
    io,
  );
  const baseline = created === undefined ? known : baselineOf(judged);
  if (created !== undefined && baseline !== null) {
    writeBaseline(created, io.cwd, baseline);
    io.stderr(
      `holdfast: wrote ${created}: ${baseline.findings.length} known ${baseline.findings.length === 1 ? 'failure' : 'failures'}\n`,
    );
  }
  const report = baseline === null ? judged : applyBaseline(judged, baseline);
  const code = exitCode(report, {
    failOn: asked.failOn,
    onUnknown: asked.onUnknown,
    softFail: asked.softFail === true,
  });

  const verbosity = asked.quiet === true ? 'quiet' : asked.verbose === true ? 'verbose' : 'normal';
  const problems = writeOutputs(
    report,
    outputs,
    { policies, paint: paint(wantsColour(asked.color, io)), verbosity },
    io,
  );
  if (code === 2) explainTwo(report, io);
  io.stderr(renderProblems(problems));
  // A failure that was found stays a failure, whatever became of the reports.
  return problems.length > 0 && code !== 1 ? 2 : code;
}

function explainTwo(report: Report, { stderr }: Io): void {
  const reasons = unjudged(report);
  stderr(renderProblems(reasons.slice(0, mostReasons).map((reason) => ({ message: `exit 2: ${reason}` }))));
  if (reasons.length > mostReasons) stderr(`holdfast: and ${reasons.length - mostReasons} more; see coverage\n`);
}
