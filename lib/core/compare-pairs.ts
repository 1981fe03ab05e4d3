import { outgoing } from './follow';
import type { Graph } from './graph';
import type { Node } from './node';
import { isNear } from './resolve-links';
import { ownersOf } from './select';
import { valueOf } from './setting';

/** Which resource of one graph is which of the other. */
export type Pairing = {
  readonly pairs: readonly { readonly declared: Node; readonly live: Node }[];
  /** What has no counterpart. */
  readonly onlyDeclared: readonly Node[];
  readonly onlyLive: readonly Node[];
  /** What may be one of several of the other side. */
  readonly ambiguous: ReadonlySet<Node>;
};

/** A way to tell that two resources are one: an equal key, unless something keeps them apart. */
type Rule = {
  readonly key: (node: Node, graph: Graph) => string | undefined;
  readonly isPossible: (declared: Node, live: Node) => boolean;
};

/**
 * Matches the resources of two graphs as documents are merged: by ARN, else by account, Region, kind and identifier; where a
 * side does not know its account or Region, by kind and identifier; a listener or target group by what it belongs to. A pair is
 * the only one possible on both sides, so that swapping the graphs swaps the pairs. What a data source only looks at declares
 * nothing.
 */
export function pairNodes(declared: Graph, live: Graph): Pairing {
  const state = {
    pairs: new Map<Node, Node>(),
    taken: new Set<Node>(),
    ambiguous: new Set<Node>(),
  };
  const sides = [declared, live].map((graph) => Object.values(graph.nodes).filter((node) => isComparable(node)));
  const [ours = [], theirs = []] = sides;
  const resources = (nodes: readonly Node[]): readonly Node[] => nodes.filter(({ kind }) => kind.role === undefined);
  const roles = (nodes: readonly Node[]): readonly Node[] => nodes.filter(({ kind }) => kind.role !== undefined);
  const apply = (rule: Rule, mine: readonly Node[], others: readonly Node[]): void => {
    const left = mine.filter((node) => !state.pairs.has(node));
    const right = others.filter((node) => !state.taken.has(node));
    const { found, unclear } = match(rule, { graph: declared, nodes: left }, { graph: live, nodes: right });
    for (const [one, other] of found) {
      state.pairs.set(one, other);
      state.taken.add(other);
    }
    for (const node of unclear) state.ambiguous.add(node);
  };
  for (const rule of [byArn, byPlace, byIdentifier]) apply(rule, resources(ours), resources(theirs));
  apply(byWhole(declared, state.pairs), resources(ours), resources(theirs));
  apply(byRole(declared, live, state.pairs), roles(ours), roles(theirs));
  return {
    pairs: [...state.pairs].map(([one, other]) => ({ declared: one, live: other })),
    onlyDeclared: ours.filter((node) => !state.pairs.has(node)),
    onlyLive: theirs.filter((node) => !state.taken.has(node)),
    ambiguous: new Set([...state.ambiguous].filter((node) => !state.pairs.has(node) && !state.taken.has(node))),
  };
}

/** What no table describes has nothing to compare, and what the configuration says is not read. */
function isComparable({ kind, source, subject, documents }: Node): boolean {
  if (kind.name === 'other' || kind.catalog !== undefined || source === 'configuration') return false;
  // An address that several documents use carries the document's name before it.
  const prefix = documents?.find((document) => subject.startsWith(`${document}:`));
  return !/(?:^|\.)data\./.test(prefix === undefined ? subject : subject.slice(prefix.length + 1));
}

type Candidates = { readonly graph: Graph; readonly nodes: readonly Node[] };

