import { territoryOf, type ConstructLike, type StackLike } from './construct';

/** What is done with a stack when it is final. */
type Check = (stack: StackLike) => void;

/** What was hung into a stack. It is itself a custom synthesis, in the form that CDKTF calls. */
type Hook = { readonly checks: Set<Check>; hasRun: boolean; readonly onSynthesize: () => void };

const customSynthesis = Symbol.for('cdktf/customSynthesis');
const hooks = new WeakMap<StackLike, Hook>();

/**
 * Has `check` called once per synthesis of the stack, after all aspects and overrides and before annotations are collected. A
 * validation alone would not run under `skipValidation`, and a custom synthesis alone not in `Testing.synth` (facts: cdk 2.4), so
 * it is both, and whichever comes first counts. To be called anew when the aspects of the stack run, since a synthesis begins
 * with them.
 */
export function beforeWriting(stack: StackLike, check: Check): void {
  const hook = hooks.get(stack) ?? hookInto(stack);
  hook.checks.add(check);
  hook.hasRun = false;
  customise(stack, hook);
}

/** Whether `check` is called when the stack is synthesised. */
export function isCheckedBefore(stack: StackLike, check: Check): boolean {
  return hooks.get(stack)?.checks.has(check) === true;
}

function hookInto(stack: StackLike): Hook {
  const checks = new Set<Check>();
  const run = (): void => {
    for (const check of checks) check(stack);
  };
  const hook: Hook = {
    checks,
    hasRun: false,
    onSynthesize: () => {
      if (!hook.hasRun) run();
      hook.hasRun = false;
    },
  };
  stack.node.addValidation({
    validate: () => {
      run();
      hook.hasRun = true;
      return [];
    },
  });
  hooks.set(stack, hook);
  return hook;
}

/** A construct has one custom synthesis. Where that of the stack is taken, the first construct in it that has none will do. */
function customise(stack: StackLike, hook: Hook): void {
  if (!claim(stack, hook)) territoryOf(stack).constructs.some((construct) => claim(construct, hook));
}

function claim(construct: ConstructLike, hook: Hook): boolean {
  const taken: unknown = Reflect.get(construct, customSynthesis);
  if (taken !== undefined || !Object.isExtensible(construct)) return taken === hook;
  // Configurable, so that a program that brings a custom synthesis of its own later on gets its way.
  Object.defineProperty(construct, customSynthesis, { value: hook, enumerable: false, configurable: true });
  return true;
}
