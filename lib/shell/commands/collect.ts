import { Option } from 'commander';
import type { Command } from 'commander';
import { jsonText } from '../../report/json-text';
import { checkCollectionTarget, writeCollection } from '../collection-file';
import { applyEnvironment } from '../environment';
import type { Io } from '../io';
import { collectLive, liveSources, type LiveOptions } from '../live';
import * as options from '../options';
import type { AddCommand } from './command';
import { explainTwo } from './judging';
import { kinds } from '../../kinds';
import { readDocuments } from '../../read/documents';

type CollectOptions = LiveOptions & { readonly output: string };

/** `holdfast collect`: reads the live estate into one document. */
export const addCollect: AddCommand = (program, { io, exit }) => {
  const command = program
    .command('collect')
    .description('Reads live AWS accounts and PostgreSQL catalogs into one document.')
    .addHelpText(
      'after',
      `Only reads: holdfast audit --print-iam-policy says what it needs. Ctrl-C keeps
what was read so far. Passwords come from PGPASSWORD or ~/.pgpass.
Exit: 0 all was read; 2 not all could be read, and the document says what.
Example: holdfast collect --regions eu-west-1 -o live.json`,
    );
  for (const option of [options.regions(), options.postgres(), options.noAws()]) command.addOption(option);
  command
    .addOption(new Option('-o, --output <FILE>', 'where to (default: -, standard output)').default('-', ''))
    .addOption(new Option('--quiet', 'no progress'))
    .action(async (_: unknown, self: Command) => {
      // HOLDFAST_OUTPUT is about reports.
      applyEnvironment(self, { ...io.env, HOLDFAST_OUTPUT: undefined });
      exit(await collect(self.opts<CollectOptions>(), io));
    });
};

async function collect(asked: CollectOptions, io: Io): Promise<number> {
  const sources = liveSources(asked, io.env);
  const file = asked.output === '-' ? null : asked.output;
  if (file !== null) checkCollectionTarget(file, io.cwd);
  const collection = await collectLive(sources, asked.quiet === true, io);
  const text = jsonText(collection);
  if (file === null) io.stdout(text);
  else writeCollection(file, io.cwd, text);
  const gaps = gapsIn(file ?? 'stdout', text);
  explainTwo(gaps, io);
  return gaps.length === 0 ? 0 : 2;
}

/** What the document leaves open, as a judgement of it will say. */
function gapsIn(name: string, text: string): readonly string[] {
  const { readings } = readDocuments([{ name, bytes: Buffer.from(text) }], kinds);
  const notes = readings.flatMap((reading) => reading.notes).filter(({ level }) => level === 'incomplete');
  return notes.map(({ what, why }) => `${what}: ${why}`);
}
