import type { Configuration } from '../../core/configuration';
import type { Kind } from '../../core/kind';
import { merge } from '../../read/configuration/merge';
import { readConfiguration } from '../../read/configuration/read';
import { findConfiguration } from './find';
import { nameOf, readLayers } from './layers';

/** What is asked for: a file, or else the first that is found from `cwd` upwards. `policies` are the ids of all that are loaded. */
export type LoadOptions = {
  readonly file?: string;
  readonly cwd: string;
  readonly kinds: readonly Kind[];
  readonly policies: readonly string[];
};

/** A configuration and the name of its file, relative to the working directory. */
export type Loaded = { readonly configuration: Configuration; readonly file: string };

/**
 * Reads the configuration and the files that it extends; `null` where none was asked for and none is found. Throws an
 * `InputError` with all problems, each with file, line and column: a file that was named and is missing is one of them.
 */
export function loadConfiguration(options: LoadOptions): Loaded | null {
  const { cwd, kinds, policies } = options;
  const file = options.file ?? findConfiguration(cwd);
  if (file === null) return null;
  const [first, ...others] = readLayers(file, cwd);
  if (first === undefined) return null;
  const { raw, where } = others.reduce(merge, first);
  return { configuration: readConfiguration(raw, where, kinds, { policies }), file: nameOf(file, cwd) };
}
