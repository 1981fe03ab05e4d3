import { incoming, mayLead, outgoing } from './follow';
import type { Graph } from './graph';
import type { Node } from './node';
import { isAlias, ownersOf } from './select';

/** What the graph says of two resources standing on one path. */
export type Relation = 'linked' | 'apart' | 'unsettled';

/** Whether two hops belong together, as far as any source has an edge between them. */
export function relation(graph: Graph, upper: Node, lower: Node): Relation {
  if (lower.kind.session !== undefined && upper.kind.hop?.startupOptions === 'refused')
    return proxyRelation(graph, proxyOf(graph, upper), lower);
  // A service stands behind its own mesh, and an environment behind its own load balancer.
  if (upper === lower || leadsTo(graph, upper, lower)) return 'linked';
  const groups = targetGroupsOf(graph, upper);
  const own = ownTargetGroups(graph, lower);
  return groups.some((group) => own.includes(group)) ? 'linked' : 'unsettled';
}

function leadsTo(graph: Graph, upper: Node, lower: Node): boolean {
  const members = (upper.kind.hop?.members ?? []).flatMap((spec) =>
    'kind' in spec ? incoming(graph, upper, spec.link, spec.kind) : [],
  );
  return [upper, ...members].some((member) => programsBehind(graph, member)?.includes(lower) === true);
}

/**
 * The programs that the integrations of an API pass requests to, an alias standing for its function; `null` where one of them
 * cannot be told.
 */
export function programsBehind(graph: Graph, integration: Node): readonly Node[] | null {
  const programs: Node[] = [];
  for (const link of integration.links.target ?? []) {
    if (link.state === 'absent') continue;
    if (link.state !== 'linked' && link.state !== 'one-of') return null;
    const nodes = (link.state === 'linked' ? [link.node] : link.nodes).flatMap((id) => graph.nodes[id] ?? []);
    for (const node of nodes) {
      const behind = isAlias(node) ? outgoing(graph, node, 'function') : [node];
      if (behind.length === 0) return null;
      programs.push(...behind);
    }
  }
  return programs;
}

/** The proxy itself, where one of its endpoints was named. */
function proxyOf(graph: Graph, node: Node): Node {
  return outgoing(graph, node, 'proxy')[0] ?? node;
}

function proxyRelation(graph: Graph, proxy: Node, database: Node): Relation {
  const targets = incoming(graph, proxy, 'proxy').filter((node) => 'instance' in node.links || 'cluster' in node.links);
  const relatives = [database, ...ownersOf(graph, database)];
  const links = targets.flatMap((target) => [...(target.links.instance ?? []), ...(target.links.cluster ?? [])]);
  if (links.some((link) => link.state === 'linked' && relatives.some((one) => one.id === link.node))) return 'linked';
  const isNameless = relatives.every((one) => one.identity.identifier === undefined);
  const open = links.some((link) =>
    link.state === 'named' ? isNameless : relatives.some((one) => mayLead(link, one)),
  );
  return targets.length === 0 || open ? 'unsettled' : 'apart';
}

/** The proxies whose targets lead to this database or its cluster. */
export function proxiesOf(graph: Graph, database: Node): readonly Node[] {
  const relatives = [database, ...ownersOf(graph, database)];
  const targets = relatives.flatMap((node) => [
    ...incoming(graph, node, 'instance'),
    ...incoming(graph, node, 'cluster'),
  ]);
  const proxies = targets.flatMap((target) => outgoing(graph, target, 'proxy'));
  return [...new Map(proxies.map((proxy) => [proxy.id, proxy])).values()];
}

/** The target groups that a load balancer or one of its listeners forwards to. */
export function targetGroupsOf(graph: Graph, balancer: Node): readonly Node[] {
  return unique(forwarders(graph, balancer).flatMap((node) => forwards(graph, node)));
}

/** Those that it may forward to: which of several it is cannot be told. */
export function possibleTargetGroupsOf(graph: Graph, balancer: Node): readonly Node[] {
  const links = forwarders(graph, balancer).flatMap((node) => [
    ...(node.links.target_groups ?? []),
    ...(node.links.forward_target_groups ?? []),
  ]);
  return unique(
    links.flatMap((link) => (link.state === 'one-of' ? link.nodes.flatMap((id) => graph.nodes[id] ?? []) : [])),
  );
}

/** A load balancer, its listeners, and their rules. */
function forwarders(graph: Graph, balancer: Node): readonly Node[] {
  const listeners = [balancer, ...incoming(graph, balancer, 'load_balancer')];
  return [...listeners, ...listeners.flatMap((listener) => incoming(graph, listener, 'listener'))];
}

/** The target groups that a client registers in: its own, or those an attachment puts it in. */
export function ownTargetGroups(graph: Graph, client: Node): readonly Node[] {
  const attachments = incoming(graph, client, 'target');
  return unique([
    ...outgoing(graph, client, 'target_groups'),
    ...attachments.flatMap((attachment) => outgoing(graph, attachment, 'target_group')),
  ]);
}

function forwards(graph: Graph, node: Node): readonly Node[] {
  return [...outgoing(graph, node, 'target_groups'), ...outgoing(graph, node, 'forward_target_groups')];
}

function unique(nodes: readonly Node[]): readonly Node[] {
  return [...new Map(nodes.map((node) => [node.id, node])).values()];
}
