/**
 * What is used of a construct. AWS CDK's own constructs fit, whichever copy of `constructs` they come from: importing its
 * type would tie users to one copy.
 */
export type ConstructLike = {
  readonly node: {
    readonly path: string;
    readonly root: ConstructLike;
    /** From the root to the construct itself. */
    readonly scopes: ConstructLike[];
    readonly children: ConstructLike[];
    readonly metadata: { readonly type: string; readonly data: unknown }[];
    addMetadata(type: string, data: unknown, options?: { readonly stackTrace?: boolean }): void;
    addValidation(validation: { validate(): string[] }): void;
  };
};

/** What is used of a stack. `nestedStackResource` stands for it in its parent's template where it is a nested one. */
export type StackLike = ConstructLike & {
  readonly stackName: string;
  readonly account: string;
  readonly region: string;
  readonly templateFile: string;
  readonly nestedStackResource?: ElementLike;
  resolve(value: unknown): unknown;
  _toCloudFormation(): unknown;
};

/** A construct that makes a resource of a template. */
export type ElementLike = ConstructLike & {
  readonly cfnResourceType: string;
  readonly logicalId: string;
  readonly stack: StackLike;
};

// The marks that aws-cdk-lib sets and asks for (core/lib/private/core-construct-finders.js of 2.276, stack.js of 2.200).
const stackMark = Symbol.for('@aws-cdk/core.Stack');
const stageMark = Symbol.for('@aws-cdk/core.Stage');

export function isStack(construct: ConstructLike): construct is StackLike {
  return stackMark in construct;
}

/** Whether it is synthesised by itself, with aspects and validations of its own: a Stage, or the App, which is one. */
export function isStage(construct: ConstructLike): boolean {
  return stageMark in construct;
}

export function isElement(construct: ConstructLike): construct is ElementLike {
  return 'cfnResourceType' in construct && typeof construct.cfnResourceType === 'string';
}

/** Whether it makes another part of a template: an output, a parameter, a condition, an included template. */
export function isOther(construct: ConstructLike): construct is ConstructLike & { readonly stack: StackLike } {
  return 'logicalId' in construct && 'stack' in construct && !isElement(construct) && !isStack(construct);
}

/** The construct and all that is below it, parents first. Written without recursion, since a program decides how deep it is. */
export function* below(construct: ConstructLike): Generator<ConstructLike> {
  const pending = [construct];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    pending.push(...[...next.node.children].reverse());
  }
}

/** The Stage or App that a construct is synthesised with; the root where there is none. */
export function stageOf(construct: ConstructLike): ConstructLike {
  return [...construct.node.scopes].reverse().find(isStage) ?? construct.node.root;
}
