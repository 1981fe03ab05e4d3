import { unjudged } from '../core/exit-code';
import type { FindingKey, Report } from '../core/report';
import { headline } from './headline';
import { visibleText } from './visible';

/** The rule that hosts with rules know gaps by: it belongs to no policy, and no configuration turns it off. */
export const completeness = {
  id: 'everything-asked-is-judged',
  title: 'Everything that was asked for could be judged',
  why:
    'What could not be judged is no pass. A document that is missing, empty, cut short or made for some resources only, a ' +
    'call that was denied, or a hop that matches nothing leaves timers unseen that may cut the query.',
  fix: 'Hand in the whole documents, name the hops as the documents know them, and allow the calls that were denied.',
} as const;

/** Something that was asked for and has no verdict of its own in the findings. */
export type Gap = {
  /** `unjudged` makes the report no full answer; `unknown` is a workload whose path could not be followed. */
  readonly is: 'unjudged' | 'unknown';
  readonly message: string;
  readonly workload: string | null;
  /** The same on every run. */
  readonly key: FindingKey;
};

/**
 * What no finding tells: why the report is no full answer, and which workloads are unknown without a finding that says so.
 * A host that shows findings only would be green over them.
 */
export function gapsOf(report: Report): readonly Gap[] {
  const explained = new Set(
    report.findings.flatMap(({ outcome, workload }) => (outcome === 'unknown' || outcome === 'fail' ? workload : [])),
  );
  const key = (resource: string, workload: string | null): FindingKey => ({
    policy: completeness.id,
    resource,
    workload,
    role: null,
  });
  const open = report.workloads.filter(({ name, verdict }) => verdict === 'unknown' && !explained.has(name));
  return [
    ...[...new Set(unjudged(report))].map((reason) => ({
      is: 'unjudged' as const,
      message: `could not be judged: ${visibleText(reason)}`,
      workload: null,
      key: key(reason, null),
    })),
    ...open.map((workload) => ({
      is: 'unknown' as const,
      message: headline(workload).join('; '),
      workload: workload.name,
      key: key('', workload.name),
    })),
  ];
}
