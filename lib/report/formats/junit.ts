import type { Format, FormatContext } from '../../core/format';
import type { Report } from '../../core/report';
import { kinds } from '../../kinds';
import { renderCoverage } from '../coverage';
import { completeness, gapsOf } from '../gaps';
import { headline } from '../headline';
import { caseOf, renderCase } from '../junit-case';
import type { JunitCase } from '../junit-case';
import { summaryLine } from '../summary';
import { visible } from '../visible';
import { xmlElement } from '../xml';

/** Columns of the output of a case, the same on every machine. */
const columns = 120;

type Suite = { readonly name: string; readonly cases: readonly JunitCase[]; readonly out: readonly string[] };

/**
 * For the test reports of CI: a suite per workload with a case per policy, resource and role, passes included, since they
 * prove what was looked at. The last suite is the run itself: an error for each thing that could not be judged, and the
 * coverage as its output; it is never empty.
 */
const junit: Format = {
  name: 'junit',
  title: 'for the test reports of CI (JUnit XML)',
  render: (report, context) => {
    const suites = [...workloadSuites(report), runSuite(report, context)];
    const { skipped: _, ...totals } = countsOf(suites.flatMap(({ cases }) => cases));
    const root = xmlElement('testsuites', { name: report.tool.name, ...totals }, suites.map(renderSuite));
    return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
  },
};
export default junit;

function workloadSuites(report: Report): readonly Suite[] {
  const gaps = gapsOf(report);
  const names = new Set<string | null>([...report.workloads, ...report.findings].map(nameOf));
  return [...names].map((workload) => ({
    name: workload ?? 'everything in view',
    cases: [
      ...report.findings.filter((finding) => finding.workload === workload).map((finding) => caseOf(finding, kinds)),
      ...gaps
        .filter((gap) => gap.is === 'unknown' && gap.workload === workload)
        .map(({ message }) => openCase(message)),
    ],
    out: report.workloads.filter(({ name }) => name === workload).flatMap(headline),
  }));
}

function nameOf(one: Report['workloads'][number] | Report['findings'][number]): string | null {
  return 'name' in one ? one.name : one.workload;
}

function openCase(message: string): JunitCase {
  return { name: completeness.id, outcome: 'skipped', type: 'unknown', message: `unknown: ${message}`, text: '' };
}

function runSuite(report: Report, { verbosity }: FormatContext): Suite {
  const unjudged = gapsOf(report).filter(({ is }) => is === 'unjudged');
  const judged: JunitCase = { name: completeness.id, outcome: 'passed', type: 'pass', message: '', text: '' };
  const errors = unjudged.map(({ message }): JunitCase => ({
    name: `${completeness.id}: ${message}`,
    outcome: 'error',
    type: 'unjudged',
    message,
    text: completeness.fix,
  }));
  return {
    name: report.tool.name,
    cases: errors.length === 0 ? [judged] : errors,
    out: [summaryLine(report), ...renderCoverage(report, { width: columns, everything: verbosity === 'verbose' })],
  };
}

function renderSuite({ name, cases, out }: Suite): string {
  const shown = visible(name);
  return xmlElement('testsuite', { name: shown, ...countsOf(cases) }, [
    ...cases.map((one) => renderCase(one, shown)),
    ...(out.length === 0 ? [] : [xmlElement('system-out', {}, out.join('\n'))]),
  ]);
}

function countsOf(cases: readonly JunitCase[]): Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', number>> {
  const count = (outcome: JunitCase['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}
