/** A pattern, piece by piece. */
type Piece =
  | { readonly is: 'character'; readonly character: string }
  /** `*`: a run that stays within one segment. */
  | { readonly is: 'within' }
  /** `**`: any run. */
  | { readonly is: 'across' }
  /** Before `**` and a separator, which may both be left out. */
  | { readonly is: 'optional' };

/** Whether a name holds wildcards. `*` and `**` are the only ones: `[0]` and `["a/b"]` are literal. */
export function isGlob(pattern: string): boolean {
  return pattern.includes('*');
}

/**
 * Whether a name is meant by a pattern. `**` stands for any run of characters, `*` for a run within one segment. What
 * separates segments is what the pattern itself uses, outside brackets: `/` where it has one (`prod/*` is every file in
 * `prod`, `Stack/*` every construct right below the stack), else `.` where it has one (`module.*.aws_lb.x` is one module
 * deep), else nothing (`etl_*` and `*` cross everything, since roles, tags and policies have no segments). A separator in
 * brackets belongs to a key, so `aws_lb.*` is also `aws_lb.x["a.b"]`. `**` with the separator behind it may be nothing:
 * `**.aws_lb.x` is `aws_lb.x` too.
 *
 * Time is at most the length of the text times that of the pattern, whatever they hold: nothing is tried twice.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  const first = pattern.indexOf('*');
  if (first === -1) return pattern === text;
  // Cheap, and settles most names. The separator behind `**` may be left out.
  const end = pattern.slice(pattern.lastIndexOf('*') + 1).replace(/^[./]/, '');
  if (!text.startsWith(pattern.slice(0, first)) || !text.endsWith(end)) return false;
  const separator = separatorOf(pattern);
  const pieces = piecesOf(pattern, separator);
  const inKey = separator === null ? null : brackets(text);
  let places = withEmptyRuns([0], pieces);
  for (let at = 0; at < text.length && places.length > 0; at++) {
    const character = text[at] ?? '';
    places = withEmptyRuns(advance(places, pieces, character, character === separator && inKey?.[at] !== 1), pieces);
  }
  return places.includes(pieces.length);
}

/** `/` before `.`, since names with slashes (files, construct paths, ARNs) use dots as ordinary characters. */
function separatorOf(pattern: string): '/' | '.' | null {
  const inKey = brackets(pattern);
  const uses = (separator: string): boolean =>
    [...inKey.keys()].some((at) => pattern[at] === separator && inKey[at] !== 1);
  if (uses('/')) return '/';
  return uses('.') ? '.' : null;
}

/** Marks the characters inside `[...]`, where a quoted string may hold brackets as well. A bracket that is never closed is a character. */
function brackets(text: string): Uint8Array {
  const marks = new Uint8Array(text.length);
  let open = -1;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (open === -1) {
      if (character === '[') open = at;
    } else if (quoted) {
      if (character === '\\') at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ']') {
      marks.fill(1, open, at + 1);
      open = -1;
    }
  }
  return marks;
}

function piecesOf(pattern: string, separator: string | null): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    if (character !== '*') {
      pieces.push({ is: 'character', character });
      continue;
    }
    const start = at;
    while (pattern[at + 1] === '*') at++;
    if (at === start) pieces.push({ is: 'within' });
    else {
      const wholeSegments = pattern[at + 1] === separator && (start === 0 || pattern[start - 1] === separator);
      if (wholeSegments) pieces.push({ is: 'optional' });
      pieces.push({ is: 'across' });
    }
  }
  return pieces;
}

/** The places in the pattern that one more character of the text leads to, in order. */
function advance(places: readonly number[], pieces: readonly Piece[], character: string, separates: boolean): number[] {
  const next: number[] = [];
  for (const place of places) {
    const piece = pieces[place];
    if (piece?.is === 'across' || (piece?.is === 'within' && !separates)) next.push(place);
    else if (piece?.is === 'character' && piece.character === character) next.push(place + 1);
  }
  return next;
}

/** A run may be empty, so the place behind it is reached as well. */
function withEmptyRuns(places: readonly number[], pieces: readonly Piece[]): number[] {
  const reached = new Set(places);
  for (const place of reached) {
    const piece = pieces[place];
    if (piece === undefined || piece.is === 'character') continue;
    reached.add(place + 1);
    if (piece.is === 'optional') reached.add(place + 3);
  }
  return [...reached];
}
