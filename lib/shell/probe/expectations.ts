import { buildGraph } from '../../core/build-graph';
import type { Reading } from '../../core/fact';
import type { Experiment } from '../../core/probe';
import { clientPeriod, pathsOf, runExperiment, unsetByProbe, type Login } from '../../core/probe-path';
import { predictionOf, type Prediction } from '../../core/probe-predict';
import { differencesIn, type SessionDifference, type SessionFacts } from '../../core/probe-report';
import { defaultSuspects, pathSuspects, sessionSuspects, type Suspect } from '../../core/probe-suspects';
import { table, type Seconds, type Table } from '../../core/setting';
import { kinds } from '../../kinds';
import type { Goal } from './goal';

/** What the model expects of a path before and while it is tried. */
export type Expectations = {
  /** The period of the client's keepalive; `null`: none is sent. */
  readonly keepalive: Seconds | null | 'unknown';
  /** What kept paths from being made, and what the workload's client does that the probe does not. */
  readonly notes: readonly string[];
  /** What is expected of one experiment by this login; `null` as session where none is read. */
  readonly of: (experiment: Experiment, login: Login, session: SessionFacts | null) => Expected;
};

export type Expected = {
  readonly suspects: readonly Suspect[];
  readonly defaults: readonly Suspect[];
  readonly predicted: readonly Prediction[];
  readonly differences: readonly SessionDifference[];
};

/** Judges the workload's paths as the probe will take them. */
export function expectationsOf(
  { configuration, workload, isDeclared }: Goal,
  readings: readonly Reading[],
): Expectations {
  const graph = buildGraph(readings, configuration, kinds);
  // Without workload and document nothing is in view, and nobody promised that there is.
  const { paths, problems } =
    isDeclared || readings.length > 0 ? pathsOf(graph, workload) : { paths: [], problems: [] };
  const hasPath = isDeclared && workload.path !== null;
  const unset = [...new Set(paths.flatMap(unsetByProbe))];
  return {
    keepalive: clientPeriod(hasPath ? paths : []),
    notes: [
      ...problems,
      ...(unset.length === 0
        ? []
        : [`the client SETs ${unset.join(', ')}, and the probe sets nothing: its session is another one there`]),
    ],
    of: (experiment, login, session) => {
      const runs = paths.map((path) => runExperiment(graph, workload, path, experiment, login));
      const shown = durationsIn(session);
      const own = pathSuspects(runs, shown);
      const known = new Set(own.map(({ timer }) => timer));
      const [only, ...others] = runs;
      const layer = experiment.over === 'http' ? 'request' : 'connection';
      return {
        suspects: [...own, ...sessionSuspects(kinds, shown).filter(({ timer }) => !known.has(timer))],
        defaults: defaultSuspects(kinds).filter((one) => one.layer === layer),
        predicted: hasPath ? runs.map((run) => predictionOf(run, experiment)) : [],
        differences:
          hasPath && session !== null && only !== undefined && others.length === 0
            ? differencesIn(only.session, session.parameters)
            : [],
      };
    },
  };
}

function durationsIn(session: SessionFacts | null): Table<Seconds | null> {
  const durations = (session?.parameters ?? []).filter(({ unit }) => unit === 's');
  return table(durations.map(({ name, value }) => [name, value]));
}
