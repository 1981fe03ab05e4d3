import type { Estate } from './estate';
import type { Stack } from './stack';

/** Account and Region that a stack is deployed to, as far as they are known. */
export type Environment = { readonly account?: string; readonly region?: string };

/** Where a stack is deployed: a nested one beside the stack around it. */
export function environmentOf(stack: Stack, estate: Estate): Environment {
  let { account, region } = stack;
  const seen = new Set([stack]);
  let around = parentOf(stack, estate);
  while (around !== undefined && !seen.has(around)) {
    seen.add(around);
    account ??= around.account;
    region ??= around.region;
    around = parentOf(around, estate);
  }
  return { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
}

/** Whether two stacks may be deployed to the same account and Region. */
export function mayBeBeside(one: Environment, other: Environment): boolean {
  return isAlike(one.account, other.account) && isAlike(one.region, other.region);
}

function isAlike(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

/** The one stack that nests another; `undefined` where none does, or several do. */
function parentOf(stack: Stack, { parents }: Estate): Stack | undefined {
  const [only, another] = new Set((parents.get(stack) ?? []).map((by) => by.stack));
  return another === undefined ? only : undefined;
}
