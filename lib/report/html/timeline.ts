import { formatDuration } from '../../core/duration';
import type { WorkloadReport } from '../../core/report';
import { momentsOf, picturesOf } from '../picture';
import type { PathPicture, RowPicture } from '../picture';
import { scaleFor } from '../scale';
import type { Scale } from '../scale';
import { legendEntries, noTimer } from '../timeline';
import { loneMark, promiseBar, rulerBar, timerBar } from './bar';
import { html } from './markup';
import type { Markup } from './markup';
import { pathPicture } from './path';
import { code, prose } from './words';

const drawnMarks: Readonly<Record<(typeof legendEntries)[number][0], string>> = {
  '=': 'need',
  X: 'cuts',
  '?': 'may-cut',
  '|': 'outlives',
  '~': 'kept-alive',
  '>': 'never',
};

/** What the marks mean: the legend of the drawing in characters. */
export const legend: Markup = html`<ul class="legend" aria-label="Marks">
  ${legendEntries.map(([mark, means]) => html`<li>${loneMark(drawnMarks[mark])}${means}</li>`)}
</ul>`;

/** A workload's paths with every timer, on one logarithmic scale. */
export function timeline(workload: WorkloadReport): readonly Markup[] {
  // Bars are placed in shares of their width, so columns do not matter.
  const scale = scaleFor(momentsOf(workload), 2);
  return picturesOf(workload).map((path) => drawnPath(path, workload, scale));
}

function drawnPath(path: PathPicture, workload: WorkloadReport, scale: Scale): Markup {
  const promise = html`<ul class="timers">
    <li class="timer promised">
      <div class="label">promised</div>
      ${promiseBar(workload.maxQueryDuration, scale)}
      <div class="effect">${formatDuration(workload.maxQueryDuration)}</div>
    </li>
  </ul>`;
  const phases = path.phases.map(
    ({ title, rows }) =>
      html`<h5>${title}</h5>
        <ul class="timers">
          ${rows.map((row) => timerRow(row, scale))}
        </ul>`,
  );
  return html`<section class="drawn">
    ${pathPicture(path)}
    <div class="timer scale" aria-hidden="true">
      <div class="label"></div>
      ${rulerBar(scale)}
      <div class="effect"></div>
    </div>
    ${promise} ${phases.length > 0 ? phases : html`<p>${noTimer}</p>`}
  </section> `;
}

function timerRow({ row, attribute, resource, roles, effect, explained }: RowPicture, scale: Scale): Markup {
  const whose = roles.length === 0 ? null : html` <span class="roles">(${roles.join(', ')})</span>`;
  const demand = row.demand === null ? null : html`<small>has to outlast ${formatDuration(row.demand)}</small>`;
  return html`<li class="timer ${row.effect}${row.decides ? '' : ' aside'}">
    <div class="label"><b>${code(attribute)}</b> ${code(resource)}${whose}</div>
    ${timerBar(row, scale)}
    <div class="effect"><b>${effect}</b> ${demand}</div>
    ${explained === null ? null : html`<p class="explained">${prose(explained)}</p>`}
  </li> `;
}
