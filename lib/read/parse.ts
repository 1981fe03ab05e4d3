import type { Json } from '../core/setting';
import { parseTemplate } from './cloudformation/parse';
import { decodeText } from './decode';
import type { Document } from './documents';
import { isObject, type JsonObject } from './json';
import { whyNotJson } from './parse-failure';
import { looksLikeTemplate, recognise, type Form } from './recognise';
import { refuse } from './refuse';

/** A document that a reader takes. */
export type Parsed = { readonly as: Form; readonly body: JsonObject };

/** How deep Terraform, CloudFormation and what writes for them nest is far below this; deeper is no work of theirs. */
const deepest = 500;

/** Tells what a document is. Throws an `InputError` for one that no reader takes, saying what it is and how to get the right one. */
export function parseDocument({ name, bytes, stack, template }: Document): Parsed {
  const body = parse(name, decodeText(name, bytes));
  const found = listedAs(body, stack, template) ?? recognise(body);
  if (found.as === 'refused') return refuse(name, found.why);
  if (found.as !== 'plan' && found.as !== 'state' && isTooDeep(body)) {
    return refuse(name, `nested more than ${deepest} levels deep, which no tool writes.`);
  }
  return found;
}

/** What a manifest calls a stack or a template is one, though there may be nothing in it to recognise. */
function listedAs(body: Json, stack: Document['stack'], template: Document['template']): Parsed | null {
  if (!isObject(body)) return null;
  if (stack !== undefined) return { as: 'stack', body };
  return template === undefined ? null : { as: 'template', body };
}

/** JSON, or the YAML of a template. What is neither is told from the text, in the words for plans. */
function parse(name: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (looksLikeTemplate(text)) return parseTemplate(name, text);
    return refuse(name, whyNotJson(text, error instanceof Error ? error.message : ''));
  }
}

/** Without recursion, since it is here to say how much of that a document allows. */
function isTooDeep(document: Json): boolean {
  let level: readonly Json[] = [document];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? (Object.values(one) as Json[]) : []));
  }
  return false;
}
