import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { compare } from '../../core/order';
import { InputError } from '../../core/input-error';
import { errorCode } from '../error-code';
import { isInside } from '../inside';

/**
 * A folder that the user named, out of which no path leads: what is in it is written by others. Files are named by their path
 * from there, with forward slashes; the folder itself is the empty text.
 */
export type ClosedFolder = {
  /** What messages call a file in it. */
  readonly nameOf: (file: string) => string;
  /** The bytes of a file. Throws an `InputError` that names it where it is not there, is no file or lies outside. */
  readonly read: (file: string) => Uint8Array;
  /** Where a folder below it really is; `null` where it is not there or lies outside. */
  readonly realPath: (folder: string) => string | null;
  /** The names in a folder below it, sorted; none where it is not there or lies outside. */
  readonly names: (folder: string) => readonly string[];
};

/** Opens a folder. `name` is what the user calls it, or its label. Throws an `InputError` where it cannot be read. */
export function closedFolder(name: string, folder: string): ClosedFolder {
  const nameOf = (file: string): string => (name === '.' ? file : `${name.replace(/[\\/]+$/, '')}/${file}`);
  const root = readable(name, folder);
  const realBelow = (below: string): string | null => {
    try {
      const real = realpathSync(path.join(root, below));
      return isInside(root, real) ? real : null;
    } catch {
      return null;
    }
  };
  return {
    nameOf,
    read: (file) => {
      const refuse = (why: string): never => {
        throw new InputError([{ message: `${nameOf(file)} ${why}` }]);
      };
      const real = realFile(root, file, refuse);
      // Reading a pipe or a device would never end.
      if (!statSync(real).isFile()) return refuse('is no file, so it was not read; synthesise the app again');
      try {
        return readFileSync(real);
      } catch (error) {
        return refuse(`cannot be read (${errorCode(error) ?? 'no reason given'})`);
      }
    },
    realPath: realBelow,
    names: (below) => {
      const real = realBelow(below);
      try {
        return real === null ? [] : readdirSync(real).sort(compare);
      } catch {
        return [];
      }
    },
  };
}

/** Where the folder really is. */
function readable(name: string, folder: string): string {
  try {
    readdirSync(folder);
    return realpathSync(folder);
  } catch (error) {
    const message = `${name} is a folder that cannot be read (${errorCode(error) ?? 'no reason given'})`;
    throw new InputError([{ message }]);
  }
}

/** Where a file really is. A path that leads out is refused before anything is looked at, and a link when it is followed. */
function realFile(root: string, file: string, refuse: (why: string) => never): string {
  const outside = 'leads out of the folder, so it was not read; synthesise the app again, or name that file itself';
  const isAbsolute = path.posix.isAbsolute(file) || path.win32.isAbsolute(file);
  const target = path.join(root, file);
  if (isAbsolute || !isInside(root, target)) return refuse(outside);
  const real = resolved(target, refuse);
  return isInside(root, real) ? real : refuse(outside);
}

function resolved(file: string, refuse: (why: string) => never): string {
  try {
    return realpathSync(file);
  } catch (error) {
    const code = errorCode(error);
    const isAbsent = code === 'ENOENT' || code === 'ENOTDIR';
    return refuse(
      isAbsent
        ? 'does not exist, though the app lists it; synthesise the app again'
        : `cannot be read (${code ?? '?'})`,
    );
  }
}
