import type { Apart, TakenApart } from './taken-apart';

type Pairs = TakenApart['pairs'];

/**
 * A connection string of ADO.NET taken apart, where it is Npgsql's: `Host=db;Username=app;Command Timeout=60`. SQL Server, MySQL
 * and brokers write theirs with some of the same names, so a host with a database is asked for, and of `Server`, which Npgsql
 * takes for `Host`, PostgreSQL's port or a variable that is called so.
 */
export function adoApart(name: string, text: string): Apart {
  if (!/^\s*[a-z][a-z ]{0,40}=/i.test(text) || !text.includes(';')) return null;
  const pairs = adoPairs(text);
  if (pairs === null) {
    return /^\s*host\s*=/i.test(text) && /;\s*database\s*=/i.test(text)
      ? { why: 'breaks off: a quote is open, or a `=` is missing', settles: 'write it as `Host=...;Database=...`' }
      : null;
  }
  return isNpgsql(name, pairs) ? { scheme: null, pairs } : null;
}

function isNpgsql(name: string, pairs: Pairs): boolean {
  const said = new Map(pairs.map(([key, value]) => [key.toLowerCase().replace(/\s+/g, ''), value]));
  const hasDatabase = said.has('database') || said.has('db');
  const isPostgresPort = said.get('port') === '5432';
  if (said.has('host')) return hasDatabase || isPostgresPort;
  return said.has('server') && (isPostgresPort || (hasDatabase && /postgres|npgsql/i.test(name)));
}

/** As `DbConnectionStringBuilder`: `==` in a name is one `=`, a value may stand in quotes, doubled where it holds them. */
function adoPairs(text: string): Pairs | null {
  const pairs: (readonly [string, string])[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = /[\s;]*/y;
    rest.lastIndex = at;
    rest.test(text);
    at = rest.lastIndex;
    if (at >= text.length) break;
    const key = keyFrom(text, at);
    if (key === null) return null;
    const value = valueFrom(text, key.end);
    if (value === null) return null;
    pairs.push([key.text, value.text]);
    at = value.end;
  }
  return pairs;
}

type Piece = { readonly text: string; readonly end: number };

function keyFrom(text: string, start: number): Piece | null {
  let sign = text.indexOf('=', start);
  while (sign !== -1 && text[sign + 1] === '=') sign = text.indexOf('=', sign + 2);
  if (sign === -1) return null;
  return { text: text.slice(start, sign).replace(/==/g, '=').trim(), end: sign + 1 };
}

function valueFrom(text: string, from: number): Piece | null {
  const space = /\s*/y;
  space.lastIndex = from;
  space.test(text);
  const start = space.lastIndex;
  const quote = text[start];
  if (quote !== '"' && quote !== "'") {
    const semicolon = text.indexOf(';', from);
    const end = semicolon === -1 ? text.length : semicolon;
    return { text: text.slice(from, end).trim(), end };
  }
  let close = text.indexOf(quote, start + 1);
  while (close !== -1 && text[close + 1] === quote) close = text.indexOf(quote, close + 2);
  if (close === -1) return null;
  space.lastIndex = close + 1;
  space.test(text);
  const end = space.lastIndex;
  if (end < text.length && text[end] !== ';') return null;
  return {
    text: text
      .slice(start + 1, close)
      .split(quote + quote)
      .join(quote),
    end,
  };
}
