import { formatDuration } from '../core/duration';
import type { Effect, TimelineRow, WorkloadReport } from '../core/report';
import type { Paint } from '../core/format';
import { legsText, momentsOf, picturesOf } from './picture';
import type { RowPicture } from './picture';
import { ruler, scaleFor } from './scale';
import type { Scale } from './scale';
import { lengthOf, pad, wrap } from './wrap';

const marks: Readonly<Record<Effect, string>> = { cuts: 'X', 'may-cut': '?', outlives: '|', 'kept-alive': '~' };

/** What the marks of a drawn timeline mean. */
export const legendEntries = [
  ['=', 'to be outlived'],
  ['X', 'cuts'],
  ['?', 'may cut'],
  ['|', 'outlives'],
  ['~', 'kept alive'],
  ['>', 'never fires'],
] as const;

/** The same in one line. */
export const legend = legendEntries.map((entry) => entry.join(' ')).join('   ');

/** What is said of a path without timers. */
export const noTimer = 'no timer is known on this path';

/** How a drawing is laid out. */
export type Drawing = { readonly width: number; readonly paint: Paint };

/**
 * A workload's paths with every timer, in characters: a ruler in logarithmic seconds, a bar for what has to be outlived,
 * a mark where the timer fires. Timers that cut or may cut say below what each end sees.
 */
export function renderTimeline(workload: WorkloadReport, { width, paint }: Drawing): string[] {
  const paths = picturesOf(workload);
  const effects = paths.flatMap(({ phases }) => phases.flatMap(({ rows }) => rows.map(({ effect }) => effect)));
  const promise = formatDuration(workload.maxQueryDuration);
  const effectColumns = Math.max(10, lengthOf(promise), ...effects.map(lengthOf));
  const labelColumns = Math.floor(width * 0.4);
  const barColumns = Math.max(8, width - 2 - labelColumns - 1 - 1 - effectColumns);
  const scale = scaleFor(momentsOf(workload), barColumns);
  // A label that does not fit stands above its bar: addresses are never cut.
  const line = (label: string, bar: string, effect: string): string[] => {
    const fits = lengthOf(label) <= labelColumns;
    const drawn = `  ${pad(fits ? label : '', labelColumns)} ${pad(bar, barColumns)} ${effect}`.trimEnd();
    return fits ? [drawn] : [...wrap(label, width, '  ', '    '), drawn];
  };
  const drawRow = (picture: RowPicture): string[] => [
    ...line(labelOf(picture), barOf(picture.row, scale), picture.effect).map(colouring(picture.row.effect, paint)),
    ...(picture.explained === null ? [] : wrap(picture.explained, width, '      ')),
  ];

  return paths.flatMap(({ name, legs, phases }) => [
    ...wrap(name, width, '  path: '),
    ...(legs.length === 0 ? [] : wrap(legsText(legs), width, '  legs: ').map(paint.dim)),
    ...line('', ruler(scale), '').map(paint.dim),
    ...line('promised', '='.repeat(scale.column(workload.maxQueryDuration) + 1), promise),
    ...phases.flatMap(({ title, rows }) => [paint.dim(`  ${title}`), ...rows.flatMap(drawRow)]),
    ...(phases.length > 0 ? [] : [`  ${noTimer}`]),
    '',
  ]);
}

/** The bar of one timer: `=` up to what it has to outlive, its mark where it fires. */
export function barOf({ effect, at, demand }: TimelineRow, scale: Scale): string {
  const bar: string[] = Array.from({ length: scale.columns }, (_, column) =>
    demand !== null && column <= scale.column(demand) ? '=' : ' ',
  );
  const last = scale.columns - 1;
  const mark = marks[effect];
  if (at === null) {
    bar[last] = effect === 'may-cut' ? mark : '>';
    return bar.join('').trimEnd();
  }
  const from = scale.column(at.from);
  const to = at.to === null ? last : scale.column(at.to);
  bar.fill('-', from, to);
  bar[to] = at.to === null ? '>' : mark;
  bar[from] = mark;
  return bar.join('').trimEnd();
}

/** `idle_timeout aws_lb.public (app_user, batch)`: the timer, whose it is, and for which roles. */
function labelOf({ attribute, resource, roles }: RowPicture): string {
  return `${attribute} ${resource}${roles.length === 0 ? '' : ` (${roles.join(', ')})`}`;
}

function colouring(effect: Effect, paint: Paint): (text: string) => string {
  if (effect === 'cuts') return paint.red;
  return effect === 'may-cut' ? paint.yellow : (text) => text;
}
