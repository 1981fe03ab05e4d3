import type { Kind } from '../core/kind';
import type { Finding, Report } from '../core/report';
import { excuseOf } from './excuse';
import { fingerprintOf } from './fingerprint';
import { gapsOf } from './gaps';
import type { Gap } from './gaps';
import { groupsOf } from './group';
import { readOn, remedyOf } from './remedy';
import { anywhere, locationOf, relatedTo } from './sarif-location';
import type { SarifResult, SarifRule } from './sarif-log';
import { levelOf } from './sarif-rules';
import { visibleText } from './visible';
import { whom } from './whom';

/**
 * Everything that is no pass, worst first: what could not be judged, what failed, what is unknown (kind `open`), and what is
 * waived, as suppressed results. GitHub reads neither kinds nor suppressions, and opens an alert for each: level `none` and
 * `note` keep those from blocking anybody.
 */
export function resultsOf(report: Report, rules: readonly SarifRule[], kinds: readonly Kind[]): readonly SarifResult[] {
  const places = new Map(rules.map(({ id }, place) => [id, place]));
  const rule = (id: string): Pick<SarifResult, 'ruleId' | 'ruleIndex'> => ({
    ruleId: id,
    ruleIndex: places.get(id) ?? -1,
  });
  const found = (outcome: Finding['outcome']): readonly SarifResult[] =>
    groupsOf(report, outcome).flatMap(({ policy, findings }) =>
      findings.map((finding) => ({ ...rule(policy), ...resultOf(finding, report, kinds) })),
    );
  const gaps = (is: Gap['is']): readonly SarifResult[] =>
    gapsOf(report)
      .filter((gap) => gap.is === is)
      .map((gap) => ({ ...rule(gap.key.policy), ...gapResult(gap, report) }));
  return [...gaps('unjudged'), ...found('fail'), ...found('unknown'), ...gaps('unknown'), ...found('waived')];
}

type Result = Omit<SarifResult, 'ruleId' | 'ruleIndex'>;

function resultOf(finding: Finding, report: Report, kinds: readonly Kind[]): Result {
  const { outcome, severity, workload, role, resource, expected, actual, unit } = finding;
  const related = relatedTo(finding, report);
  const isWaived = outcome === 'waived';
  const lines = [
    visibleText(finding.message),
    `for ${whom([finding])}`,
    ...(isWaived ? [`waived: ${excuseOf(finding)}`] : []),
    ...remedyOf(finding, kinds),
  ];
  return {
    kind: outcome === 'unknown' ? 'open' : 'fail',
    level: outcome === 'unknown' ? 'none' : isWaived ? 'note' : levelOf[severity],
    message: { text: linkless([...lines, readOn(finding.policy)].join('\n')) },
    locations: [locationOf(finding, report)],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    partialFingerprints: fingerprints(fingerprintOf(finding), finding.locations[0]?.line !== undefined),
    suppressions: isWaived ? [{ kind: 'external', status: 'accepted', justification: excuseOf(finding) }] : [],
    properties: { outcome, severity, workload, role, resource, expected, actual, unit },
  };
}

function gapResult({ is, message, workload, key }: Gap, report: Report): Result {
  return {
    kind: is === 'unjudged' ? 'fail' : 'open',
    level: is === 'unjudged' ? 'error' : 'none',
    message: { text: linkless(message) },
    locations: [anywhere(report)],
    partialFingerprints: fingerprints(fingerprintOf(key), false),
    suppressions: [],
    properties: { outcome: is, workload },
  };
}

/**
 * GitHub tells alerts apart by `primaryLocationLineHash` only, which its action computes from the text of the line. Where the
 * line is not known every finding of a document would share that of its first line, so ours stands there instead.
 */
function fingerprints(own: string, hasLine: boolean): Readonly<Record<string, string>> {
  return { 'holdfast/v1': own, ...(hasLine ? {} : { primaryLocationLineHash: own }) };
}

/** `[text](target)` is a link in the messages of SARIF; a name that looks like one stays text. */
function linkless(text: string): string {
  return text.replaceAll('](', '] (');
}
