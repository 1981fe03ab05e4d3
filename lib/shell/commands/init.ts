import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { InputError } from '../../core/input-error';
import { kinds } from '../../kinds';
import { starterConfiguration } from '../../read/configuration/starter';
import { schemaPlace } from '../configuration/schema-place';
import { errorCode } from '../error-code';
import { inputFiles, readDocuments } from '../files';
import type { Io } from '../io';
import type { AddCommand } from './command';

type InitOptions = { readonly output: string; readonly force?: boolean };

/** `holdfast init`: writes a starting configuration from what documents show. */
export const addInit: AddCommand = (program, { io, exit }) => {
  program
    .command('init')
    .description('Writes a starting configuration for what is in view.')
    .argument('[files...]')
    .usage('[options] [[LABEL=]FILE|DIR...|-]')
    .addOption(new Option('-o, --output <FILE>', 'where to, - for standard output').default('holdfast.yaml'))
    .addOption(new Option('--force', 'write over a file that is there'))
    .addHelpText('after', 'Asks nothing. Exit: 0 written; 2 not written.\nExample: holdfast init plan.json')
    .action((files: string[], _: unknown, self: Command) => {
      init(files, self.opts<InitOptions>(), io);
      exit(0);
    });
};

function init(files: readonly string[], { output, force }: InitOptions, io: Io): void {
  const schema = schemaPlace(output === '-' ? io.cwd : path.dirname(path.resolve(io.cwd, output)));
  const text = starterConfiguration(readDocuments(inputFiles(files, io), io.stdin, kinds), kinds, schema);
  if (output === '-') return io.stdout(text);
  try {
    // `wx` refuses a file that is there in the same step in which it would be written.
    writeFileSync(path.resolve(io.cwd, output), text, { flag: force === true ? 'w' : 'wx' });
  } catch (error) {
    const code = errorCode(error);
    const why =
      code === 'EEXIST' ? 'exists; say --force to write over it, or -o FILE' : `cannot be written (${code ?? '?'})`;
    throw new InputError([{ message: `${output} ${why}` }]);
  }
  io.stderr(`holdfast: wrote ${output}; fill in what was promised, then run holdfast validate\n`);
  if (schema === null)
    io.stderr(
      'holdfast: it names no schema for editors, as holdfast is not installed here: npm install --save-dev holdfast\n',
    );
}
