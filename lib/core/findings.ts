import type { Severity } from './configuration';
import type { Drift } from './drift';
import type { Graph } from './graph';
import type { Node } from './node';
import type { Judgement, Policy, PolicyVerdict } from './policy';
import type { Hop, Leg, Path } from './path';
import type { Finding } from './report';
import { decisive } from './phrases';
import type { Location, Provenance } from './setting';
import type { Run } from './timeline';

/** A policy with the level that the configuration gives it. */
export type LevelledPolicy = { readonly policy: Policy; readonly severity: Severity };

/** What findings are made of. `drift` is `null` where nothing was compared. */
export type Judged = { readonly graph: Graph; readonly runs: readonly Run[]; readonly drift: Drift | null };

/** Every finding: one per policy, resource, workload and role; where several paths differ, the worst. */
export function findingsOf(
  judged: Judged,
  policies: readonly LevelledPolicy[],
  queryCuttingOnly: boolean,
): readonly Finding[] {
  const found = new Map<string, Finding>();
  const add = (finding: Finding): void => {
    const key = JSON.stringify([finding.policy, finding.resource, finding.workload, finding.role]);
    const other = found.get(key);
    if (other === undefined || rank(finding) > rank(other)) found.set(key, finding);
  };
  for (const levelled of policies) {
    if (queryCuttingOnly && levelled.policy.per !== 'drift' && !cutsQueries(levelled.policy)) continue;
    for (const finding of findingsOfPolicy(judged, levelled)) add(finding);
  }
  return [...found.values()];
}

const ranks = { pass: 0, waived: 0, unknown: 1, fail: 2 } as const;
function rank(finding: Finding): number {
  return ranks[finding.outcome];
}

function cutsQueries(policy: Policy): boolean {
  return policy.per === 'timer' && policy.judges.some((one) => one.phase === 'query');
}

function findingsOfPolicy({ graph, runs, drift }: Judged, { policy, severity }: LevelledPolicy): readonly Finding[] {
  const make = (
    subject: Node,
    verdict: PolicyVerdict | null,
    workload: string | null,
    role: string | null,
  ): Finding[] =>
    verdict === null ? [] : [toFinding(policy, severity, subject, identified(verdict, graph), workload, role)];
  switch (policy.per) {
    case 'timer': {
      const owned = new Set(policy.judges.map((one) => `${one.timer}/${one.phase}`));
      return runs.flatMap((run) =>
        run.rows.flatMap(({ judgement, hop, leg }) => {
          const { timer } = judgement;
          if (!owned.has(`${timer.name}/${timer.phase}`)) return [];
          const role = timer.subject.kind.session === undefined ? null : run.role;
          const it = { ...base(graph, run), hop, leg: judgementsOn(run, leg.index), judgement, role };
          return make(timer.subject, policy.check(it), run.workload.name, role);
        }),
      );
    }
    case 'hop':
      return runs.flatMap((run) =>
        run.path.hops.flatMap((hop) => {
          if (!policy.kinds.includes(hop.member.kind.name) && !policy.kinds.includes(hop.node.kind.name)) return [];
          const leg = legOf(run.path, hop);
          const judgements = leg === undefined ? [] : judgementsOn(run, leg.index);
          return make(
            subjectOf(hop),
            policy.check({ ...base(graph, run), hop, leg: judgements }),
            run.workload.name,
            null,
          );
        }),
      );
    case 'client':
      return runs.flatMap((run) => {
        const { client, legs } = run.path;
        if (client === null || client.membership === 'implied') return [];
        const opened = legs.find((leg) => leg.callerEnd === client);
        const leg = opened === undefined ? [] : judgementsOn(run, opened.index);
        const verdict = policy.check({ ...base(graph, run), hop: client, leg });
        return make(subjectOf(client), verdict, run.workload.name, null);
      });
    case 'role':
      return runs.flatMap((run) => {
        const { database } = run.path;
        if (database === null) return [];
        const judgements = run.rows.map((row) => row.judgement);
        const verdict = policy.check({
          ...base(graph, run),
          database,
          role: run.role,
          session: run.session,
          judgements,
        });
        return make(database.member, verdict, run.workload.name, run.role);
      });
    case 'estate':
      return policy
        .check({ graph, workloads: groupRuns(runs) })
        .flatMap((one) => make(one.resource, one.verdict, one.workload, one.role));
    case 'drift':
      return drift === null
        ? []
        : policy.check({ graph, drift }).flatMap((one) => make(one.resource, one.verdict, one.workload, one.role));
  }
}

