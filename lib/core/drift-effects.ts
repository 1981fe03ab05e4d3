import type { Broken, Comparison, Difference, Drift, JudgedDifference } from './drift';
import type { Graph } from './graph';
import type { Node } from './node';
import { decisive } from './phrases';
import type { Judgement } from './policy';
import { provenanceOf, type Provenance, type Step } from './setting';
import type { Run } from './timeline';

/**
 * One timer on one path, as it is live and as it would be with the declared values. `null`: it would not run there;
 * `undefined`: there is no such path.
 */
type Twice = {
  readonly run: Run;
  readonly live: Judgement;
  readonly declared: Judgement | null | undefined;
  /** What either verdict rests on. */
  readonly steps: Provenance;
};

/**
 * What each difference does to the promises: it breaks those that a timer which depends on it cuts with the live value and keeps
 * with the declared one. `runs` are those of the live graph, `declaredRuns` the same with the declared values.
 */
export function effectsOf(
  comparison: Comparison,
  live: Graph,
  runs: readonly Run[],
  declaredRuns: readonly Run[],
): Drift {
  const twice = comparison.differences.length === 0 ? [] : both(runs, declaredRuns);
  return {
    ...comparison,
    differences: comparison.differences.map((difference) => {
      const servers = serversOf(live, difference);
      return judged(
        difference,
        twice.filter((one) => dependsOn(one, difference, servers)),
      );
    }),
  };
}

/** The databases whose parameters a difference is about: those that a group is attached to, or whose attachment differs. */
function serversOf(live: Graph, { of, live: resource }: Difference): ReadonlySet<string> {
  if (of === 'link') return new Set([resource.id]);
  if (resource.kind.group === undefined) return new Set();
  return new Set(Object.values(live.incoming[resource.id] ?? {}).flat());
}

function judged(difference: Difference, concerned: readonly Twice[]): JudgedDifference {
  const breaks = new Map<string, Broken>();
  for (const { run, live, declared } of concerned) {
    const now = rank(live);
    const before = declared === undefined ? 1 : declared === null ? 0 : rank(declared);
    if (now === 0 || now <= before) continue;
    const role = live.timer.subject.kind.session === undefined ? null : run.role;
    const broken: Broken = { workload: run.workload.name, role, judgement: live, sure: now === 2 && before === 0 };
    const key = JSON.stringify([broken.workload, role]);
    const other = breaks.get(key);
    if (other === undefined || weight(broken) > weight(other)) breaks.set(key, broken);
  }
  return { ...difference, breaks: [...breaks.values()], otherwise: otherwise(concerned) };
}

const ranks = { outlives: 0, 'kept-alive': 0, 'may-cut': 1, cuts: 2 } as const;
const rank = ({ effect }: Judgement): 0 | 1 | 2 => ranks[effect];

/** What cuts a running query is told before what merely may, and before what only closes an idle connection. */
function weight({ judgement, sure }: Broken): number {
  return (judgement.decides ? 4 : 0) + (sure ? 2 : 0) + (judgement.timer.phase === 'query' ? 1 : 0);
}

function otherwise(concerned: readonly Twice[]): JudgedDifference['otherwise'] {
  if (concerned.length === 0) return 'unused';
  const worst = Math.max(...concerned.map(({ live }) => rank(live)));
  return worst === 0 ? 'kept' : worst === 1 ? 'open' : 'broken-anyway';
}

/** Whether a timer's verdict rests on a value that differs: its own, or one of a keepalive that holds its connection open. */
function dependsOn({ run, live, steps }: Twice, difference: Difference, servers: ReadonlySet<string>): boolean {
  const { database } = run.path;
  const isServed = database !== null && [database.node, database.member].some(({ id }) => servers.has(id));
  return (
    runsOn(live, difference) ||
    steps.some((step) => isFrom(step, difference) || (isServed && isOfServer(step, difference, database.member)))
  );
}

/** A parameter that the server gives every session where no group writes it, or the group that differs. */
function isOfServer({ level, attribute }: Step, { of, name }: Difference, { kind }: Node): boolean {
  if (kind.session?.parameters[attribute] === undefined) return false;
  if (of === 'link') return ['default', 'cluster-group', 'instance-group', 'server'].includes(level);
  return attribute === name && (level === 'default' || level === 'server');
}

/** A timer of the resource itself. One that is computed depends on more than the setting that it is named by. */
function runsOn({ timer }: Judgement, { live, name, of }: Difference): boolean {
  if (of !== 'setting' || timer.subject.id !== live.id) return false;
  const value = live.kind.timers.find((spec) => spec.name === timer.name)?.value;
  return timer.setting === name || (value !== undefined && 'compute' in value);
}

/** The steps that a verdict rests on: the one that decided the timer's value, and those of the keepalive. */
function deciding(judgement: Judgement): Provenance {
  const own = provenanceOf(judgement.timer.value);
  const decided = decisive(own);
  const keepalive = judgement.provenance.filter((step) => !own.includes(step));
  return decided === undefined ? keepalive : [decided, ...keepalive];
}

function isFrom(step: Step, { of, name, live, declared, was, is }: Difference): boolean {
  const isOf = ({ subject }: Difference['live'], attribute: string): boolean =>
    step.subject === subject && step.attribute === attribute;
  switch (of) {
    case 'setting':
      return isOf(live, is.attribute) || isOf(declared, was.attribute);
    case 'parameter':
      return isOf(live, name) || isOf(declared, name);
    case 'init-query':
      return step.level === 'init-query' && isOf(live, name);
    case 'link':
      return false;
  }
}

function both(runs: readonly Run[], declaredRuns: readonly Run[]): readonly Twice[] {
  const restored = new Map(
    declaredRuns.map((run) => [
      keyOfRun(run),
      new Map(run.rows.map(({ judgement, leg }) => [keyOfTimer(judgement, leg.index), judgement])),
    ]),
  );
  return runs.flatMap((run) => {
    const other = restored.get(keyOfRun(run));
    return run.rows.map(({ judgement, leg }) => {
      const declared = other === undefined ? undefined : (other.get(keyOfTimer(judgement, leg.index)) ?? null);
      const steps = [judgement, ...(declared ? [declared] : [])].flatMap(deciding);
      return { run, live: judgement, declared, steps };
    });
  });
}

function keyOfRun({ workload, path, role }: Run): string {
  return JSON.stringify([workload.name, path.name, role]);
}

function keyOfTimer({ timer }: Judgement, leg: number): string {
  return JSON.stringify([leg, timer.name, timer.phase, timer.subject.id]);
}
