import type { Reading } from '../../core/fact';
import type { Json } from '../../core/setting';
import { kinds } from '../../kinds';
import { readStacks, type SynthesisedStack } from '../../read/cdktf/read';
import { isObject } from '../../read/json';
import { nameOf, type StackLike } from './construct';

/** A stack as JSON, or what is to be said in its place. */
export type Body = SynthesisedStack | Reading;

/** A stack as it is now. One that cannot be synthesised stops nothing here: CDKTF says why when it comes to write it. */
export function bodyOf(stack: StackLike): Body {
  const document = nameOf(stack);
  try {
    // As it will be written to its file: what is no JSON is gone by then.
    const body = JSON.parse(JSON.stringify(stack.toTerraform())) as Json;
    return { document, stack: document, body: isObject(body) ? body : {} };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const why = `cannot be synthesised, so nothing in it was judged: ${said}`;
    return { document, source: 'cdktf', facts: [], notes: [{ what: document, why, level: 'incomplete' }] };
  }
}

/** What stacks say, read together: a reference from one leads into another. */
export function readTogether(bodies: readonly Body[]): readonly Reading[] {
  const stacks = bodies.flatMap((body) => ('body' in body ? [body] : []));
  const others = bodies.flatMap((body) => ('body' in body ? [] : [body]));
  return [...readStacks(stacks, kinds), ...others];
}
