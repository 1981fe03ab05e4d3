import type { Graph } from './graph';
import type { Node, Resolved } from './node';

/** The nodes that a link leads to, where it is known that it does. */
export function outgoing(graph: Graph, node: Node, link: string): readonly Node[] {
  return (node.links[link] ?? []).flatMap((one) => {
    const found = one.state === 'linked' ? graph.nodes[one.node] : undefined;
    return found === undefined ? [] : [found];
  });
}

/** The nodes of a kind that point to this one. */
export function incoming(graph: Graph, node: Node, link: string, kind?: string): readonly Node[] {
  return (graph.incoming[node.id]?.[link] ?? []).flatMap((id) => {
    const found = graph.nodes[id];
    return found === undefined || (kind !== undefined && found.kind.name !== kind) ? [] : [found];
  });
}

/** Whether a link may lead to this node although it is not sure. */
export function mayLead(link: Resolved, node: Node): boolean {
  return link.state === 'unknown' || (link.state === 'one-of' && link.nodes.includes(node.id));
}
