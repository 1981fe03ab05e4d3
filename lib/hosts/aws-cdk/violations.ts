import { formatDuration } from '../../core/duration';
import { unjudged } from '../../core/exit-code';
import type { Policy } from '../../core/policy';
import type { Finding, Report } from '../../core/report';
import { table } from '../../core/setting';
import { kinds } from '../../kinds';
import { constructOf } from '../../report/construct';
import { renderFix } from '../../report/fix';
import { placeOf } from '../../report/provenance';
import { visible, visibleText } from '../../report/visible';
import { whom } from '../../report/whom';
import type { Place, Placer } from './place';
import type { ViolatingResource, Violation } from './plugin-report';

/** The name under which AWS CDK knows the plugin, and so the first half of the ids that are acknowledged. */
export const pluginName = 'holdfast';

/** The rule of what could not be judged: not a policy, and never a pass. */
export const couldNotJudge = 'holdfast-could-not-judge';

/** How many messages of one violation are shown. */
const shown = 5;

/** What violations are made with. */
export type Telling = {
  readonly policies: readonly Policy[];
  readonly placeOf: Placer;
  /** The template's file, by document. */
  readonly fileOf: (document: string) => string | undefined;
  /** Whether this version of AWS CDK lets a construct acknowledge a violation. */
  readonly acknowledges: boolean;
};

/** What failed, what is not known (one violation per policy), and why the judgement is not a full answer. */
export function violationsOf(report: Report, telling: Telling): Violation[] {
  return [...failures(report, telling), ...unknowns(report, telling), ...unjudged(report).map(unjudgedBecause)];
}

/** The violation that says why nothing, or not everything, was judged. It belongs to no resource, so to the app. */
export function unjudgedBecause(reason: string): Violation {
  return {
    ruleName: couldNotJudge,
    description: visibleText(reason),
    severity: 'error',
    ruleMetadata: {},
    violatingResources: [{ resourceLogicalId: '', templatePath: '', constructPath: '', locations: [] }],
  };
}

function failures(report: Report, telling: Telling): Violation[] {
  const failed = report.findings.filter(({ outcome }) => outcome === 'fail');
  return grouped(failed, ({ policy, severity, message }) => [policy, severity, message]).map((findings) => {
    const [first] = findings;
    const fix = fixOf(first, telling);
    return {
      ruleName: first.policy,
      description: described(first.message, first.policy, telling),
      ...(fix !== undefined && { fix }),
      severity: first.severity,
      ruleMetadata: metadataOf(findings, report, telling),
      violatingResources: resourcesOf(findings, telling),
    };
  });
}

function unknowns(report: Report, telling: Telling): Violation[] {
  const unknown = report.findings.filter(({ outcome }) => outcome === 'unknown');
  return grouped(unknown, ({ policy }) => [policy]).map((findings) => ({
    ruleName: findings[0].policy,
    description: described(`unknown: ${some(findings.map(({ message }) => message))}`, findings[0].policy, telling),
    fix: `settle it: ${some(findings.flatMap(({ settles }) => settles ?? []))}`,
    severity: 'info',
    ruleMetadata: metadataOf(findings, report, telling),
    violatingResources: resourcesOf(findings, telling),
  }));
}

/** Findings of one key, in their order. */
function grouped(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => readonly string[],
): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = JSON.stringify(keyOf(finding));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

function some(texts: readonly string[]): string {
  const distinct = [...new Set(texts)];
  const more = distinct.length > shown ? [`and ${distinct.length - shown} more`] : [];
  return [...distinct.slice(0, shown).map(visibleText), ...more].join('; ');
}

function described(message: string, policy: string, { acknowledges }: Telling): string {
  const said = visibleText(message);
  // AWS CDK's own way to write the id: versions that print it themselves take it out of the text.
  return acknowledges ? `${said} [ack: ${pluginName}::${policy}]` : said;
}

function fixOf(finding: Finding, { policies }: Telling): string | undefined {
  const { fix, policy } = finding;
  if (fix === null) return policies.find(({ id }) => id === policy)?.fix;
  const { where, lines, note } = renderFix(fix, kinds, constructOf(fix, [finding]));
  return [where, ...lines, note].filter((line) => line !== null).join('\n');
}

/** Texts only, as AWS CDK asks: whom it concerns, when its query is cut, what was asked for and found, what settles it. */
function metadataOf(
  findings: readonly [Finding, ...Finding[]],
  { workloads }: Report,
  telling: Telling,
): Violation['ruleMetadata'] {
  const [first] = findings;
  const { expected, actual, unit, policy } = first;
  const cuts = workloads.flatMap(({ name, cutAt }) =>
    cutAt !== null && findings.some((one) => one.workload === name)
      ? [`${visible(name)} at ${formatDuration(cutAt)}`]
      : [],
  );
  const settles = findings.flatMap((one) => one.settles ?? []);
  const [written] = telling.placeOf(first) === null ? first.locations : [];
  const second = unit === 's' ? ' s' : '';
  const entries: readonly (readonly [string, string])[] = [
    ['workload', whom(findings)],
    ['cutAt', cuts.join(', ')],
    ['expected', expected === null ? '' : `${expected}${second}`],
    ['actual', actual === null ? '' : `${visibleText(textOf(actual))}${second}`],
    ['settles', some(settles)],
    ['declared', written === undefined ? '' : placeOf(written)],
    ['more', `holdfast explain ${policy}`],
  ];
  return table(entries.filter(([, text]) => text !== ''));
}

function textOf(value: NonNullable<Finding['actual']>): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Each resource once, whatever the number of workloads and roles. */
function resourcesOf(findings: readonly Finding[], telling: Telling): ViolatingResource[] {
  const resources = new Map<string, ViolatingResource>();
  for (const finding of findings) {
    const place = telling.placeOf(finding);
    const resource = place === null ? declared(finding) : resourceAt(place, telling);
    const key = JSON.stringify([resource.templatePath, resource.resourceLogicalId]);
    const other = resources.get(key);
    if (other === undefined) resources.set(key, resource);
    else other.locations.push(...resource.locations.filter((one) => !other.locations.includes(one)));
  }
  return [...resources.values()];
}

function resourceAt({ document, logicalId, locations }: Place, { fileOf }: Telling): ViolatingResource {
  return { resourceLogicalId: logicalId, templatePath: fileOf(document) ?? document, locations: [...locations] };
}

/** What the configuration declares is in no template, and what reads reports may look for a file that is named. */
function declared({ resource }: Finding): ViolatingResource {
  return { resourceLogicalId: visible(resource), templatePath: '', constructPath: '', locations: [] };
}
