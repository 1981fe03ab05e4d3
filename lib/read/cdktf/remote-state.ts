import { clip, code } from '../../core/phrases';
import type { Json } from '../../core/setting';
import type { Evaluated } from '../evaluated/value';
import { own, textOf } from '../json';
import type { Estate } from './estate';
import { evaluateJson } from './evaluate-json';
import type { TraversalStep } from './evaluate-text';
import { unknown } from './expression/outcome';
import { inStack } from './instances';
import type { Labelled, Stack } from './stack';
import { walk } from './walk';

/** What cdktf calls the data source of another stack and the output there: terraform-stack.js, `register*CrossStackReference`. */
const input = 'cross-stack-reference-input-';
const output = 'cross-stack-output-';

/** What tells where a state is kept, by the type of the backend. */
const places: { readonly [backend: string]: readonly string[] | undefined } = {
  local: ['path'],
  s3: ['bucket', 'key'],
};

/**
 * `data.terraform_remote_state.NAME` and the steps behind it: an output of another stack that is read together with this one.
 */
export function remoteState(
  estate: Estate,
  stack: Stack,
  name: string,
  steps: readonly TraversalStep[],
  text: string,
): Evaluated {
  const data = stack.data.get(`terraform_remote_state.${name}`);
  const [only, another] = estate.stacks.filter((one) => one !== stack && (isNamed(one, name) || keeps(one, data)));
  if (only === undefined || another !== undefined) {
    const which = only === undefined ? 'is not among these documents' : 'several of these documents may be';
    return unknown(
      `comes from ${code(`data.terraform_remote_state.${clip(name)}`)}, the state of a stack that ${which}`,
      'check the stack that makes it together with this one, or check the plan',
    );
  }
  const [outputs, which, ...rest] = steps;
  const key = which?.is === 'name' ? which.name : which?.is === 'key' ? String(which.key) : undefined;
  if (outputs?.is !== 'name' || outputs.name !== 'outputs' || key === undefined) {
    return unknown(`comes from ${code(clip(text))}, which is not one output`);
  }
  return walk(outputOf(estate, only, key), rest, text);
}

function outputOf(estate: Estate, stack: Stack, name: string): Evaluated {
  const found = stack.outputs.get(name);
  const what = `the output ${code(clip(name))} of ${code(clip(stack.document))}`;
  if (found === undefined) return unknown(`comes from ${what}, which is not there`);
  // cdktf marks every output that it makes itself as sensitive, whatever is in it.
  if (own(found.body, 'sensitive') === true && !name.startsWith(output)) {
    return unknown(`comes from ${what}, which is marked sensitive, so it is not read`, 'unmark the output');
  }
  return estate.trail.once(found, 'value', () =>
    evaluateJson(estate, own(found.body, 'value') ?? null, inStack(stack)),
  );
}

function isNamed(stack: Stack, name: string): boolean {
  return name.startsWith(input) && stack.ids.some((id) => input + inName(id) === name);
}

/** An id in a name: constructs write `--` for `/` (lib/construct.js), and cdktf keeps letters, digits, `-` and `_` (private/unique.js). */
function inName(id: string): string {
  return id.replace(/\//g, '--').replace(/[^A-Za-z0-9_-]/g, '');
}

/** Whether a stack keeps its state where a hand-written data source reads it. */
function keeps({ ids, backend }: Stack, data: Labelled | undefined): boolean {
  const type = textOf(own(data?.body, 'backend'));
  const config = own(data?.body, 'config');
  if (type === undefined || data === undefined || data.name.startsWith(input) || elsewhere(own(data.body, 'workspace')))
    return false;
  const place = Object.hasOwn(places, type) ? places[type] : undefined;
  if (backend?.type === type && place?.every((key) => isSame(own(config, key), own(backend.body, key)))) return true;
  // Where a local state is kept unless said otherwise: backends/local-backend.js.
  const file = type === 'local' ? textOf(own(config, 'path')) : undefined;
  return file !== undefined && ids.some((id) => file.split(/[/\\]/).at(-1) === `terraform.${id}.tfstate`);
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return typeof one === 'string' && one === other;
}

/** A state of another workspace is not what this stack makes. */
function elsewhere(workspace: Json | undefined): boolean {
  return workspace !== undefined && workspace !== null && workspace !== '${terraform.workspace}';
}
