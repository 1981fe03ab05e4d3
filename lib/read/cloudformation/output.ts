import type { Evaluated } from '../evaluated/value';
import { own } from '../json';
import { follow, type Scope } from './scope';
import type { Stack } from './stack';

/** The value of a stack's output, wherever it is asked for; `undefined` where the stack has no output of that name. */
export function outputOf(stack: Stack, output: string, scope: Scope): Evaluated | undefined {
  const value = own(own(stack.outputs, output), 'Value');
  return value === undefined ? undefined : follow(`output ${output}`, stack, value, scope, stack);
}
