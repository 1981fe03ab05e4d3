import type { Configuration, PathEntry, Selector, Workload } from '../../lib/core/configuration';
import { buildGraph } from '../../lib/core/build-graph';
import { evaluate, type Evaluation } from '../../lib/core/evaluate';
import type { Fact, Link, Reading, Source } from '../../lib/core/fact';
import type { Graph } from '../../lib/core/graph';
import type { Kind } from '../../lib/core/kind';
import type { Node } from '../../lib/core/node';
import { declaredPaths } from '../../lib/core/paths';
import type { Path } from '../../lib/core/path';
import type { Report } from '../../lib/core/report';
import { known, table, type Json, type Setting } from '../../lib/core/setting';
import { kinds } from '../../lib/kinds';

/** What a test says of one resource; the rest is unset. A link is a subject of the same document, a name, unset, or as given. */
export type Resource = {
  readonly type?: string;
  readonly source?: Source;
  readonly document?: string;
  readonly names?: readonly string[];
  readonly identity?: Fact['identity'];
  readonly tags?: { readonly [key: string]: string };
  readonly settings?: { readonly [name: string]: Json | Setting };
  readonly links?: { readonly [name: string]: LinkText | readonly LinkText[] };
  readonly change?: Fact['change'];
};
type LinkText = string | null | { readonly name: string } | Link;

/** A fact of a kind. Links that are left out are unset, as in a plan; `links: { x: [] }` keeps one unsaid. */
export function fact(kind: string, subject: string, resource: Resource = {}): Fact {
  const { document = 'plan.json', source = 'plan' } = resource;
  const spec: Kind | undefined = kinds.find((one) => one.name === kind);
  const links = table<readonly Link[]>();
  for (const name of Object.keys(spec?.links ?? {})) {
    const said = resource.links?.[name];
    const list = said === undefined ? [null] : Array.isArray(said) ? (said as readonly LinkText[]) : [said as LinkText];
    if (list.length > 0) links[name] = list.map((one) => link(name, one, document));
  }
  return {
    id: `${document}#${subject}`,
    kind,
    type: resource.type ?? `aws_${kind}`,
    source,
    subject,
    names: [subject, ...(resource.names ?? [])],
    identity: resource.identity ?? {},
    tags: table(Object.entries(resource.tags ?? {})),
    settings: table(
      Object.entries(resource.settings ?? {}).map(([name, value]) => [name, setting(subject, name, value)]),
    ),
    links,
    ...(resource.change === undefined ? {} : { change: resource.change }),
    location: { document },
  };
}

function link(attribute: string, to: LinkText, document: string): Link {
  if (to === null) return { state: 'absent', attribute };
  if (typeof to === 'string') return { state: 'linked', to: { id: `${document}#${to}` }, sure: 'exact', attribute };
  return 'state' in to ? to : { state: 'linked', to, sure: 'exact', attribute };
}

function setting(subject: string, attribute: string, value: Json | Setting): Setting {
  if (typeof value === 'object' && value !== null && 'state' in value) return value as Setting;
  return known(value as Json, { level: 'own', subject, attribute, text: JSON.stringify(value) });
}

/** Rows of a parameter group. */
export function rows(parameters: { readonly [name: string]: string }, applyMethod = 'immediate'): Json {
  return Object.entries(parameters).map(([name, value]) => ({ name, value, state: 'known', applyMethod }));
}

/** One reading per document, in the order of the facts. */
export function readingsOf(facts: readonly Fact[]): readonly Reading[] {
  const documents = new Map<string, Fact[]>();
  for (const one of facts) {
    const document = one.location?.document ?? '';
    const own = documents.get(document);
    if (own === undefined) documents.set(document, [one]);
    else own.push(one);
  }
  return [...documents].map(([document, own]) => ({ document, source: own[0]!.source, facts: own, notes: [] }));
}

/** A workload that promises 5 min and declares nothing else. */
export function workload(own: Partial<Workload> = {}): Workload {
  return {
    name: 'checkout',
    roles: [],
    maxQueryDuration: 300,
    maxSilence: null,
    maxTransactionDuration: null,
    maxIdle: null,
    maxIdleInTransaction: null,
    maxConnectionAge: null,
    maxStatementTimeout: null,
    detectDeadPeerWithin: null,
    request: { maxDuration: null, maxSilence: null, maxConnectionAge: null },
    headroom: { as: 'duration', seconds: 0 },
    path: null,
    databases: [],
    scope: null,
    ...own,
  };
}

export function configuration(own: Partial<Configuration> = {}): Configuration {
  return {
    workloads: [],
    policies: [],
    declared: { roles: table(), parameterGroups: table() },
    waivers: [],
    scope: null,
    ...own,
  };
}

/** An entry of a path by names. */
export function hop(key: string | null, names: string | readonly string[], own: Partial<PathEntry> = {}): PathEntry {
  return { key, select: byName(names), ...own };
}

export function byName(names: string | readonly string[]): Selector {
  return { by: 'name', names: typeof names === 'string' ? [names] : names };
}

/** An entry that the configuration itself describes. A client without `keepalive_idle` is given none, as its reader does. */
export function inline(key: string, kind: string, name: string, settings: Resource['settings'] = {}): PathEntry {
  const silent = key === 'client' && !('keepalive_idle' in settings) ? { keepalive_idle: null } : {};
  const own = fact(kind, name, {
    settings: { ...silent, ...settings },
    source: 'configuration',
    document: 'holdfast.yaml',
  });
  return { key, select: { by: 'inline', fact: { ...own, id: `holdfast.yaml#${key} ${name}`, names: [name] } } };
}

/** A client that probes. */
export function probing(idle: number, interval: number, count = 3): PathEntry {
  return inline('client', 'client', 'app', {
    keepalive_idle: idle,
    keepalive_interval: interval,
    keepalive_count: count,
  });
}

export function graphOf(facts: readonly Fact[], own: Partial<Configuration> = {}): Graph {
  return buildGraph(readingsOf(facts), configuration(own), kinds);
}

/** The node of a subject in a graph; fails where there is none. */
export function nodeOf(graph: Graph, subject: string): Node {
  const found = Object.values(graph.nodes).find((node) => node.subject === subject);
  if (found === undefined) throw new Error(`${subject} is not in the graph`);
  return found;
}

export function pathsThrough(
  facts: readonly Fact[],
  entries: readonly PathEntry[],
  own: Partial<Workload> = {},
): { readonly graph: Graph; readonly paths: readonly Path[]; readonly problems: readonly string[] } {
  const one = workload({ path: entries, ...own });
  const graph = graphOf(facts, { workloads: [one] });
  const { paths, problems } = declaredPaths(graph, one, entries);
  return { graph, paths, problems: problems.map((problem) => problem.message) };
}

/** Judges facts; without policies unless some are given. */
export function judged(
  facts: readonly Fact[],
  workloads: readonly Workload[],
  own: Partial<Evaluation> = {},
  more: Partial<Configuration> = {},
): Report {
  return evaluate({
    readings: readingsOf(facts),
    configuration: configuration({ workloads, ...more }),
    kinds,
    policies: [],
    today: '2027-01-15',
    version: '0.0.0',
    partial: false,
    ...own,
  });
}
