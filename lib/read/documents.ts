import type { Problem } from '../core/configuration';
import type { Reading } from '../core/fact';
import { InputError } from '../core/input-error';
import type { Kind } from '../core/kind';
import { table, type Table } from '../core/setting';
import { readStacks } from './cdktf/read';
import { withConstructPaths } from './cloudformation/construct-paths';
import { readTemplates, type Template } from './cloudformation/read';
import { readCollection } from './collection/read';
import { parseDocument, type Parsed } from './parse';
import { readPlan } from './terraform/plan';
import { readState } from './terraform/state';

/** A document as it was found, and what is known of it beside its content. */
export type Document = {
  /** What messages call it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What a CDKTF manifest says of a stack. */
  readonly stack?: string;
  /** What a CDK manifest says of a template. */
  readonly template?: Pick<Template, 'stackName' | 'account' | 'region' | 'nestedIn'> & {
    /** The path of the construct behind each resource, by logical id. */
    readonly constructs?: Table<string>;
  };
};

/** Something that was read, and the position of the document that it was read from. */
type Found = { readonly at: number; readonly reading: Reading };
type Sorted = Parsed & { readonly at: number; readonly document: Document };

/**
 * What documents say, whatever they are, read together: synthesised stacks and templates refer to each other. One that
 * cannot be read is a problem, and the others are read all the same. Readings are in the order of the documents.
 */
export function readDocuments(
  documents: readonly Document[],
  kinds: readonly Kind[],
): { readonly readings: readonly Reading[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const attempt = <T>(read: () => readonly T[]): readonly T[] => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  };
  const parsed = documents.flatMap((document, at) =>
    attempt((): Sorted[] => [{ ...parseDocument(document), at, document }]),
  );
  const found = [
    ...parsed.flatMap((one) => attempt(() => alone(one, kinds))),
    ...attempt(() => stacks(parsed, kinds)),
    ...attempt(() => templates(parsed, kinds)),
  ];
  return { readings: [...found].sort((a, b) => a.at - b.at).map(({ reading }) => reading), problems };
}

/** What is read without the other documents. */
function alone({ as, body, at, document: { name } }: Sorted, kinds: readonly Kind[]): readonly Found[] {
  switch (as) {
    case 'plan':
      return [{ at, reading: readPlan(name, body, kinds) }];
    case 'state':
      return [{ at, reading: readState(name, body, kinds) }];
    case 'collection':
      return readCollection(name, body, kinds).map((reading) => ({ at, reading }));
    case 'stack':
    case 'template':
      return [];
  }
}

function stacks(parsed: readonly Sorted[], kinds: readonly Kind[]): readonly Found[] {
  const mine = parsed.filter(({ as }) => as === 'stack');
  const read = readStacks(
    mine.map(({ body, document: { name, stack } }) => ({ document: name, stack: stack ?? null, body })),
    kinds,
  );
  return read.map((reading, at) => ({ at: mine[at]?.at ?? 0, reading }));
}

function templates(parsed: readonly Sorted[], kinds: readonly Kind[]): readonly Found[] {
  const mine = parsed.filter(({ as }) => as === 'template');
  const read = readTemplates(
    mine.map(({ body, document: { name, template: { constructs = table<string>(), ...template } = {} } }) => ({
      document: name,
      body: withConstructPaths(body, constructs),
      ...template,
    })),
    kinds,
  );
  return read.map((reading, at) => ({ at: mine[at]?.at ?? 0, reading }));
}
