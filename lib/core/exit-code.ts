import { severities } from './configuration';
import type { Severity } from './configuration';
import type { Report } from './report';

/** What the user asked to count as a failure. */
export type ExitOptions = {
  /** The lowest severity that fails. */
  readonly failOn: Severity;
  /** Whether what could not be told fails. */
  readonly onUnknown: 'pass' | 'fail';
  /** Report failures without failing. */
  readonly softFail: boolean;
};

/**
 * The exit code of a judged report: 1 something failed at or above `failOn`, else 2 something could not be judged, else 0.
 * `softFail` takes the 1 away and leaves the 2. Never a count.
 */
export function exitCode(report: Report, options: ExitOptions): 0 | 1 | 2 {
  if (!options.softFail && hasFailed(report, options)) return 1;
  return unjudged(report).length > 0 ? 2 : 0;
}

/** Why a report is not a full answer, one clause each; empty where everything that was asked for could be judged. */
export function unjudged(report: Report): readonly string[] {
  const incomplete = report.coverage.notes.filter((note) => note.level === 'incomplete');
  const reasons = incomplete.map((note) => `${note.what}: ${note.why}`);
  // A run in which every verdict is unknown proved nothing: it is not a pass. Nor is one in which only what belongs to no
  // workload could be judged, a valid parameter group say, because no workload's path was found.
  const judged =
    report.findings.some((finding) => finding.outcome !== 'unknown') &&
    report.workloads.some((workload) => workload.paths.length > 0);
  return judged ? reasons : [...reasons, 'nothing was judged: no policy came to a verdict on any resource'];
}

function hasFailed(report: Report, { failOn, onUnknown }: ExitOptions): boolean {
  const counts = (severity: Severity): boolean => severities.indexOf(severity) <= severities.indexOf(failOn);
  if (report.findings.some(({ outcome, severity }) => outcome === 'fail' && counts(severity))) return true;
  if (onUnknown === 'pass') return false;
  // A workload may be unknown without a finding: its path could not be followed.
  return (
    report.workloads.some(({ verdict }) => verdict === 'unknown') ||
    report.findings.some(({ outcome, severity }) => outcome === 'unknown' && counts(severity))
  );
}
