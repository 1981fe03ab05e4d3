import type { CollectedCatalog } from '../../../lib/read/collection/collection';
import { collectCatalogs } from '../../../lib/shell/postgres/collect';
import { parseCatalogSource } from '../../../lib/shell/postgres/parse-source';

type Environment = Readonly<Record<string, string>>;

/** An environment in which nobody's files are found. */
export const nowhere: Environment = { HOME: '/nowhere' };

/** The catalog of one server; throws with the reason where it could not be read. */
export async function catalogOf(arg: string, env: Environment = nowhere): Promise<CollectedCatalog> {
  const { catalogs, failed } = await collect([arg], env);
  const [only] = catalogs;
  if (only === undefined) throw new Error(failed[0]?.why);
  return only;
}

/** Why the catalog of one server could not be read. */
export async function failureOf(arg: string, env: Environment = nowhere): Promise<string> {
  const { failed } = await collect([arg], env);
  expect(failed).toHaveLength(1);
  return failed[0]!.why;
}

export function collect(
  args: readonly string[],
  env: Environment = nowhere,
  signal: AbortSignal = new AbortController().signal,
): ReturnType<typeof collectCatalogs> {
  const sources = args.map((arg) => parseCatalogSource(arg, env));
  return collectCatalogs(sources, { signal, onProgress: () => undefined });
}
