import type { Report, Verdict } from '../core/report';

/**
 * The first line of every report: `2 workloads: 1 cut, 1 holds; findings: 3 failed, 1 unknown, 20 passed, 1 waived`. What there
 * is none of is left out: hosts that look for the word "fail" in an output (Atlantis) find none where nothing failed.
 */
export function summaryLine({ workloads, summary }: Report): string {
  const verdicts = (['cut', 'unknown', 'holds'] as const)
    .map((verdict) => ({ verdict, count: workloads.filter((one) => one.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${worded(verdict, count)}`);
  const outcomes = (['failed', 'unknown', 'passed', 'waived'] as const)
    .filter((outcome) => summary[outcome] > 0)
    .map((outcome) => `${summary[outcome]} ${outcome}`);
  const counted = `${workloads.length} ${workloads.length === 1 ? 'workload' : 'workloads'}`;
  const judged = [counted, verdicts.join(', ')].filter((part) => part !== '').join(': ');
  return `${judged}; findings: ${outcomes.length === 0 ? 'none' : outcomes.join(', ')}`;
}

function worded(verdict: Verdict, count: number): string {
  return verdict === 'holds' && count !== 1 ? 'hold' : verdict;
}
