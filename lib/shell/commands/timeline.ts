import type { Command } from 'commander';
import { unjudged } from '../../core/exit-code';
import type { Report, WorkloadReport } from '../../core/report';
import { cutPlace } from '../../report/cuts';
import { headline } from '../../report/headline';
import { placeOf } from '../../report/provenance';
import { legend, renderTimeline } from '../../report/timeline';
import { usableWidth, wrap } from '../../report/wrap';
import { columnsOf, paint, wantsColour } from '../colour';
import { applyEnvironment } from '../environment';
import { checkWorkloads, configurationFor, judge, readEstate } from '../estate';
import type { Promised } from '../estate';
import type { Io } from '../io';
import * as options from '../options';
import { loadPolicies } from '../policies';
import { renderProblems } from '../problems';
import { workloadAmong } from '../workload-argument';
import type { AddCommand } from './command';

type TimelineOptions = Promised & {
  readonly workload: readonly string[];
  readonly partial?: boolean;
  readonly repoRoot?: string;
  readonly color?: boolean;
};

/** `holdfast timeline`: draws the paths with every timer. */
export const addTimeline: AddCommand = (program, { io, exit }) => {
  const command = program
    .command('timeline')
    .description('Draws the paths of workloads with every timer.')
    .argument('[files...]')
    .usage('[options] [WORKLOAD] [[LABEL=]FILE|DIR...|-]')
    .addHelpText(
      'after',
      `Exit: 0 drawn, whatever the verdict; 2 not all could be judged.
Example: holdfast timeline checkout-api plan.json`,
    );
  const { config, workload, maxQueryDuration, partial, repoRoot } = options;
  for (const option of [config(), workload(), maxQueryDuration(), partial(), repoRoot()]) command.addOption(option);
  for (const option of options.colours()) command.addOption(option);
  command.action((args: string[], _: unknown, self: Command) => {
    applyEnvironment(self, io.env, [['config', 'max-query-duration']]);
    exit(timeline(args, self.opts<TimelineOptions>(), io));
  });
};

function timeline(args: readonly string[], asked: TimelineOptions, io: Io): number {
  const policies = loadPolicies(undefined, io.cwd);
  const configuration = configurationFor(asked, policies, io.cwd);
  const named = workloadAmong(args, configuration, io.cwd);
  const workloads = named === null ? asked.workload : [...asked.workload, named];
  checkWorkloads(configuration, workloads);
  const found = readEstate(named === null ? args : args.slice(1), asked.repoRoot ?? null, io);
  const partial = asked.partial === true;
  const report = judge(found, { configuration, policies, partial, workloads, onlyPolicies: [], skipPolicies: [] }, io);
  const drawing = { width: usableWidth(columnsOf(io)), paint: paint(wantsColour(asked.color, io)) };
  const lines = report.workloads.flatMap((workload) => [
    ...headline(workload).flatMap((line, at) => wrap(line, drawing.width, at === 0 ? '' : '  ', '  ')),
    ...placeOfCut(report, workload, drawing.width),
    ...renderTimeline(workload, drawing),
  ]);
  io.stdout(`${[...lines, legend].join('\n')}\n`);
  const reasons =
    report.coverage.notes.filter((note) => note.level === 'incomplete').length > 0 ? unjudged(report) : [];
  io.stderr(renderProblems(reasons.map((message) => ({ message: `exit 2: ${message}` }))));
  return reasons.length > 0 ? 2 : 0;
}

/** Where the timer of the headline is written, where `--repo-root` found its file. */
function placeOfCut(report: Report, workload: WorkloadReport, width: number): string[] {
  const place = cutPlace(report, workload);
  return place?.line === undefined ? [] : wrap(placeOf(place), width, '  at ', '     ');
}
