import type { Json } from '../../core/setting';
import type { Evaluated } from '../evaluated/value';
import { entries, items } from '../json';
import { perCase } from './choices';
import { withoutReferences } from './dynamic-reference';
import { attributeOf } from './get-att';
import { referenceTo } from './reference';
import { inside, type Scope } from './scope';
import { unknownValue } from './unknowns';

/** `Fn::Join`: the elements of a list with a text between them. */
export function join(argument: Json, scope: Scope): Evaluated {
  const [delimiter, list] = items(argument);
  if (typeof delimiter !== 'string') return unknownValue('is joined by a text that is not known here');
  return perCase([inside(list, scope)], ([joined]) => {
    if (joined?.is !== 'list')
      return joined?.is === 'unknown' ? joined : unknownValue('is joined from an unknown list');
    const between: Evaluated = { is: 'value', value: delimiter };
    return textFrom(
      joined.items.flatMap((item, at) => (at === 0 ? [item] : [between, item])),
      scope,
    );
  });
}

/** `Fn::Sub`: a text with `${Name}` and `${Name.Attribute}` in it, and values of its own for some names. */
export function substitute(argument: Json, scope: Scope): Evaluated {
  const [template, map] = typeof argument === 'string' ? [argument] : items(argument);
  if (typeof template !== 'string') return unknownValue('is put together from a text that is not known here');
  const given = new Map(entries(map).map(([name, value]) => [name, inside(value, scope)]));
  const parts = piecesOf(template).map((piece): Evaluated => {
    if (piece.is === 'text') return { is: 'value', value: piece.text };
    const own = given.get(piece.name);
    if (own !== undefined) return own;
    const deeper = { ...scope, depth: scope.depth + 1 };
    return piece.name.includes('.') ? attributeOf(piece.name, deeper) : referenceTo(piece.name, deeper);
  });
  return textFrom(parts, scope);
}

type Piece = { readonly is: 'text'; readonly text: string } | { readonly is: 'name'; readonly name: string };

/** A template of `Fn::Sub` by its parts. `${!Name}` is the text `${Name}`. */
function piecesOf(template: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (;;) {
    const start = template.indexOf('${', at);
    const end = start === -1 ? -1 : template.indexOf('}', start);
    if (end === -1) break;
    const name = template.slice(start + 2, end).trim();
    pieces.push({ is: 'text', text: template.slice(at, start) });
    pieces.push(name.startsWith('!') ? { is: 'text', text: `\${${name.slice(1)}}` } : { is: 'name', name });
    at = end + 1;
  }
  return [...pieces, { is: 'text', text: template.slice(at) }];
}

/** The parts as one text: a value where all of it is known. */
function textFrom(parts: readonly Evaluated[], scope: Scope): Evaluated {
  return perCase(parts, (chosen) => {
    const written = chosen
      .filter((part) => textOf(part) !== '')
      .flatMap((one) => (one.is === 'text' ? one.parts : [one]));
    const [only] = written;
    if (written.length === 1 && only?.is === 'reference') return only;
    const merged: Evaluated[] = [];
    let pending: string[] = [];
    const flush = (): void => {
      if (pending.length > 0) merged.push({ is: 'value', value: pending.join('') });
      pending = [];
    };
    for (const part of written) {
      const text = textOf(part);
      scope.work.left -= 1 + (text?.length ?? 0) / charactersPerStep;
      if (scope.work.left < 0) return unknownValue('was not read: the template takes too long to evaluate');
      if (text !== undefined) pending.push(text);
      else if (part.is === 'list' || part.is === 'object') return unknownValue('is a text with a list in it');
      else {
        flush();
        merged.push(part);
      }
    }
    flush();
    const shown = withoutReferences(merged);
    return shown.length > 1 ? { is: 'text', parts: shown } : (shown[0] ?? { is: 'value', value: '' });
  });
}

/** So much text is as much work as a value. */
const charactersPerStep = 32;

/** The text that a known value makes: of a reference, the name that its resource was given. */
function textOf(part: Evaluated): string | undefined {
  if (part.is === 'value') return part.value === null ? '' : String(part.value);
  return part.is === 'reference' && part.value?.is === 'value' ? textOf(part.value) : undefined;
}
