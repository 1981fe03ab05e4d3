import { closest } from '../../core/did-you-mean';
import { InputError } from '../../core/input-error';
import { keywords } from './keywords';

/** What a connection string says, by keyword. Values may be secrets: no message ever shows one. */
export type Words = ReadonlyMap<string, string>;

/** Throws the `InputError` of a connection string. `what` holds nothing of it but keywords that libpq knows. */
export function refuse(what: string): never {
  throw new InputError([{ message: what }]);
}

/** Takes pairs as words: later ones win, empty ones count as unset. Throws an `InputError` for what libpq would not take. */
export function wordsOf(pairs: Iterable<readonly [string, string]>): Words {
  const words = new Map<string, string>();
  let at = 0;
  for (const [name, value] of pairs) {
    at += 1;
    const keyword = keywords[name];
    if (keyword === undefined) refuse(unknownWord(name, at));
    if (value === '') words.delete(name);
    else words.set(name, value);
  }
  return words;
}

/** Throws an `InputError` for a word that asks for what we cannot do. */
export function refuseDemands(words: Words): void {
  for (const [name, value] of words) {
    const only = keywords[name]?.only;
    if (only === undefined || only.includes(value)) continue;
    const taken = only.length === 0 ? '' : ` other than with ${only.join(' or ')}`;
    const variable = keywords[name]?.variable;
    refuse(`\`${name}\`${variable === undefined ? '' : ` (${variable})`} is not supported${taken}; leave it out`);
  }
}

/**
 * Reads the keyword form, `host=db.example dbname='my shop'`, by the rules of libpq: blanks around `=` do not count, single
 * quotes hold blanks, a backslash takes the next character as it is.
 */
export function keywordForm(text: string): Words {
  const pairs: (readonly [string, string])[] = [];
  const pair = /\s*([^\s=]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'(?=\s|$)|((?:[^\s'\\]|\\.)(?:[^\s\\]|\\.)*)?(?=\s|$))\s*/suy;
  while (pair.lastIndex < text.length) {
    const [, name, quoted, bare = ''] = pair.exec(text) ?? [];
    if (name === undefined) {
      refuse(
        `word ${String(pairs.length + 1)} of the connection string is no KEYWORD=VALUE; ` +
          "a value with blanks stands in single quotes: password='two words'",
      );
    }
    pairs.push([name, (quoted ?? bare).replace(/\\(.)/gsu, '$1')]);
  }
  return wordsOf(pairs);
}

/** The unknown word itself may be part of a password that was not escaped, so it is counted instead of shown. */
function unknownWord(name: string, at: number): string {
  const meant = closest(name, Object.keys(keywords));
  const hint = meant === null ? '' : `; did you mean ${meant}`;
  return `parameter ${String(at)} of the connection string has a name that libpq does not know${hint}`;
}
