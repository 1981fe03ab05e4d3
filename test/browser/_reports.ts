import { builtinPolicies } from 'holdfast';
import type { Report } from '../../lib/core/report';
import html from '../../lib/report/formats/html';
import { examples, judgedExample } from '../report/judged-example';
import { plain } from '../report/sample';

/** A report as the command writes it. */
export function rendered(report: Report): string {
  return html.render(report, { ...plain, policies: builtinPolicies });
}

/** The workloads and findings of all examples, over and over: an estate of that many workloads. */
export function estateOf(count: number): Report {
  const judged = examples.map(judgedExample);
  const all = judged.flatMap(({ workloads, findings }) =>
    workloads.map((workload) => ({ workload, findings: findings.filter((one) => one.workload === workload.name) })),
  );
  const some = Array.from({ length: count }, (_, at) => {
    const { workload, findings } = all[at % all.length]!;
    const name = `${workload.name}-${at}`;
    // Each has resources of its own, so that no finding is told once for several.
    const own = JSON.stringify({ workload: { ...workload, name }, findings }).replaceAll('aws_', `m${at}.aws_`);
    const made = JSON.parse(own) as { workload: Report['workloads'][number]; findings: Report['findings'] };
    return { workload: made.workload, findings: made.findings.map((one) => ({ ...one, workload: name })) };
  });
  const findings = some.flatMap((one) => one.findings);
  const counted = (outcome: string): number => findings.filter((one) => one.outcome === outcome).length;
  return {
    ...judged[0]!,
    workloads: some.map(({ workload }) => workload),
    findings,
    summary: {
      passed: counted('pass'),
      failed: counted('fail'),
      unknown: counted('unknown'),
      waived: counted('waived'),
    },
  };
}
