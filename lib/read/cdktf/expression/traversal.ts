import type { Evaluated } from '../../evaluated/value';

/** A reference as an expression writes it: `aws_lb.public[0].arn`. Keys that had to be computed are computed. */
export type Traversal = {
  /** The first name: `aws_lb`, `var`, `module`. */
  readonly root: string;
  readonly steps: readonly TraversalStep[];
  /** All of it in one spelling: legacy `.0` and `.*` are written `[0]` and `[*]`. */
  readonly text: string;
};

/** `.name`, `["key"]` or `[0]`, and `[*]`, which takes each element of a list. */
export type TraversalStep =
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'key'; readonly key: string | number }
  | { readonly is: 'splat' };

/**
 * What a reference is worth where it stands. Of what is written in the document it is asked for the whole value, and the steps
 * inside it are taken here: `var.NAME`, `local.NAME`, `each.key`, `each.value`, `count.index`, `path.NAME`, `terraform.NAME`
 * come with that one step. Any other reference (of a resource, data source or module) comes with all its steps; only what
 * follows a legacy splat by index is left out (`aws_lb.public.*.arn` of `aws_lb.public.*.arn[0]`).
 */
export type Scope = (traversal: Traversal) => Evaluated;

/** The references whose value stands in the document, so that steps into it need no provider. */
const written: ReadonlySet<string> = new Set(['var', 'local', 'each', 'count', 'path', 'terraform']);

/** How many of the steps a scope is asked with. */
export function stepsAsked(root: string, steps: readonly { readonly is: string }[]): number {
  return written.has(root) && steps[0]?.is === 'name' ? 1 : steps.length;
}

export function traversalOf(root: string, steps: readonly TraversalStep[]): Traversal {
  return { root, steps, text: root + steps.map(stepText).join('') };
}

/** A step as it is written. */
export function stepText(step: TraversalStep): string {
  if (step.is === 'name') return `.${step.name}`;
  return step.is === 'splat' ? '[*]' : `[${JSON.stringify(step.key)}]`;
}
