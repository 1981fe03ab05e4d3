import { assumedPaths, everyTimerPaths } from './assumed-paths';
import type { Problem, Workload } from './configuration';
import type { Graph } from './graph';
import type { Path } from './path';
import { declaredPaths } from './paths';
import { runPath, type Run } from './timeline';
import { rolesOf } from './workload-roles';

/** A workload over every path and role that it has in a graph. */
export type WorkloadRuns = {
  readonly workload: Workload;
  readonly runs: readonly Run[];
  readonly problems: readonly Problem[];
};

/** Judges every timer for a workload: each path, each role. What its path does not find is among the problems. */
export function runWorkload(graph: Graph, workload: Workload): WorkloadRuns {
  const { paths, problems } = pathsOf(graph, workload);
  const runs = paths.flatMap((path) =>
    rolesOf(graph, workload, path).map((role) => runPath(graph, workload, path, role)),
  );
  return { workload, runs, problems };
}

function pathsOf(graph: Graph, workload: Workload): { paths: readonly Path[]; problems: readonly Problem[] } {
  if (workload.path === null) return assumedPaths(graph, workload);
  if (workload.path === 'every-timer') return everyTimerPaths(graph, workload);
  return declaredPaths(graph, workload, workload.path);
}
