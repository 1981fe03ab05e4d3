import { InputError } from '../../core/input-error';
import type { CollectedCatalog, FailedCatalog } from '../../read/collection/collection';
import { readCatalog } from './read-catalog';
import type { Outcome } from './session';
import { nameOf, type CatalogSource } from './source';
import { whyUnread } from './why';

/** What is going on with one server, for those who wait. */
export type CatalogProgress = { readonly name: string; readonly state: 'reading' | 'read' | 'failed' };

export type CollectedCatalogs = {
  readonly catalogs: readonly CollectedCatalog[];
  readonly failed: readonly FailedCatalog[];
};

/** Seconds for all queries to one server, after connecting: they take milliseconds on one that is well. */
const readWithin = 20;

/** Servers that are read at once. */
const atOnce = 8;

/**
 * Reads the catalog of every server, each in the order of `sources`. Never rejects for what a server or the network does: a
 * server that cannot be read, hangs, or was not reached before `signal` came is in `failed`, with the reason. Nothing is
 * written anywhere, and no connection is left behind.
 */
export async function collectCatalogs(
  sources: readonly CatalogSource[],
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: CatalogProgress) => void },
): Promise<CollectedCatalogs> {
  const results: (CollectedCatalog | FailedCatalog)[] = new Array<CollectedCatalog | FailedCatalog>(sources.length);
  const waiting = sources.entries();
  const worker = async (): Promise<void> => {
    for (const [at, source] of waiting) {
      const name = nameOf(source);
      options.onProgress({ name, state: 'reading' });
      const result = await collected(source, options.signal);
      results[at] = result;
      options.onProgress({ name, state: isFailed(result) ? 'failed' : 'read' });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return {
    catalogs: results.filter((one): one is CollectedCatalog => !isFailed(one)),
    failed: results.filter(isFailed),
  };
}

async function collected(source: CatalogSource, signal: AbortSignal): Promise<CollectedCatalog | FailedCatalog> {
  const name = nameOf(source);
  try {
    const outcome: Outcome<CollectedCatalog> = signal.aborted
      ? { is: 'interrupted' }
      : await readCatalog(source, { within: readWithin, signal });
    return outcome.is === 'done' ? outcome.value : { name, why: whyUnread(outcome, source) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { name, why: error.message };
  }
}

function isFailed(result: CollectedCatalog | FailedCatalog): result is FailedCatalog {
  return 'why' in result;
}
