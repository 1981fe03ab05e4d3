import type { Command } from 'commander';
import { renderPromises } from '../../report/promises';
import { visible } from '../../report/visible';
import { usableWidth } from '../../report/wrap';
import { columnsOf } from '../colour';
import { applyEnvironment } from '../environment';
import { foundConfiguration } from '../estate';
import * as options from '../options';
import { loadPolicies } from '../policies';
import type { AddCommand } from './command';

/** `holdfast validate`: checks the configuration and says what it understood. */
export const addValidate: AddCommand = (program, { io, exit }) => {
  program
    .command('validate')
    .description('Checks the configuration and prints what it understood.')
    .addOption(options.config())
    .addOption(options.policies())
    .addHelpText('after', 'Exit: 0 valid; 2 not valid, or none found.\nExample: holdfast validate -c holdfast.yaml')
    .action((_: unknown, self: Command) => {
      applyEnvironment(self, io.env);
      const asked = self.opts<{ config?: string; policies?: string }>();
      const { configuration, file } = foundConfiguration(asked.config, loadPolicies(asked.policies, io.cwd), io.cwd);
      const count = configuration.workloads.length;
      io.stdout(`${visible(file)} is valid: ${count} ${count === 1 ? 'workload' : 'workloads'}\n\n`);
      io.stdout(renderPromises(configuration, usableWidth(columnsOf(io))));
      exit(0);
    });
};
