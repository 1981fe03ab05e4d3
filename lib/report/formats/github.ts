import type { Format } from '../../core/format';
import type { Location } from '../../core/setting';
import type { Finding, Report } from '../../core/report';
import { kinds } from '../../kinds';
import { artifactOf } from '../artifact';
import { changesOf } from '../changes';
import type { Change } from '../changes';
import { constructOf } from '../construct';
import { renderFix } from '../fix';
import { completeness, gapsOf } from '../gaps';
import { alike, byMessage, groupsOf } from '../group';
import type { Group } from '../group';
import { placeOf } from '../provenance';
import { readOn } from '../remedy';
import { summaryLine } from '../summary';
import { visible, visibleText } from '../visible';
import { whom } from '../whom';
import { annotationLevels, workflowCommand } from '../workflow-command';
import type { AnnotationLevel, AnnotationProperties } from '../workflow-command';

/** GitHub shows that many annotations of each level per step, the first ones, and drops the others without a word. */
const mostOfLevel = 10;
/** The longest title that the API of annotations takes. */
const longestTitle = 255;
/** How many messages, changes or resources of one policy an annotation names. */
const mostOfGroup = 5;

type Annotation = {
  readonly level: AnnotationLevel;
  readonly title: string;
  /** Where the value that decided is written; none where nothing shows it. */
  readonly at?: Location | undefined;
  readonly lines: readonly string[];
};

/**
 * For the log of a GitHub Actions step: annotations as workflow commands, worst first, one per policy and resource. What could
 * not be judged is an error, what is unknown a notice; waived findings and passes are not shown. What GitHub would drop is
 * counted in the last line. The whole report goes to the summary of the step with `-o markdown=$GITHUB_STEP_SUMMARY`.
 */
const github: Format = {
  name: 'github',
  title: 'annotations of GitHub Actions; see also markdown',
  render: (report, { verbosity }) => {
    const all = annotationsOf(report, verbosity !== 'quiet');
    const ofLevel = (level: AnnotationLevel): readonly Annotation[] => all.filter((one) => one.level === level);
    const isTooMuch = annotationLevels.some((level) => ofLevel(level).length > mostOfLevel);
    // The line that counts the rest is a notice itself, so that it is seen where the annotations are.
    const most = { error: mostOfLevel, warning: mostOfLevel, notice: mostOfLevel - (isTooMuch ? 1 : 0) };
    const shown = annotationLevels.flatMap((level) => ofLevel(level).slice(0, most[level]));
    const rest = annotationLevels.flatMap((level) => counted(ofLevel(level).length - most[level], level));
    const lines = [
      summaryLine(report),
      ...shown.map((one) => commandOf(one, report)),
      ...(isTooMuch ? [workflowCommand('notice', { title: 'holdfast' }, leftOut(rest))] : []),
    ];
    return `${lines.join('\n')}\n`;
  },
};
export default github;

function annotationsOf(report: Report, withUnknown: boolean): readonly Annotation[] {
  const gaps = gapsOf(report).map(({ is, message }): Annotation => ({
    level: is === 'unjudged' ? 'error' : 'notice',
    title: is === 'unjudged' ? 'not everything could be judged' : 'unknown',
    lines: [message, ...(is === 'unjudged' ? [completeness.fix] : [])],
  }));
  const found = (outcome: Finding['outcome']): readonly Annotation[] =>
    alike(groupsOf(report, outcome)).map(({ group, others }) => annotationOf(group, others));
  return [
    ...gaps.filter(({ level }) => level === 'error'),
    ...found('fail'),
    ...(withUnknown ? [...found('unknown'), ...gaps.filter(({ level }) => level === 'notice')] : []),
  ];
}

function annotationOf({ policy, severity, resource, findings }: Group, others: readonly Group[]): Annotation {
  const isUnknown = findings.some(({ outcome }) => outcome === 'unknown');
  const location = findings[0]?.locations[0];
  const messages = byMessage(findings).map((one) => `${visibleText(one.message)}\n  for ${whom(one.findings)}`);
  const changes = changesOf(findings);
  const settles = new Set(findings.flatMap((one) => (one.settles === null ? [] : [visibleText(one.settles)])));
  const lines = [
    ...some(messages, 'more of the same policy'),
    ...(others.length === 0 ? [] : [`the same on ${some(others.map((one) => visible(one.resource))).join(', ')}`]),
    ...(location === undefined ? [] : [`at ${placeOf(location)}`]),
    ...some(changes.map((change) => fixText(change, changes.length > 1))),
    ...some([...settles].map((one) => `settled by: ${one}`)),
    readOn(policy),
  ];
  const level = isUnknown || severity === 'info' ? 'notice' : severity;
  const title = `${isUnknown ? 'unknown: ' : ''}${visible(policy)}: ${visible(resource)}`;
  return { level, title, at: location, lines };
}

function fixText({ fix, asking }: Change, isOneOfSeveral: boolean): string {
  const { where, lines, note } = renderFix(fix, kinds, constructOf(fix, asking));
  const title = `fix${isOneOfSeveral ? ` for ${whom(asking)}` : ''}:${where === null ? '' : ` ${where}`}`;
  return [title, ...lines.map((line) => `  ${line}`), ...(note === null ? [] : [`  ${note}`])].join('\n');
}

function some(entries: readonly string[], more = 'more'): readonly string[] {
  const rest = entries.length - mostOfGroup;
  return rest > 0 ? [...entries.slice(0, mostOfGroup), `and ${rest} ${more}`] : entries;
}

/** A file is named only with its line: a plan has none, and GitHub would point at its first. The message says the place. */
function commandOf({ level, title, at, lines }: Annotation, report: Report): string {
  const { path, line, column } = artifactOf(at, report);
  const place: Omit<AnnotationProperties, 'title'> =
    line === null ? {} : { file: path, line, ...(column === null ? {} : { col: column }) };
  return workflowCommand(level, { ...place, title: visible(title, longestTitle) }, lines.join('\n'));
}

function counted(count: number, level: AnnotationLevel): readonly string[] {
  return count > 0 ? [`${count} ${level}${count === 1 ? '' : 's'}`] : [];
}

function leftOut(rest: readonly string[]): string {
  const why = `GitHub shows ${mostOfLevel} annotations of each level per step`;
  return `not annotated: ${rest.join(', ')}; ${why}, and -o markdown=$GITHUB_STEP_SUMMARY has all`;
}
