import { parseAddress } from '../../core/address';
import type { PathEntry, Selector, Workload } from '../../core/configuration';
import { isGlob } from '../../core/glob';
import type { Kind } from '../../core/kind';
import { clientKey } from '../../core/select';
import type { Json } from '../../core/setting';
import { entries, own } from '../../read/json';
import { isStack, nameOf, type StackLike } from './construct';
import type { Survey } from './survey';

/** What in a program may have a say in the judgement. */
export type Wanted = {
  /** Types of resources that a kind describes or that a workload names as its client. */
  readonly types: ReadonlySet<string>;
  /** Paths of constructs that a workload names as its client: any resource may be one. */
  readonly constructs: readonly string[];
  /** Set where a client is named by what only the resources themselves tell: a tag, an identifier, a glob. */
  readonly everything: boolean;
};

/** What a configuration wants to see. */
export function wantedBy(workloads: readonly Workload[], kinds: readonly Kind[]): Wanted {
  const types = new Set(kinds.flatMap((kind) => kind.terraform?.types ?? []));
  const constructs: string[] = [];
  let everything = false;
  for (const selector of workloads.flatMap(clientsOf)) {
    for (const name of selector.by === 'name' ? selector.names : [null]) {
      const address = name === null || isGlob(name) ? null : parseAddress(name);
      if (address !== null) types.add(address.type);
      else if (name !== null && isPath(name)) constructs.push(name);
      else everything = true;
    }
  }
  return { types, constructs, everything };
}

/**
 * The stacks that may hold what is wanted, and those that they depend on: a value may come from there. Dependencies are known
 * once an app has prepared its stacks.
 */
export function relevantAmong(
  stacks: readonly StackLike[],
  look: (stack: StackLike) => Survey,
  wanted: Wanted,
): readonly StackLike[] {
  const relevant = new Set(stacks.filter((stack) => mayMatter(stack, look(stack), wanted)));
  for (const stack of relevant) for (const dependency of dependenciesOf(stack)) relevant.add(dependency);
  return stacks.filter((stack) => relevant.has(stack));
}

function mayMatter(stack: StackLike, { types, hasModules }: Survey, wanted: Wanted): boolean {
  if (wanted.everything || hasModules || wanted.constructs.some((path) => meet(path, nameOf(stack)))) return true;
  const overrides = Reflect.get(stack, 'rawOverrides') as Json | undefined;
  const added = entries(own(overrides, 'resource')).map(([type]) => type);
  return own(overrides, 'module') !== undefined || [...types, ...added].some((type) => wanted.types.has(type));
}

function clientsOf({ path }: Workload): readonly Exclude<Selector, { by: 'inline' }>[] {
  if (!Array.isArray(path)) return [];
  return (path as readonly PathEntry[]).flatMap(({ key, select }) =>
    key === clientKey && select.by !== 'inline' ? [select] : [],
  );
}

function dependenciesOf(stack: StackLike): readonly StackLike[] {
  const dependencies: unknown = Reflect.get(stack, 'dependencies');
  return Array.isArray(dependencies) ? dependencies.filter(isStack) : [];
}

/** `shop/api/service`, and neither an ARN nor a glob. */
function isPath(name: string): boolean {
  return name.includes('/') && !name.includes(':') && !isGlob(name);
}

/** Whether one path leads through the other. */
function meet(one: string, other: string): boolean {
  return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
}
