import path from 'node:path';
import { table, type Json, type Table } from '../../core/setting';
import { items, own, textOf } from '../../read/json';
import { below, type Repository } from './repository';

/**
 * The folder of each module, by its calls joined by dots (`shop.db`; the root module is the empty text); `null` where it is
 * not in the repository. Local sources are followed from the module that names them; where others were put,
 * `.terraform/modules/modules.json` tells, if it is there.
 */
export function moduleFolders(
  repository: Repository,
  rootModule: string,
  sources: Table<string>,
): (module: string) => string | null {
  const installed = installedModules(repository, rootModule);
  return (module) => {
    const way: string[] = [];
    let key = module;
    while (key !== '') {
      const source = sources[key];
      if (source === undefined || !isLocal(source)) break;
      way.push(source);
      key = key.slice(0, Math.max(0, key.lastIndexOf('.')));
    }
    const start = key === '' ? rootModule : installed[key];
    if (start === undefined) return null;
    const folder = way.reverse().reduce(below, start);
    return folder === '..' || folder.startsWith('../') ? null : folder;
  };
}

/** What `./` and `../` begin is a folder beside the module that names it; anything else Terraform fetches. */
function isLocal(source: string): boolean {
  return /^\.\.?(?:\/|$)/.test(source);
}

/** Where `terraform init` put the modules. Its folders are named from the root module's. */
function installedModules(repository: Repository, rootModule: string): Table<string> {
  const text = repository.read(below(rootModule, '.terraform/modules/modules.json'));
  return table(
    items(own(parsed(text ?? 'null'), 'Modules')).flatMap((one) => {
      const [key, folder] = [textOf(own(one, 'Key')), textOf(own(one, 'Dir'))];
      if (key === undefined || folder === undefined || path.isAbsolute(folder)) return [];
      return [[key, below(rootModule, folder.replace(/\\/g, '/'))] as const];
    }),
  );
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
