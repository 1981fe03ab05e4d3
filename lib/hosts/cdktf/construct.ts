/**
 * What is used of a construct. It is the same in every copy of `constructs`, `cdktf` and `cdktn`, none of which is imported:
 * a second copy of them would know nothing of the program's own.
 */
export interface ConstructLike {
  readonly node: NodeLike;
}

/** What is used of the node of a construct. */
export interface NodeLike {
  readonly id: string;
  readonly path: string;
  readonly root: ConstructLike;
  /** The constructs that hold this one, the outermost first and itself last. */
  readonly scopes: readonly ConstructLike[];
  readonly children: readonly ConstructLike[];
  readonly metadata: readonly { readonly type: string; readonly data: unknown }[];
  addMetadata(type: string, data: unknown, options?: { readonly stackTrace?: boolean }): void;
  addValidation(validation: { validate(): string[] }): void;
}

/** A stack of CDKTF or CDK Terrain. */
export interface StackLike extends ConstructLike {
  /** The stack as Terraform JSON, with everything resolved. */
  toTerraform(): unknown;
}

// Both forks register these names (facts: cdk 2.2).
const stackMark = Symbol.for('cdktf/TerraformStack');
const appMark = Symbol.for('cdktf/App');
const elementMark = Symbol.for('cdktf/TerraformElement');

/** Whether a value is a stack of CDKTF or CDK Terrain. */
export function isStack(value: unknown): value is StackLike {
  return isMarked(value, stackMark) && 'toTerraform' in value;
}

/** Whether a value is an app of CDKTF or CDK Terrain. */
export function isApp(value: unknown): value is ConstructLike {
  return isMarked(value, appMark) && 'node' in value;
}

/** The type of a resource or data source (`aws_lb`); `null` for any other construct. */
export function terraformTypeOf(construct: ConstructLike): string | null {
  const type: unknown = Reflect.get(construct, 'terraformResourceType');
  return typeof type === 'string' ? type : null;
}

/** Whether a construct is a call of a Terraform module; modules have no mark of their own, but alone have a source. */
export function isModule(construct: ConstructLike): boolean {
  return isMarked(construct, elementMark) && typeof Reflect.get(construct, 'source') === 'string';
}

/** The stack that holds a construct, or that it is; `null` outside stacks. */
export function stackOf(construct: ConstructLike): StackLike | null {
  return construct.node.scopes.filter(isStack).at(-1) ?? null;
}

/** A construct with all that is inside it, up to the next stacks: those are synthesised by themselves. */
export type Territory = { readonly constructs: readonly ConstructLike[]; readonly stacks: readonly StackLike[] };

/** Walks from a construct to the stacks inside it, parents first. Programs are as deep as they like, so nothing recurses. */
export function territoryOf(root: ConstructLike): Territory {
  const constructs: ConstructLike[] = [];
  const stacks: StackLike[] = [];
  const pending = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next !== root && isStack(next)) {
      stacks.push(next);
      continue;
    }
    constructs.push(next);
    for (const child of [...next.node.children].reverse()) pending.push(child);
  }
  return { constructs, stacks };
}

/** Every stack at or below a construct, outer before inner, in the order in which they were made. */
export function stacksIn(
  construct: ConstructLike,
  inside: (stack: StackLike) => readonly StackLike[] = (stack) => territoryOf(stack).stacks,
): readonly StackLike[] {
  const found: StackLike[] = [];
  const pending = isStack(construct) ? [construct] : [...territoryOf(construct).stacks].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    found.push(next);
    pending.push(...[...inside(next)].reverse());
  }
  return found;
}

/** What messages call a stack: its path in the program. */
export function nameOf(stack: ConstructLike): string {
  return stack.node.path;
}

function isMarked(value: unknown, mark: symbol): value is ConstructLike & object {
  return typeof value === 'object' && value !== null && mark in value;
}
