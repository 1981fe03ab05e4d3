import type { Format, FormatContext } from '../../core/format';
import type { Report, Verdict, WorkloadReport } from '../../core/report';
import { unjudged } from '../../core/exit-code';
import { kinds } from '../../kinds';
import { renderCoverage } from '../coverage';
import { driftTitle, renderDrift } from '../drift';
import { fit } from '../fit';
import type { Section } from '../fit';
import { headline } from '../headline';
import * as findings from '../markdown-findings';
import { fenced, htmlText, markdownCode, markdownText } from '../markdown-text';
import { markdownTitle } from '../markdown-title';
import { renderSince, sinceTitle } from '../since';
import { summaryLine } from '../summary';
import { visible } from '../visible';

/** A comment of GitHub holds 65,536 characters; a wrapper may add a line of its own. The summary of a step holds more. */
const longest = 65_000;
/** What the line that tells of cuts takes at most. */
const longestRemark = 600;
/** Columns of what is shown as it is, for a phone's sake. */
const columns = 72;

/**
 * For the comment of a pull request and the summary of a step: verdicts, a table of what failed, and the rest folded. The first
 * line is a marker that is not shown, by which a wrapper finds its own comment again and replaces it.
 */
const markdown: Format = {
  name: 'markdown',
  title: 'for a pull request or the summary of a GitHub step',
  render: (report, context) => {
    const head = [marker(context), markdownTitle(report), `${summaryLine(report)}.`].join('\n\n');
    const { parts, leftOut } = fit(sectionsOf(report, context), longest - head.length - longestRemark);
    const rest = `${leftOut.join(', ')}; \`-o json\` has all`;
    const cut = leftOut.length === 0 ? [] : [`Left out, since a comment holds 65,536 characters: ${rest}.`];
    return `${[head, ...cut, ...parts.map((part) => part.trimEnd())].join('\n\n')}\n`;
  },
};
export default markdown;

/** In a comment of HTML, `>` could end it. */
function marker({ commentTag }: FormatContext): string {
  const tag = visible(commentTag ?? 'default').replace(/[%>]/g, (one) => (one === '>' ? '%3E' : '%25'));
  return `<!-- holdfast:${tag} -->`;
}

function sectionsOf(report: Report, { verbosity }: FormatContext): readonly Section[] {
  const everything = verbosity === 'verbose';
  const layout: findings.MarkdownLayout = { kinds, most: everything ? Infinity : 5, everything };
  const shown = { width: columns, everything };
  const found = [
    section(['reason', 'reasons'], 'Could not be judged:\n\n', reasons(report)),
    ...listing('what changed', sinceTitle(report), verbosity === 'quiet' ? [] : renderSince(report, shown)),
    section(
      ['verdict', 'verdicts'],
      'Verdicts:\n\n',
      verdicts(report, verbosity === 'quiet' ? ['cut'] : ['cut', 'unknown']),
    ),
    section(['row of the table', 'rows of the table'], findings.failureHead, findings.failureRows(report, layout)),
    {
      ...section(['failure in detail', 'failures in detail'], '', findings.failureDetails(report, layout)),
      most: longest,
    },
  ];
  return verbosity === 'quiet' ? found : [...found, ...rest(report, layout)];
}

function rest(report: Report, layout: findings.MarkdownLayout): readonly Section[] {
  const { everything } = layout;
  const { unknown, waived, passed } = report.summary;
  const shown = { width: columns, everything };
  const holds = report.workloads.filter(({ verdict }) => verdict === 'holds').length;
  return [
    fold(
      ['verdict', 'verdicts'],
      `${holds} ${holds === 1 ? 'workload holds' : 'workloads hold'}`,
      verdicts(report, ['holds']),
    ),
    fold(['unknown', 'unknowns'], `${unknown} unknown`, findings.unknownItems(report, layout)),
    fold(['waived finding', 'waived findings'], `${waived} waived`, findings.waivedItems(report)),
    fold(['pass', 'passes'], `${passed} passed`, everything ? findings.passedItems(report) : []),
    ...listing('drift', driftTitle(report), renderDrift(report, shown)),
    ...listing('coverage', 'Coverage: what was judged, and what was not', renderCoverage(report, shown)),
  ];
}

function reasons(report: Report): readonly string[] {
  return unjudged(report).map((reason) => `- ${markdownText(reason)}\n`);
}

const signs: Readonly<Record<Verdict, string>> = { cut: '❌', unknown: '⚠️', holds: '✅' };

/** The headlines of these verdicts, what is cut first and soonest first. */
function verdicts({ workloads }: Report, shown: readonly Verdict[]): readonly string[] {
  return shown.flatMap((verdict) =>
    workloads
      .filter((one) => one.verdict === verdict)
      .sort((one, other) => (one.cutAt ?? 0) - (other.cutAt ?? 0))
      .map(verdictItem),
  );
}

function verdictItem(workload: WorkloadReport): string {
  const [first = '', ...others] = headline(workload);
  const name = visible(workload.name);
  return [
    `- ${signs[workload.verdict]} **${markdownCode(name)}** ${markdownText(first.slice(name.length))}\n`,
    ...others.map((other) => `  - ${markdownText(other)}\n`),
  ].join('');
}

/** No section takes more than a quarter, so that each has its turn. */
function section(what: Section['what'], before: string, entries: readonly string[]): Section {
  return { what, before, entries, after: '', most: longest / 4 };
}

function fold(what: Section['what'], title: string, entries: readonly string[]): Section {
  return { ...section(what, findings.foldedHead(title), entries), after: findings.foldedEnd };
}

/** Lines that are laid out already, folded. What was asked for is told even where it has nothing to list. */
function listing(what: string, title: string | null, lines: readonly string[]): readonly Section[] {
  if (title === null) return [];
  if (lines.length === 0) return [section([what, what], '', [`${markdownText(title)}\n`])];
  const [fence = ''] = fenced(lines, '').split('\n', 1);
  const { before, after } = fold([what, what], htmlText(title), []);
  return [
    {
      ...section(
        [`line of ${what}`, `lines of ${what}`],
        `${before}${fence}text\n`,
        lines.map((line) => `${line}\n`),
      ),
      after: `${fence}\n${after}`,
    },
  ];
}
