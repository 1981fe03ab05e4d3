import { compareAgainst } from './against';
import { buildGraph } from './build-graph';
import type { Configuration, PolicyLevel, Problem } from './configuration';
import { coverageOf } from './coverage';
import { driftReport } from './drift-report';
import type { Note, Reading } from './fact';
import { findingsOf, type LevelledPolicy } from './findings';
import { matchesGlob } from './glob';
import type { Kind } from './kind';
import { compare } from './order';
import type { Policy } from './policy';
import type { Finding, Report } from './report';
import { runWorkload } from './runs';
import { applyWaivers } from './waivers';
import { reportWorkload } from './workload-report';

/** Everything a judgement needs. `today` is a UTC day, `YYYY-MM-DD`; globs select workloads and policies. */
export type Evaluation = {
  readonly readings: readonly Reading[];
  /** What plans, states or templates declare of the same estate: it is compared with the readings and not judged. */
  readonly against?: readonly Reading[];
  /** Documents that were asked for and could not be read: the judgement is incomplete without them. */
  readonly unread?: readonly Problem[];
  readonly configuration: Configuration;
  readonly kinds: readonly Kind[];
  readonly policies: readonly Policy[];
  readonly today: string;
  readonly version: string;
  /** Makes a hop that matches nothing unknown instead of incomplete input. */
  readonly partial: boolean;
  readonly select?: {
    readonly workloads?: readonly string[];
    readonly policies?: readonly string[];
    readonly skipPolicies?: readonly string[];
  };
};

/** Judges an estate. Never throws for what a user wrote: what could not be judged is in the report's coverage. */
export function evaluate(input: Evaluation): Report {
  const { configuration, readings } = input;
  const graph = buildGraph(readings, configuration, input.kinds);
  const workloads = configuration.workloads.filter((workload) => chosen(workload.name, input.select?.workloads));
  const judged = workloads.map((workload) => runWorkload(graph, workload));
  const runs = judged.flatMap((one) => one.runs);
  const problems = judged.flatMap((one) => one.problems);
  const everyTimer = workloads.some((workload) => workload.path === 'every-timer');
  const { against } = input;
  const compared = against === undefined ? null : compareAgainst({ ...input, against, live: graph, workloads, runs });
  const found = findingsOf({ graph, runs, drift: compared?.drift ?? null }, levelled(input), everyTimer);
  const { findings, remarks } = applyWaivers(found, configuration.waivers, input.today);
  // A run of some workloads or policies says nothing of waivers for the others.
  const told = remarks.filter((one) => one.state !== 'unused' || !isNarrowed(input.select));
  const notes: Note[] = told.map(({ waiver, remark }) => ({
    what: `waiver of ${waiver.policy} for ${waiver.resource}`,
    why: remark,
    level: 'info',
  }));
  return {
    version: 1,
    tool: { name: 'holdfast', version: input.version },
    summary: summarise(findings),
    workloads: judged.map((one) => reportWorkload(one.workload, one.runs, one.problems)),
    findings: [...findings].sort(worstFirst),
    coverage: coverageOf(graph, readings, workloads, runs, input.partial ? [] : problems, [
      ...(input.unread ?? []).map(({ message }) => ({ what: 'input', why: message, level: 'incomplete' as const })),
      ...(compared?.notes ?? []),
      ...notes,
      ...(input.partial ? problems.map(asNote) : []),
    ]),
    ...(isLive(readings) ? { judgedOn: input.today } : {}),
    ...(compared === null ? {} : { drift: driftReport(compared) }),
  };
}

/** What is live changes by the day; a document says the same tomorrow. */
function isLive(readings: readonly Reading[]): boolean {
  return readings.some(({ source }) => source === 'account' || source === 'catalog');
}

function isNarrowed(select: Evaluation['select']): boolean {
  return [select?.workloads, select?.policies, select?.skipPolicies].some(
    (globs) => globs !== undefined && globs.length > 0,
  );
}

function asNote(problem: Problem): Note {
  return { what: 'configuration', why: problem.message, level: 'unread' };
}

function chosen(name: string, globs: readonly string[] | undefined): boolean {
  return globs === undefined || globs.length === 0 || globs.some((glob) => matchesGlob(glob, name));
}

/** The policies that run, at the level that the last matching entry gives them. */
function levelled(input: Evaluation): readonly LevelledPolicy[] {
  return input.policies.flatMap((policy) => {
    if (!chosen(policy.id, input.select?.policies)) return [];
    if ((input.select?.skipPolicies ?? []).some((glob) => matchesGlob(glob, policy.id))) return [];
    const level = levelOf(policy, input.configuration.policies);
    return level === 'off' ? [] : [{ policy, severity: level }];
  });
}

function levelOf(policy: Policy, levels: readonly PolicyLevel[]): PolicyLevel['level'] {
  return levels.filter((one) => matchesGlob(one.policy, policy.id)).at(-1)?.level ?? policy.severity;
}

/** Counts findings by outcome. */
export function summarise(findings: readonly Finding[]): Report['summary'] {
  const count = (outcome: Finding['outcome']): number => findings.filter((one) => one.outcome === outcome).length;
  return { passed: count('pass'), failed: count('fail'), unknown: count('unknown'), waived: count('waived') };
}

const outcomes = ['fail', 'unknown', 'waived', 'pass'];
const severityOrder = ['error', 'warning', 'info'];

function worstFirst(a: Finding, b: Finding): number {
  return (
    outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) ||
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
    compare(a.policy, b.policy) ||
    compare(a.resource, b.resource) ||
    compare(a.workload ?? '', b.workload ?? '') ||
    compare(a.role ?? '', b.role ?? '')
  );
}
