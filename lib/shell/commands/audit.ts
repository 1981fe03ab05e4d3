import { Option } from 'commander';
import type { Command } from 'commander';
import { changesSince } from '../../core/since';
import { readPreviousReport } from '../../read/previous-report';
import { jsonText } from '../../report/json-text';
import { iamPolicy } from '../aws/iam-policy';
import { applyEnvironment, type Exclusive } from '../environment';
import { judge, readEstate } from '../estate';
import { fileBytes } from '../files';
import type { Io } from '../io';
import { liveEstate, type LiveEstateOptions } from '../live-estate';
import * as options from '../options';
import { renderProblems } from '../problems';
import type { AddCommand } from './command';
import * as judging from './judging';
import type { JudgingOptions } from './judging';

type AuditOptions = JudgingOptions &
  LiveEstateOptions & {
    readonly against: readonly string[];
    readonly since?: string;
    readonly printIamPolicy?: boolean;
  };

const exclusive: Exclusive = [
  ...judging.exclusive,
  ['collected', 'regions'],
  ['collected', 'postgres'],
  ['collected', 'save'],
];

/** The options of `holdfast check` that the page of `audit` explains again. */
const explained = ['config', 'output', 'workload', 'max-query-duration', 'quiet', 'verbose'];

/** `holdfast audit`: reads the live estate, judges it, and compares it with what documents say. */
export const addAudit: AddCommand = (program, { io, exit }) => {
  const command = program
    .command('audit')
    .description('Judges the live AWS account and PostgreSQL catalogs.')
    .addHelpText(
      'after',
      `More options, about policies, baseline and exit code: holdfast check --help.
Passwords come from PGPASSWORD or ~/.pgpass. Ctrl-C judges what was read so far.
Exit: 0 nothing failed; 1 something failed; 2 nothing failed, but not all could
be read or judged: a call was denied, a server stayed silent.
Example: holdfast audit --regions eu-west-1 --against state.json`,
    );
  const own = [
    options.regions(),
    options.postgres(),
    options.noAws(),
    options.list('--against <FILE>', 'compare with this plan or state; repeatable'),
    new Option('--since <FILE>', 'say what changed since this JSON report'),
    options.list('--collected <FILE>', 'judge what collect wrote; repeatable'),
    new Option('--save <FILE>', 'keep what was read, as collect does'),
    new Option('--print-iam-policy', 'print the permissions it needs, and end'),
  ];
  for (const option of own) command.addOption(option);
  for (const option of judging.judgingOptions()) {
    command.addOption(explained.includes(option.name()) ? option : option.helpGroup('check'));
  }
  command.action(async (_: unknown, self: Command) => {
    applyEnvironment(self, io.env, exclusive);
    exit(await audit(self.opts<AuditOptions>(), io));
  });
};

async function audit(asked: AuditOptions, io: Io): Promise<number> {
  if (asked.printIamPolicy === true) {
    io.stdout(jsonText(iamPolicy()));
    return 0;
  }
  // All that the user wrote is read before the first call, which may be minutes before the last.
  const prepared = judging.prepare(asked, io);
  const previous = asked.since === undefined ? null : readPreviousReport(asked.since, fileBytes(asked.since, io.cwd));
  const declared = asked.against.length === 0 ? null : readEstate(asked.against, null, io);
  const { found, unsaved } = await liveEstate(asked, io);
  const problems = [...found.problems, ...(declared?.problems ?? [])];
  const judged = judge(
    { readings: found.readings, problems, ...(declared === null ? {} : { against: declared.readings }) },
    prepared,
    io,
  );
  const excused = judging.excuse(judged, prepared, io);
  const report = previous === null ? excused : { ...excused, since: changesSince(previous, excused) };
  const code = judging.deliver(report, asked, prepared, io);
  io.stderr(renderProblems(unsaved));
  return unsaved.length > 0 && code !== 1 ? 2 : code;
}
