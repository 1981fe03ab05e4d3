import type { Reading } from '../../core/fact';
import type { Kind } from '../../core/kind';
import type { JsonObject } from '../json';

/** One synthesised stack: the JSON that CDKTF or CDK Terrain writes as `cdk.tf.json`, or `stack.toTerraform()`. */
export type SynthesisedStack = {
  /** What messages call the document: the file, or the stack's path in the construct tree. */
  readonly document: string;
  /** The id of the stack, as cross-stack references name it; `null` where only the file is at hand. */
  readonly stack: string | null;
  readonly body: JsonObject;
};

/** What stacks that are synthesised together say, one reading each: a reference from one stack leads into another. */
export function readStacks(stacks: readonly SynthesisedStack[], kinds: readonly Kind[]): readonly Reading[] {
  void kinds;
  return stacks.map(({ document }) => ({ document, source: 'cdktf', facts: [], notes: [] }));
}
