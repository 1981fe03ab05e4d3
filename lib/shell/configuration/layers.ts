import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../core/configuration';
import { InputError } from '../../core/input-error';
import { table, type Json, type Location } from '../../core/setting';
import type { Layer } from '../../read/configuration/merge';
import { quoted } from '../../read/configuration/place';
import { isObject, own } from '../../read/json';
import { errorCode } from '../error-code';
import { parseYaml } from './yaml';

/**
 * A file and those that it extends, those furthest away first; each counts once, where it is needed first. Throws an
 * `InputError` with all files that cannot be read, and for circles and addresses. Names in messages are relative to `cwd`.
 */
export function readLayers(file: string, cwd: string): readonly Layer[] {
  const layers: Layer[] = [];
  const problems: Problem[] = [];
  const done = new Set<string>();

  function visit(target: string, from: readonly string[], location?: Location): void {
    const report = (message: string): void => {
      problems.push(location === undefined ? { message } : { message, location });
    };
    const name = nameOf(target, cwd);
    const real = realOf(target);
    if (from.includes(real)) return report(`${name} extends itself${through(from, real, cwd)}; remove one \`extends\``);
    if (done.has(real)) return;
    done.add(real);
    const read = readText(target);
    if ('why' in read) return report(`${name} ${read.why}`);
    const layer = parsed(read.text, name, problems);
    if (layer === null) return;
    const { bases, rest } = splitExtends(layer, problems);
    for (const base of bases) visit(path.resolve(path.dirname(real), base.file), [...from, real], base.location);
    layers.push(rest);
  }

  visit(path.resolve(cwd, file), []);
  if (problems.length > 0) throw new InputError(problems);
  return layers;
}

/** How messages and locations call a file: relative to the working directory, with slashes. */
export function nameOf(file: string, cwd: string): string {
  return path.relative(cwd, path.resolve(cwd, file)).split(path.sep).join('/');
}

function through(from: readonly string[], real: string, cwd: string): string {
  const between = from.slice(from.indexOf(real) + 1).map((file) => nameOf(file, cwd));
  return between.length === 0 ? '' : ` through ${between.join(' and ')}`;
}

/** One file may have several paths. A pipe (`--config <(...)`) has none that leads to it. */
function realOf(target: string): string {
  try {
    return realpathSync(target);
  } catch {
    return target;
  }
}

/** The text of a file, or why there is none, as a clause. */
function readText(file: string): { readonly text: string } | { readonly why: string } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return { why: whyUnreadable(error) };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { why: 'is not UTF-8 text; save it as UTF-8' };
  }
}

function whyUnreadable(error: unknown): string {
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist; correct the path';
  if (code === 'EISDIR') return 'is a folder; name the file in it';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read; give this user the permission';
  return `cannot be read${code === null ? '' : ` (${code})`}; correct the path`;
}

function parsed(text: string, name: string, problems: Problem[]): Layer | null {
  try {
    return parseYaml(text, name);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

type Base = { readonly file: string; readonly location: Location };

/** Takes the `extends` that is followed out of the data. One of the wrong type stays, so that the definition says what is wrong with it. */
function splitExtends(layer: Layer, problems: Problem[]): { readonly bases: readonly Base[]; readonly rest: Layer } {
  const written = own(layer.raw, 'extends');
  const list: readonly Json[] = Array.isArray(written) ? (written as readonly Json[]) : [written ?? null];
  const bases = list.flatMap((file, at): Base[] =>
    typeof file === 'string' && file.trim() !== ''
      ? [{ file, location: layer.where(Array.isArray(written) ? ['extends', at] : ['extends']) }]
      : [],
  );
  if (!isObject(layer.raw) || bases.length < list.length) return { bases: [], rest: layer };
  const remote = bases.filter(({ file }) => isAddress(file));
  for (const { file, location } of remote)
    problems.push({
      message: `${quoted(file)} is an address, and only local files are read; copy the file and name the copy`,
      location,
    });
  const rest = table(Object.entries(layer.raw).filter(([key]) => key !== 'extends'));
  return { bases: bases.filter((base) => !remote.includes(base)), rest: { raw: rest, where: layer.where } };
}

/** `https://...`, `git::...`, `git@host:...`; a single letter before the colon is a drive. */
function isAddress(file: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(file) || /^[\w.-]+@[\w.-]+:/.test(file);
}
