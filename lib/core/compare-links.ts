import type { Compared } from './compare-settings';
import type { Difference, Pair, Side, Uncompared } from './drift';
import { incoming } from './follow';
import type { Graph } from './graph';
import type { Node, Resolved } from './node';
import { ownersOf } from './select';
import { shownPath, spelledIn } from './spelled';

/** What the comparison of links looks at: both graphs, and which resource of one is which of the other. */
export type Linked = {
  readonly declared: Graph;
  readonly live: Graph;
  readonly counterpart: ReadonlyMap<Node, Node>;
};
type Two = Pick<Pair, 'declared' | 'live'>;
type Open = { readonly why: string; readonly settles: string };
/** Where a link leads, as both sides call it; `null` is AWS's own default. */
type End =
  { readonly is: 'known'; readonly name: string | null; readonly node: Node | null } | ({ readonly is: 'open' } & Open);

/** Compares the links that decide what a session gets: the parameter groups of a database, the targets of a proxy. */
export function compareLinks(pair: Two, linked: Linked): Compared {
  const parts = [...groupLinks(pair, linked), ...proxyTargets(pair, linked)];
  return {
    compared: parts.reduce((sum, part) => sum + part.compared, 0),
    differences: parts.flatMap((part) => part.differences),
    uncompared: parts.flatMap((part) => part.uncompared),
  };
}

function groupLinks({ declared, live }: Two, linked: Linked): readonly Compared[] {
  return (declared.kind.session?.groups ?? []).flatMap(({ link, via }) => {
    const [said, found] = [declared.links[link]?.[0], live.links[link]?.[0]];
    if (via !== undefined || said === undefined) return [];
    const was = endOf(said, linked.declared, declared);
    const is = endOf(found, linked.live, live);
    const attribute = (node: Node): string => {
      const spec = node.kind.links[link];
      return shownPath((spec && spelledIn(node.source, spec)) ?? link);
    };
    const open = was.is === 'open' ? was : is.is === 'open' ? is : null;
    if (was.is === 'open' || is.is === 'open')
      return [unclear({ resource: live, attribute: attribute(live) }, open ?? { why: '', settles: '' })];
    const isSame =
      was.node !== null && linked.counterpart.has(was.node)
        ? linked.counterpart.get(was.node) === is.node
        : was.name === is.name;
    return [
      isSame
        ? same
        : differing({ declared, live }, link, side(attribute(declared), was.name), side(attribute(live), is.name)),
    ];
  });
}

const same: Compared = { compared: 1, differences: [], uncompared: [] };

function unclear(of: Pick<Uncompared, 'resource' | 'attribute'>, { why, settles }: Open): Compared {
  return { compared: 0, differences: [], uncompared: [{ ...of, why, settles }] };
}

function differing({ declared, live }: Two, name: string, was: Side, is: Side): Compared {
  const difference: Difference = { declared, live, of: 'link', name, was, is, unit: 'text' };
  return { compared: 1, differences: [difference], uncompared: [] };
}

function side(attribute: string, name: string | null): Side {
  const text = name === null ? "AWS's default group" : `\`${name}\``;
  return { value: name, text, raw: name, attribute, setting: null };
}

/** A group that is called `default.` is the one that AWS attaches where none is named. */
function endOf(link: Resolved | undefined, graph: Graph, from: Node): End {
  switch (link?.state) {
    case undefined:
      return {
        is: 'open',
        why: `what was read of ${from.subject} does not show it`,
        settles: 'look it up in the account',
      };
    case 'absent':
      return { is: 'known', name: null, node: null };
    case 'named':
      return { is: 'known', name: link.name.startsWith('default.') ? null : link.name, node: null };
    case 'one-of':
    case 'unknown':
      return { is: 'open', why: link.why, settles: link.settles };
    case 'linked': {
      const node = graph.nodes[link.node];
      const name = node?.identity.identifier;
      if (node === undefined || name === undefined)
        return {
          is: 'open',
          why: `the name of ${node?.subject ?? link.node} is not known`,
          settles: 'apply, then compare with the state',
        };
      return name.startsWith('default.') ? { is: 'known', name: null, node: null } : { is: 'known', name, node };
    }
  }
}

/** The databases behind a proxy: those that its targets name. An instance is not named where its cluster is. */
function proxyTargets({ declared, live }: Two, linked: Linked): readonly Compared[] {
  const was = targetsOf(linked.declared, declared);
  const is = targetsOf(linked.live, live);
  // A document that holds the proxy alone says nothing of its targets, and neither does an answer that shows none.
  if (was === null || is === null) return [];
  const attribute = 'targets';
  const open = [...was, ...is].find((end) => end.is === 'open');
  if (open?.is === 'open') return [unclear({ resource: live, attribute }, open)];
  const names = (ends: readonly End[]): readonly string[] =>
    [...new Set(ends.flatMap((end) => (end.is === 'known' && end.name !== null ? [end.name] : [])))].sort();
  const [mine, others] = [names(was), names(is)];
  if (mine.join('\0') === others.join('\0')) return [same];
  return [differing({ declared, live }, attribute, targetsSide(attribute, mine), targetsSide(attribute, others))];
}

function targetsSide(attribute: string, names: readonly string[]): Side {
  const text = names.length === 0 ? 'nothing' : names.map((name) => `\`${name}\``).join(', ');
  return { value: names, text, raw: names, attribute, setting: null };
}

function targetsOf(graph: Graph, proxy: Node): readonly End[] | null {
  const isTarget = ({ links }: Node): boolean => 'instance' in links || 'cluster' in links;
  const targets = incoming(graph, proxy, 'proxy').filter(isTarget);
  if (targets.length === 0) return null;
  const links = targets.flatMap(({ links: { instance = [], cluster = [] } }) => [...instance, ...cluster]);
  const clusters = new Set(links.flatMap((link) => (link.state === 'linked' ? [link.node] : [])));
  return links
    .filter((link) => link.state !== 'absent')
    .filter((link) => {
      const node = link.state === 'linked' ? graph.nodes[link.node] : undefined;
      return node === undefined || !ownersOf(graph, node).some(({ id }) => clusters.has(id));
    })
    .map((link) => endOf(link, graph, proxy));
}
