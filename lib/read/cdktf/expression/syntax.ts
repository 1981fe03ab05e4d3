/** An expression of the Terraform language, as parsed. Levels nest no deeper than the parser allows. */
export type Expression =
  | { readonly is: 'literal'; readonly value: string | number | boolean | null }
  /** A text with interpolations; its literal stretches are literals. */
  | { readonly is: 'template'; readonly parts: readonly Expression[] }
  | { readonly is: 'list'; readonly items: readonly Expression[] }
  | { readonly is: 'object'; readonly entries: readonly { readonly key: Expression; readonly value: Expression }[] }
  /** A name, and the steps from it: `aws_lb.public.arn`, `var.sizes["big"]`. */
  | { readonly is: 'variable'; readonly root: string; readonly steps: readonly Step[] }
  /** Steps from anything else, and those that apply to the whole of what a legacy splat (`.*`) gives. */
  | { readonly is: 'steps'; readonly of: Expression; readonly steps: readonly Step[] }
  /** `spread`: the last argument is a list of arguments (`max(local.sizes...)`). */
  | { readonly is: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly spread: boolean }
  | { readonly is: 'unary'; readonly operator: '!' | '-'; readonly operand: Expression }
  /** Operators of one precedence, from left to right; a list and no tree, so that a long sum is not deep. */
  | {
      readonly is: 'chain';
      readonly first: Expression;
      readonly rest: readonly { readonly operator: BinaryOperator; readonly operand: Expression }[];
    }
  | {
      readonly is: 'conditional';
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | {
      readonly is: 'for';
      /** The name of the key or index, where there is one. */
      readonly key: string | null;
      readonly value: string;
      readonly collection: Expression;
      readonly makes:
        | { readonly as: 'list'; readonly item: Expression }
        /** `grouped`: items of one key become a list (`...`). */
        | { readonly as: 'object'; readonly key: Expression; readonly value: Expression; readonly grouped: boolean };
      readonly only: Expression | null;
    };

/** A step whose key may have to be computed. */
export type Step =
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'key'; readonly key: Expression }
  | { readonly is: 'splat' };

/** Weakest first, as in `binaryOps` of hclsyntax (github.com/hashicorp/hcl, hclsyntax/expression_ops.go). */
export const precedence = [['||'], ['&&'], ['==', '!='], ['>', '>=', '<', '<='], ['+', '-'], ['*', '/', '%']] as const;
export type BinaryOperator = (typeof precedence)[number][number];

/** The names whose values decide what an expression is worth, in the order written, each once. */
export function namesIn(expression: Expression): readonly string[] {
  const found = new Set<string>();
  const pending: Expression[] = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.is === 'variable') found.add(nameOf(next));
    pending.push(...[...inside(next)].reverse());
  }
  return [...found];
}

/** As far as it is written without anything to compute. */
function nameOf({ root, steps }: Extract<Expression, { is: 'variable' }>): string {
  let text = root;
  for (const step of steps) {
    if (step.is === 'name') text += `.${step.name}`;
    else if (step.is === 'splat') text += '[*]';
    else if (step.key.is === 'literal') text += `[${JSON.stringify(step.key.value)}]`;
    else break;
  }
  return text;
}

function inside(expression: Expression): readonly Expression[] {
  switch (expression.is) {
    case 'literal':
      return [];
    case 'template':
      return expression.parts;
    case 'list':
      return expression.items;
    case 'object':
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case 'variable':
      return keysOf(expression.steps);
    case 'steps':
      return [expression.of, ...keysOf(expression.steps)];
    case 'call':
      return expression.args;
    case 'unary':
      return [expression.operand];
    case 'chain':
      return [expression.first, ...expression.rest.map(({ operand }) => operand)];
    case 'conditional':
      return [expression.condition, expression.then, expression.otherwise];
    case 'for':
      // What it makes speaks of its own names.
      return [expression.collection];
  }
}

function keysOf(steps: readonly Step[]): readonly Expression[] {
  return steps.flatMap((step) => (step.is === 'key' ? [step.key] : []));
}
