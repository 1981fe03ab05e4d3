import type { Repository } from './repository';

/** Where the root module of a document is, or why that cannot be told. */
export type RootModule =
  | { readonly is: 'found'; readonly folder: string }
  | { readonly is: 'tie'; readonly folders: readonly string[]; readonly declared: number }
  | { readonly is: 'none' }
  | { readonly is: 'too-many' };

/**
 * The folder that declares most of the keys of a document's root module. The folder of `--repo-root` itself wins where no
 * other declares more, and is taken without looking further where it declares them all.
 */
export function findRootModule(repository: Repository, keys: ReadonlySet<string>): RootModule {
  const count = (folder: string): number => {
    const declared = repository.declarations(folder);
    return [...keys].filter((key) => declared[key] !== undefined).length;
  };
  if (count('') === keys.size) return { is: 'found', folder: '' };
  const folders = repository.folders();
  if (folders === null) return { is: 'too-many' };
  let most = 1;
  let best: string[] = [];
  for (const folder of folders) {
    const declared = count(folder);
    if (declared > most) best = [];
    if (declared >= most) best.push(folder);
    most = Math.max(most, declared);
  }
  const [first] = best;
  if (first === undefined) return { is: 'none' };
  return first === '' || best.length === 1
    ? { is: 'found', folder: first }
    : { is: 'tie', folders: best, declared: most };
}
