import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../core/configuration';
import type { Reading } from '../core/fact';
import { InputError } from '../core/input-error';
import type { Kind } from '../core/kind';
import { readDocuments as readTogether } from '../read/documents';
import { errorCode } from './error-code';
import type { Io } from './io';
import type { Synthesised } from './synthesised/collection';
import { synthesisedIn } from './synthesised/read';

/** A file or folder that the user named: what messages call it, and where it is; `null` is standard input. */
export type InputFile = { readonly name: string; readonly path: string | null };

/**
 * The documents of a command line: `FILE`, `FOLDER`, `LABEL=FILE` and `-`. Nothing named but something piped in is standard input.
 * Throws an `InputError` where nothing is there to read, or two documents have one name.
 */
export function inputFiles(args: readonly string[], { cwd, stdin }: Pick<Io, 'cwd' | 'stdin'>): readonly InputFile[] {
  if (args.length === 0 && !stdin.isPiped) {
    const message =
      'no file was named and nothing is piped in, so there is nothing to judge; ' +
      'name a plan (terraform show -json PLAN > plan.json; holdfast check plan.json) or what was synthesised ' +
      '(cdktf.out, cdk.out, a template), or pipe one in';
    throw new InputError([{ message }]);
  }
  const files = (args.length === 0 ? ['-'] : args).map((arg) => inputFile(arg, cwd));
  refuseTwice(files);
  if (files.filter((file) => file.path === null).length > 1) {
    throw new InputError([{ message: 'standard input is named twice; it can be read once' }]);
  }
  return files;
}

/**
 * Reads every document that can be read, those of folders too, and says why each of the others cannot. Throws an
 * `InputError` where two documents have one name.
 */
export function readableDocuments(
  files: readonly InputFile[],
  stdin: Io['stdin'],
  kinds: readonly Kind[],
): { readonly readings: readonly Reading[]; readonly problems: readonly Problem[] } {
  const found = files.map((file) => documentsAt(file, stdin));
  const documents = found.flatMap((one) => one.documents);
  refuseTwice(documents);
  const read = readTogether(documents, kinds);
  return { readings: read.readings, problems: [...found.flatMap((one) => one.problems), ...read.problems] };
}

/** Reads documents, every one of them before it complains. Throws an `InputError` that holds all problems. */
export function readDocuments(
  files: readonly InputFile[],
  stdin: Io['stdin'],
  kinds: readonly Kind[],
): readonly Reading[] {
  const { readings, problems } = readableDocuments(files, stdin, kinds);
  if (problems.length > 0) throw new InputError(problems);
  return readings;
}

/** What is in a file. Throws an `InputError` where it cannot be read. */
export function fileBytes(name: string, cwd: string): Uint8Array {
  return readBytes(name, path.resolve(cwd, name));
}

/** Whether a file or folder of that name is there. */
export function exists(name: string, cwd: string): boolean {
  return statSync(path.resolve(cwd, name), { throwIfNoEntry: false }) !== undefined;
}

function inputFile(arg: string, cwd: string): InputFile {
  if (arg === '-') return { name: 'stdin', path: null };
  const at = arg.indexOf('=');
  // A file whose own name holds `=` is that file.
  if (at <= 0 || exists(arg, cwd)) return { name: arg, path: path.resolve(cwd, arg) };
  const file = arg.slice(at + 1);
  return { name: arg.slice(0, at), path: file === '-' ? null : path.resolve(cwd, file) };
}

function refuseTwice(named: readonly { readonly name: string }[]): void {
  const seen = new Set<string>();
  const twice = new Set(named.flatMap(({ name }) => (seen.size === seen.add(name).size ? [name] : [])));
  if (twice.size === 0) return;
  throw new InputError(
    [...twice].map((name) => ({
      message: `${name} is given twice; name each document once, as LABEL=FILE if need be`,
    })),
  );
}

function documentsAt({ name, path: at }: InputFile, stdin: Io['stdin']): Synthesised {
  try {
    if (at === null) return { documents: [{ name, bytes: stdin.read() }], problems: [] };
    if (isFolder(at)) return synthesisedIn(name, at);
    return { documents: [{ name, bytes: readBytes(name, at) }], problems: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { documents: [], problems: error.problems };
  }
}

function isFolder(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

function readBytes(name: string, file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new InputError([{ message: `${named(name, file)} ${whyUnreadable(errorCode(error))}` }]);
  }
}

function named(name: string, file: string): string {
  return file.endsWith(name) ? name : `${name} (${file})`;
}

function whyUnreadable(code: string | undefined): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by this user';
  if (code === 'ERR_FS_FILE_TOO_LARGE') return 'is larger than 2 GiB';
  return `cannot be read (${code ?? 'no reason given'})`;
}
