import type { Problem, Workload } from './configuration';
import { compare } from './order';
import type { PlacedJudgement, Run } from './timeline';
import type { Hop, Path } from './path';
import type { HopRow, TimelineRow, Verdict, WorkloadReport } from './report';
import type { Seconds } from './setting';

/**
 * A workload's verdict with its timeline: cut if anything cuts for sure, unknown if anything may or nothing was judged, else
 * it holds.
 */
export function reportWorkload(workload: Workload, runs: readonly Run[], problems: readonly Problem[]): WorkloadReport {
  const rows = timelineOf(runs);
  const deciding = rows.filter((row) => row.decides);
  const cut = firstCut(deciding);
  const isProven = runs.length > 0 && runs.every((run) => run.rows.some(({ judgement }) => judgement.decides));
  const open = !isProven || problems.length > 0 || deciding.some((row) => row.effect === 'may-cut');
  const verdict: Verdict = cut !== null ? 'cut' : open ? 'unknown' : 'holds';
  return {
    name: workload.name,
    verdict,
    cutAt: cut === null ? null : sureMoment(cut),
    cutBy: cut?.resource ?? null,
    phase: cut?.phase ?? null,
    maxQueryDuration: workload.maxQueryDuration,
    paths: [...new Set(runs.map((run) => run.path.name))],
    hops: hopsOf(runs),
    timeline: [...rows].sort(byMoment),
  };
}

/** The first sure cut of a running query; a pooled connection that dies in a pause comes after it. */
function firstCut(rows: readonly TimelineRow[]): TimelineRow | null {
  const cuts = rows.filter((row) => row.effect === 'cuts');
  const during = cuts.filter((row) => row.phase === 'query');
  const soonest = [...(during.length > 0 ? during : cuts)].sort(
    (a, b) => (sureMoment(a) ?? 0) - (sureMoment(b) ?? 0) || byMoment(a, b),
  );
  return soonest[0] ?? null;
}

/** When a timer whose value is one of several has fired whatever the value is. */
function sureMoment({ at }: TimelineRow): Seconds | null {
  return at?.to ?? at?.from ?? null;
}

const phases = ['query', 'pause', 'rollout', 'conflict'];

function byMoment(a: TimelineRow, b: TimelineRow): number {
  return (
    phases.indexOf(a.phase) - phases.indexOf(b.phase) ||
    moment(a) - moment(b) ||
    compare(placeOf(a), placeOf(b)) ||
    compare(a.role ?? '', b.role ?? '')
  );
}

/** Ties are broken by what does not depend on the order of the documents. */
function placeOf(row: TimelineRow): string {
  return JSON.stringify([row.path, row.leg, row.resource, row.timer]);
}

function moment(row: TimelineRow): number {
  return row.at?.from ?? Number.MAX_SAFE_INTEGER;
}

/** Paths of one name are told once. */
function hopsOf(runs: readonly Run[]): readonly HopRow[] {
  const paths = new Map(runs.map(({ path }) => [path.name, path]));
  return [...paths.values()].flatMap((path) => path.hops.map((hop) => toHopRow(path, hop)));
}

function toHopRow(path: Path, hop: Hop): HopRow {
  const leg = path.legs.find(({ hops }) => hops.includes(hop));
  return {
    path: path.name,
    key: hop.key,
    name: hop.member.subject,
    leg: leg?.index ?? null,
    layer: leg?.layer ?? 'connection',
    does: hop.does,
    membership: hop.membership,
    resources: [...new Set([hop.member, hop.node, ...hop.parts].map(({ subject }) => subject))],
  };
}

function toRow(run: Run, { judgement, leg }: PlacedJudgement): TimelineRow {
  const { timer } = judgement;
  return {
    timer: timer.name,
    class: timer.class,
    resource: timer.subject.subject,
    attribute: timer.attribute,
    path: run.path.name,
    role: run.role,
    leg: leg.index,
    layer: leg.layer,
    phase: timer.phase,
    effect: judgement.effect,
    at: judgement.at,
    demand: judgement.demand?.withHeadroom ?? null,
    because: judgement.because,
    caller: judgement.caller,
    server: judgement.server,
    queryGoesOn: judgement.queryGoesOn,
    decides: judgement.decides,
  };
}

/**
 * Roles that get the same of a hop share its rows, so that ten roles do not repeat a load balancer ten times. What a role gets
 * of a database is always its own, and so is a hop that the role's keepalive decides.
 */
function timelineOf(runs: readonly Run[]): readonly TimelineRow[] {
  const places = new Map<string, Map<string, { readonly shared: TimelineRow; readonly rows: TimelineRow[] }>>();
  for (const run of runs)
    for (const placed of run.rows) {
      const row = toRow(run, placed);
      const shared = placed.judgement.timer.subject.kind.session === undefined ? { ...row, role: null } : row;
      const place = JSON.stringify([placeOf(row), row.phase, shared.role]);
      const variants = places.get(place) ?? new Map<string, { shared: TimelineRow; rows: TimelineRow[] }>();
      const said = JSON.stringify(shared);
      const same = variants.get(said) ?? { shared, rows: [] };
      same.rows.push(row);
      places.set(place, variants.set(said, same));
    }
  return [...places.values()].flatMap((variants) => {
    const all = [...variants.values()];
    return all.length === 1 ? all.map(({ shared }) => shared) : all.flatMap(({ rows }) => unique(rows));
  });
}

/** A resource may stand on a path twice, and its timer then says the same twice. */
function unique(rows: readonly TimelineRow[]): readonly TimelineRow[] {
  return [...new Map(rows.map((row) => [row.role, row])).values()];
}
