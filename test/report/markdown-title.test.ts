import type { Report } from '../../lib/core/report';
import { markdownTitle } from '../../lib/report/markdown-title';
import { failure, finding, report, workload } from './sample';

const incomplete = { what: 'plan.json', why: 'errored', level: 'incomplete' } as const;
const unjudged = { coverage: { ...report().coverage, notes: [incomplete] } };
const cut = workload({ verdict: 'cut', cutAt: 60 });
const unknown = workload({ verdict: 'unknown' });

describe('the first line that is seen', () => {
  it.each<readonly [Partial<Report>, string]>([
    [{}, '✅ Holdfast: the workload holds'],
    [{ workloads: [workload(), workload()] }, '✅ Holdfast: all 2 workloads hold'],
    [unjudged, '⚠️ Holdfast: not everything could be judged; nothing failed'],
    [{ findings: [], workloads: [] }, '⚠️ Holdfast: not everything could be judged; nothing failed'],
    [{ workloads: [unknown, workload()] }, '⚠️ Holdfast: nothing failed, 1 of 2 workloads is unknown'],
    [{ workloads: [unknown, unknown] }, '⚠️ Holdfast: nothing failed, 2 of 2 workloads are unknown'],
    [{ findings: [finding(), finding({ outcome: 'unknown' })] }, '⚠️ Holdfast: nothing failed, 1 finding unknown'],
    [{ findings: [failure({ severity: 'warning' })] }, '⚠️ Holdfast: no workload is cut, 1 finding failed'],
    [{ findings: [failure(), failure()] }, '❌ Holdfast: no workload is cut, 2 findings failed'],
    [{ workloads: [cut] }, '❌ Holdfast: 1 of 1 workload is cut'],
    [{ workloads: [cut, cut, workload()] }, '❌ Holdfast: 2 of 3 workloads are cut'],
    [{ workloads: [cut], ...unjudged }, '❌ Holdfast: not everything could be judged; 1 of 1 workload is cut'],
  ])('%#', (change, expected) => {
    expect(markdownTitle(report(change))).toBe(`### ${expected}`);
  });
});
