import { own } from '../json';
import { decide } from './condition';
import type { Scope } from './scope';
import type { Resource } from './stack';

/** Whether a resource is made: its `Condition` may leave it out, and often only a deployment tells. */
export function presenceOf({ body }: Resource, scope: Scope): 'there' | 'perhaps' | 'absent' {
  const condition = own(body, 'Condition');
  if (typeof condition !== 'string') return 'there';
  const holds = decide({ Condition: condition }, scope);
  if (holds === undefined) return 'perhaps';
  return holds ? 'there' : 'absent';
}
