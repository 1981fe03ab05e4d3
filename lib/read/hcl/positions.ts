/** A place in a text, both from 1. Columns count UTF-16 units, as editors and SARIF do. */
export type Position = { readonly line: number; readonly column: number };

/** The positions of offsets that are asked for in rising order, so that a text is walked once. */
export function positionsIn(text: string): (offset: number) => Position {
  let line = 1;
  let start = 0;
  let lineBreak = text.indexOf('\n');
  return (offset) => {
    while (lineBreak >= 0 && lineBreak < offset) {
      line += 1;
      start = lineBreak + 1;
      lineBreak = text.indexOf('\n', start);
    }
    return { line, column: offset - start + 1 };
  };
}
