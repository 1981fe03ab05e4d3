import type { Evaluated } from '../evaluated/value';
import { jsonIn } from './json-text';
import { behind, elements, isOpen, type Open } from './members';

/** The containers of a task definition: a list, or the JSON text of one. Each is an object. */
export function containersIn(value: Evaluated): readonly Evaluated[] | Open {
  const found = behind(value);
  const isText = found.is === 'text' || (found.is === 'value' && typeof found.value === 'string');
  const list = isText ? jsonIn(found) : found;
  if (list === null) return { open: found.is === 'text' ? found : notJson };
  const containers = elements(list);
  if (isOpen(containers)) return containers;
  const strange = containers.map(behind).find((one) => one.is !== 'object');
  return strange === undefined ? containers.map(behind) : { open: strange };
}

const notJson: Evaluated = {
  is: 'unknown',
  why: 'is not a JSON list of containers',
  settles: 'write it with `jsonencode()`',
};
