/** No offset: what is there breaks the rules of HCL. */
const broken = -1;

/**
 * Where the expression that begins at `start` ends: the offset of the line break, closing brace or end of text behind it.
 * `null` where it does not end as HCL has it. Values are not read: only brackets, strings, templates, heredocs and comments
 * are followed, with a list of what is open instead of recursion, since the text decides how deep they nest.
 */
export function endOfExpression(text: string, start: number): number | null {
  // What closes each open bracket, template and string; of a heredoc its marker behind `<<`. Innermost last.
  const open: string[] = [];
  let at = start;
  while (at !== broken) {
    const closer = open[open.length - 1];
    if (closer === undefined && (at >= text.length || text[at] === '\n' || text[at] === '}')) return at;
    if (at >= text.length) return null;
    if (closer === '"') at = inString(text, at, open);
    else if (closer?.startsWith('<<') === true) at = inHeredoc(text, at, open, closer.slice(2));
    else at = inCode(text, at, open);
  }
  return null;
}

/** Behind the comment that begins here: of a line at its line break. `null` where none begins, -1 where it does not end. */
export function endOfComment(text: string, at: number): number | null {
  const first = text[at];
  if (first === '#' || (first === '/' && text[at + 1] === '/')) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  }
  if (first !== '/' || text[at + 1] !== '*') return null;
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? broken : end + 2;
}

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

function inCode(text: string, at: number, open: string[]): number {
  const character = text.charAt(at);
  switch (character) {
    case '"':
      open.push('"');
      return at + 1;
    case '{':
    case '[':
    case '(':
      open.push(closers[character] ?? '');
      return at + 1;
    case '}':
    case ']':
    case ')':
      return open.pop() === character ? at + 1 : broken;
    case '<':
      return text[at + 1] === '<' ? heredoc(text, at, open) : at + 1;
    case '#':
    case '/':
      return endOfComment(text, at) ?? at + 1;
    case '\n':
      return at + 1;
    default:
      return run(/[^"{}[\]()<#/\n]+/y, text, at);
  }
}

/** A quoted string does not reach over lines, except inside its templates. */
function inString(text: string, at: number, open: string[]): number {
  switch (text[at]) {
    case '"':
      open.pop();
      return at + 1;
    case '\\':
      return text[at + 1] === '\n' ? broken : at + 2;
    case '\n':
      return broken;
    case '$':
    case '%':
      return template(text, at, open);
    default:
      return run(/[^"\\\n$%]+/y, text, at);
  }
}

/** A heredoc ends where a whole line is its marker, however indented: so does HCL's own scanner, with `<<` and `<<-` alike. */
function inHeredoc(text: string, at: number, open: string[], marker: string): number {
  if (text[at - 1] === '\n') {
    const written = run(/[ \t]*/y, text, at);
    const end = written + marker.length;
    if (text.startsWith(marker, written) && lineFrom(text, end).trim() === '') {
      open.pop();
      return end;
    }
  }
  const character = text[at];
  if (character === '\n') return at + 1;
  return character === '$' || character === '%' ? template(text, at, open) : run(/[^$%\n]+/y, text, at);
}

function lineFrom(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.slice(at) : text.slice(at, end);
}

/** `${` and `%{` open a template; doubled signs (`$${`) stand for themselves. */
function template(text: string, at: number, open: string[]): number {
  const sign = text[at];
  if (text[at + 1] === '{') {
    open.push('}');
    return at + 2;
  }
  return text[at + 1] === sign && text[at + 2] === '{' ? at + 3 : at + 1;
}

function heredoc(text: string, at: number, open: string[]): number {
  const header = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
  header.lastIndex = at;
  const marker = header.exec(text)?.[1];
  if (marker === undefined) return broken;
  open.push(`<<${marker}`);
  return header.lastIndex;
}

/** Behind the characters that a sticky pattern takes from here on; one further where it takes none, so that no text is a trap. */
function run(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at + 1;
}
