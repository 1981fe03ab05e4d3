import { formatDuration } from '../core/duration';
import type { Effect, TimelineRow, WorkloadReport } from '../core/report';
import type { Phase } from '../core/timer';
import { fateOf, noticed } from './cuts';
import type { Paint } from '../core/format';
import { ruler, scaleFor } from './scale';
import type { Scale } from './scale';
import { visible, visibleText } from './visible';
import { lengthOf, pad, wrap } from './wrap';

const words: Readonly<Record<Effect, string>> = {
  cuts: 'cuts',
  'may-cut': 'may cut',
  outlives: 'outlives',
  'kept-alive': 'kept alive',
};
const marks: Readonly<Record<Effect, string>> = { cuts: 'X', 'may-cut': '?', outlives: '|', 'kept-alive': '~' };
const phases: readonly (readonly [Phase, string])[] = [
  ['query', 'while a query runs'],
  ['pause', 'in a pause between two queries'],
  ['rollout', 'when something is replaced'],
  ['conflict', 'when a replica has to replay'],
];

/** What the marks of a drawn timeline mean, in one line. */
export const legend = '= to be outlived   X cuts   ? may cut   | outlives   ~ kept alive   > never fires';

/** How a drawing is laid out. */
export type Drawing = { readonly width: number; readonly paint: Paint };

/**
 * A workload's paths with every timer, in characters: a ruler in logarithmic seconds, a bar for what has to be outlived,
 * a mark where the timer fires. Timers that cut or may cut say below what each end sees.
 */
export function renderTimeline(workload: WorkloadReport, { width, paint }: Drawing): string[] {
  const paths = [...new Set([...workload.paths, ...workload.timeline.map((row) => row.path)])];
  const effects = workload.timeline.map((row) => lengthOf(effectOf(row)));
  const promise = formatDuration(workload.maxQueryDuration);
  const effectColumns = Math.max(10, lengthOf(promise), ...effects);
  const labelColumns = Math.floor(width * 0.4);
  const barColumns = Math.max(8, width - 2 - labelColumns - 1 - 1 - effectColumns);
  const moments = workload.timeline.flatMap(({ at, demand }) => [at?.from ?? 0, at?.to ?? 0, demand ?? 0]);
  const scale = scaleFor([...moments, workload.maxQueryDuration], barColumns);
  // A label that does not fit stands above its bar: addresses are never cut.
  const line = (label: string, bar: string, effect: string): string[] => {
    const fits = lengthOf(label) <= labelColumns;
    const drawn = `  ${pad(fits ? label : '', labelColumns)} ${pad(bar, barColumns)} ${effect}`.trimEnd();
    return fits ? [drawn] : [...wrap(label, width, '  ', '    '), drawn];
  };

  return paths.flatMap((path) => {
    const rows = sameForSeveralRoles(workload.timeline.filter((row) => row.path === path));
    const drawn = phases.flatMap(([phase, title]) => {
      const ofPhase = rows.filter(({ row }) => row.phase === phase);
      if (ofPhase.length === 0) return [];
      return [
        paint.dim(`  ${title}`),
        ...ofPhase.flatMap(({ row, roles }) => [
          ...line(labelOf(row, roles), barOf(row, scale), effectOf(row)).map(colouring(row.effect, paint)),
          ...explained(row, width),
        ]),
      ];
    });
    return [
      ...wrap(visibleText(path), width, '  path: '),
      ...line('', ruler(scale), '').map(paint.dim),
      ...line('promised', '='.repeat(scale.column(workload.maxQueryDuration) + 1), promise),
      ...(drawn.length > 0 ? drawn : ['  no timer is known on this path']),
      '',
    ];
  });
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

/** `cuts 60 s`, `may cut 60 s to 5 min`, `outlives, off`. */
function effectOf({ effect, at }: TimelineRow): string {
  if (at === null) return effect === 'may-cut' ? `${words[effect]}, unknown` : `${words[effect]}, off`;
  if (at.to === null) return `${words[effect]} ${formatDuration(at.from)} or never`;
  const from = formatDuration(at.from);
  return at.from === at.to ? `${words[effect]} ${from}` : `${words[effect]} ${from} to ${formatDuration(at.to)}`;
}

function labelOf(row: TimelineRow, roles: readonly string[]): string {
  const whose = roles.length === 0 ? '' : ` (${roles.map((role) => visible(role)).join(', ')})`;
  return `${visible(row.attribute)} ${visible(row.resource)}${whose}`;
}

function explained(row: TimelineRow, width: number): string[] {
  if (row.effect !== 'cuts' && row.effect !== 'may-cut') return [];
  const at = row.at?.from ?? null;
  const why = row.effect === 'may-cut' ? visibleText(row.because) : null;
  const parts = [why, `caller: ${noticed(row.caller, at)}`, `server: ${noticed(row.server, at)}`, fateOf(row)];
  return wrap(parts.filter((part) => part !== null).join('; '), width, '      ');
}

/** Rows that differ in nothing but the role are drawn once. */
function sameForSeveralRoles(
  rows: readonly TimelineRow[],
): readonly { readonly row: TimelineRow; readonly roles: readonly string[] }[] {
  const groups = new Map<string, { row: TimelineRow; roles: string[] }>();
  for (const row of rows) {
    const key = JSON.stringify({ ...row, role: null });
    const group = groups.get(key) ?? { row, roles: [] };
    if (row.role !== null) group.roles.push(row.role);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function colouring(effect: Effect, paint: Paint): (text: string) => string {
  if (effect === 'cuts') return paint.red;
  return effect === 'may-cut' ? paint.yellow : (text) => text;
}
