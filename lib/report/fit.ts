/** A part of a document that may be cut between two entries. */
export type Section = {
  /** What an entry is called where some are left out: `1 row of the table`. */
  readonly what: readonly [one: string, several: string];
  readonly before: string;
  /** Worst first; each ends its own line. */
  readonly entries: readonly string[];
  readonly after: string;
  /** The share of the document that it may take, in characters. */
  readonly most: number;
};

/** The sections that have entries, as far as they fit, and what is left out of them. */
export type Fitted = { readonly parts: readonly string[]; readonly leftOut: readonly string[] };

/**
 * Fills sections into `room` characters (UTF-16 units, of which no host counts fewer), in their order and worst first. A
 * section ends at the first entry that does not fit.
 */
export function fit(sections: readonly Section[], room: number): Fitted {
  const parts: string[] = [];
  const leftOut: string[] = [];
  let left = room;
  for (const { what, before, entries, after, most } of sections) {
    let size = before.length + after.length + separator;
    const kept: string[] = [];
    for (const entry of entries) {
      if (size + entry.length > Math.min(left, most)) break;
      size += entry.length;
      kept.push(entry);
    }
    const rest = entries.length - kept.length;
    if (rest > 0) leftOut.push(`${rest} ${rest === 1 ? what[0] : what[1]}`);
    if (kept.length === 0) continue;
    parts.push(`${before}${kept.join('')}${after}`);
    left -= size;
  }
  return { parts, leftOut };
}

/** A blank line stands between two sections. */
const separator = 2;
