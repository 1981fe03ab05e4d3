import type { Apart, TakenApart } from './taken-apart';

type Pairs = TakenApart['pairs'];

/**
 * Keywords and values as libpq takes them, taken apart: `host=db keepalives_idle=30 options='-c statement_timeout=5min'`. It is
 * PostgreSQL's where it names a database or what only libpq knows, or a host with a user or with PostgreSQL's port.
 */
export function keywordsApart(text: string): Apart {
  if (!/^\s*[a-z_]{2,40}\s*=/.test(text)) return null;
  const pairs = keywordPairs(text);
  if (pairs === null) {
    const looksLike = /^\s*(?:host|hostaddr|dbname|user|password|port|sslmode)\s*=/.test(text);
    return looksLike && /\bdbname\s*=/.test(text)
      ? { why: 'breaks off: a quote is open, or a `=` is missing', settles: "write it as `host=... options='-c ...'`" }
      : null;
  }
  return isOurs(pairs) ? { scheme: null, pairs } : null;
}

function isOurs(pairs: Pairs): boolean {
  const said = new Map(pairs);
  if (said.has('dbname') || said.has('hostaddr')) return true;
  // In a string of ADO.NET everything behind the first `=` is one value here.
  if (!said.has('host') || said.get('host')?.includes(';') === true) return false;
  return said.has('user') || said.has('sslmode') || said.get('port') === '5432';
}

/** As libpq's `conninfo_parse`: quotes hold spaces, a backslash takes the next character as it is. `null` where libpq refuses. */
function keywordPairs(text: string): Pairs | null {
  const pairs: (readonly [string, string])[] = [];
  const space = /\s*/y;
  const word = /[^\s=]+/y;
  let at = skip(space, text, 0);
  while (at < text.length) {
    const end = skip(word, text, at);
    const name = text.slice(at, end);
    at = skip(space, text, end);
    if (name === '' || text[at] !== '=') return null;
    const value = valueFrom(text, skip(space, text, at + 1));
    if (value === null) return null;
    pairs.push([name, value.text]);
    at = skip(space, text, value.end);
  }
  return pairs;
}

function valueFrom(text: string, start: number): { readonly text: string; readonly end: number } | null {
  const isQuoted = text[start] === "'";
  const said: string[] = [];
  for (let at = isQuoted ? start + 1 : start; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\\') {
      at += 1;
      said.push(text[at] ?? '');
    } else if (isQuoted && character === "'") return { text: said.join(''), end: at + 1 };
    else if (!isQuoted && /\s/.test(character)) return { text: said.join(''), end: at };
    else said.push(character);
  }
  return isQuoted ? null : { text: said.join(''), end: text.length };
}

/** Where a sticky pattern stops that starts at a place. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
