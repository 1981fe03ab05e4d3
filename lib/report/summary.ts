import type { Report, Verdict } from '../core/report';

/** The first line of every report: `2 workloads: 1 cut, 1 holds; findings: 3 failed, 1 unknown, 20 passed, 1 waived`. */
export function summaryLine({ workloads, summary }: Report): string {
  const verdicts = (['cut', 'unknown', 'holds'] as const)
    .map((verdict) => ({ verdict, count: workloads.filter((one) => one.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${worded(verdict, count)}`);
  const counted = `${workloads.length} ${workloads.length === 1 ? 'workload' : 'workloads'}`;
  const { failed, unknown, passed, waived } = summary;
  return (
    [counted, verdicts.join(', ')].filter((part) => part !== '').join(': ') +
    `; findings: ${failed} failed, ${unknown} unknown, ${passed} passed, ${waived} waived`
  );
}

function worded(verdict: Verdict, count: number): string {
  return verdict === 'holds' && count !== 1 ? 'hold' : verdict;
}
