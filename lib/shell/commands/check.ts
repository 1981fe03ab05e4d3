import type { Command } from 'commander';
import { applyEnvironment } from '../environment';
import { judge, readEstate } from '../estate';
import type { Io } from '../io';
import * as options from '../options';
import type { AddCommand } from './command';
import { deliver, excuse, exclusive, judgingOptions, prepare, type JudgingOptions } from './judging';

type CheckOptions = JudgingOptions & { readonly repoRoot?: string };

/** `holdfast check`: judges documents and reports. */
export const addCheck: AddCommand = (program, { io, exit }) => {
  const command = program
    .command('check')
    .description('Judges plans, states, synthesised CDKTF and CloudFormation.')
    .argument('[files...]')
    .usage('[options] [[LABEL=]FILE|DIR...|-]')
    .addHelpText(
      'after',
      `Exit: 0 nothing failed; 1 something failed; 2 not everything could be judged
(Terraform's -detailed-exitcode uses 2 for "changes"). --flag: or HOLDFAST_FLAG.
Example: terraform show -json plan.bin | holdfast check -o text -o json=r.json`,
    );
  for (const option of [...judgingOptions(), options.repoRoot()]) command.addOption(option);
  command.action((files: string[], _: unknown, self: Command) => {
    applyEnvironment(self, io.env, exclusive);
    exit(check(files, self.opts<CheckOptions>(), io));
  });
};

function check(files: readonly string[], asked: CheckOptions, io: Io): number {
  const prepared = prepare(asked, io);
  const found = readEstate(files, asked.repoRoot ?? null, io);
  return deliver(excuse(judge(found, prepared, io), prepared, io), asked, prepared, io);
}
