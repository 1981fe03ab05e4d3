import { closeSync, fchmodSync, fstatSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../core/input-error';
import { errorCode } from './error-code';

/** What a collected document begins with. */
const beginning = /^\s*\{\s*"format"\s*:\s*"holdfast-collection"/;

/**
 * Refuses a file that could not be written once everything was read, and one that holds something else: `--save state.json`
 * takes the state for the document's name. Throws an `InputError`.
 */
export function checkCollectionTarget(file: string, cwd: string): void {
  const at = path.resolve(cwd, file);
  const stats = statSync(at, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) throw new InputError([{ message: `${file} is a folder; name a file in it` }]);
  if (stats === undefined && statSync(path.dirname(at), { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new InputError([{ message: `${file} cannot be written (its folder does not exist)` }]);
  }
  if (stats?.isFile() !== true || stats.size === 0 || beginning.test(firstOf(at, file))) return;
  throw new InputError([
    { message: `${file} exists and is no collected document, so it is not written over; name another file` },
  ]);
}

/** Writes a collected document for its owner alone, since it describes an estate. Throws an `InputError` where that fails. */
export function writeCollection(file: string, cwd: string, text: string): void {
  try {
    const fd = openSync(path.resolve(cwd, file), 'w', 0o600);
    try {
      // A file that was there keeps its mode otherwise.
      if (fstatSync(fd).isFile()) fchmodSync(fd, 0o600);
      writeFileSync(fd, text);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    throw new InputError([{ message: `${file} cannot be written (${errorCode(error) ?? 'no reason given'})` }]);
  }
}

function firstOf(at: string, file: string): string {
  try {
    const fd = openSync(at, 'r');
    try {
      const buffer = Buffer.alloc(100);
      return buffer.toString('utf8', 0, readSync(fd, buffer, 0, buffer.length, 0));
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    throw new InputError([{ message: `${file} cannot be read (${errorCode(error) ?? 'no reason given'})` }]);
  }
}
