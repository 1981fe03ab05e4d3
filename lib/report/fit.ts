/** A part of a document that may be cut between two entries. */
export type Section = {
  /** What an entry is called where some are left out: `1 row of the table`. */
  readonly what: readonly [one: string, several: string];
  readonly before: string;
  /** Worst first; each ends its own line. */
  readonly entries: readonly string[];
  readonly after: string;
  /** What it may take where not all sections have room, in characters. */
  readonly most: number;
};

/** The sections that have entries, as far as they fit, and what is left out of them. */
export type Fitted = { readonly parts: readonly string[]; readonly leftOut: readonly string[] };

/**
 * Fills sections into `room` characters (UTF-16 units: no host counts more), in their order and worst first. Where not all
 * have room, a section ends at the first entry that does not fit.
 */
export function fit(sections: readonly Section[], room: number): Fitted {
  const parts: string[] = [];
  const leftOut: string[] = [];
  const isAll = sections.reduce((size, one) => size + sizeOf(one), 0) <= room;
  let left = room;
  for (const { what, before, entries, after, most } of sections) {
    let size = frameOf({ before, after });
    const kept: string[] = [];
    for (const entry of entries) {
      if (!isAll && size + entry.length > Math.min(left, most)) break;
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

function sizeOf({ before, entries, after }: Section): number {
  return entries.reduce((size, entry) => size + entry.length, frameOf({ before, after }));
}

/** What a section takes without its entries, with the blank line behind it. */
function frameOf({ before, after }: Pick<Section, 'before' | 'after'>): number {
  return before.length + after.length + 2;
}
