import type { Json } from '../../core/setting';
import { table } from '../../core/setting';
import { isObject } from '../json';
import type { Evaluated } from '../evaluated/value';

/** A definition of containers nests less deeply; what is deeper is not read. */
const deepest = 8;

/** Marks where the part stands that is not known, by its number. */
const mark = /\uFFFC(\d{1,9})\uFFFC/;

/**
 * What a JSON text is worth, of which parts may not be known: such a part stands for a piece of a text, or for a value as a whole.
 * `null` where it is no JSON.
 */
export function jsonIn(text: Evaluated): Evaluated | null {
  const parts = text.is === 'text' ? text.parts : [text];
  const open: Evaluated[] = [];
  let [written, isQuoted] = ['', false];
  for (const part of parts) {
    if (part.is === 'value') {
      const piece = String(part.value ?? '');
      written += piece;
      isQuoted = quotedAfter(piece, isQuoted);
    } else {
      const stands = `\uFFFC${String(open.push(part) - 1)}\uFFFC`;
      written += isQuoted ? stands : `"${stands}"`;
    }
  }
  try {
    return evaluated(JSON.parse(written) as Json, open, 0);
  } catch {
    return null;
  }
}

/** Whether a piece of a JSON text ends inside of a string. */
function quotedAfter(piece: string, before: boolean): boolean {
  let isQuoted = before;
  for (let at = 0; at < piece.length; at += 1) {
    if (piece[at] === '"') isQuoted = !isQuoted;
    else if (isQuoted && piece[at] === '\\') at += 1;
  }
  return isQuoted;
}

function evaluated(json: Json, open: readonly Evaluated[], depth: number): Evaluated {
  if (depth > deepest) return tooDeep;
  if (typeof json === 'string') return textOf(json, open);
  if (typeof json !== 'object' || json === null) return { is: 'value', value: json };
  if (!isObject(json))
    return { is: 'list', items: (json as readonly Json[]).map((one) => evaluated(one, open, depth + 1)) };
  const entries = Object.entries(json).map(([key, one]) => [key, evaluated(one, open, depth + 1)] as const);
  return { is: 'object', entries: table(entries) };
}

const tooDeep: Evaluated = { is: 'unknown', why: 'is nested too deeply to be read', settles: 'write it flat' };

function textOf(json: string, open: readonly Evaluated[]): Evaluated {
  if (open.length === 0 || !mark.test(json)) return { is: 'value', value: json };
  const pieces = json.split(mark).map((piece, at): Evaluated => {
    const part = at % 2 === 1 ? open[Number(piece)] : undefined;
    return part ?? { is: 'value', value: piece };
  });
  const parts = pieces.filter((piece) => !(piece.is === 'value' && piece.value === ''));
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { is: 'text', parts };
}
