import type { Format } from '../../core/format';
import type { Severity } from '../../core/configuration';
import type { FindingKey, Finding, Fix, Report } from '../../core/report';
import { artifactOf } from '../artifact';
import type { Artifact } from '../artifact';
import { fingerprintOf } from '../fingerprint';
import { gapsOf } from '../gaps';
import { groupsOf } from '../group';
import { jsonText } from '../json-text';
import { readOn } from '../remedy';
import { visible, visibleText } from '../visible';
import { whom } from '../whom';

/** One entry of https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
type Violation = {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'critical' | 'major' | 'minor' | 'info';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
};

/** `blocker` is left to those who fail a pipeline: that is the exit code's part. */
const severityOf: Readonly<Record<Severity, Violation['severity']>> = {
  error: 'critical',
  warning: 'minor',
  info: 'info',
};

/**
 * For the widget of a GitLab merge request: what could not be judged, then what failed, then what is unknown (`info`), worst
 * first. Waived findings and passes are left out: GitLab has no word for either, and would show them as defects.
 */
const gitlab: Format = {
  name: 'gitlab',
  title: 'for the code quality widget of GitLab',
  render: (report) => jsonText(violationsOf(report)),
};
export default gitlab;

function violationsOf(report: Report): readonly Violation[] {
  const failed = groupsOf(report, 'fail').flatMap(({ findings }) => findings);
  const unknown = groupsOf(report, 'unknown').flatMap(({ findings }) => findings);
  const gaps = gapsOf(report).map(({ is, message, key }) =>
    violation(key, message, is === 'unjudged' ? 'major' : 'info', artifactOf(undefined, report)),
  );
  return [
    ...gaps.filter(({ severity }) => severity === 'major'),
    ...[...failed, ...unknown].map((finding) =>
      violation(
        finding,
        descriptionOf(finding),
        finding.outcome === 'unknown' ? 'info' : severityOf[finding.severity],
        artifactOf(finding.locations[0], report),
      ),
    ),
    ...gaps.filter(({ severity }) => severity !== 'major'),
  ];
}

function violation(
  key: FindingKey,
  description: string,
  severity: Violation['severity'],
  { path, line }: Artifact,
): Violation {
  return {
    description,
    check_name: visible(key.policy),
    fingerprint: fingerprintOf(key),
    severity,
    location: { path, lines: { begin: line ?? 1 } },
  };
}

/** The widget shows one line of plain text. */
function descriptionOf(finding: Finding): string {
  const { outcome, message, settles, fix } = finding;
  const parts = [
    `${outcome === 'unknown' ? 'unknown: ' : ''}${visibleText(message)}`,
    `for ${whom([finding])}`,
    fix === null ? null : `fix: ${inOneLine(fix)}`,
    settles === null ? null : `settled by: ${visibleText(settles)}`,
    readOn(finding.policy),
  ];
  return parts.filter((part) => part !== null).join('; ');
}

function inOneLine({ resource, setting, value, note, inDatabase }: Fix): string {
  const text = visibleText(typeof value === 'string' ? value : JSON.stringify(value));
  const where = inDatabase === undefined ? '' : ` in database ${visible(inDatabase)}`;
  const more = note === undefined ? '' : ` (${visibleText(note)})`;
  return `set ${visible(setting)} of ${visible(resource)}${where} to ${text}${more}`;
}
