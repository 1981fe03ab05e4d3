import type { Reading } from '../core/fact';
import { InputError } from '../core/input-error';
import type { Kind } from '../core/kind';
import { readDocuments } from './documents';

/**
 * What one document says, whatever it is: a plan, a state, a synthesised stack or a template. `name` is the label or file
 * name that facts and messages carry. Throws an `InputError` for a document that cannot be read, saying what it is and how to
 * get the right one. Stacks and templates that refer to each other are read together only by {@link readDocuments}.
 */
export function readDocument(name: string, bytes: Uint8Array, kinds: readonly Kind[]): readonly Reading[] {
  const { readings, problems } = readDocuments([{ name, bytes }], kinds);
  if (problems.length > 0) throw new InputError(problems);
  return readings;
}
