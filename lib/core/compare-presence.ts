import type { Pairing } from './compare-pairs';
import type { Comparison, Uncompared } from './drift';
import { familyOf } from './engine-version';
import type { View } from './fact';
import type { Graph } from './graph';
import type { Node } from './node';
import { clientKey, ownersOf } from './select';
import { valueOf } from './setting';

/** What only one of two graphs has. */
export type Presence = Pick<Comparison, 'notLive' | 'perhapsNotLive' | 'notDeclared' | 'uncompared'>;

/**
 * What was declared and is not there, and what is there and was declared nowhere. Something is gone for sure only where its
 * account, Region and service were read in full. What stands for its members, or holds them, is named for all of them.
 */
export function presenceOf(pairing: Pairing, declared: Graph, live: Graph, views: readonly View[]): Presence {
  const notLive: Node[] = [];
  const perhapsNotLive: Uncompared[] = [];
  const uncompared: Uncompared[] = [];
  const absent = pairing.onlyDeclared.filter(matters);
  for (const node of withoutMembers(declared, absent)) {
    const found = lookedFor(node, pairing, declared, views);
    const told = { resource: node, attribute: null };
    if (found.is === 'gone') notLive.push(node);
    else if (found.is === 'perhaps') perhapsNotLive.push({ ...told, why: found.why, settles: found.settles });
    else if (found.is === 'open') uncompared.push({ ...told, why: found.why, settles: found.settles });
  }
  // A declared resource of which nothing is known yet may be any live one of its kind.
  const nameless = new Set(pairing.onlyDeclared.filter((node) => !isIdentified(node)).map(({ kind }) => kind.name));
  const added = pairing.onlyLive.filter(
    (node) =>
      isIdentified(node) &&
      !nameless.has(node.kind.name) &&
      !pairing.ambiguous.has(node) &&
      node.kind.role === undefined &&
      matters(node) &&
      !isDefaultGroup(node),
  );
  return { notLive, perhapsNotLive, uncompared, notDeclared: withoutMembers(live, added) };
}

/** What stands on a path, a parameter group or a login role. What connects is no timer of ours to miss. */
function matters({ kind }: Node): boolean {
  const isOnPath = kind.hop !== undefined && kind.hop.key !== clientKey && kind.client === undefined;
  return isOnPath || kind.group !== undefined || kind.role !== undefined;
}

function isIdentified({ identity: { arn, identifier } }: Node): boolean {
  return arn !== undefined || identifier !== undefined;
}

function isDefaultGroup({ kind, identity: { identifier = '' } }: Node): boolean {
  return kind.group !== undefined && identifier.startsWith('default.');
}

function withoutMembers(graph: Graph, nodes: readonly Node[]): readonly Node[] {
  const all = new Set(nodes);
  return nodes.filter((node) => !ownersOf(graph, node).some((owner) => all.has(owner)));
}

type Found =
  | { readonly is: 'gone' | 'out-of-view' }
  | { readonly is: 'perhaps' | 'open'; readonly why: string; readonly settles: string };

function lookedFor(node: Node, pairing: Pairing, declared: Graph, views: readonly View[]): Found {
  const { account, region } = node.identity;
  if (pairing.ambiguous.has(node))
    return {
      is: 'open',
      why: `several resources may be ${node.subject}`,
      settles: 'narrow the audit with --regions, or the documents with `scope`',
    };
  if (node.kind.role !== undefined) return roleLookedFor(node, pairing, declared);
  // Nothing that is read live could be it.
  if (node.kind.account === undefined) return { is: 'out-of-view' };
  if (!isIdentified(node))
    return {
      is: 'open',
      why: 'nothing says which live resource it is',
      settles: 'compare with the state after an apply',
    };
  if (account === undefined || region === undefined)
    return {
      is: 'open',
      why: 'no live resource is called so, and its account or Region is not known',
      settles: 'compare with the state after an apply',
    };
  if (node.kind.group !== undefined) return groupLookedFor(node);
  const place = `${account} ${region}`;
  const here = views.filter((view) => view.region === region && (view.account ?? account) === account);
  if (here.length === 0)
    return {
      is: 'open',
      why: `${place} was not read`,
      settles: `run the audit with the credentials of ${account} and --regions ${region}`,
    };
  const service = servicesOf(node).find((one) => here.some((view) => view.unread.includes(one)));
  if (service === undefined) return { is: 'gone' };
  const why = `not all of ${service} in ${place} was read, so what is there is not known in full`;
  return { is: 'perhaps', why, settles: 'allow the calls, or install the client, that coverage names' };
}

/** Of parameter groups only those are read that a database has attached: of any other nothing is known, and nothing depends on it. */
function groupLookedFor({ settings, kind }: Node): Found {
  const family = valueOf(settings[kind.group?.family ?? '']);
  if (typeof family === 'string' && familyOf(family) === null) return { is: 'out-of-view' };
  return {
    is: 'open',
    why: 'no database that was read has it attached, and only such groups are read',
    settles: 'attach it, or look it up in the account',
  };
}

/** What may be unread of a kind: its service as a whole, or its own type. */
function servicesOf({ kind }: Node): readonly string[] {
  return (kind.account?.types ?? []).flatMap((type) => [type, type.split(':')[0] ?? type]);
}

/** A catalog shows every role of its server; where no catalog was read, no role is known to be missing. */
function roleLookedFor(role: Node, { pairs, onlyLive }: Pairing, declared: Graph): Found {
  if (role.settings[role.kind.role?.name ?? '']?.state !== 'known')
    return { is: 'open', why: 'its name is not known', settles: 'compare with the state after an apply' };
  const link = role.links[role.kind.role?.database ?? '']?.[0];
  const server = link?.state === 'linked' ? declared.nodes[link.node] : undefined;
  const counterpart = pairs.find((pair) => pair.declared === server)?.live;
  const others = [...onlyLive, ...pairs.map((pair) => pair.live)].filter(({ kind }) => kind.role !== undefined);
  const isRead = others.some((other) =>
    (other.links[other.kind.role?.database ?? ''] ?? []).some(
      (to) => to.state === 'linked' && to.node === counterpart?.id,
    ),
  );
  if (isRead) return { is: 'gone' };
  return {
    is: 'open',
    why: 'no catalog that was read shows the roles of its server',
    settles: 'read the catalog with --postgres',
  };
}
