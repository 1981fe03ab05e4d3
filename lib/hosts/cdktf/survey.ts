import { writtenOn, type Written } from './acknowledge';
import { isModule, stackOf, terraformTypeOf, territoryOf, type StackLike } from './construct';

/** What one walk over the constructs of a stack finds, without turning anything into JSON. */
export type Survey = {
  /** Types of its resources and data sources. */
  readonly types: ReadonlySet<string>;
  readonly hasModules: boolean;
  readonly acknowledgements: readonly Written[];
  /** Stacks inside it, which are synthesised by themselves. */
  readonly inner: readonly StackLike[];
};

/** Looks over a stack: milliseconds for thousands of constructs, where their JSON takes seconds (facts: cdk 2.3). */
export function surveyOf(stack: StackLike): Survey {
  const { constructs, stacks } = territoryOf(stack);
  const types = new Set<string>();
  const acknowledgements: Written[] = [];
  let hasModules = false;
  for (const construct of constructs) {
    const type = terraformTypeOf(construct);
    if (type !== null) types.add(type);
    else hasModules ||= isModule(construct);
    acknowledgements.push(...writtenOn(construct));
  }
  return { types, hasModules, acknowledgements, inner: stacks };
}

/** The acknowledgements in stacks and on what holds them, each once. */
export function acknowledgementsOf(
  stacks: readonly StackLike[],
  look: (stack: StackLike) => Survey,
): readonly Written[] {
  const around = new Set(stacks.flatMap(({ node }) => node.scopes).filter((scope) => stackOf(scope) === null));
  return [...[...around].flatMap(writtenOn), ...stacks.flatMap((stack) => look(stack).acknowledgements)];
}
