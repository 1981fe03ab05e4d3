import type { Json } from '../../core/setting';
import type { Evaluated } from '../evaluated/value';
import { items } from '../json';
import { choiceOf } from './choices';
import { decide } from './condition';
import { inside, type Scope } from './scope';
import { named } from './unknowns';

/** `Fn::If`: the branch that is known to be taken, else both. */
export function conditional(argument: Json, scope: Scope): Evaluated {
  const [condition, yes, no] = items(argument);
  const name = typeof condition === 'string' ? condition : undefined;
  const holds = decide(name === undefined ? condition : { Condition: name }, scope);
  if (holds !== undefined) return inside(holds ? yes : no, scope);
  return choiceOf(
    [inside(yes, scope), inside(no, scope)],
    name === undefined
      ? 'depends on a condition'
      : `depends on the condition ${named(name)} of ${named(scope.stack.document)}`,
    'write values that outlive the query in both branches, or check what is deployed: holdfast audit',
  );
}
