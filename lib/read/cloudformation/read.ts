import type { Reading } from '../../core/fact';
import type { Kind } from '../../core/kind';
import type { Location } from '../../core/setting';
import { factsOf } from '../evaluated/facts';
import type { JsonObject } from '../json';
import { evaluateTemplates } from './evaluate-templates';
import { roleNotes } from './template-notes';

/** One CloudFormation template, parsed; intrinsic functions of YAML short form are written out (`{ Ref: ... }`). */
export type Template = {
  /** What messages call the document: the file, or the construct path of the stack. */
  readonly document: string;
  readonly body: JsonObject;
  /** The name of the stack where it is known (a CDK manifest has it): what `AWS::StackName` gives. */
  readonly stackName?: string;
  readonly account?: string;
  readonly region?: string;
  /** The resource of another template of the same call that this one is nested in. */
  readonly nestedIn?: { readonly document: string; readonly logicalId: string };
};

/** What templates that are deployed together say, one reading each: imports and nested stacks lead from one to the other. */
export function readTemplates(templates: readonly Template[], kinds: readonly Kind[]): readonly Reading[] {
  const evaluated = evaluateTemplates(templates, kinds);
  const all = factsOf(
    evaluated.flatMap(({ resources }) => resources),
    kinds,
  );
  const facts = byDocument(all.facts);
  const notes = byDocument(all.notes);
  return evaluated.map(({ document, notes: found }) => {
    // Of two documents with one name the first speaks for both.
    const mine = taken(facts, document);
    const own = [...found, ...taken(notes, document), ...roleNotes(document, mine, kinds)];
    return { document, source: 'template', facts: mine, notes: own };
  });
}

function byDocument<T extends { readonly location?: Location }>(all: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const document = one.location?.document ?? '';
    const list = found.get(document);
    if (list === undefined) found.set(document, [one]);
    else list.push(one);
  }
  return found;
}

function taken<T>(from: Map<string, T[]>, document: string): readonly T[] {
  const found = from.get(document) ?? [];
  from.delete(document);
  return found;
}
