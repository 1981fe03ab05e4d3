import type { Reading } from '../../core/fact';
import type { Kind } from '../../core/kind';
import type { Location } from '../../core/setting';
import { factsOf } from '../evaluated/facts';
import type { JsonObject } from '../json';
import { judgedByType } from './judged';
import { openEstate } from './open-estate';
import { resourcesOf } from './resources';
import { stackOf } from './stack';
import { stackNotes } from './stack-notes';
import { defaultNote } from './variable';

/** One synthesised stack: the JSON that CDKTF or CDK Terrain writes as `cdk.tf.json`, or `stack.toTerraform()`. */
export type SynthesisedStack = {
  /** What messages call the document: the file, or the stack's path in the construct tree. */
  readonly document: string;
  /** What cross-stack references call the stack: its path in the construct tree. `null` where only the file is at hand. */
  readonly stack: string | null;
  readonly body: JsonObject;
};

/** What stacks that are synthesised together say, one reading each: a reference from one stack leads into another. */
export function readStacks(stacks: readonly SynthesisedStack[], kinds: readonly Kind[]): readonly Reading[] {
  const parsed = stacks.map(stackOf);
  const estate = openEstate(parsed);
  const judged = judgedByType(kinds);
  const read = parsed.map((stack) => resourcesOf(estate, stack, judged));
  const { facts, notes } = factsOf(
    read.flatMap(({ resources }) => resources),
    kinds,
  );
  const isEmpty = parsed.every(({ resources }) => resources.size === 0);
  const defaults = new Set(read.flatMap(({ variables }) => [...variables]));
  const ofDocument = <T extends { readonly location?: Location }>(all: readonly T[], document: string): readonly T[] =>
    all.filter(({ location }) => location?.document === document);
  return parsed.map((stack, at): Reading => {
    const { document } = stack;
    const used = [...stack.variables.values()].filter((variable) => defaults.has(variable));
    return {
      document,
      source: 'cdktf',
      facts: ofDocument(facts, document),
      notes: [
        ...stackNotes(stack, isEmpty),
        ...(read[at]?.notes ?? []),
        ...ofDocument(notes, document),
        ...used.map((variable) => defaultNote(stack, variable)),
      ],
    };
  });
}
