import { compare } from '../../../../core/order';
import type { Json } from '../../../../core/setting';
import { plain, type Evaluated } from '../../../evaluated/value';
import { numberText } from '../number';
import { behind, value } from '../outcome';

/**
 * What `jsonencode` makes of a value: a text, of which parts are not known where parts of a list, an object or a text in it are
 * not. `undefined` where nothing is known, or where Terraform writes it in a way that is not done here.
 */
export function encoded(one: Evaluated): Evaluated | undefined {
  const found = behind(one);
  const isKnown = plain(found) !== undefined;
  if (!isKnown && found.is !== 'list' && found.is !== 'object' && found.is !== 'text') return undefined;
  const parts = partsOf(found);
  if (parts === undefined) return undefined;
  const merged: Evaluated[] = [];
  let literal = '';
  for (const part of parts) {
    if (typeof part === 'string') literal += part;
    else {
      if (literal !== '') merged.push(value(literal));
      merged.push(part);
      literal = '';
    }
  }
  if (merged.length === 0) return value(literal);
  return { is: 'text', parts: literal === '' ? merged : [...merged, value(literal)] };
}

/** Texts of JSON, and between them what is not known: a value as a whole, or a piece of a text between its quotes. */
type Parts = readonly (string | Evaluated)[];

function partsOf(one: Evaluated): Parts | undefined {
  const found = behind(one);
  const json = plain(found);
  if (json !== undefined) {
    const text = textOf(json);
    return text === undefined ? undefined : [text];
  }
  switch (found.is) {
    case 'list':
      return enclosed('[', found.items.map(partsOf), ']');
    case 'object': {
      const entries = Object.entries(found.entries).sort(([a], [b]) => compare(a, b));
      return enclosed(
        '{',
        entries.map(([key, inner]) => memberOf(key, partsOf(inner))),
        '}',
      );
    }
    case 'text':
      return quoted(found.parts);
    case 'reference':
    case 'choice':
    case 'unknown':
    case 'value':
      return [found];
  }
}

function enclosed(opening: string, parts: readonly (Parts | undefined)[], closing: string): Parts | undefined {
  const made: (string | Evaluated)[] = [opening];
  for (const [at, inner] of parts.entries()) {
    if (inner === undefined) return undefined;
    if (at > 0) made.push(',');
    made.push(...inner);
  }
  return [...made, closing];
}

function memberOf(key: string, inner: Parts | undefined): Parts | undefined {
  const name = textOf(key);
  return name === undefined || inner === undefined ? undefined : [`${name}:`, ...inner];
}

function quoted(parts: readonly Evaluated[]): Parts | undefined {
  const made: (string | Evaluated)[] = ['"'];
  for (const part of parts) {
    const json = plain(part);
    const text = json === undefined ? undefined : textOf(String(json));
    if (json !== undefined && text === undefined) return undefined;
    made.push(text === undefined ? part : text.slice(1, -1));
  }
  return [...made, '"'];
}

/** As Go writes JSON: sorted keys, no blanks, and what HTML could trip over escaped. `undefined` for what it would write otherwise. */
function textOf(json: Json): string | undefined {
  if (typeof json === 'number') return numberText(json) ?? undefined;
  // Control characters and halves of characters are written differently from one version to the next.
  if (typeof json === 'string') return isPlainText(json) ? escaped(JSON.stringify(json)) : undefined;
  if (typeof json !== 'object' || json === null) return String(json);
  const parts = Array.isArray(json)
    ? (json as readonly Json[]).map(textOf)
    : Object.entries(json)
        .sort(([one], [other]) => compare(one, other))
        .map(([key, one]) => {
          const [name, of] = [textOf(key), textOf(one)];
          return name === undefined || of === undefined ? undefined : `${name}:${of}`;
        });
  if (parts.includes(undefined)) return undefined;
  return Array.isArray(json) ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}

function isPlainText(text: string): boolean {
  return !/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]/.test(text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''));
}

function escaped(text: string): string {
  return text.replace(/[<>&\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
