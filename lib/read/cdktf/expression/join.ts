import type { Evaluated } from '../../evaluated/value';
import { textOf } from './convert';
import { behind, overChoices, tooLarge, value, type Outcome } from './outcome';
import { isTooLarge } from './size';

/** The parts as one text, as a template or `join` puts them together. A part that is not known stays one. */
export function joined(parts: readonly Outcome[]): Outcome {
  return overChoices(parts, (known) => {
    if (isTooLarge(known)) return tooLarge;
    const made: Evaluated[] = [];
    let literal = '';
    for (const part of known.flatMap(unfolded)) {
      const text = textOf(part);
      if (text?.is === 'failure') return text;
      if (text !== undefined) literal += text.to;
      else {
        if (literal !== '') made.push(value(literal));
        made.push(part);
        literal = '';
      }
    }
    if (made.length === 0) return value(literal);
    if (literal !== '') made.push(value(literal));
    const [only, second] = made;
    return only?.is === 'text' && second === undefined ? only : { is: 'text', parts: made };
  });
}

function unfolded(part: Evaluated): readonly Evaluated[] {
  const found = behind(part);
  return found.is === 'text' ? found.parts : [part];
}