function base(graph: Graph, run: Run): { graph: Graph; workload: Run['workload']; path: Path } {
  return { graph, workload: run.workload, path: run.path };
}

/** Each instance of a cluster is judged by itself; else the resource that the configuration named is meant. */
function subjectOf(hop: Hop): Node {
  return hop.key !== 'client' && hop.member.kind.session !== undefined ? hop.member : hop.node;
}

/** The leg that a hop stands on; of a client that nothing calls, the one that it opens. */
function legOf(path: Path, hop: Hop): Leg | undefined {
  return path.legs.find((leg) => leg.hops.includes(hop)) ?? path.legs.find((leg) => leg.callerEnd === hop);
}

function judgementsOn(run: Run, leg: number): readonly Judgement[] {
  return run.rows.filter((row) => row.leg.index === leg).map((row) => row.judgement);
}

function groupRuns(runs: readonly Run[]): { workload: Run['workload']; paths: readonly Path[] }[] {
  const groups = new Map<string, { workload: Run['workload']; paths: Path[] }>();
  for (const run of runs) {
    const group = groups.get(run.workload.name) ?? { workload: run.workload, paths: [] };
    if (!group.paths.includes(run.path)) group.paths.push(run.path);
    groups.set(run.workload.name, group);
  }
  return [...groups.values()];
}

/** A fix of what was read from an account names it as a command has to: by ARN or identifier, in its Region. */
function identified(verdict: PolicyVerdict, graph: Graph): PolicyVerdict {
  if (verdict.outcome !== 'fail' || verdict.fix === null) return verdict;
  const { fix } = verdict;
  const live = Object.values(graph.nodes).find(
    (node) => node.source === 'account' && node.subject === fix.resource && node.type === fix.type,
  );
  return live === undefined ? verdict : { ...verdict, fix: { ...fix, identity: live.identity } };
}

function toFinding(
  policy: Policy,
  severity: Severity,
  subject: Node,
  verdict: PolicyVerdict,
  workload: string | null,
  role: string | null,
): Finding {
  const provenance = verdict.provenance ?? [];
  return {
    policy: policy.id,
    severity,
    outcome: verdict.outcome,
    workload,
    role,
    resource: subject.subject,
    message: verdict.message,
    expected: 'expected' in verdict ? (verdict.expected ?? null) : null,
    actual: 'actual' in verdict ? (verdict.actual ?? null) : null,
    unit: 'unit' in verdict ? (verdict.unit ?? null) : null,
    fix: verdict.outcome === 'fail' ? verdict.fix : null,
    settles: verdict.outcome === 'unknown' ? verdict.settles : null,
    provenance,
    locations: locationsOf(subject, provenance),
    waiver: null,
  };
}

/**
 * The place of the deciding value first, then the resource itself. Where the deciding value tells no place, the resource comes
 * first, since the place of a value that was overruled would name the wrong line.
 */
function locationsOf(subject: Node, provenance: Provenance): readonly Location[] {
  const places = provenance.flatMap((step) => step.location ?? []).reverse();
  const own = subject.location === undefined ? [] : [subject.location];
  const step = decisive(provenance);
  const isPlaceless = step !== undefined && step.level !== 'default' && step.location === undefined;
  const all = isPlaceless ? [...own, ...places] : [...places, ...own];
  const seen = new Set<string>();
  return all.filter((place) => {
    const key = JSON.stringify(place);
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
