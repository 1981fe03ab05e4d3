import type { Command } from 'commander';
import type { Policy } from '../../core/policy';
import { policyList } from '../../report/policy-page';
import { usableWidth } from '../../report/wrap';
import { columnsOf } from '../colour';
import { applyEnvironment } from '../environment';
import type { Io } from '../io';
import * as options from '../options';
import { loadPolicies } from '../policies';
import type { AddCommand } from './command';

type ListOptions = { readonly output: string; readonly policies?: string };

/** `holdfast list`: all policies. */
export const addList: AddCommand = (program, { io, exit }) => {
  program
    .command('list')
    .description('Lists all policies: id, severity, title.')
    .addOption(options.choice('-o, --output <FORMAT>', 'text (default) or json', ['text', 'json'], 'text'))
    .addOption(options.policies())
    .addHelpText('after', 'Example: holdfast list -o json')
    .action((_: unknown, self: Command) => {
      // HOLDFAST_OUTPUT is about reports.
      applyEnvironment(self, { ...io.env, HOLDFAST_OUTPUT: undefined });
      list(self.opts<ListOptions>(), io);
      exit(0);
    });
};

function list(asked: ListOptions, io: Io): void {
  const policies = loadPolicies(asked.policies, io.cwd);
  const text =
    asked.output === 'json'
      ? `${JSON.stringify(policies.map(metadata), null, 2)}\n`
      : policyList(policies, usableWidth(columnsOf(io)));
  io.stdout(text);
}

/** A policy without its function. */
function metadata(policy: Policy): object {
  const { id, title, severity, per, why, fix, refs } = policy;
  const about =
    policy.per === 'timer' ? { judges: policy.judges } : policy.per === 'hop' ? { kinds: policy.kinds } : {};
  return { id, title, severity, per, ...about, why, fix, refs };
}
