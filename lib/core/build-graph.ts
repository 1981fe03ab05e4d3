import { bindCatalogs } from './bind-catalogs';
import type { Configuration, Declared, Workload } from './configuration';
import { effectiveSettings } from './effective-settings';
import type { Fact, Note, Reading } from './fact';
import type { Graph } from './graph';
import type { Kind } from './kind';
import { documentOf, mergeFacts, type Merged } from './merge-facts';
import type { Node } from './node';
import { indexForLinks, resolveLinks } from './resolve-links';
import { isInScope } from './scope';
import { clientKey } from './select';
import { table, type Table } from './setting';

/** The kind of a resource that no table describes: it has no settings and may still be a client. */
export const otherKind: Kind = {
  name: 'other',
  title: 'resource',
  settings: table(),
  links: table(),
  timers: [],
};

/**
 * Makes one estate of everything that was read: the same resource in several documents becomes one node (plan over state
 * over collected), links are resolved across documents, and each node's settings become effective. Different resources of
 * several documents that have the same address are named `document:address`.
 */
export function buildGraph(readings: readonly Reading[], configuration: Configuration, kinds: readonly Kind[]): Graph {
  const byName = table(kinds.map((kind) => [kind.name, kind]));
  const inScope = readings.flatMap((reading) => reading.facts).filter((fact) => isInScope(fact, configuration.scope));
  const { facts, alias } = mergeFacts([...inScope, ...inlineFacts(configuration.workloads)]);
  const index = indexForLinks(facts, alias);
  const shared = sharedSubjects(facts);
  const nodes = table<Node>();
  for (const fact of facts) {
    const kind = byName[fact.kind] ?? otherKind;
    const named = shared.has(fact.subject) ? { ...fact, subject: `${documentOf(fact)}:${fact.subject}` } : fact;
    nodes[fact.id] = {
      ...named,
      kind,
      settings: effectiveSettings(named, kind),
      links: resolveLinks(named, kind, index),
    };
  }
  const graph = graphOf(
    nodes,
    kinds.find(({ hop }) => hop?.key === clientKey && hop.inline !== undefined) ?? null,
    configuration.declared,
    readings.flatMap((reading) => reading.notes),
  );
  if (graph.catalogs.length === 0) return graph;
  const bound = bindCatalogs(graph, configuration.workloads);
  return graphOf(bound.nodes, graph.client, graph.declared, [...graph.notes, ...bound.notes]);
}

/** Indexes what is looked up over and over. */
function graphOf(nodes: Table<Node>, client: Kind | null, declared: Declared, notes: readonly Note[]): Graph {
  const all = Object.values(nodes);
  return {
    nodes,
    incoming: indexIncoming(nodes),
    hops: all.filter((node) => node.kind.hop !== undefined && node.source !== 'configuration'),
    roles: all.filter((node) => node.kind.role !== undefined),
    groups: all.filter((node) => node.kind.group !== undefined),
    catalogs: all.filter((node) => node.kind.catalog !== undefined),
    client,
    declared,
    notes,
  };
}

function inlineFacts(workloads: readonly Workload[]): Fact[] {
  return workloads.flatMap((workload) =>
    Array.isArray(workload.path)
      ? workload.path.flatMap((entry) => (entry.select.by === 'inline' ? [entry.select.fact] : []))
      : [],
  );
}

/** The addresses under which several documents have different resources. */
function sharedSubjects(facts: readonly Merged[]): ReadonlySet<string> {
  const first = table<string>();
  const shared = new Set<string>();
  for (const fact of facts) {
    // Roles and databases within a server share no namespace with resources.
    if (fact.source === 'configuration' || fact.source === 'catalog') continue;
    first[fact.subject] ??= documentOf(fact);
    if (first[fact.subject] !== documentOf(fact)) shared.add(fact.subject);
  }
  return shared;
}

function indexIncoming(nodes: Table<Node>): Table<Table<readonly string[]>> {
  const incoming = table<Record<string, string[]>>();
  for (const node of Object.values(nodes))
    for (const [name, list] of Object.entries(node.links))
      for (const target of new Set(list.flatMap((link) => targetsOf(link))))
        ((incoming[target] ??= table())[name] ??= []).push(node.id);
  return incoming;
}

function targetsOf(link: Node['links'][string][number]): readonly string[] {
  if (link.state === 'linked') return [link.node];
  return link.state === 'one-of' ? link.nodes : [];
}
