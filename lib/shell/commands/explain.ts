import type { Command } from 'commander';
import { InputError } from '../../core/input-error';
import { kinds } from '../../kinds';
import { policyPage } from '../../report/policy-page';
import { usableWidth } from '../../report/wrap';
import { columnsOf, paint, wantsColour } from '../colour';
import { applyEnvironment } from '../environment';
import { saidOf } from '../example';
import type { Io } from '../io';
import * as options from '../options';
import { loadPolicies, noPolicyCalled } from '../policies';
import type { AddCommand } from './command';

type ExplainOptions = { readonly policies?: string; readonly color?: boolean };

/** `holdfast explain`: one policy's page. */
export const addExplain: AddCommand = (program, { io, exit }) => {
  const command = program
    .command('explain')
    .description('Explains a policy: why, an example, how to fix it, its options.')
    .argument('<policy>')
    .usage('[options] POLICY')
    .addOption(options.policies())
    .addHelpText('after', 'Example: holdfast explain alb-idle-timeout-outlasts-query');
  for (const option of options.colours()) command.addOption(option);
  command.action((id: string, _: unknown, self: Command) => {
    applyEnvironment(self, io.env);
    explain(id, self.opts<ExplainOptions>(), io);
    exit(0);
  });
};

function explain(id: string, asked: ExplainOptions, io: Io): void {
  const policies = loadPolicies(asked.policies, io.cwd);
  const policy = policies.find((one) => one.id === id);
  if (policy === undefined) {
    const ids = policies.map((one) => one.id);
    throw new InputError([noPolicyCalled(id, ids)]);
  }
  const layout = { width: usableWidth(columnsOf(io)), paint: paint(wantsColour(asked.color, io)) };
  io.stdout(policyPage(policy, { ...layout, kinds, policies, says: saidOf(policy, policies) }));
}
