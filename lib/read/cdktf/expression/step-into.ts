import { clip, code } from '../../../core/phrases';
import type { Evaluated } from '../../evaluated/value';
import { behind, choose, failure, overChoices, unknownFrom, value, type Outcome } from './outcome';
import { stepText } from './traversal';

/** A step whose key was computed as far as it can be. */
export type KnownStep =
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'key'; readonly key: Evaluated }
  | { readonly is: 'splat' };

/** What stands where the steps lead. A place that is not there is a failure; a key that is not known leads to every place. */
export function stepInto(from: Outcome, steps: readonly KnownStep[]): Outcome {
  let at = from;
  for (const [index, step] of steps.entries()) {
    if (step.is === 'splat') return ofEach(at, steps.slice(index + 1));
    const key = step.is === 'name' ? value(step.name) : step.key;
    at = overChoices([at, key], ([of = at as Evaluated, by = key]) => single(of, by, step.is === 'name'));
  }
  return at;
}

/** `[*]`: each element of a list, the only one of a single value, none of null. */
function ofEach(from: Outcome, steps: readonly KnownStep[]): Outcome {
  return overChoices([from], ([of]) => {
    const found = of === undefined ? value(null) : behind(of);
    if (found.is === 'unknown' || found.is === 'reference') return unknownFrom('is computed from', found);
    const isNull = found.is === 'value' && found.value === null;
    const items: Evaluated[] = [];
    for (const item of found.is === 'list' ? found.items : isNull ? [] : [of ?? found]) {
      const reached = stepInto(item, steps);
      if (reached.is === 'failure') return reached;
      items.push(reached);
    }
    return { is: 'list', items };
  });
}

function single(of: Evaluated, key: Evaluated, named: boolean): Outcome {
  const found = behind(of);
  const by = behind(key);
  if (found.is === 'unknown') return found;
  if (found.is === 'reference') return beyond(found, by);
  if (found.is !== 'list' && found.is !== 'object') {
    return failure('takes a part of a value that has none, which Terraform refuses');
  }
  const values = found.is === 'list' ? found.items : Object.values(found.entries);
  if (by.is !== 'value') {
    if (by.is === 'list' || by.is === 'object') return missing('of this kind');
    const choice = eachOf(values, by);
    return choice ?? unknownFrom('is computed from', by);
  }
  if (by.value === null || typeof by.value === 'boolean') return missing('of this kind');
  const shown = code(clip(String(by.value)));
  if (found.is === 'object') return found.entries[String(by.value)] ?? missing(shown);
  const index = typeof by.value === 'string' && /^\d{1,15}$/.test(by.value) && !named ? Number(by.value) : by.value;
  return (typeof index === 'number' ? found.items[index] : undefined) ?? missing(shown);
}

/** Any one of the values, since the key is not known; `undefined` where there is none. */
export function eachOf(values: readonly Evaluated[], key: Evaluated): Evaluated | undefined {
  if (values.length === 0) return undefined;
  const { why, settles } = unknownFrom('depends on', key);
  return choose(values, why, settles);
}

function missing(key: string): Outcome {
  return failure(`takes the key ${key}, which is not there`);
}

/** Of a resource as a whole its attribute, and inside of an attribute a part of it: neither is written where we are. */
function beyond(reference: Extract<Evaluated, { is: 'reference' }>, key: Evaluated): Evaluated {
  const { to, attribute, text } = reference;
  if (key.is === 'value' && typeof key.value === 'string') {
    const step = stepText({ is: 'name', name: key.value });
    return { is: 'reference', to, attribute: attribute === null ? key.value : attribute + step, text: text + step };
  }
  if (key.is === 'value' && typeof key.value === 'number' && attribute !== null) {
    const step = stepText({ is: 'key', key: key.value });
    return { is: 'reference', to, attribute: attribute + step, text: text + step };
  }
  return unknownFrom('is computed from', key.is === 'value' ? reference : key);
}
