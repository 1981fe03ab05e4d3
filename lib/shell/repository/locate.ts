import type { Problem } from '../../core/configuration';
import type { Reading } from '../../core/fact';
import { table } from '../../core/setting';
import { hasSources, rootKeys, withSources } from '../../read/sources';
import { moduleFolders } from './module-folders';
import { openRepository, type Repository } from './repository';
import { findRootModule, type RootModule } from './root-module';

/** Documents whose places name files, as far as they were found, and what is to be said about those that were not. */
export type Located = { readonly readings: readonly Reading[]; readonly problems: readonly Problem[] };

/**
 * Finds the `.tf` files of documents below the folder of `--repo-root` and names them in the places of facts and settings. A
 * document whose root module is not found keeps its places. Throws an `InputError` where the folder is none.
 */
export function locate(readings: readonly Reading[], folder: string, cwd: string): Located {
  const repository = openRepository(folder, cwd);
  const problems: Problem[] = [];
  const located = readings.map((reading) => {
    const keys = rootKeys(reading);
    if (!hasSources(reading) || keys.size === 0) return reading;
    const root = findRootModule(repository, keys);
    if (root.is !== 'found') {
      problems.push({
        message: `${whyNot(root, repository)}, so findings point into ${reading.document}; ${remedy(root)}`,
      });
      return reading;
    }
    const folderOf = moduleFolders(repository, root.folder, reading.modules ?? table());
    return withSources(reading, (module) => {
      const at = folderOf(module);
      return at === null ? null : repository.declarations(at);
    });
  });
  return { readings: located, problems };
}

type NotFound = Exclude<RootModule, { is: 'found' }>;

function whyNot(root: NotFound, { name }: Repository): string {
  switch (root.is) {
    case 'none':
      return `no folder in ${name} declares what the root module of the document holds`;
    case 'tie': {
      const [first = '', second = '', ...more] = root.folders;
      const folders =
        more.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${more.length} more folders`;
      return `${folders} in ${name} each declare ${root.declared} of what the root module of the document holds`;
    }
    case 'too-many':
      return `${name} holds too many folders with Terraform files to look for the root module of the document`;
  }
}

function remedy({ is }: NotFound): string {
  return is === 'tie' ? 'name the right one with --repo-root' : 'name the folder of its root module with --repo-root';
}
