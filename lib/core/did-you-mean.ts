/** Names longer than this are nobody's typing error, and comparing them would cost time. */
const longest = 64;

/**
 * The candidate that was probably meant, or `null` where none is near. Case, `-` and `_` do not count
 * (`max_query_duration` is `maxQueryDuration`); otherwise one error in three characters is forgiven, and never more than `most`.
 */
export function closest(word: string, candidates: readonly string[], most = Infinity): string | null {
  if (word.length > longest) return null;
  const plain = plainly(word);
  let best: string | null = null;
  let least = Math.min(most, Math.max(1, Math.floor(plain.length / 3))) + 1;
  for (const candidate of candidates) {
    if (candidate.length > longest) continue;
    const errors = typingErrors(plain, plainly(candidate));
    if (errors < least) [best, least] = [candidate, errors];
  }
  return best;
}

function plainly(word: string): string {
  return word.toLowerCase().replace(/[-_]/g, '');
}

/** Letters added, dropped, changed, or swapped with their neighbour (optimal string alignment). */
function typingErrors(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(above, column) + 1,
        at(current, column - 1) + 1,
        at(above, column - 1) + changed,
        swapped ? at(before, column - 2) + 1 : Infinity,
      );
    }
    [before, above] = [above, current];
  }
  return at(above, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
