import type { Waiver } from './configuration';
import { matchesGlob } from './glob';
import type { Finding } from './report';

/** What the waivers did to the findings. */
export type Waived = {
  readonly findings: readonly Finding[];
  /** One line each: waivers that excuse nothing, ran out, or end soon. */
  readonly remarks: readonly Remark[];
};

/** What there is to say of a waiver that is not simply in use. */
export type Remark = { readonly waiver: Waiver; readonly state: 'over' | 'unused' | 'ending'; readonly remark: string };

const daysOfNotice = 14;

/** Excuses failing and unknown findings. A waiver holds through its last day (UTC); after it the finding fails again. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[], today: string): Waived {
  const used = new Set<Waiver>();
  const waived = findings.map((finding): Finding => {
    if (finding.outcome !== 'fail' && finding.outcome !== 'unknown') return finding;
    const covering = waivers.filter((waiver) => covers(waiver, finding));
    for (const waiver of covering) used.add(waiver);
    const valid = covering.find((waiver) => waiver.until >= today);
    return valid === undefined ? finding : { ...finding, outcome: 'waived', waiver: valid };
  });
  const remarks = waivers.flatMap((waiver): readonly Remark[] => {
    if (waiver.until < today) return [{ waiver, state: 'over', remark: `the waiver ended on ${waiver.until}` }];
    if (!used.has(waiver)) return [{ waiver, state: 'unused', remark: 'the waiver excuses nothing: remove it' }];
    return daysBetween(today, waiver.until) <= daysOfNotice
      ? [{ waiver, state: 'ending', remark: `the waiver ends on ${waiver.until}` }]
      : [];
  });
  return { findings: waived, remarks };
}

/** Whether a waiver speaks of a finding, whether or not it still holds. */
export function covers(waiver: Waiver, finding: Finding): boolean {
  return (
    matchesGlob(waiver.policy, finding.policy) &&
    (waiver.resources?.includes(finding.resource) ?? matchesGlob(waiver.resource, finding.resource)) &&
    (waiver.workload === null || (finding.workload !== null && matchesGlob(waiver.workload, finding.workload))) &&
    (waiver.role === null || (finding.role !== null && matchesGlob(waiver.role, finding.role)))
  );
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}
