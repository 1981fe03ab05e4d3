import type { Problem, Workload } from './configuration';
import { listNames, type Choice } from './fan-out';
import type { Graph } from './graph';
import type { Node } from './node';
import { programsBehind } from './relation';

/**
 * A way without the members of which every link shows that they lead elsewhere: the integrations of an API with functions that
 * are not the next hop. A problem where none is left, since the path then contradicts the documents.
 */
export function ledAlong(graph: Graph, workload: Workload, way: readonly Choice[]): readonly Choice[] | Problem {
  const led: Choice[] = [];
  for (const [position, choice] of way.entries()) {
    const next = way[position + 1]?.node;
    const members = choice.members.filter((member) => next === undefined || !leadsElsewhere(graph, member, next));
    if (next !== undefined && members.length === 0) return contradicts(graph, workload, choice, next);
    led.push(members.length === choice.members.length ? choice : { ...choice, members });
  }
  return led;
}

/** A program that the configuration itself describes may be the one that a link leads to. */
function leadsElsewhere(graph: Graph, member: Node, next: Node): boolean {
  const programs = programsBehind(graph, member);
  if (programs === null || programs.length === 0) return false;
  const isDeclared = next.source === 'configuration' && next.kind.client !== undefined;
  return !isDeclared && !programs.includes(next);
}

function contradicts(graph: Graph, workload: Workload, { node, members }: Choice, next: Node): Problem {
  const programs = [...new Set(members.flatMap((member) => programsBehind(graph, member) ?? []))];
  const message = `the path of workload ${workload.name} contradicts the documents: ${node.subject} leads to ${listNames(programs)}, not to ${next.subject}`;
  return workload.location === undefined ? { message } : { message, location: workload.location };
}
