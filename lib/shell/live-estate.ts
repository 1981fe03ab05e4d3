import type { Problem } from '../core/configuration';
import { InputError } from '../core/input-error';
import { kinds } from '../kinds';
import { readDocuments } from '../read/documents';
import { jsonText } from '../report/json-text';
import { checkCollectionTarget, writeCollection } from './collection-file';
import { readEstate, type Found } from './estate';
import type { Io } from './io';
import { collectLive, liveSources, type LiveOptions } from './live';

/** What is live: read now, and kept in a file if that is asked for; or collected before. */
export type LiveEstateOptions = LiveOptions & { readonly collected: readonly string[]; readonly save?: string };

/**
 * What is live. `unsaved` says why the file could not be written: what was read is judged all the same. Throws an
 * `InputError` where nothing can be read.
 */
export async function liveEstate(
  asked: LiveEstateOptions,
  io: Io,
): Promise<{ readonly found: Found; readonly unsaved: readonly Problem[] }> {
  const { collected, save, quiet } = asked;
  if (collected.length > 0) return { found: collectedEstate(collected, io), unsaved: [] };
  const sources = liveSources(asked, io.env);
  if (save === '-') throw new InputError([{ message: '--save names a file: standard output takes the report' }]);
  if (save !== undefined) checkCollectionTarget(save, io.cwd);
  const text = jsonText(await collectLive(sources, quiet === true, io));
  const unsaved = save === undefined ? [] : saved(save, text, io);
  // The way of every document, so that it is judged the same when it is read again.
  return { found: readDocuments([{ name: save ?? 'live', bytes: Buffer.from(text) }], kinds), unsaved };
}

/** Documents of `holdfast collect`. A plan among them would be compared with itself as if it were live. */
function collectedEstate(files: readonly string[], io: Io): Found {
  const found = readEstate(files, null, io);
  const others = found.readings.filter(({ source }) => source !== 'account' && source !== 'catalog');
  if (others.length === 0) return found;
  throw new InputError(
    others.map(({ document, source }) => ({
      message: `${document} is a ${source}, and --collected takes what holdfast collect wrote; name it with --against`,
    })),
  );
}

function saved(file: string, text: string, { cwd }: Io): readonly Problem[] {
  try {
    writeCollection(file, cwd, text);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems;
  }
}
