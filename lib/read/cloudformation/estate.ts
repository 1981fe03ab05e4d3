import { own } from '../json';
import { documentNamed } from './nested-name';
import type { Template } from './read';
import { resourceAt, stackOf, type Stack } from './stack';

/** A resource that stands for a stack of its own. */
export type Nesting = { readonly stack: Stack; readonly logicalId: string };

/** The stacks of one call, and which is nested in which. */
export type Estate = {
  readonly stacks: readonly Stack[];
  /** The resources that a stack is nested by: several where one template is used more than once. */
  readonly parents: ReadonlyMap<Stack, readonly Nesting[]>;
  /** The stack behind a nesting resource; `undefined` where its template is not in view. */
  readonly child: (stack: Stack, logicalId: string) => Stack | undefined;
};

/** The types of resource that are stacks themselves, and the property that says where their template is. */
const nestingTypes = [
  { type: 'AWS::CloudFormation::Stack', property: 'TemplateURL' },
  { type: 'AWS::Serverless::Application', property: 'Location' },
];

/** The given templates as stacks. Who nests whom was said with the template, or is told by where a stack's template lies. */
export function estateOf(templates: readonly Template[]): Estate {
  const stacks = templates.map(stackOf);
  const parents = new Map<Stack, Nesting[]>();
  const children = new Map<string, Stack>();
  const nest = (child: Stack, by: Nesting): void => {
    parents.set(child, [...(parents.get(child) ?? []), by]);
    children.set(key(by), child);
  };
  for (const [at, { nestedIn }] of templates.entries()) {
    const child = stacks[at];
    const parent = stacks.find(({ document }) => document === nestedIn?.document);
    if (child === undefined || nestedIn === undefined || parent === undefined || parent === child) continue;
    nest(child, { stack: parent, logicalId: nestedIn.logicalId });
  }
  for (const by of stacks.flatMap(nestingsOf)) {
    if (children.has(key(by))) continue;
    const place = placeOf(by);
    const others = stacks.filter((one) => one !== by.stack);
    const child = place === undefined ? undefined : documentNamed(place, others);
    if (child !== undefined) nest(child, by);
  }
  return { stacks, parents, child: (stack, logicalId) => children.get(key({ stack, logicalId })) };
}

/** The resources of a stack that are stacks themselves. */
export function nestingsOf(stack: Stack): readonly Nesting[] {
  return Object.keys(stack.resources).flatMap((logicalId) =>
    isNesting(resourceAt(stack, logicalId)?.type) ? [{ stack, logicalId }] : [],
  );
}

/** Whether resources of a type are stacks themselves. */
export function isNesting(type: string | undefined): boolean {
  return nestingTypes.some((one) => one.type === type);
}

/** Where the template of a nesting resource lies: CDK says it in the metadata, where the property is an address of an asset. */
function placeOf({ stack, logicalId }: Nesting): string | undefined {
  const resource = own(stack.resources, logicalId);
  const asset = own(own(resource, 'Metadata'), 'aws:asset:path');
  if (typeof asset === 'string') return asset;
  const type = own(resource, 'Type');
  const property = nestingTypes.find((one) => one.type === type)?.property ?? '';
  return lastText(own(own(resource, 'Properties'), property));
}

/** The end of an address that may be put together: the name of the file is in the last text. */
function lastText(value: ReturnType<typeof own>): string | undefined {
  if (typeof value === 'string') return value;
  const sub = own(value, 'Fn::Sub');
  if (sub !== undefined) return typeof sub === 'string' ? sub : lastText(firstOf(sub));
  const joined = own(value, 'Fn::Join');
  const parts = Array.isArray(joined) ? (joined[1] as typeof value) : undefined;
  return Array.isArray(parts) ? lastText(parts.at(-1) as typeof value) : undefined;
}

function firstOf(value: ReturnType<typeof own>): ReturnType<typeof own> {
  return Array.isArray(value) ? (value[0] as ReturnType<typeof own>) : undefined;
}

function key({ stack, logicalId }: Nesting): string {
  return JSON.stringify([stack.document, logicalId]);
}
