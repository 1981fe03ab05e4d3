import { unjudged } from '../../core/exit-code';
import type { Finding, Report } from '../../core/report';
import { kinds } from '../../kinds';
import { annotationOf } from '../../report/annotation';
import { visible, visibleText } from '../../report/visible';
import type { ConstructLike } from './construct';

/** What AWS CDK knows as an annotation (cloud-assembly-schema, `ArtifactMetadataEntryType`). An error fails `cdk synth`. */
export type Level = 'error' | 'warning' | 'info';

/** Where annotations go. */
export type Targets = {
  /** The construct that a finding is about: `null` where it is not synthesised here, `undefined` where it is about none. */
  readonly constructOf: (finding: Finding) => ConstructLike | null | undefined;
  /** The stack that says what belongs to no construct. */
  readonly stack: ConstructLike;
};

/** How many unknown verdicts are told one by one. */
const shown = 5;

/** Writes what failed on the constructs that it is about; what is unknown, and what could not be judged, on the stack. */
export function annotate(report: Report, { constructOf, stack }: Targets): void {
  const here = report.findings.filter((finding) => constructOf(finding) !== null);
  for (const finding of here.filter(({ outcome }) => outcome === 'fail')) {
    add(constructOf(finding) ?? stack, finding.severity, annotationOf(finding, kinds));
  }
  const unknown = here.filter(({ outcome }) => outcome === 'unknown');
  if (unknown.length > 0) add(stack, 'info', unknownText(unknown));
  for (const reason of unjudged(report)) add(stack, 'error', unjudgedText(reason));
}

/** Says why nothing, or not everything, was judged. */
export function unjudgedText(reason: string): string {
  return `holdfast could not judge this: ${visibleText(reason)}`;
}

/** Adds an annotation, once: what an earlier synth or another aspect said already is not said again. */
export function add({ node }: ConstructLike, level: Level, text: string): void {
  const type = `aws:cdk:${level}`;
  if (node.metadata.some((one) => one.type === type && one.data === text)) return;
  // The trace would lead to Holdfast, and not to the line that made the construct.
  node.addMetadata(type, text, { stackTrace: false });
}

function unknownText(findings: readonly Finding[]): string {
  const told = findings
    .slice(0, shown)
    .flatMap(({ policy, message, settles }) => [
      `  ${visible(policy)}: ${visibleText(message)}`,
      ...(settles === null ? [] : [`    settled by: ${visibleText(settles)}`]),
    ]);
  const rest = findings.length - shown;
  return [
    `holdfast: ${findings.length} ${findings.length === 1 ? 'verdict is' : 'verdicts are'} unknown at synth`,
    ...new Set(told),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ].join('\n');
}
