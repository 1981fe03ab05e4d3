import type { Json } from '../../core/setting';
import { isObject, items, own, pointerTo, textOf } from '../json';
import { indexOf } from './plan-rows';
import type { Resource } from './resource';
import { modulesOf } from './traversal';

/**
 * The objects of a state representation: the `values` of a state document, or of a plan's `prior_state`. `pointer` leads to
 * `values`. Deposed objects are left out; modules are walked without recursion, since the document decides how deep they nest.
 */
export function stateResources(values: Json | undefined, pointer: string): readonly Resource[] {
  const found: Resource[] = [];
  const pending: { readonly body: Json | undefined; readonly pointer: string }[] = [
    { body: own(values, 'root_module'), pointer: pointerTo(pointer, 'root_module') },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { body, pointer: here } = next;
    const module = textOf(own(body, 'address'));
    items(own(body, 'resources')).forEach((row, at) => {
      const one = stateResource(row, module, pointerTo(here, 'resources', at));
      if (one) found.push(one);
    });
    const children = items(own(body, 'child_modules'));
    for (let at = children.length - 1; at >= 0; at -= 1) {
      pending.push({ body: children[at], pointer: pointerTo(here, 'child_modules', at) });
    }
  }
  return found;
}

function stateResource(row: Json, module: string | undefined, pointer: string): Resource | null {
  const address = textOf(own(row, 'address'));
  const type = textOf(own(row, 'type'));
  const values = own(row, 'values');
  if (address === undefined || type === undefined || !isObject(values) || own(row, 'deposed_key') !== undefined)
    return null;
  return {
    address,
    mode: own(row, 'mode') === 'data' ? 'data' : 'managed',
    type,
    name: textOf(own(row, 'name')) ?? '',
    index: indexOf(own(row, 'index')),
    modules: modulesOf(module),
    values,
    unknown: false,
    sensitive: own(row, 'sensitive_values') ?? false,
    pointer,
    valuesPointer: `${pointer}/values`,
    judged: true,
  };
}
