import { severities } from '../core/configuration';
import type { Severity } from '../core/configuration';
import { compare } from '../core/order';
import type { Finding, Outcome, Report } from '../core/report';
import { worstFirst } from './worst-first';

/** The findings of one policy on one resource. */
export type Group = {
  readonly policy: string;
  readonly severity: Severity;
  readonly resource: string;
  /** Worst first. */
  readonly findings: readonly Finding[];
};

/**
 * The findings of one outcome, by policy and resource, worst first: severity, then the workload that is cut, then how soon.
 * The order is the same on every run and machine.
 */
export function groupsOf(report: Report, outcome: Outcome): readonly Group[] {
  const rank = ranking(report);
  const groups = new Map<string, Finding[]>();
  const sorted = report.findings.filter((finding) => finding.outcome === outcome).sort(rank);
  for (const finding of sorted) {
    const key = JSON.stringify([finding.policy, finding.severity, finding.resource]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].flatMap((findings) => {
    const first = findings[0];
    if (first === undefined) return [];
    return [{ policy: first.policy, severity: first.severity, resource: first.resource, findings }];
  });
}

/** Groups that say the same of several resources (the instances of a cluster), told once. */
export function alike(
  groups: readonly Group[],
): readonly { readonly group: Group; readonly others: readonly Group[] }[] {
  const found = new Map<string, { group: Group; others: Group[] }>();
  for (const group of groups) {
    const said = group.findings.map(({ message, workload, role, fix, settles, resource }) =>
      JSON.stringify([message, workload, role, fix, settles]).replaceAll(JSON.stringify(resource).slice(1, -1), '\0'),
    );
    const key = JSON.stringify([group.policy, group.severity, said]);
    const same = found.get(key);
    if (same === undefined) found.set(key, { group, others: [] });
    else same.others.push(group);
  }
  return [...found.values()];
}

/** Findings with the same message, and whom it concerns. */
export function byMessage(findings: readonly Finding[]): readonly { message: string; findings: readonly Finding[] }[] {
  const messages = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = messages.get(finding.message);
    if (same === undefined) messages.set(finding.message, [finding]);
    else same.push(finding);
  }
  return [...messages].map(([message, same]) => ({ message, findings: same }));
}

function ranking({ workloads }: Report): (one: Finding, other: Finding) => number {
  const places = new Map(worstFirst(workloads).map(({ name }, place) => [name, place]));
  const place = (finding: Finding): number => places.get(finding.workload ?? '') ?? places.size;
  return (one, other) =>
    severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
    place(one) - place(other) ||
    compare(one.policy, other.policy) ||
    compare(one.resource, other.resource) ||
    compare(one.role ?? '', other.role ?? '');
}
