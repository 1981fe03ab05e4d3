import { clip, code } from '../../core/phrases';
import type { Evaluated } from '../evaluated/value';
import type { Estate, Iteration, Where } from './estate';
import { evaluateJson } from './evaluate-json';
import type { Scope, Traversal, TraversalStep } from './evaluate-text';
import { unknown } from './expression/outcome';
import { inStack } from './instances';
import { remoteState } from './remote-state';
import { resourceReference, throughInstance } from './resource-reference';
import type { Stack } from './stack';
import { variableValue } from './variable';
import { walk } from './walk';

/** What references are worth at a place of a stack. */
export function scopeAt(estate: Estate, where: Where): Scope {
  return (traversal) => {
    const { root, steps, text } = traversal;
    const iterator = where.iterators[root];
    return iterator === undefined ? named(estate, where, traversal) : inRound(iterator, steps, text);
  };
}

function named(estate: Estate, where: Where, traversal: Traversal): Evaluated {
  const { root, steps, text } = traversal;
  const { stack, self } = where;
  const [first, ...rest] = steps;
  const name = first?.is === 'name' ? first.name : '';
  switch (root) {
    case 'each':
      return self?.each ? inRound(self.each, steps, text) : meaningless(text);
    case 'count':
      return self?.count && name === 'index' ? walk(self.count, rest, text) : meaningless(text);
    case 'self':
      return self === null ? meaningless(text) : throughInstance(estate, self, steps, text);
    case 'var':
      return walk(variableValue(estate, stack, name), rest, text);
    case 'local':
      return walk(localValue(estate, stack, name), rest, text);
    case 'data':
      return fromData(estate, stack, traversal);
    case 'module':
      return unknown(`comes from module ${code(clip(name))}, whose contents synth does not show`);
    case 'path':
      return unknown(`depends on ${code(clip(text))}, a folder of the machine that Terraform runs on`);
    case 'terraform':
      return unknown(`depends on ${code(clip(text))}, which is known when Terraform runs`);
    default:
      return resourceReference(estate, where, traversal);
  }
}

function inRound(round: Iteration, [step, ...rest]: readonly TraversalStep[], text: string): Evaluated {
  if (step?.is === 'name' && step.name === 'key') return walk(round.key, rest, text);
  if (step?.is === 'name' && step.name === 'value') return walk(round.value, rest, text);
  return meaningless(text);
}

function localValue(estate: Estate, stack: Stack, name: string): Evaluated {
  const written = stack.locals.get(name);
  if (written === undefined) return unknown(`refers to the local ${code(clip(name))}, which the stack does not have`);
  return estate.trail.once(stack.locals, name, () => evaluateJson(estate, written, inStack(stack)));
}

function fromData(estate: Estate, stack: Stack, { steps, text }: Traversal): Evaluated {
  const [type, name, ...rest] = steps;
  if (type?.is !== 'name' || name?.is !== 'name') return meaningless(text);
  if (type.name === 'terraform_remote_state') return remoteState(estate, stack, name.name, rest, text);
  const source = `data.${type.name}.${name.name}`;
  return unknown(`comes from the data source ${code(clip(source))}, which Terraform reads when it plans`);
}

function meaningless(text: string): Evaluated {
  return unknown(`refers to ${code(clip(text))}, which means nothing here`);
}
