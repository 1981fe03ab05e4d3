import { incoming, outgoing } from './follow';
import type { Graph } from './graph';
import type { Node } from './node';
import { isNear } from './resolve-links';
import { ownersOf } from './select';
import { valueOf } from './setting';

/** What narrows the members of a hop. */
export type Narrowing = { readonly port?: number | undefined; readonly endpoint?: 'reader' | 'writer' | undefined };

export type Members =
  | { readonly state: 'found'; readonly node: Node; readonly members: readonly Node[] }
  | { readonly state: 'none'; readonly why: string };

/**
 * The resources that stand for a named one on a path, one path each: the listeners of a load balancer, the instances of a
 * cluster, the policy of a firewall. A resource without members stands for itself, and a member that was named for its owner.
 */
export function membersOf(graph: Graph, named: Node, narrow: Narrowing): Members {
  const owner = ownersOf(graph, named)[0];
  const isMember = owner !== undefined && named.kind.hop !== undefined;
  const all = isMember ? [named] : allMembers(graph, named);
  const specs = isMember ? [] : (named.kind.hop?.members ?? []);
  if (all.length === 0 && specs.length > 0 && named.kind.timers.length === 0)
    return {
      state: 'none',
      why: `${named.subject} has no ${specs.map((spec) => memberTitle(spec)).join(' or ')} in the documents, and the timer belongs to it`,
    };
  const chosen = byEndpoint(atPort(all, narrow.port), narrow.endpoint);
  if (chosen.length === 0 && all.length > 0)
    return { state: 'none', why: `no listener of ${named.subject} has port ${String(narrow.port)}` };
  return { state: 'found', node: isMember ? owner : named, members: all.length === 0 ? [named] : chosen };
}

/** Whether the members that run a resource's timer are in no document. Listeners that PostgreSQL cannot pass are there all the same. */
export function hidesMembers(graph: Graph, named: Node): boolean {
  const { members = [] } = named.kind.hop ?? {};
  if (named.kind.timers.length > 0 || members.length === 0) return false;
  return members.every((spec) =>
    'outgoing' in spec
      ? outgoing(graph, named, spec.outgoing).length === 0
      : incoming(graph, named, spec.link, spec.kind).length === 0,
  );
}

function allMembers(graph: Graph, named: Node): readonly Node[] {
  return (named.kind.hop?.members ?? []).flatMap((spec) => {
    const all =
      'outgoing' in spec ? outgoing(graph, named, spec.outgoing) : incoming(graph, named, spec.link, spec.kind);
    return all.filter((member) => spec.use?.(member.settings) ?? true);
  });
}

/**
 * Listeners and instances that may belong to a named resource although no link shows it: what they cut cannot be told. A
 * listener that has another port than the one asked for is not meant.
 */
export function possibleMembers(graph: Graph, named: Node, { port: asked }: Narrowing): readonly Node[] {
  const specs = (named.kind.hop?.members ?? []).flatMap((spec) => ('kind' in spec ? [spec] : []));
  if (specs.length === 0) return [];
  return Object.values(graph.nodes).filter((node) => {
    const { kind, links, settings } = node;
    const may = specs.some(
      (spec) =>
        spec.kind === kind.name &&
        (links[spec.link] ?? []).some((link) => link.state === 'unknown') &&
        (spec.use?.(settings) ?? true),
    );
    const isOther = kind.session === undefined && settings.port?.state === 'known' && settings.port.value !== asked;
    return may && isNear(node, named) && (asked === undefined || !isOther);
  });
}

/** A port narrows listeners, and says nothing of a database. One that is not known yet may be the one asked for. */
function atPort(members: readonly Node[], port: number | undefined): readonly Node[] {
  if (port === undefined) return members;
  const isListener = (member: Node): boolean => member.kind.session === undefined && 'port' in member.kind.settings;
  const fitting = members.filter((member) => !isListener(member) || valueOf(member.settings.port) === port);
  return fitting.length > 0 ? fitting : members.filter((member) => member.settings.port?.state !== 'known');
}

function memberTitle(spec: { readonly kind: string } | { readonly outgoing: string }): string {
  return ('kind' in spec ? spec.kind : spec.outgoing).replace(/[-_]/g, ' ');
}

/**
 * A state knows which instance writes, a plan does not; and a failover changes it. Where the roles are known, the endpoint
 * narrows; else every member may serve it. The reader endpoint of a cluster of one is its writer.
 */
function byEndpoint(members: readonly Node[], endpoint: 'reader' | 'writer' | undefined): readonly Node[] {
  if (endpoint === undefined || members.length === 1) return members;
  const roles = members.map((member) => valueOf(member.settings.writer));
  if (roles.some((role) => typeof role !== 'boolean')) return members;
  const chosen = members.filter((_, at) => roles[at] === (endpoint === 'writer'));
  return chosen.length === 0 ? members : chosen;
}

/** Whether a database member serves reads beside a writer, and so cancels queries on replay conflicts. */
export function isReader(graph: Graph, member: Node, endpoint: 'reader' | 'writer' | null): 'yes' | 'maybe' | 'no' {
  const replicates = (member.links.replicate_source_db ?? []).some((link) => link.state !== 'absent');
  if (replicates) return 'yes';
  const writer = valueOf(member.settings.writer);
  const cluster = ownersOf(graph, member)[0];
  if (cluster === undefined) return endpoint === 'reader' ? 'yes' : 'no';
  const siblings = membersOf(graph, cluster, {});
  const alone = siblings.state === 'found' && siblings.members.length < 2;
  if (alone || endpoint === 'writer') return 'no';
  if (typeof writer === 'boolean') return writer ? 'no' : 'yes';
  return endpoint === 'reader' ? 'yes' : 'maybe';
}
