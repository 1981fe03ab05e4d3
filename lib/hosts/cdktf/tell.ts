import type { Waiver } from '../../core/configuration';
import { unjudged } from '../../core/exit-code';
import type { Note } from '../../core/fact';
import type { Finding, Report, WorkloadReport } from '../../core/report';
import { covers } from '../../core/waivers';
import { kinds } from '../../kinds';
import { annotationOf } from '../../report/annotation';
import { headline } from '../../report/headline';
import { visible, visibleText } from '../../report/visible';
import { annotate } from './annotate';
import { territoryOf, type ConstructLike, type StackLike } from './construct';
import type { Speakers } from './speakers';
import { summaryOf } from './summary';

/** What is told with a report. */
export type Telling = {
  readonly speakers: Speakers;
  /** Whether another stack had its turn before. */
  readonly hadItsTurn: (stack: StackLike) => boolean;
  /** Waivers that have ended. */
  readonly lapsed: readonly Waiver[];
  /** What the reader said of the stack. */
  readonly notes: readonly Note[];
};

/** How many reasons why something could not be judged are told. */
const shown = 10;

/** Writes the stack's share of a report on its constructs: what failed where it is about, the rest on the stack. */
export function tell(own: StackLike, report: Report, { speakers, hadItsTurn, lapsed, notes }: Telling): void {
  const mine = report.findings.filter((finding) => speakers.of(finding).stack === own);
  const text = (finding: Finding): string => [annotationOf(finding, kinds), ...endOf(finding, lapsed)].join('\n');
  const failed = mine.filter(({ outcome }) => outcome === 'fail');
  const constructs = failed.length === 0 ? new Map<string, ConstructLike>() : byPath(own);
  for (const finding of failed) {
    const place = constructs.get(speakers.of(finding).construct ?? '') ?? own;
    annotate(place, finding.severity, text(finding));
  }
  // What fails only now, through what the aspects of this stack changed, on a stack that was judged before them.
  for (const finding of report.findings.filter(({ outcome }) => outcome === 'fail')) {
    const { stack } = speakers.of(finding);
    if (hadItsTurn(stack) && !isSaidIn(stack, text(finding))) annotate(own, finding.severity, text(finding));
  }
  const reasons = unjudged(report);
  if (reasons.length > 0 && speakers.ofWorkload(null) === own) annotate(own, 'error', unjudgedText(reasons));
  const open = reasons.length > 0 ? [] : undecided(report);
  const summary = summaryOf({
    unknown: mine.filter(({ outcome }) => outcome === 'unknown'),
    undecided: open.filter(({ name }) => speakers.ofWorkload(name) === own).map((one) => headline(one)[0] ?? one.name),
    waived: mine.filter(({ outcome }) => outcome === 'waived'),
    notes: notes.filter(({ level }) => level !== 'incomplete'),
  });
  if (summary !== null) annotate(own, 'info', summary);
}

/** Workloads that are unknown although no finding says so. */
function undecided({ workloads, findings }: Report): readonly WorkloadReport[] {
  const told = new Set(findings.filter(({ outcome }) => outcome === 'unknown').map(({ workload }) => workload));
  return workloads.filter(({ name, verdict }) => verdict === 'unknown' && !told.has(name));
}

function endOf(finding: Finding, lapsed: readonly Waiver[]): readonly string[] {
  const [ended] = lapsed.filter((waiver) => covers(waiver, finding));
  if (ended === undefined) return [];
  return [`  its waiver ended on ${ended.until} (${visible(ended.owner)}: ${visibleText(ended.reason)})`];
}

function unjudgedText(reasons: readonly string[]): string {
  const lines = reasons.slice(0, shown).map((reason) => `  ${visibleText(reason)}`);
  const rest = reasons.length - shown;
  return [
    'holdfast could not judge everything, so this does not count as passed:',
    ...lines,
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ].join('\n');
}

function isSaidIn(stack: StackLike, text: string): boolean {
  return territoryOf(stack).constructs.some(({ node }) => node.metadata.some(({ data }) => data === text));
}

function byPath(stack: StackLike): ReadonlyMap<string, ConstructLike> {
  return new Map(territoryOf(stack).constructs.map((construct) => [construct.node.path, construct]));
}
