import type { Problem } from '../core/configuration';
import type { Reading } from '../core/fact';
import type { Kind } from '../core/kind';
import type { Template } from './cloudformation/read';

/** A document as it was found, and what is known of it beside its content. */
export type Document = {
  /** What messages call it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What a CDKTF manifest says of a stack. */
  readonly stack?: string;
  /** What a CDK manifest says of a template. */
  readonly template?: Pick<Template, 'stackName' | 'account' | 'region' | 'nestedIn'>;
};

/**
 * What documents say, whatever they are, read together: synthesised stacks and templates refer to each other. One that
 * cannot be read is a problem, and the others are read all the same.
 */
export function readDocuments(
  documents: readonly Document[],
  kinds: readonly Kind[],
): { readonly readings: readonly Reading[]; readonly problems: readonly Problem[] } {
  void kinds;
  return { readings: [], problems: documents.map(({ name }) => ({ message: `${name} is not read yet` })) };
}
