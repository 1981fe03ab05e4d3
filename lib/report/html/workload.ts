import { formatDuration } from '../../core/duration';
import type { Report, TimelineRow, Verdict, WorkloadReport } from '../../core/report';
import { fateOf, noticed, surelyCutting } from '../cuts';
import { headline, whenOf } from '../headline';
import { visible, visibleText } from '../visible';
import { worstFirst } from '../worst-first';
import { html } from './markup';
import type { Markup } from './markup';
import { timeline } from './timeline';
import { code, prose } from './words';

/** Fewer workloads than this are seen at a glance without a list of them. */
const fewest = 4;

/** A workload and where on the page it stands. */
type Placed = { readonly workload: WorkloadReport; readonly id: string };

/** All workloads, worst first: verdict, what cuts and what follows, each path with its timers. What holds is folded. */
export function workloadCards({ workloads }: Report, onlyCut: boolean): readonly Markup[] {
  const placed = worstFirst(workloads)
    .filter(({ verdict }) => verdict === 'cut' || !onlyCut)
    .map((workload, at): Placed => ({ workload, id: `workload-${at + 1}` }));
  const list =
    placed.length < fewest
      ? []
      : [
          html`<ol class="overview">
            ${placed.map(overviewItem)}
          </ol> `,
        ];
  return [...list, ...placed.map(card)];
}

function overviewItem({ workload, id }: Placed): Markup {
  return html`<li>
    ${badge(workload.verdict)} <a href="#${id}">${visible(workload.name)}</a> <span>${gist(workload)}</span>
  </li> `;
}

function card({ workload, id }: Placed): Markup {
  const { verdict, name } = workload;
  return html`<details class="card ${verdict}" ${verdict === 'holds' ? null : html` open`}>
    <summary>
      ${badge(verdict)}
      <h3>${visible(name)}</h3>
      <span class="gist">${gist(workload)}</span>
    </summary>
    <div id="${id}" class="body">
      ${verdict === 'cut' ? cutFacts(workload) : null}
      ${headline(workload)
        .slice(1)
        .map((line) => html`<p>${prose(line)}</p> `)}
      ${timeline(workload)}
    </div>
  </details> `;
}

const signs: Readonly<Record<Verdict, string>> = { cut: '✕', unknown: '?', holds: '✓' };

function badge(verdict: Verdict): Markup {
  return html`<span class="badge ${verdict}"><span aria-hidden="true">${signs[verdict]}</span> ${verdict}</span>`;
}

/** The headline behind the name, without what the facts of a cut say better. */
function gist(workload: WorkloadReport): Markup {
  const [first = ''] = headline(workload);
  const rest = visibleText(first).slice(visible(workload.name).length).trim();
  const row = surelyCutting(workload)[0];
  if (workload.verdict !== 'cut' || row === undefined) return prose(rest);
  return html`is cut${whenOf(row, ' of a pause between two queries')} by ${timerName(row)}`;
}

/** What was promised, what cuts first, and what each end makes of it. */
function cutFacts(workload: WorkloadReport): Markup | null {
  const row = surelyCutting(workload)[0];
  if (row === undefined) return null;
  const demand = row.demand === null || row.demand === workload.maxQueryDuration ? null : row.demand;
  const facts: readonly (readonly [string, string])[] = [
    ['cut', whenOf(row, ' of a pause between two queries').trim()],
    ['promised', formatDuration(workload.maxQueryDuration)],
    ...(demand === null ? [] : [['has to outlast', formatDuration(demand)] as const]),
    ['caller', noticed(row.caller, row.at)],
    ['server', noticed(row.server, row.at)],
    ...(fateOf(row) === null ? [] : [['then', fateOf(row) ?? ''] as const]),
  ];
  return html`<dl class="facts">
    ${facts.map(
      ([title, value]) =>
        html`<div${title === 'cut' ? html` class="cut"` : null}><dt>${title}</dt><dd>${value}</dd></div>`,
    )}
  </dl>`;
}

function timerName(row: TimelineRow): Markup {
  const role = row.role === null || row.class !== 'server-limit' ? null : html` for ${visible(row.role)}`;
  return html`${code(row.attribute)} of ${code(row.resource)}${role}`;
}
