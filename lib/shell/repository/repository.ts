import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { InputError } from '../../core/input-error';
import { declarationsIn, type Declarations, type SourceFile } from '../../read/hcl/declarations';
import { isInside } from '../inside';

/**
 * The files below the folder of `--repo-root`. Folders and files are named by their path from there, with forward slashes;
 * the folder itself is the empty text. What cannot be read, or leads out of the folder, is as if it were not there.
 */
export type Repository = {
  /** The folder as the user names it. */
  readonly name: string;
  /** The text of a file; `null` where there is none that is ours to read. */
  readonly read: (file: string) => string | null;
  /** What the `.tf` files of a folder declare. */
  readonly declarations: (folder: string) => Declarations;
  /** The folders that hold `.tf` files, outermost first; `null` where there are too many to look through. */
  readonly folders: () => readonly string[] | null;
};

/** Terraform files of people are far smaller; generated ones above this size are left without lines. */
const largestFile = 1024 * 1024;

/** How far below the folder, and through how many folders and files, a root module is looked for. */
const deepest = 8;
const mostFolders = 10_000;
const mostFiles = 5_000;

/** Opens the folder of `--repo-root`. Throws an `InputError` where there is none. */
export function openRepository(name: string, cwd: string): Repository {
  const root = realFolder(path.resolve(cwd, name));
  if (root === null) {
    const message = `--repo-root ${name} is no folder that can be read, so no file in it can be named; name the folder of your Terraform files`;
    throw new InputError([{ message }]);
  }
  const read = (file: string): string | null => readInside(root, file);
  const sourcesIn = (folder: string): readonly SourceFile[] =>
    entriesOf(root, folder).flatMap((entry) => {
      const file = below(folder, entry.name);
      const text = isSource(entry) ? read(file) : null;
      return text === null ? [] : [{ file, text }];
    });
  return {
    name,
    read,
    declarations: remembered((folder) => declarationsIn(sourcesIn(folder))),
    folders: () => foldersWithSources(root),
  };
}

/** The path of something in a folder, both from the folder of `--repo-root`; it begins with `../` where it leads out. */
export function below(folder: string, name: string): string {
  const joined = path.posix.join(folder, name).replace(/\/$/, '');
  return joined === '.' ? '' : joined;
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const fresh = make(key);
    made.set(key, fresh);
    return fresh;
  };
}

function foldersWithSources(root: string): readonly string[] | null {
  const found: string[] = [];
  let files = 0;
  let level = [''];
  let seen = 0;
  for (let depth = 0; depth <= deepest && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      const entries = entriesOf(root, folder);
      const sources = entries.filter(isSource).length;
      if (sources > 0) found.push(folder);
      files += sources;
      seen += 1;
      if (seen > mostFolders || files > mostFiles) return null;
      for (const entry of entries) {
        // A link to a folder is no folder here, so that none is walked twice or for ever.
        const isEntered = entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules';
        if (isEntered) next.push(below(folder, entry.name));
      }
    }
    level = next;
  }
  return found;
}

/** Terraform reads `.tf`, OpenTofu `.tofu` too; neither reads hidden files. JSON syntax is not mapped. */
function isSource({ name }: Dirent): boolean {
  return /^[^.].*\.(?:tf|tofu)$/.test(name);
}

function entriesOf(root: string, folder: string): readonly Dirent[] {
  try {
    const real = realpathSync(path.join(root, folder));
    if (!isInside(root, real)) return [];
    return readdirSync(real, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function readInside(root: string, file: string): string | null {
  try {
    const real = realpathSync(path.join(root, file));
    if (!isInside(root, real)) return null;
    const stats = statSync(real);
    if (!stats.isFile() || stats.size > largestFile) return null;
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(real));
  } catch {
    return null;
  }
}

function realFolder(folder: string): string | null {
  try {
    const real = realpathSync(folder);
    return statSync(real).isDirectory() ? real : null;
  } catch {
    return null;
  }
}
