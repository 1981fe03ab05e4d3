import type { Reading } from '../../core/fact';
import { verdictOf, type Experiment, type Measurement } from '../../core/probe';
import { conclude, type ProbeReport, type SessionFacts } from '../../core/probe-report';
import { matchesGlob } from '../../core/glob';
import { table, type Seconds } from '../../core/setting';
import { optionsIn } from '../../read/connection/options';
import { ownVersion } from '../own-version';
import type { ShapedSource } from '../postgres/parse-source';
import { nameOf } from '../postgres/source';
import { whyFailed } from '../postgres/why';
import { expectationsOf, type Expected, type Expectations } from './expectations';
import type { Goal } from './goal';
import { keepaliveFor } from './keepalive-choice';
import { measure, usualPace, type Pace } from './measure';
import { milestonesOf, type ProbeProgress } from './progress';
import type { Stopped } from './watch';

/** What a probe is run with. `idle` is the pause before each query, in seconds; 0: none. */
export type PostgresProbe = {
  readonly goal: Goal;
  readonly readings: readonly Reading[];
  readonly address: ShapedSource;
  readonly idle: Seconds;
  readonly signal: AbortSignal;
  readonly progress: ProbeProgress;
  readonly pace?: Pace;
};

/** What came of it: a report, or what became of the statement that was interrupted (`null`: none ran). */
export type Probed =
  | { readonly is: 'reported'; readonly report: ProbeReport }
  | { readonly is: 'interrupted'; readonly stopped: Stopped | null };

/** Tries each silence on a connection of its own, the shortest first, and stops at the first that does not survive. */
export async function probePostgres(probe: PostgresProbe): Promise<Probed> {
  const { goal, readings, address, idle } = probe;
  const expectations = expectationsOf(goal, readings);
  const { keepalive, note } = keepaliveFor(address.keepalive, expectations.keepalive, goal.isDeclared);
  const notes = [...expectations.notes, ...(note === null ? [] : [note])];
  const measured: Measurement[] = [];
  let latest: { readonly facts: SessionFacts; readonly expected: Expected } | null = null;
  for (const silence of goal.silences) {
    const experiment: Experiment = { over: 'postgres', idle, silence, keepalive };
    const expectedBy = expecting(expectations, experiment, address);
    const result = await measure({
      source: address.source,
      opening: { application: 'holdfast probe', options: address.options, keepalive: keepalive?.idle ?? null },
      experiment,
      pace: probe.pace ?? usualPace,
      signal: probe.signal,
      begins: (phase, seconds, facts) => {
        const { suspects, defaults } = expectedBy(facts);
        const all = goal.isDeclared ? suspects : [...suspects, ...defaults];
        const doing = phase === 'pause' ? 'pausing' : 'a query is silent';
        probe.progress.begin(doing, seconds, milestonesOf(all, phase, 'connection', seconds));
      },
    });
    probe.progress.end();
    if (result.is === 'interrupted') return result;
    if (result.is === 'failed') {
      const why = whyFailed(result.failure, address.source, 'nothing was measured');
      return reported(probe, { measured, latest, unmeasured: why, notes });
    }
    const { measurement, facts, left, stayed } = result;
    measured.push(measurement);
    latest = { facts, expected: expectedBy(facts) };
    if (left !== null) notes.push(leftText(left));
    if (stayed !== null) notes.push(stayedText(stayed, facts));
    if (verdictOf(measurement) !== 'survived') break;
  }
  return reported(probe, { measured, latest, unmeasured: null, notes });
}

function expecting(
  expectations: Expectations,
  experiment: Experiment,
  { options }: ShapedSource,
): (facts: SessionFacts) => Expected {
  const startup = (options === null ? null : optionsIn(options)) ?? table<string>();
  return (facts) => expectations.of(experiment, { role: facts.role, dbname: facts.database, startup }, facts);
}

/** What became of a query that ran on after the cut. */
function leftText(left: Stopped): string {
  if (left.is === 'ended') return 'the query ran on at the server after the cut, and the probe cancelled it there';
  return left.is === 'still-running'
    ? 'the query runs on at the server: neither a cancel request nor pg_terminate_backend ended it'
    : `the query ran on at the server after the cut; ${left.why}`;
}

/** What became of a session that the server kept after the cut: those of the workload stay as well. */
function stayedText(stayed: Stopped, { backend }: SessionFacts): string {
  if (stayed.is === 'ended') return 'the server kept the session after the cut, and the probe ended it there';
  return stayed.is === 'still-running'
    ? `the server kept the session after the cut (backend ${String(backend)}), and pg_terminate_backend did not end it`
    : `the server may keep the session (backend ${String(backend)}) until its own keepalive finds it dead; ${stayed.why}`;
}

type Tried = {
  readonly measured: readonly Measurement[];
  readonly latest: { readonly facts: SessionFacts; readonly expected: Expected } | null;
  readonly unmeasured: string | null;
  readonly notes: readonly string[];
};

function reported({ goal, address }: PostgresProbe, { measured, latest, unmeasured, notes }: Tried): Probed {
  const { workload, isDeclared, promised } = goal;
  const { suspects = [], defaults = [], predicted = [], differences = [] } = latest?.expected ?? {};
  const stranger = latest === null || !isDeclared ? null : strangeRole(latest.facts.role, workload.roles);
  const report = conclude({
    tool: { name: 'holdfast', version: ownVersion() },
    workload: isDeclared ? workload.name : null,
    promised,
    over: 'postgres',
    target: nameOf(address.source),
    session: latest?.facts ?? null,
    measured,
    unmeasured,
    predicted,
    differences,
    notes: stranger === null ? notes : [...notes, stranger],
    suspects,
    defaults,
  });
  return { is: 'reported', report };
}

function strangeRole(role: string, declared: readonly string[]): string | null {
  if (declared.length === 0 || declared.some((glob) => matchesGlob(glob, role))) return null;
  return `the probe connected as a role that the workload does not name (${declared.join(', ')}), so limits of roles may differ`;
}
