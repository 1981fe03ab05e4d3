import type { ClientEntry } from './client-entry';
import { clientHop } from './client-hop';
import type { Graph } from './graph';
import { incoming } from './follow';
import type { HopKey } from './kind';
import type { Node } from './node';
import { otherKind } from './build-graph';
import { ownTargetGroups, possibleTargetGroupsOf, targetGroupsOf } from './relation';
import { isNear } from './resolve-links';
import { clientKey } from './select';
import type { Hop, Membership } from './path';
import { table } from './setting';

/** What a hop is made of. */
export type HopInput = {
  readonly key: HopKey;
  readonly node: Node;
  readonly member: Node;
  /** The client behind a load balancer, which says which target groups count; `null` where none is, or none is known. */
  readonly client: Node | null;
  readonly membership: Membership;
  readonly endpoint: 'reader' | 'writer' | null;
  readonly dbname?: string | undefined;
  /** What the configuration says beside a client. */
  readonly entry?: ClientEntry;
};

/** A resource as a hop: what it does to a connection, and the resources whose timers belong to it. */
export function makeHop(graph: Graph, input: HopInput): Hop {
  const { key, node, member, membership, endpoint, dbname } = input;
  if (key === clientKey) {
    // A client stands for itself: its settings are made of what the resources behind it say too.
    const client = clientHop(graph, node, input.entry ?? {});
    return {
      key,
      member: client.node,
      ...client,
      partsSure: true,
      membership,
      does: 'terminates',
      endpoint,
    };
  }
  const spec = member.kind.hop ?? node.kind.hop;
  const does = spec?.does ?? 'passes';
  return {
    key,
    node,
    member,
    ...partsOf(graph, input),
    membership,
    does: typeof does === 'function' ? does(member.settings) : does,
    endpoint,
    ...(dbname === undefined ? {} : { dbname }),
  };
}

function partsOf(graph: Graph, { node, member, client }: HopInput): { parts: readonly Node[]; partsSure: boolean } {
  const spec = node.kind.hop?.parts;
  if (spec === undefined) return { parts: [], partsSure: true };
  if (spec !== 'behind-listener') {
    // An endpoint of a proxy stands on the path, and the proxy behind it has the target group.
    const owners = member === node ? [node] : [node, member];
    const parts = owners.flatMap((owner) => spec.flatMap((part) => incoming(graph, owner, part.link, part.kind)));
    if (parts.length > 0) return { parts, partsSure: true };
    const possible = possibleParts(graph, node, spec);
    return { parts: possible, partsSure: possible.length === 0 };
  }
  const behind = targetGroupsOf(graph, member);
  const own = client === null ? [] : ownTargetGroups(graph, client);
  const both = behind.filter((group) => own.some((one) => one.id === group.id));
  if (both.length > 0) return { parts: both, partsSure: true };
  const possible = possibleTargetGroupsOf(graph, member).filter((group) => !behind.includes(group));
  return { parts: [...behind, ...possible], partsSure: behind.length < 2 && possible.length === 0 && own.length === 0 };
}

/** Resources that may belong to a hop that shows none of its own: which one they belong to is not known. */
function possibleParts(
  graph: Graph,
  node: Node,
  spec: readonly { readonly kind: string; readonly link: string }[],
): readonly Node[] {
  if (node.source === 'configuration') return [];
  return Object.values(graph.nodes).filter((one) =>
    spec.some(
      ({ kind, link }) =>
        one.kind.name === kind &&
        (one.links[link] ?? []).some((target) => target.state === 'unknown') &&
        isNear(one, node),
    ),
  );
}

/** The client that a path leaves out where its place is clear: it shows nothing. */
export function impliedClient(): Hop {
  const node: Node = {
    id: 'implied client',
    kind: otherKind,
    type: 'client',
    source: 'configuration',
    subject: 'the client',
    names: [],
    identity: {},
    tags: table(),
    settings: table(),
    links: table(),
  };
  return {
    key: clientKey,
    node,
    member: node,
    parts: [],
    partsSure: true,
    membership: 'implied',
    does: 'terminates',
    endpoint: null,
  };
}