function match(
  rule: Rule,
  ours: Candidates,
  theirs: Candidates,
): { readonly found: readonly (readonly [Node, Node])[]; readonly unclear: readonly Node[] } {
  const left = byKey(rule, ours);
  const right = byKey(rule, theirs);
  const found: (readonly [Node, Node])[] = [];
  const unclear: Node[] = [];
  for (const [key, mine] of left) {
    const others = right.get(key) ?? [];
    for (const one of mine) {
      const possible = others.filter((other) => rule.isPossible(one, other));
      const [only, second] = possible;
      if (only === undefined) continue;
      const rivals = mine.filter((rival) => rule.isPossible(rival, only));
      if (second === undefined && rivals.length === 1) found.push([one, only]);
      else unclear.push(one, ...possible);
    }
  }
  return { found, unclear };
}

function byKey(rule: Rule, { graph, nodes }: Candidates): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, Node[]>();
  for (const node of nodes) {
    const key = rule.key(node, graph);
    if (key === undefined) continue;
    const same = found.get(key);
    if (same === undefined) found.set(key, [node]);
    else same.push(node);
  }
  return found;
}

const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;
const sameArn = (one: Node, other: Node): boolean => !differ(one.identity.arn, other.identity.arn);

const byArn: Rule = {
  key: ({ kind, identity: { arn } }) => (arn === undefined ? undefined : `${kind.name} ${arn}`),
  isPossible: () => true,
};

const byPlace: Rule = {
  key: ({ kind, identity: { account, region, identifier } }) =>
    account === undefined || region === undefined || identifier === undefined
      ? undefined
      : `${kind.name} ${account} ${region} ${identifier}`,
  isPossible: sameArn,
};

const byIdentifier: Rule = {
  key: ({ kind, identity: { identifier } }) => (identifier === undefined ? undefined : `${kind.name} ${identifier}`),
  isPossible: (one, other) => sameArn(one, other) && isNear(one, other),
};

/** A listener is known by its load balancer and port, a proxy's target group by its proxy. */
function byWhole(declared: Graph, pairs: ReadonlyMap<Node, Node>): Rule {
  return {
    key: (node, graph) => {
      const whole = wholeOf(graph, node);
      const live = graph === declared && whole !== undefined ? pairs.get(whole) : whole;
      const port = valueOf(node.settings.port);
      return live === undefined ? undefined : `${node.kind.name} ${live.id} ${typeof port === 'number' ? port : ''}`;
    },
    isPossible: (one, other) => sameArn(one, other) && !differ(one.identity.identifier, other.identity.identifier),
  };
}

/** The resource that another one is a member or a part of. */
function wholeOf(graph: Graph, node: Node): Node | undefined {
  const [owner] = ownersOf(graph, node);
  if (owner !== undefined) return owner;
  return Object.keys(node.links)
    .flatMap((link) => outgoing(graph, node, link).map((whole) => ({ link, whole })))
    .find(({ link, whole }) => {
      const parts = whole.kind.hop?.parts;
      return Array.isArray(parts) && parts.some((part) => part.kind === node.kind.name && part.link === link);
    })?.whole;
}

/** A role is known by its name, the database that it is limited to, and its server as far as both sides know it. */
function byRole(declared: Graph, live: Graph, pairs: ReadonlyMap<Node, Node>): Rule {
  return {
    key: ({ kind, settings }) => {
      const name = settings[kind.role?.name ?? ''];
      const inDatabase = settings[kind.role?.inDatabase ?? ''];
      if (name?.state !== 'known' || (inDatabase !== undefined && inDatabase.state !== 'known')) return undefined;
      return JSON.stringify([name.value, inDatabase?.value ?? null]);
    },
    isPossible: (one, other) => {
      const [mine, others] = [serversOf(declared, one), serversOf(live, other)];
      if (mine.length === 0 || others.length === 0) return true;
      return mine.some((server) => others.some((counterpart) => pairs.get(server) === counterpart));
    },
  };
}

/** The servers that a role is known to live on, with the clusters that they are members of. */
export function serversOf(graph: Graph, role: Node): readonly Node[] {
  const servers = outgoing(graph, role, role.kind.role?.database ?? '');
  return servers.flatMap((server) => [server, ...ownersOf(graph, server)]);
}
