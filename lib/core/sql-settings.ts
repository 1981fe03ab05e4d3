import { table, type Table } from './setting';
import { statementsOf, type Token } from './sql-tokens';

/** Longer SQL is not read: no init query is, and the time to read one stays bounded. */
const longest = 65_536;

/**
 * The PostgreSQL parameters that SQL run at the start of a session leaves set, by lower-case name, as text that
 * `parsePostgresValue` reads. Reads `SET [SESSION] name = value` and `TO`, `RESET` and `DISCARD ALL`; the last one wins, and
 * `SET LOCAL` does not count. `understood` is false where anything else stands there: a statement that we do not read and that
 * mentions a parameter set before it takes that parameter out. Never throws.
 */
export function settingsOf(sql: string): { readonly parameters: Table<string>; readonly understood: boolean } {
  if (sql.length > longest) return { parameters: table(), understood: false };
  let parameters = table<string>();
  let understood = true;
  for (const statement of statementsOf(sql)) {
    const effect = read(statement.tokens);
    if (effect.does === 'sets') parameters[effect.name] = effect.text;
    else if (effect.does === 'resets') delete parameters[effect.name];
    else if (effect.does === 'resets-all') parameters = table();
    else if (effect.does === 'unread') {
      understood = false;
      const text = statement.text.toLowerCase();
      for (const name of Object.keys(parameters)) if (text.includes(name)) delete parameters[name];
    }
  }
  return { parameters, understood };
}

type Effect =
  | { readonly does: 'sets'; readonly name: string; readonly text: string }
  | { readonly does: 'resets'; readonly name: string }
  | { readonly does: 'resets-all' | 'nothing' | 'unread' };

const unread: Effect = { does: 'unread' };

function read(tokens: readonly Token[]): Effect {
  const [verb, ...rest] = tokens;
  if (isWord(verb, 'set')) return readSet(rest);
  const isAll = rest.length === 1 && isWord(rest[0], 'all');
  if (isWord(verb, 'discard')) return isAll ? { does: 'resets-all' } : unread;
  if (!isWord(verb, 'reset')) return unread;
  if (isAll) return { does: 'resets-all' };
  const name = nameOf(rest);
  return name === null || name.length !== rest.length ? unread : { does: 'resets', name: name.text };
}

function readSet(tokens: readonly Token[]): Effect {
  const isLocal = isWord(tokens[0], 'local');
  const target = isLocal || isWord(tokens[0], 'session') ? tokens.slice(1) : tokens;
  const name = nameOf(target);
  if (name === null) return unread;
  const equals = target[name.length];
  if (!isWord(equals, 'to') && !(equals?.as === 'sign' && equals.text === '=')) return unread;
  const value = target.slice(name.length + 1);
  const text = valueOf(value);
  if (text === null) return unread;
  if (isLocal) return { does: 'nothing' };
  const isDefault = value.length === 1 && isWord(value[0], 'default');
  return isDefault ? { does: 'resets', name: name.text } : { does: 'sets', name: name.text, text };
}

function isWord(token: Token | undefined, text: string): boolean {
  return token?.as === 'word' && token.text === text;
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.as === 'sign' && token.text === text;
}

/** A name, dotted or not, and how many tokens it takes. PostgreSQL compares parameter names without case, quoted ones too. */
function nameOf(tokens: readonly Token[]): { readonly text: string; readonly length: number } | null {
  const [first, dot, second] = tokens;
  if (first?.as !== 'word' && first?.as !== 'name') return null;
  if (!isSign(dot, '.')) return { text: first.text.toLowerCase(), length: 1 };
  if (second?.as !== 'word' && second?.as !== 'name') return null;
  return { text: `${first.text}.${second.text}`.toLowerCase(), length: 3 };
}

/** The text of a value, or of several with commas between; `null` where something else stands there. */
function valueOf(tokens: readonly Token[]): string | null {
  const texts: string[] = [];
  let at = 0;
  for (;;) {
    const isSigned = isSign(tokens[at], '-') || isSign(tokens[at], '+');
    const isNegative = isSign(tokens[at], '-');
    if (isSigned) at += 1;
    const token = tokens[at];
    if (token === undefined || token.as === 'sign' || token.as === 'other') return null;
    if (isSigned && token.as !== 'number') return null;
    texts.push(token.as === 'number' ? `${isNegative ? '-' : ''}${numberText(token.text)}` : token.text);
    at += 1;
    if (at === tokens.length) return texts.join(', ');
    if (!isSign(tokens[at], ',')) return null;
    at += 1;
  }
}

/** SQL reads a bare integer as decimal whatever it begins with, unlike the text of a parameter, where 010 is 8. */
function numberText(text: string): string {
  return /^[0-9]+$/.test(text) ? text.replace(/^0+(?=[0-9])/, '') : text;
}
