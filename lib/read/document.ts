import type { Reading } from '../core/fact';
import type { Kind } from '../core/kind';
import type { Json } from '../core/setting';
import { decodeText } from './decode';
import { whyNotJson } from './parse-failure';
import { recognise } from './recognise';
import { refuse } from './refuse';
import { readPlan } from './terraform/plan';
import { readState } from './terraform/state';

/**
 * What a document says, whatever it is. `name` is the label or file name that facts and messages carry. Throws an
 * `InputError` for a document that cannot be read, saying what it is and how to get the right one.
 */
export function readDocument(name: string, bytes: Uint8Array, kinds: readonly Kind[]): readonly Reading[] {
  const recognised = recognise(parse(name, decodeText(name, bytes)));
  switch (recognised.as) {
    case 'plan':
      return [readPlan(name, recognised.body, kinds)];
    case 'state':
      return [readState(name, recognised.body, kinds)];
    case 'refused':
      return refuse(name, recognised.why);
  }
}

function parse(name: string, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    return refuse(name, whyNotJson(text, error instanceof Error ? error.message : ''));
  }
}
