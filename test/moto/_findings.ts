import type { Finding, Report } from '../../lib/core/report';

/** A finding without its words: policy, resource, workload, and the value that was judged. */
export type Row = readonly [policy: string, resource: string, workload: string | null, actual: unknown];

/** The findings with that outcome, sorted. */
export function rowsOf({ findings }: Report, outcome: Finding['outcome']): readonly Row[] {
  return findings
    .filter((one) => one.outcome === outcome)
    .map(({ policy, resource, workload, actual }): Row => [policy, resource, workload, actual])
    .sort(byText);
}

/** Rows in the order in which {@link rowsOf} gives them. */
export function sorted(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort(byText);
}

function byText(one: Row, other: Row): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

/** `holds`, `unknown`, or when and by what each workload is cut. */
export function verdictsOf({ workloads }: Report): Readonly<Record<string, string>> {
  return Object.fromEntries(
    workloads.map(({ name, verdict, cutAt, cutBy }) => [
      name,
      verdict === 'cut' ? `cut at ${String(cutAt)} s by ${String(cutBy)}` : verdict,
    ]),
  );
}

/** Where and which call gave no answer, of each note of that level that speaks of one. */
export function unanswered({ coverage }: Report, level: 'incomplete' | 'info'): readonly string[] {
  return coverage.notes
    .filter((note) => note.level === level)
    .flatMap(({ what, why }) => {
      const call = /^([a-z-]+:[A-Z][A-Za-z]+) failed/.exec(why)?.[1];
      return call === undefined ? [] : [`${what} ${call}`];
    })
    .sort();
}
