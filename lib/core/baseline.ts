import type { Finding, Report } from './report';
import type { Waiver } from './configuration';

/** One failure that was there before. No value and no line: neither moving code nor another number makes it new. */
export type BaselineEntry = {
  readonly policy: string;
  readonly resource: string;
  readonly workload: string | null;
  readonly role: string | null;
};

/** The failures that are already known: only others count. */
export type Baseline = { readonly version: 1; readonly findings: readonly BaselineEntry[] };

/** The `until` of a finding that a baseline excuses: a baseline has no end. */
export const noEnd = '9999-12-31';

/** The failing findings of a report, sorted, each once. */
export function baselineOf(report: Report): Baseline {
  const entries = new Map(report.findings.filter(isFailing).map((finding) => [keyOf(finding), entryOf(finding)]));
  return { version: 1, findings: [...entries].sort(byKey).map(([, entry]) => entry) };
}

/**
 * The same report with every failure that the baseline knows as `waived`. Entries that no longer match are notes of
 * level `info`, so that a baseline can only shrink.
 */
export function applyBaseline(report: Report, baseline: Baseline): Report {
  const entries = new Map(baseline.findings.map((entry) => [keyOf(entry), entry]));
  const findings = report.findings.map((finding) => {
    const entry = isFailing(finding) ? entries.get(keyOf(finding)) : undefined;
    return entry === undefined ? finding : { ...finding, outcome: 'waived' as const, waiver: waiverOf(entry) };
  });
  const waived = findings.filter((finding, at) => finding !== report.findings[at]).length;
  const { summary, coverage } = report;
  return {
    ...report,
    summary: { ...summary, failed: summary.failed - waived, waived: summary.waived + waived },
    findings,
    coverage: { ...coverage, notes: [...coverage.notes, ...staleNotes(report, entries)] },
  };
}

function staleNotes(report: Report, entries: ReadonlyMap<string, BaselineEntry>): Report['coverage']['notes'] {
  const failing = new Set(report.findings.filter(isFailing).map(keyOf));
  const others = new Map(report.findings.filter((finding) => !isFailing(finding)).map((one) => [keyOf(one), one]));
  return [...entries]
    .filter(([key]) => !failing.has(key))
    .sort(byKey)
    .map(([key, entry]) => ({ what: describe(entry), why: whyStale(others.get(key)), level: 'info' as const }));
}

function whyStale(now: Finding | undefined): string {
  if (now === undefined) return 'nothing in this run matches it; write the baseline anew where that is meant';
  if (now.outcome === 'unknown') return 'it cannot be judged in this run';
  return now.outcome === 'pass'
    ? 'it passes now; write the baseline anew'
    : 'a waiver covers it; write the baseline anew';
}

function describe({ policy, resource, workload, role }: BaselineEntry): string {
  const whose = [workload, role].filter((one) => one !== null).join(', ');
  return `baseline entry ${policy} on ${resource}${whose === '' ? '' : ` (${whose})`}`;
}

const isFailing = (finding: Finding): boolean => finding.outcome === 'fail';

const waiverOf = (entry: BaselineEntry): Waiver => ({
  ...entry,
  reason: 'in the baseline',
  owner: 'baseline',
  until: noEnd,
});

const entryOf = ({ policy, resource, workload, role }: BaselineEntry): BaselineEntry => ({
  policy,
  resource,
  workload,
  role,
});

const keyOf = (entry: BaselineEntry): string =>
  JSON.stringify([entry.policy, entry.resource, entry.workload, entry.role]);

const byKey = (one: readonly [string, unknown], other: readonly [string, unknown]): number =>
  one[0] < other[0] ? -1 : one[0] > other[0] ? 1 : 0;
