import type { Reading } from '../../core/fact';
import type { Experiment, Measurement } from '../../core/probe';
import { conclude, type ProbeReport } from '../../core/probe-report';
import { table } from '../../core/setting';
import { ownVersion } from '../own-version';
import { expectationsOf } from './expectations';
import { patienceFor, type Goal } from './goal';
import { call, shownTarget } from './http';
import { milestonesOf, type ProbeProgress } from './progress';

/** What a probe of an endpoint is run with. */
export type RequestProbe = {
  readonly goal: Goal;
  readonly readings: readonly Reading[];
  readonly url: URL;
  readonly signal: AbortSignal;
  readonly progress: ProbeProgress;
};

/** Sends one request and reports what became of it; `null` where that was interrupted. */
export async function probeRequest({
  goal,
  readings,
  url,
  signal,
  progress,
}: RequestProbe): Promise<ProbeReport | null> {
  const patience = patienceFor(goal);
  const { isDeclared, workload } = goal;
  const expectations = expectationsOf(goal, readings);
  const experiment: Experiment = { over: 'http', idle: 0, silence: patience, keepalive: null };
  const login = { role: workload.roles[0] ?? null, dbname: null, startup: table<string>() };
  const expected = expectations.of(experiment, login, null);
  const called = await call(url, patience, signal, () => {
    const all = isDeclared ? expected.suspects : [...expected.suspects, ...expected.defaults];
    progress.begin('waiting for the answer', patience, milestonesOf(all, 'query', 'request', patience));
  });
  progress.end();
  if (called.is === 'interrupted') return null;
  const measured: readonly Measurement[] = called.is === 'measured' ? [called.measurement] : [];
  return conclude({
    tool: { name: 'holdfast', version: ownVersion() },
    workload: isDeclared ? workload.name : null,
    promised: isDeclared ? (workload.request.maxDuration ?? workload.maxQueryDuration) : goal.promised,
    over: 'http',
    target: shownTarget(url),
    session: null,
    measured,
    unmeasured: called.is === 'failed' ? called.why : null,
    predicted: expected.predicted,
    differences: [],
    notes: expectations.notes,
    suspects: expected.suspects,
    defaults: expected.defaults,
  });
}
