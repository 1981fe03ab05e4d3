import type { Format, FormatContext } from '../../core/format';
import type { Report } from '../../core/report';
import { unjudged } from '../../core/exit-code';
import { kinds } from '../../kinds';
import { coverageLists } from '../coverage';
import { driftLists, driftTitle } from '../drift';
import { completeness } from '../gaps';
import { findingCards, passedItems, waivedItems } from '../html/findings';
import { entryLists, folded } from '../html/lists';
import { html } from '../html/markup';
import type { Markup } from '../html/markup';
import { page } from '../html/page';
import { legend } from '../html/timeline';
import { prose } from '../html/words';
import { workloadCards } from '../html/workload';
import { sinceEntries, sinceTitle } from '../since';
import { summaryLine } from '../summary';
import { titleOf } from '../title';
import type { Title } from '../title';
import { visible } from '../visible';

/**
 * One page in one file, for a browser or paper: verdicts, each path with every timer, findings with their fixes, coverage. It
 * fetches nothing and works without a script. What passed is listed too, folded: it proves what was looked at.
 */
const htmlFormat: Format = {
  name: 'html',
  title: 'one page for a browser, with every path drawn',
  render: (report, context) => {
    const title = titleOf(report);
    const sections = sectionsOf(report, context).filter(({ content }) => content.length > 0);
    return page({
      title: `Holdfast: ${title.text}`,
      header: header(report, title, sections),
      main: html`${unjudgedBox(report)}${sections.map(rendered)}`,
      footer: footer(report),
    });
  },
};
export default htmlFormat;

type Section = {
  readonly id: string;
  readonly title: string;
  /** The title in the list of sections. */
  readonly short: string;
  readonly content: readonly Markup[];
};

const signs: Readonly<Record<Title['is'], string>> = { bad: '✕', open: '?', good: '✓' };

function sectionsOf(report: Report, { policies, verbosity }: FormatContext): readonly Section[] {
  const isQuiet = verbosity === 'quiet';
  const everything = verbosity === 'verbose';
  const layout = { kinds, policies, everything };
  const { failed, unknown, waived, passed } = report.summary;
  const cards = workloadCards(report, isQuiet);
  const own = (id: string, title: string, count: number, content: readonly Markup[]): Section => ({
    id,
    title,
    short: `${title} ${count}`,
    content,
  });
  const found = [
    own('workloads', 'Workloads', report.workloads.length, cards.length === 0 ? [] : [legend, ...cards]),
    own('failed', 'Failed', failed, findingCards(report, 'fail', layout)),
  ];
  if (isQuiet) return found;
  return [
    ...asked('since', 'Since', sinceTitle(report), entryLists(listOf(sinceEntries(report)))),
    ...found,
    own('unknown', 'Unknown', unknown, findingCards(report, 'unknown', layout)),
    own('waived', 'Waived', waived, list(waivedItems(report))),
    own('passed', 'Passed', passed, passed === 0 ? [] : [folded(`${passed} passed`, list(passedItems(report)), false)]),
    ...asked('drift', 'Drift', driftTitle(report), entryLists(driftLists(report))),
    { id: 'coverage', title: 'Coverage', short: 'Coverage', content: entryLists(coverageLists(report, true)) },
  ];
}

/** A part that was asked for is told even where it has nothing to list. */
function asked(id: string, short: string, title: string | null, content: readonly Markup[]): readonly Section[] {
  return title === null ? [] : [{ id, title, short, content: content.length === 0 ? [html``] : content }];
}

function listOf(entries: readonly string[]): Parameters<typeof entryLists>[0] {
  return entries.length === 0 ? [] : [{ title: '', entries }];
}

function list(items: readonly Markup[]): readonly Markup[] {
  return items.length === 0
    ? []
    : [
        html`<ul class="plain">
          ${items}
        </ul>`,
      ];
}

function header(report: Report, { is, text }: Title, sections: readonly Section[]): Markup {
  return html`<header class="${is}">
    <p class="brand">Holdfast</p>
    <h1><span class="sign" aria-hidden="true">${signs[is]}</span>${text}</h1>
    <p class="summary">${summaryLine(report)}</p>
    <nav aria-label="Sections">
      <ul>
        ${sections.map(({ id, short }) => html`<li><a href="#${id}">${short}</a></li>`)}
      </ul>
    </nav>
  </header>`;
}

/** Why the report is no full answer, before anything that it says. */
function unjudgedBox(report: Report): Markup | null {
  const reasons = [...new Set(unjudged(report))];
  if (reasons.length === 0) return null;
  return html`<section class="unjudged" aria-label="Could not be judged">
    <b>Could not be judged</b>
    <ul>
      ${reasons.map((reason) => html`<li>${prose(reason)}</li>`)}
    </ul>
    <p>${completeness.fix}</p>
  </section> `;
}

function rendered({ id, title, content }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${content}
  </section> `;
}

function footer({ tool, judgedOn }: Report): Markup {
  const when = judgedOn === undefined ? '' : `, judged on ${visible(judgedOn)}`;
  return html`${visible(tool.name)} ${visible(tool.version)}${when}. Durations are measured from the start of a phase;
  the scale is logarithmic.`;
}
