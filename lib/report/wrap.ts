/** The narrowest and widest text that is laid out. */
const narrowest = 60;
const widest = 160;

// A number and its unit stay on one line.
const breakable = /(?<!\d) +| +(?!(?:ms|s|min|h|%)(?!\w))/;

/** Columns to lay a report out in. */
export function usableWidth(columns: number): number {
  return Math.min(widest, Math.max(narrowest, Math.floor(columns)));
}

/** Characters as a reader counts them. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/**
 * Lines of at most `width` columns, broken at spaces. The first line starts with `first`, the others with `rest`.
 * A word that is longer than a line stays whole, since addresses are there to be copied.
 */
export function wrap(text: string, width: number, first = '', rest: string = ' '.repeat(lengthOf(first))): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(breakable).filter((one) => one !== '')) {
    if (!empty && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}

/** The text in a field of that many columns: cut on the right by the caller, filled with spaces here. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - lengthOf(text)));
}
