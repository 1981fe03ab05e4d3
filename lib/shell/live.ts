import { InputError } from '../core/input-error';
import type { Collection } from '../read/collection/collection';
import { visible } from '../report/visible';
import { collectRegions, type CollectOptions } from './aws/collect';
import { interruptible } from './interrupt';
import type { Io } from './io';
import { ownVersion } from './own-version';
import { collectCatalogs } from './postgres/collect';
import { parseCatalogSource } from './postgres/parse-source';
import type { CatalogSource } from './postgres/source';
import { progressOn, type Progress } from './progress';

/** What the user asks to read, of `collect` and `audit`. */
export type LiveOptions = {
  readonly regions: readonly string[];
  readonly postgres?: readonly string[];
  /** `false` with `--no-aws`. */
  readonly aws: boolean;
  readonly quiet?: boolean;
};

/** What is to be read: the Regions of the account (none named: the SDK's own; `null`: no account) and catalogs. */
export type LiveSources = { readonly regions: readonly string[] | null; readonly catalogs: readonly CatalogSource[] };

/** Reads what the options say. Throws an `InputError` for what cannot be meant, before anything is connected to. */
export function liveSources({ aws, regions, postgres = [] }: LiveOptions, env: Io['env']): LiveSources {
  if (!aws && regions.length > 0) {
    throw new InputError([{ message: '--no-aws and --regions exclude each other; say one of them' }]);
  }
  if (!aws && postgres.length === 0) {
    throw new InputError([
      { message: '--no-aws leaves nothing to read; name a catalog: --postgres postgres://USER@HOST/DATABASE' },
    ]);
  }
  return { regions: aws ? regions : null, catalogs: postgres.map((arg) => parseCatalogSource(arg, env)) };
}

/**
 * Reads account and catalogs; nothing is ever written to them. An interrupt ends the reading with what there is. Throws an
 * `InputError` where nothing can be read at all: no credentials, no Region.
 */
export async function collectLive(sources: LiveSources, isQuiet: boolean, io: Io): Promise<Collection> {
  const progress = progressOn(io, isQuiet);
  const said = (): void => {
    progress.end();
    io.stderr('holdfast: interrupted; going on with what was read so far, once more ends at once\n');
  };
  const collection = await interruptible(io, said, async (signal) => {
    try {
      return await collectAll(sources, progress, signal, io);
    } finally {
      progress.end();
    }
  });
  if (!isQuiet) io.stderr(sayWhatWasRead(collection));
  return collection;
}

async function collectAll(
  { regions, catalogs }: LiveSources,
  { tell }: Progress,
  signal: AbortSignal,
  io: Io,
): Promise<Collection> {
  const collectedAt = io.now().toISOString();
  // One after the other: without credentials nothing else is begun.
  const read = regions === null ? [] : await accountIn(regions, catalogs.length > 0, tell, signal);
  const { catalogs: known, failed } = await collectCatalogs(catalogs, {
    onProgress: ({ name, state }) =>
      tell({
        what: `catalog of ${name}`,
        answered: state === 'read' ? 1 : 0,
        failed: state === 'failed' ? 1 : 0,
        isDone: state !== 'reading',
      }),
    signal,
  });
  return {
    format: 'holdfast-collection',
    version: 1,
    tool: { name: 'holdfast', version: ownVersion() },
    collectedAt,
    complete: !signal.aborted,
    regions: read,
    catalogs: known,
    failedCatalogs: failed,
  };
}

async function accountIn(
  regions: readonly string[],
  hasCatalogs: boolean,
  tell: Progress['tell'],
  signal: AbortSignal,
): Promise<Collection['regions']> {
  const onProgress: CollectOptions['onProgress'] = ({ region, service, done, ...counts }) =>
    tell({ what: `${service} of ${region}`, ...counts, isDone: done });
  try {
    return await collectRegions({ regions, onProgress, signal });
  } catch (error) {
    if (!(error instanceof InputError) || !hasCatalogs) throw error;
    // Who has catalogs in mind, and no account, learns how to say so.
    throw new InputError([...error.problems, { message: 'to read the catalogs alone, say --no-aws' }]);
  }
}

/** Which account it was is worth a line: with several profiles it is easily another one than was meant. */
function sayWhatWasRead({ regions, catalogs }: Collection): string {
  const accounts = regions.map(
    ({ account, region, resources }) =>
      `holdfast: account ${account ?? '(number unknown)'}, ${visible(region)}: ${many(resources.length, 'resource')}\n`,
  );
  const servers = catalogs.map(
    ({ name, host, port, loginRoles }) =>
      `holdfast: catalog ${visible(name ?? `${host}:${String(port)}`)}: ${many(loginRoles.length, 'login role')}\n`,
  );
  return [...accounts, ...servers].join('');
}

const many = (count: number, what: string): string => `${String(count)} ${what}${count === 1 ? '' : 's'}`;
