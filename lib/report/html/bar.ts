import { formatDuration } from '../../core/duration';
import type { TimelineRow } from '../../core/report';
import type { Seconds } from '../../core/setting';
import { ticksOf } from '../scale';
import type { Scale } from '../scale';
import { html } from './markup';
import type { Markup } from './markup';

/** The names of ticks that stand closer than this share of the width would run into each other. */
const room = 0.13;

/** The marks of all bars, drawn once per page, and the pattern of what is lost behind a cut. */
export const marks: Markup = html`<svg class="marks" aria-hidden="true" width="0" height="0">
  <defs>
    <pattern id="lost" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="lost-ground" width="6" height="6" />
      <rect class="lost-line" width="2.5" height="6" />
    </pattern>
    <g id="mark-cuts">
      <circle r="8.5" />
      <path d="M-3.5 -3.5L3.5 3.5M3.5 -3.5L-3.5 3.5" />
    </g>
    <g id="mark-may-cut">
      <circle r="8" />
      <path d="M-2.6 -1.8a2.6 2.6 0 1 1 3.9 2.2q-1.3 .8 -1.3 1.9M0 4.6v.3" />
    </g>
    <g id="mark-outlives"><path d="M0 -8V8" /></g>
    <g id="mark-kept-alive">
      <circle r="8" />
      <path d="M-5 1.2q2.5 -4.4 5 -1.2t5 -1.2" />
    </g>
    <g id="mark-never"><path d="M-4 -6L4 0L-4 6" /></g>
  </defs>
</svg>`;

/** The ruler above the bars, with the names of its ticks where there is room. */
export function rulerBar(scale: Scale): Markup {
  let free = 0;
  const names = ticksOf(scale).flatMap(([seconds, name]) => {
    const share = scale.share(seconds);
    if (share < free || share > 1 - room / 2) return [];
    free = share + room;
    return [html`<text x="${percent(share)}" y="12">${name}</text>`];
  });
  return html`<svg class="bar ruler" aria-hidden="true">${grid(scale)}${names}</svg>`;
}

/** The bar of the promise itself. */
export function promiseBar(promise: Seconds, scale: Scale): Markup {
  const label = `promised ${formatDuration(promise)}`;
  return html`<svg class="bar" role="img" aria-label="${label}">
    ${grid(scale)}${bar('promise', 0, scale.share(promise))}
  </svg>`;
}

/** The bar of a timer: as long as what it has to outlive, its mark where it fires, hatched where the query is lost. */
export function timerBar(row: TimelineRow, scale: Scale): Markup {
  const { at, demand, effect } = row;
  const end = demand === null ? 0 : scale.share(demand);
  const from = at === null ? 1 : scale.share(at.from);
  const to = at === null || at.to === null ? 1 : scale.share(at.to);
  const mark = at === null && effect !== 'may-cut' ? 'never' : effect;
  const drawn = [
    bar('need', 0, end),
    effect === 'cuts' ? bar('lost', to, end) : null,
    to > from ? html`<line class="span" x1="${percent(from)}" x2="${percent(to)}" y1="50%" y2="50%" />` : null,
    markAt(mark, from),
    to > from ? markAt(at?.to === null ? 'never' : mark, to) : null,
  ];
  return html`<svg class="bar" role="img" aria-label="${described(row)}">${grid(scale)}${drawn}</svg>`;
}

/** One mark by itself, for the legend. */
export function loneMark(mark: string): Markup {
  const drawn =
    mark === 'need' ? html`<rect class="need" x="0" y="7" width="100%" height="8" rx="2" />` : markAt(mark, 0.5);
  return html`<svg class="lone" aria-hidden="true">${drawn}</svg>`;
}

/** The bar in words: when the timer fires, and what it has to outlast. */
function described({ at, demand, effect }: TimelineRow): string {
  const fires =
    at === null
      ? effect === 'may-cut'
        ? 'when it fires is not known'
        : 'never fires'
      : at.to === null
        ? `fires at ${formatDuration(at.from)} or never`
        : at.to === at.from
          ? `fires at ${formatDuration(at.from)}`
          : `fires between ${formatDuration(at.from)} and ${formatDuration(at.to)}`;
  return demand === null ? fires : `${fires}; has to outlast ${formatDuration(demand)}`;
}

function grid(scale: Scale): readonly Markup[] {
  return ticksOf(scale).map(([seconds]) => {
    const x = percent(scale.share(seconds));
    return html`<line x1="${x}" x2="${x}" y2="100%" />`;
  });
}

function bar(name: string, from: number, to: number): Markup | null {
  if (to <= from) return null;
  return html`<rect class="${name}" x="${percent(from)}" y="7" width="${percent(to - from)}" height="8" rx="2" />`;
}

function markAt(mark: string, share: number): Markup {
  return html`<use class="${mark}" href="#mark-${mark}" x="${percent(share)}" y="11" />`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
