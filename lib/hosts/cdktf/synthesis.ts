import type { Reading } from '../../core/fact';
import { stacksIn, type ConstructLike, type StackLike } from './construct';
import { bodyOf, readTogether, type Body } from './estate';
import { surveyOf, type Survey } from './survey';

/** What was found of each stack while a program is synthesised. That of a stack that is not final yet is found again once it is. */
type Kept<T> = Map<StackLike, { readonly found: T; readonly isFinal: boolean }>;
type Pass = { readonly surveys: Kept<Survey>; readonly bodies: Kept<Body> };
const passes = new WeakMap<ConstructLike, Pass>();

/**
 * A program as one of its stacks, `own`, sees it when it is about to be written: itself is final, and the others are taken as
 * they are. Stacks are synthesised one after the other without a pause, so what was found for one serves the next ones.
 */
export type Synthesis = {
  /** Every stack of the program, outer before inner. */
  readonly stacks: readonly StackLike[];
  readonly surveyOf: (stack: StackLike) => Survey;
  readonly read: (stacks: readonly StackLike[]) => readonly Reading[];
  /** Whether another stack had its turn before, so that it says nothing more. */
  readonly hadItsTurn: (stack: StackLike) => boolean;
};

/** Begins or goes on with the synthesis that `own` is part of. */
export function synthesisOf(own: StackLike): Synthesis {
  const pass = passOf(own.node.root);
  const survey = (stack: StackLike): Survey => keep(pass.surveys, own, stack, surveyOf);
  return {
    stacks: stacksIn(own.node.root, (stack) => survey(stack).inner),
    surveyOf: survey,
    read: (stacks) => readTogether(stacks.map((stack) => keep(pass.bodies, own, stack, bodyOf))),
    hadItsTurn: (stack) => stack !== own && pass.surveys.get(stack)?.isFinal === true,
  };
}

/** To be called when the synthesis of a stack begins: one that was final already is synthesised once more, and may have changed. */
export function beginSynthesis(stack: StackLike): void {
  const { root } = stack.node;
  if (passes.get(root)?.surveys.get(stack)?.isFinal === true) passes.delete(root);
}

function passOf(root: ConstructLike): Pass {
  const known = passes.get(root);
  if (known !== undefined) return known;
  const pass: Pass = { surveys: new Map(), bodies: new Map() };
  passes.set(root, pass);
  queueMicrotask(() => passes.delete(root));
  return pass;
}

function keep<T>(kept: Kept<T>, own: StackLike, stack: StackLike, find: (stack: StackLike) => T): T {
  const known = kept.get(stack);
  if (known !== undefined && (known.isFinal || stack !== own)) return known.found;
  const found = find(stack);
  kept.set(stack, { found, isFinal: stack === own });
  return found;
}
