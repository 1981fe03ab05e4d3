/** A piece of SQL. `other` is what we do not read: an escape string with escapes, a bit string, something unterminated. */
export type Token =
  { readonly as: 'word' | 'name' | 'text' | 'number' | 'sign'; readonly text: string } | { readonly as: 'other' };

/** One statement: its tokens, and its text as written. */
export type Statement = { readonly tokens: readonly Token[]; readonly text: string };

// Sticky expressions, each linear: no alternative of a repetition can match what another one matches.
const skipped = /(?:\s+|--[^\n]*)/y;
const word = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
const number = /(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?![A-Za-z0-9_$.])/y;
const plainText = /'([^']*(?:''[^']*)*)'(?!')/y;
const escapeText = /'(?:[^'\\]|\\[^]|'')*'/y;
const quotedName = /"([^"]*(?:""[^"]*)*)"(?!")/y;
const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;

/** Splits SQL at its semicolons, as PostgreSQL's lexer sees them: not those in strings, quoted names and comments. Never throws. */
export function statementsOf(sql: string): readonly Statement[] {
  const statements: Statement[] = [];
  let tokens: Token[] = [];
  let from = 0;
  let at = 0;
  const match = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = at;
    const found = expression.exec(sql);
    if (found !== null) at = expression.lastIndex;
    return found;
  };
  const close = (): void => {
    if (tokens.length > 0) statements.push({ tokens, text: sql.slice(from, at) });
    tokens = [];
    from = at;
  };
  while (at < sql.length) {
    if (match(skipped) !== null) continue;
    if (sql.startsWith('/*', at)) {
      const end = endOfComment(sql, at);
      if (end === null) tokens.push({ as: 'other' });
      at = end ?? sql.length;
      continue;
    }
    if (sql[at] === ';') {
      close();
      at += 1;
      continue;
    }
    tokens.push(next(sql, match, (to) => (at = to)));
  }
  close();
  return statements;
}

function next(sql: string, match: (expression: RegExp) => RegExpExecArray | null, jump: (to: number) => void): Token {
  const bare = match(word);
  if (bare !== null) return afterWord(sql, bare, match, jump);
  const digits = match(number);
  if (digits !== null) return { as: 'number', text: digits[0] };
  const quoted = match(plainText);
  if (quoted !== null) return { as: 'text', text: (quoted[1] ?? '').replaceAll("''", "'") };
  const name = match(quotedName);
  if (name !== null) return { as: 'name', text: (name[1] ?? '').replaceAll('""', '"') };
  const tag = match(dollarTag);
  if (tag !== null) {
    const start = tag.index + tag[0].length;
    const end = sql.indexOf(tag[0], start);
    jump(end < 0 ? sql.length : end + tag[0].length);
    return end < 0 ? { as: 'other' } : { as: 'text', text: sql.slice(start, end) };
  }
  const position = match(/[^]/y)?.index ?? sql.length;
  const sign = sql[position] ?? '';
  // A quote that nothing closes takes the rest with it.
  if (sign === "'" || sign === '"') {
    jump(sql.length);
    return { as: 'other' };
  }
  return /[0-9]/.test(sign) ? { as: 'other' } : { as: 'sign', text: sign };
}

/** `E'..'` is a string with escapes; other letters before a quote make bit and unicode strings, which no parameter takes. */
function afterWord(
  sql: string,
  bare: RegExpExecArray,
  match: (expression: RegExp) => RegExpExecArray | null,
  jump: (to: number) => void,
): Token {
  if (sql[bare.index + bare[0].length] !== "'") return { as: 'word', text: bare[0].toLowerCase() };
  const isEscape = bare[0].toLowerCase() === 'e';
  const body = match(isEscape ? escapeText : plainText);
  if (body === null) jump(sql.length);
  if (body === null || !isEscape || body[0].includes('\\')) return { as: 'other' };
  return { as: 'text', text: body[0].slice(1, -1).replaceAll("''", "'") };
}

/** The end of a comment that may hold others; `null` where nothing closes it. */
function endOfComment(sql: string, from: number): number | null {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = from;
  let depth = 0;
  for (let found = mark.exec(sql); found !== null; found = mark.exec(sql)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return null;
}
