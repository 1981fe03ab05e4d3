import { clip, code } from '../../core/phrases';
import type { Evaluated } from '../evaluated/value';
import type { TraversalStep } from './evaluate-text';
import { unknown } from './expression/outcome';

/** What the steps behind a name lead to. `text` is the whole of the reference, for messages. */
export function walk(value: Evaluated, steps: readonly TraversalStep[], text: string): Evaluated {
  return reach(value, steps, text) ?? unknown(`leads to ${code(clip(text))}, which is not there`);
}

/** `undefined` where a step leads nowhere. */
function reach(value: Evaluated, steps: readonly TraversalStep[], text: string): Evaluated | undefined {
  const [step, ...rest] = steps;
  if (step === undefined || value.is === 'unknown') return value;
  if (value.is === 'choice') return { ...value, of: value.of.map((one) => walk(one, steps, text)) };
  if (step.is === 'splat' && !(value.is === 'reference' && value.attribute !== null)) {
    return { is: 'list', items: elementsOf(value).map((one) => walk(one, rest, text)) };
  }
  if (value.is === 'reference') return further(value, steps, text);
  const next = step.is === 'splat' ? undefined : member(value, step.is === 'name' ? step.name : step.key);
  return next === undefined ? undefined : reach(next, rest, text);
}

/** A reference that leads further into its resource; what that resource does not write, only its provider knows. */
function further(
  reference: Extract<Evaluated, { is: 'reference' }>,
  steps: readonly TraversalStep[],
  text: string,
): Evaluated {
  const { value, ...bare } = reference;
  const attribute = steps.reduce((path, step) => path + spelled(step), reference.attribute ?? '').replace(/^\./, '');
  const found = value === undefined ? undefined : reach(value, steps, text);
  return { ...bare, attribute, text, ...(found !== undefined && { value: found }) };
}

function spelled(step: TraversalStep): string {
  switch (step.is) {
    case 'name':
      return `.${step.name}`;
    case 'key':
      return `[${JSON.stringify(step.key)}]`;
    case 'splat':
      return '[*]';
  }
}

/** What a splat goes through: anything that is no list counts as its only element, and what is unset has none. */
function elementsOf(value: Evaluated): readonly Evaluated[] {
  if (value.is === 'list') return value.items;
  return value.is === 'value' && value.value === null ? [] : [value];
}

function member(value: Evaluated, key: string | number): Evaluated | undefined {
  if (value.is === 'list') return /^\d{1,9}$/.test(String(key)) ? value.items[Number(key)] : undefined;
  if (value.is !== 'object') return undefined;
  // A single block may be written without the list that it is in.
  return value.entries[String(key)] ?? (key === 0 ? value : undefined);
}
