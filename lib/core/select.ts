import type { PathEntry, Scope, Selector } from './configuration';
import { outgoing } from './follow';
import { matchesGlob } from './glob';
import type { Graph } from './graph';
import type { HopSpec } from './hop-spec';
import type { HopKey } from './kind';
import type { Node } from './node';
import { isInScope } from './scope';

/** The key under which any resource may stand, since any resource may open a connection. */
export const clientKey: HopKey = 'client';

/** The resources that a selector means, as hops of `key` (`null`: of any kind of hop but the client). */
export function select(graph: Graph, selector: Selector, key: HopKey | null, scope: Scope | null): readonly Node[] {
  if (selector.by === 'inline') {
    const node = graph.nodes[selector.fact.id];
    return node === undefined ? [] : [node];
  }
  const nodes = Object.values(graph.nodes);
  const all = key === clientKey ? nodes : [...graph.hops, ...nodes.filter(isAlias)];
  const named = all.filter((node) => !isMade(node) && means(selector, node) && isInScope(node, scope));
  const matches = [...new Set(named.map((node) => programOf(graph, node)))].filter((node) =>
    standsAs(graph, node, key),
  );
  return key === clientKey ? likelyClients(graph, matches) : withoutMembers(graph, matches);
}

/** Whether a resource is another name of a function, by the link that every alias has. */
export function isAlias({ links }: Node): boolean {
  return links.function !== undefined;
}

/** An alias runs nothing itself: its function stands for it, with the limits that it has. */
function programOf(graph: Graph, node: Node): Node {
  return isAlias(node) ? (outgoing(graph, node, 'function')[0] ?? node) : node;
}

/** What the configuration describes is named by its entry alone, and what a catalog shows lies within a server. */
function isMade({ source }: Node): boolean {
  return source === 'configuration' || source === 'catalog';
}

/**
 * A module or a tag holds far more than the program that connects: what is known to be a client stands for it, and a service
 * for its task definition.
 */
function likelyClients(graph: Graph, nodes: readonly Node[]): readonly Node[] {
  const clients = nodes.filter(({ kind }) => kind.hop?.key === clientKey || kind.client !== undefined);
  const shown = new Set(
    clients.flatMap((node) => (node.kind.client?.via ?? []).flatMap((link) => outgoing(graph, node, link))),
  );
  const programs = clients.filter((node) => !shown.has(node));
  return programs.length > 0 ? programs : nodes;
}

/** A member stands as what its owner is: the listeners of an Application Load Balancer are none of a Network Load Balancer. */
function standsAs(graph: Graph, node: Node, key: HopKey | null): boolean {
  if (key === clientKey) return true;
  const owners = ownersOf(graph, node);
  const all = owners.length > 0 ? owners : [node];
  if (key === null) return all.some(({ kind }) => kind.hop !== undefined && kind.hop.key !== clientKey);
  return all.some((one) => keysOf(one).includes(key));
}

/** The keys of a path under which a resource may stand, its own first. Anything may stand as a client besides. */
export function keysOf({ kind: { hop }, settings }: Node): readonly HopKey[] {
  if (hop === undefined) return [];
  return [hop.key, ...(hop.also ?? []).flatMap(({ key, may }) => (may?.(settings) === false ? [] : [key]))];
}

/** On which side of the client a resource stands under a key (`null`: its own); what no kind describes, on either. */
export function sideOf({ kind: { hop } }: Node, key: HopKey | null): HopSpec['side'] {
  const beside = hop?.key === key ? undefined : hop?.also?.find((one) => one.key === key);
  return beside?.side ?? hop?.side ?? 'either';
}

function means(selector: Exclude<Selector, { by: 'inline' }>, node: Node): boolean {
  if (selector.by === 'tag')
    return Object.entries(selector.tags).every(([tag, value]) => {
      const own = node.tags[tag];
      return own !== undefined && matchesGlob(value, own);
    });
  return selector.names.some((name) => isCalled(node, name));
}

/** By one of its names, by a module or construct that holds it, or by the resource block whose instance it is. */
function isCalled(node: Node, name: string): boolean {
  return isIn(node.subject, name) || node.names.some((own) => isIn(own, name));
}

function isIn(own: string, name: string): boolean {
  if (!own.startsWith(name)) return matchesGlob(name, own);
  const next = own[name.length];
  return (
    next === undefined ||
    next === '[' ||
    next === '/' ||
    (next === '.' && name.includes('module.')) ||
    matchesGlob(name, own)
  );
}

/** A module holds a load balancer and its listeners, a cluster and its instances: the owner stands for all. */
function withoutMembers(graph: Graph, nodes: readonly Node[]): readonly Node[] {
  const ids = new Set(nodes.map((node) => node.id));
  return nodes.filter((node) => !ownersOf(graph, node).some((owner) => ids.has(owner.id)));
}

/** The resources that this one is a member of: the load balancer of a listener, the cluster of an instance. */
export function ownersOf(graph: Graph, node: Node): readonly Node[] {
  return Object.entries(node.links).flatMap(([name, links]) =>
    links.flatMap((link) => {
      const owner = link.state === 'linked' ? graph.nodes[link.node] : undefined;
      const isMember = (owner?.kind.hop?.members ?? []).some(
        (member) => 'kind' in member && member.kind === node.kind.name && member.link === name,
      );
      return owner !== undefined && isMember ? [owner] : [];
    }),
  );
}

/** How a message names what an entry asked for. */
export function describeEntry(entry: PathEntry): string {
  const { select: selector } = entry;
  const what =
    selector.by === 'name'
      ? selector.names.join(', ')
      : selector.by === 'tag'
        ? Object.entries(selector.tags)
            .map(([tag, value]) => `${tag}=${value}`)
            .join(', ')
        : selector.fact.subject;
  return entry.key === null ? what : `${entry.key}: ${what}`;
}
