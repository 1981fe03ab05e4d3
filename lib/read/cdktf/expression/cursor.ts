import { endOfComment } from '../../hcl/expression';

/** Why a text is not read: it breaks the grammar, it nests too deeply, or it holds what only Terraform carries out. */
export type Refusal = 'grammar' | 'depth' | 'directive';

/** Where a parser stands. One that was refused stands at the end, so that every loop over the text ends by itself. */
export type Cursor = {
  readonly text: string;
  at: number;
  /** How many brackets, templates, operators and branches are open. */
  depth: number;
  /** Whether a line break ends an expression, as it does between the entries of an object. */
  lines: boolean;
  refused: Refusal | null;
};

/** Levels that are followed; each costs a few frames of the stack here and in the evaluation. */
const deepest = 100;

export function cursorOn(text: string): Cursor {
  return { text, at: 0, depth: 0, lines: false, refused: null };
}

/** Gives up on the text; the first reason counts. */
export function refuse(cursor: Cursor, reason: Refusal): void {
  cursor.refused ??= reason;
  cursor.at = cursor.text.length;
}

/** Parses one level further inside. `lines`: whether a line break ends an expression there. */
export function nested<T>(cursor: Cursor, lines: boolean, parse: (cursor: Cursor) => T): T {
  const outer = cursor.lines;
  cursor.lines = lines;
  cursor.depth += 1;
  if (cursor.depth > deepest) refuse(cursor, 'depth');
  const parsed = parse(cursor);
  cursor.depth -= 1;
  cursor.lines = outer;
  return parsed;
}

/** Moves over blanks and comments, and over line breaks where they mean nothing (`everyLine`: here they never do). */
export function skip(cursor: Cursor, everyLine = false): void {
  const { text } = cursor;
  for (;;) {
    const character = text[cursor.at];
    const blank = character === ' ' || character === '\t' || character === '\r';
    if (blank || (character === '\n' && (everyLine || !cursor.lines))) {
      cursor.at += 1;
      continue;
    }
    const behind = endOfComment(text, cursor.at);
    if (behind === null) return;
    if (behind < 0) return refuse(cursor, 'grammar');
    cursor.at = behind;
  }
}

/** Whether this comes next, blanks aside. */
export function sees(cursor: Cursor, symbol: string): boolean {
  skip(cursor);
  return cursor.text.startsWith(symbol, cursor.at);
}

/** Moves behind the symbol if it comes next. */
export function take(cursor: Cursor, symbol: string): boolean {
  if (!sees(cursor, symbol)) return false;
  cursor.at += symbol.length;
  return true;
}

/** The symbol has to come next. */
export function expect(cursor: Cursor, symbol: string): void {
  if (!take(cursor, symbol)) refuse(cursor, 'grammar');
}

/** What a sticky pattern takes from here, blanks aside; `null` where it takes nothing. */
export function takeMatch(cursor: Cursor, pattern: RegExp): string | null {
  skip(cursor);
  pattern.lastIndex = cursor.at;
  const [match = null] = pattern.exec(cursor.text) ?? [];
  if (match !== null) cursor.at += match.length;
  return match;
}

const name = /[\p{ID_Start}_][\p{ID_Continue}-]*(?:::[\p{ID_Start}_][\p{ID_Continue}-]*)*/uy;

/** An identifier (hclsyntax: like Unicode's, with `-` inside); the names of namespaced functions hold `::`. */
export function takeName(cursor: Cursor): string | null {
  return takeMatch(cursor, name);
}

/** Moves behind the keyword if it comes next. */
export function takeWord(cursor: Cursor, word: string): boolean {
  const start = cursor.at;
  if (takeName(cursor) === word) return true;
  if (cursor.refused === null) cursor.at = start;
  return false;
}
