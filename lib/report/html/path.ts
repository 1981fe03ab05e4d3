import type { HopRow, TimelineRow } from '../../core/report';
import { legsText } from '../picture';
import type { LegPicture, PathPicture, RowPicture } from '../picture';
import { visible } from '../visible';
import { html } from './markup';
import type { Markup } from './markup';
import { code } from './words';

const does: Readonly<Record<HopRow['does'], string>> = {
  passes: 'passes it on',
  'relays-probes': 'passes it on, probes too',
  terminates: 'the leg ends here',
};

/** A path as its hops, each on its leg; the hop whose timer cuts says so. A path without known legs is its name. */
export function pathPicture({ name, legs, phases }: PathPicture): Markup {
  if (legs.length === 0) return html`<h4>path: ${code(name)}</h4>`;
  const rows = phases.flatMap((phase) => phase.rows);
  return html`<h4 class="unseen">path: ${name}</h4>
    <p class="unseen">legs: ${legsText(legs)}</p>
    <ol class="hops">
      ${legs.flatMap((leg) => legItems(leg, rows))}
    </ol>`;
}

function legItems({ number, layer, opens, hops }: LegPicture, rows: readonly RowPicture[]): readonly Markup[] {
  const title = `leg ${number}: ${layer}`;
  const first = opens === null ? [] : [hopItem(opens, 'opens the leg', rows, layer, null)];
  const caller = number === 1 && opens === null ? [html`<li class="caller">caller</li>`] : [];
  return [
    ...first,
    ...caller,
    ...hops.map((hop, at) => hopItem(hop, does[hop.does], rows, layer, at === 0 ? title : null)),
  ];
}

function hopItem(
  hop: HopRow,
  role: string,
  rows: readonly RowPicture[],
  layer: LegPicture['layer'],
  title: string | null,
): Markup {
  const flag = flagOf(hop, rows);
  const classes = ['hop', layer, hop.leg === null ? 'opens' : hop.does, ...(flag === null ? [] : [flag.row.effect])];
  const name = hop.membership === 'implied' ? visible(hop.name) : code(hop.name);
  return html`<li class="${classes.join(' ')}">
    <span class="leg">${title}</span>
    <div>
      <small>${visible(hop.key)}${hop.membership === 'assumed' ? ' (assumed)' : null}</small>
      ${name}
      <small>${role}</small>
      ${flag === null ? null : html`<b>${flag.effect}</b>`}
    </div>
  </li> `;
}

/** The timer of a hop that decides: the first that cuts, else the first that may. */
function flagOf({ resources }: HopRow, rows: readonly RowPicture[]): RowPicture | null {
  const own = rows.filter(({ row }) => row.decides && resources.includes(row.resource));
  const first = (effect: TimelineRow['effect']): RowPicture | undefined => own.find(({ row }) => row.effect === effect);
  return first('cuts') ?? first('may-cut') ?? null;
}
