import { isWorthCovering } from './assumed-paths';
import type { Problem, Workload } from './configuration';
import type { Note, Reading } from './fact';
import { outgoing } from './follow';
import type { Graph } from './graph';
import type { Node } from './node';
import type { Coverage } from './report';
import type { Run } from './timeline';
import { ownersOf } from './select';

/** What was judged and what was not. */
export function coverageOf(
  graph: Graph,
  readings: readonly Reading[],
  workloads: readonly Workload[],
  runs: readonly Run[],
  problems: readonly Problem[],
  remarks: readonly Note[],
): Coverage {
  const onPath = new Set(
    runs.flatMap((run) =>
      run.path.membership === 'assumed'
        ? []
        : run.path.hops.flatMap((hop) => [hop.node, hop.member, ...hop.parts].map((node) => node.id)),
    ),
  );
  const judged = Object.values(graph.nodes).filter((node) => onPath.has(node.id));
  const idle = graph.hops.filter(
    (node) => !onPath.has(node.id) && isWorthCovering(node) && !isNamedByOwner(graph, node, onPath),
  );
  return {
    documents: readings.map((reading) => ({
      name: reading.document,
      source: reading.source,
      resources: reading.facts.length,
    })),
    judged: [...new Set(judged.map((node) => node.subject))],
    onNoPath: idle.map((node) => node.subject),
    notDeclared: workloads.flatMap((workload) => (workload.path === 'every-timer' ? [] : undeclared(workload, runs))),
    notes: [
      // A plan that is empty or cut short is why hops match nothing, so what the documents say of themselves comes first.
      ...graph.notes.map(({ what, why, level }) => ({ what, why, level })),
      ...problems.map((problem) => ({ what: place(problem), why: problem.message, level: 'incomplete' as const })),
      ...remarks.map(({ what, why, level }) => ({ what, why, level })),
    ],
  };
}

/** An owner stands for its members, a proxy for its endpoints, except that of a cluster that is queried each instance is named that is not. */
function isNamedByOwner(graph: Graph, node: Node, onPath: ReadonlySet<string>): boolean {
  const owners = [...ownersOf(graph, node), ...outgoing(graph, node, 'proxy')];
  return owners.length > 0 && (node.kind.session === undefined || owners.some((owner) => !onPath.has(owner.id)));
}

function place({ location }: Problem): string {
  if (location === undefined) return 'configuration';
  const { file, document, line, column } = location;
  return [file ?? document, line, column].filter((part) => part !== undefined).join(':');
}

function undeclared(workload: Workload, runs: readonly Run[]): { workload: string; what: string; why: string }[] {
  const mine = runs.filter((run) => run.workload === workload);
  const missing: [string, boolean, string][] = [
    ['maxIdle', workload.maxIdle === null, 'pauses of pooled connections are not judged'],
    ['maxIdleInTransaction', workload.maxIdleInTransaction === null, 'pauses inside a transaction are not judged'],
    ['maxConnectionAge', workload.maxConnectionAge === null, 'limits on the life of a connection are not judged'],
    [
      'maxStatementTimeout',
      workload.maxStatementTimeout === null,
      'how loose a statement timeout may be is not judged',
    ],
    ['roles', workload.roles.length === 0, 'settings of roles are not judged, only those of the server'],
    ['detectDeadPeerWithin', workload.detectDeadPeerWithin === null, 'how soon a dead peer is noticed is not judged'],
    [
      'a database',
      mine.length > 0 && mine.every((run) => run.path.database === null),
      'the path ends before a database, so nothing below its last hop is judged',
    ],
  ];
  return missing.flatMap(([what, isMissing, why]) => (isMissing ? [{ workload: workload.name, what, why }] : []));
}
