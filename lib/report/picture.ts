import { formatDuration } from '../core/duration';
import type { Effect, HopRow, TimelineRow, WorkloadReport } from '../core/report';
import type { Seconds } from '../core/setting';
import type { Phase } from '../core/timer';
import { fateOf, noticed } from './cuts';
import { visible, visibleText } from './visible';

/** What is drawn of one path, in characters or as a picture: the same words in the same order. */
export type PathPicture = {
  readonly name: string;
  /** The legs with their hops, from the caller on; none where the path is one hop by itself. */
  readonly legs: readonly LegPicture[];
  /** Each phase that has timers. */
  readonly phases: readonly { readonly title: string; readonly rows: readonly RowPicture[] }[];
};

/** One leg: a connection from one end to the other, with what it passes through. */
export type LegPicture = {
  readonly number: number;
  readonly layer: HopRow['layer'];
  /** The client that opens it, where the path begins with one. */
  readonly opens: HopRow | null;
  readonly hops: readonly HopRow[];
};

/** One timer, for all roles that get the same of it. */
export type RowPicture = {
  readonly row: TimelineRow;
  readonly attribute: string;
  readonly resource: string;
  readonly roles: readonly string[];
  /** `cuts 60 s`, `may cut 60 s to 5 min`, `outlives, off`. */
  readonly effect: string;
  /** What each end sees and what becomes of the query, or who keeps the timer from firing; `null` of one that outlives. */
  readonly explained: string | null;
};

const words: Readonly<Record<Effect, string>> = {
  cuts: 'cuts',
  'may-cut': 'may cut',
  outlives: 'outlives',
  'kept-alive': 'kept alive',
};
const phases: readonly (readonly [Phase, string])[] = [
  ['query', 'while a query runs'],
  ['pause', 'in a pause between two queries'],
  ['rollout', 'when something is replaced'],
  ['conflict', 'when a replica has to replay'],
];

/** What is drawn of each path of a workload. */
export function picturesOf({ paths, hops = [], timeline }: WorkloadReport): readonly PathPicture[] {
  const names = new Set([...paths, ...timeline.map(({ path }) => path)]);
  return [...names].map((name) => {
    const rows = sameForSeveralRoles(timeline.filter(({ path }) => path === name));
    return {
      name: visibleText(name),
      legs: legsOf(hops.filter(({ path }) => path === name)),
      phases: phases
        .map(([phase, title]) => ({ title, rows: rows.filter(({ row }) => row.phase === phase) }))
        .filter((phase) => phase.rows.length > 0),
    };
  });
}

/** Every moment that a drawing of the workload has to hold, in seconds. */
export function momentsOf({ timeline, maxQueryDuration }: WorkloadReport): readonly Seconds[] {
  return [...timeline.flatMap(({ at, demand }) => [at?.from ?? 0, at?.to ?? 0, demand ?? 0]), maxQueryDuration];
}

/** The legs in one line: `1 request to alb, 2 request to client, 3 connection through nat to database`. */
export function legsText(legs: readonly LegPicture[]): string {
  return legs
    .map(({ number, layer, hops }) => {
      const last = hops.at(-1)?.does === 'terminates' ? hops.at(-1) : undefined;
      const through = hops.filter((hop) => hop !== last).map(hopWord);
      const parts = [
        ...(through.length === 0 ? [] : [` through ${through.join(' and ')}`]),
        ...(last === undefined ? [] : [` to ${hopWord(last)}`]),
      ];
      return `${number} ${layer}${parts.join('')}`;
    })
    .join(', ');
}

/** A resource that stands by itself shows no leg: what is above and below it is not known. */
function legsOf(hops: readonly HopRow[]): readonly LegPicture[] {
  if (hops.filter(({ membership }) => membership !== 'implied').length < 2) return [];
  const opens = hops.find(({ leg }) => leg === null) ?? null;
  const numbers = [...new Set(hops.flatMap(({ leg }) => leg ?? []))];
  return numbers.map((leg, at) => {
    const own = hops.filter((hop) => hop.leg === leg);
    return { number: leg + 1, layer: own[0]?.layer ?? 'connection', opens: at === 0 ? opens : null, hops: own };
  });
}

function hopWord({ key, membership }: HopRow): string {
  return membership === 'assumed' ? `${visible(key)} (assumed)` : visible(key);
}

/** Rows that differ in nothing but the role are drawn once. */
function sameForSeveralRoles(rows: readonly TimelineRow[]): readonly RowPicture[] {
  const groups = new Map<string, { row: TimelineRow; roles: string[] }>();
  for (const row of rows) {
    const key = JSON.stringify({ ...row, role: null });
    const group = groups.get(key) ?? { row, roles: [] };
    if (row.role !== null) group.roles.push(visible(row.role));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ row, roles }) => ({
    row,
    attribute: visible(row.attribute),
    resource: visible(row.resource),
    roles,
    effect: effectOf(row),
    explained: explained(row),
  }));
}

function effectOf({ effect, at }: TimelineRow): string {
  // What is kept alive may have any value.
  if (at === null)
    return `${words[effect]}${{ cuts: '', 'may-cut': ', unknown', outlives: ', off', 'kept-alive': '' }[effect]}`;
  if (at.to === null) return `${words[effect]} ${formatDuration(at.from)} or never`;
  const from = formatDuration(at.from);
  return at.from === at.to ? `${words[effect]} ${from}` : `${words[effect]} ${from} to ${formatDuration(at.to)}`;
}

function explained(row: TimelineRow): string | null {
  if (row.effect === 'kept-alive') return visibleText(row.because);
  if (row.effect === 'outlives') return null;
  const why = row.effect === 'may-cut' ? visibleText(row.because) : null;
  const aside = row.decides ? null : 'no part of the verdict';
  const parts = [
    why,
    `caller: ${noticed(row.caller, row.at)}`,
    `server: ${noticed(row.server, row.at)}`,
    fateOf(row),
    aside,
  ];
  return parts.filter((part) => part !== null).join('; ');
}
