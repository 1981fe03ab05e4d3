import type { Kind } from '../core/kind';
import type { Finding, Report } from '../core/report';
import { arithmeticOf } from './arithmetic';
import { changesOf } from './changes';
import type { Change } from './changes';
import { constructOf } from './construct';
import { excuseOf } from './excuse';
import { fenceLanguage } from './fence-language';
import { renderFix } from './fix';
import { alike, byMessage, groupsOf } from './group';
import type { Group } from './group';
import { fenced, htmlText, markdownCode, markdownText } from './markdown-text';
import { placeOf, renderProvenance } from './provenance';
import { visible } from './visible';
import { whom } from './whom';

/** How findings are laid out: in whose words fixes are, how many messages of a group are shown, and whether every value is. */
export type MarkdownLayout = {
  readonly kinds: readonly Kind[];
  readonly most: number;
  readonly everything: boolean;
};

/** The head of the table that {@link failureRows} fills. */
export const failureHead = '| | Policy | Resource | Value | For |\n| --- | --- | --- | --- | --- |\n';

/** What failed, worst first, one row per policy and resource. */
export function failureRows(report: Report, { most }: MarkdownLayout): readonly string[] {
  return alike(groupsOf(report, 'fail')).map(({ group, others }) => {
    const { severity, policy, resource, findings } = group;
    const numbers = new Set(findings.flatMap((one) => arithmeticOf(one) ?? []));
    const where = `${name(resource)}${others.length === 0 ? '' : ` and ${others.length} more`}`;
    const cells = [
      severity,
      name(policy),
      where,
      limited([...numbers].map(markdownText), most).join('<br>'),
      forWhom(findings),
    ];
    return `| ${cells.join(' | ')} |\n`;
  });
}

/** What failed, worst first, folded: messages, place, where the value comes from, the exact fix, where to read on. */
export function failureDetails(report: Report, layout: MarkdownLayout): readonly string[] {
  return alike(groupsOf(report, 'fail')).map(({ group, others }) => {
    const { severity, policy, resource, findings } = group;
    const paragraphs = [
      ...messages(group, layout),
      ...same(others, layout),
      ...place(findings),
      ...values(findings, layout),
      ...changes(findings, layout),
      `More: ${markdownCode(`holdfast explain ${visible(policy)}`)}`,
    ];
    const title = `${severity}: ${htmlText(visible(policy))} on ${htmlText(`\`${visible(resource)}\``)}`;
    return `${folded(title, paragraphs.join('\n\n'))}\n\n`;
  });
}

/** What could not be told, and what settles it, as list items. */
export function unknownItems(report: Report, layout: MarkdownLayout): readonly string[] {
  return alike(groupsOf(report, 'unknown')).map(({ group, others }) => {
    const settles = [...new Set(group.findings.flatMap((one) => one.settles ?? []))];
    const under = [
      ...messages(group, layout),
      ...same(others, layout),
      ...limited(
        settles.map((one) => `settled by: ${markdownText(one)}`),
        layout.most,
      ),
    ];
    return `- ${name(group.policy)} on ${name(group.resource)}\n${under.map((line) => `  - ${line}\n`).join('')}`;
  });
}

/** What is excused: why, by whom and until when, as list items. */
export function waivedItems(report: Report): readonly string[] {
  return items(report, 'waived', excuseOf);
}

/** What passed, as list items. */
export function passedItems(report: Report): readonly string[] {
  return items(report, 'pass', ({ message }) => message);
}

/** The beginning of a folded part. `title` is HTML. */
export function foldedHead(title: string): string {
  return `<details><summary>${title}</summary>\n\n`;
}

/** The end of a folded part, behind a line that ended. The blank line ends whatever stands before it. */
export const foldedEnd = '\n</details>';

function folded(title: string, content: string): string {
  return `${foldedHead(title)}${content}\n${foldedEnd}`;
}

function items(report: Report, outcome: Finding['outcome'], say: (finding: Finding) => string): readonly string[] {
  return groupsOf(report, outcome).flatMap(({ policy, resource, findings }) =>
    findings.map((one) => `- ${name(policy)} on ${name(resource)} for ${forWhom([one])}: ${markdownText(say(one))}\n`),
  );
}

function messages({ findings }: Group, { most }: MarkdownLayout): readonly string[] {
  const said = byMessage(findings).map((one) => `${markdownText(one.message)}<br>for ${forWhom(one.findings)}`);
  return limited(said, most, 'more of the same policy');
}

function same(others: readonly Group[], { most }: MarkdownLayout): readonly string[] {
  if (others.length === 0) return [];
  const names = others.map(({ resource }) => name(resource));
  return [`The same on ${limited(names, most).join(', ')}`];
}

function place(findings: readonly Finding[]): readonly string[] {
  const first = findings[0]?.locations[0];
  return first === undefined ? [] : [`At ${markdownCode(placeOf(first))}`];
}

/** Where the value comes from; a value that the resource itself says needs no chain. */
function values(findings: readonly Finding[], { most, everything }: MarkdownLayout): readonly string[] {
  const chains = findings.map(({ provenance }) => {
    const isChain = provenance.some(({ level }) => level !== 'own' && level !== 'default');
    const lines = everything || isChain ? renderProvenance(provenance, everything) : [];
    return lines.map((line) => `- ${markdownText(line)}`).join('\n');
  });
  const distinct = [...new Set(chains)].filter((chain) => chain !== '');
  return distinct.slice(0, most).map((chain) => `Value:\n\n${chain}`);
}

function changes(findings: readonly Finding[], { kinds, most }: MarkdownLayout): readonly string[] {
  const all = changesOf(findings);
  return all.slice(0, most).flatMap((change) => changeText(change, kinds, all.length > 1));
}

function changeText({ fix, asking }: Change, kinds: readonly Kind[], isOneOfSeveral: boolean): readonly string[] {
  const construct = constructOf(fix, asking);
  const rendered = renderFix(fix, kinds, construct);
  const { where, lines, note } = rendered;
  const title = isOneOfSeveral ? `**Fix** for ${forWhom(asking)}:` : '**Fix:**';
  return [
    `${title}${where === null ? '' : ` ${markdownText(where)}`}`,
    fenced(lines, fenceLanguage(fix, rendered, construct)),
    ...(note === null ? [] : [markdownText(note)]),
  ];
}

function forWhom(findings: readonly Finding[]): string {
  return markdownText(whom(findings));
}

function name(text: string): string {
  return markdownCode(visible(text));
}

function limited(entries: readonly string[], most: number, more = 'more'): readonly string[] {
  const rest = entries.length - most;
  return rest > 0 ? [...entries.slice(0, most), `and ${rest} ${more}`] : entries;
}
