import { roleHomes } from './catalogs';
import type { Workload } from './configuration';
import { outgoing } from './follow';
import type { Graph } from './graph';
import type { Node } from './node';
import { proxiesOf } from './relation';
import { ownersOf, select } from './select';
import { valueOf } from './setting';

/** The databases that a catalog was read from: several have their roles in common, or are several mentions of one. */
export type Found =
  | {
      readonly is: 'bound';
      readonly databases: readonly Node[];
      /** Whether they are one server, so that what it runs is said of each. */
      readonly areOne: boolean;
    }
  | { readonly is: 'unbound'; readonly why: string };

/**
 * Finds them by the name that the user gave the catalog, which is a name of the database or of a proxy before it, here or in a
 * path of the configuration; else by the address of an endpoint.
 */
export function databasesOf(graph: Graph, catalog: Node, workloads: readonly Workload[]): Found {
  const name = textOf(catalog, 'name');
  const called = name === null ? [] : behind(graph, namedBy(graph, name, workloads));
  const there = behind(graph, atHost(graph, catalog));
  const byName = called.length === 0 ? null : settled(graph, called);
  if (byName !== null) return byName;
  // Of several that a name means, the address tells which.
  const byHost = settled(
    graph,
    there.filter((one) => called.length === 0 || called.some((other) => homeOf(graph, other) === homeOf(graph, one))),
  );
  if (byHost !== null) return byHost;
  const candidates = (called.length > 0 ? called : there).map((one) => one.subject);
  if (candidates.length > 1)
    return {
      is: 'unbound',
      why: `it may be of ${candidates.slice(0, 10).join(', ')}, so nothing was judged by it: name it NAME=URL, with a name that only one of them has`,
    };
  const because = name === null ? 'no endpoint in view has its address' : `no database in view is called ${name}`;
  return {
    is: 'unbound',
    why: `it is bound to no database in view (${because}), so nothing was judged by it: name it NAME=URL, with a name of the database in the configuration`,
  };
}

/** Databases of one server, or with the same roles; else `null`. Inline ones of one name, in several workloads, are one. */
function settled(graph: Graph, databases: readonly Node[]): Found | null {
  const [first] = databases;
  if (first === undefined) return null;
  const areInline = databases.every((one) => one.source === 'configuration' && one.subject === first.subject);
  const isOneHome = databases.every((one) => homeOf(graph, one) === homeOf(graph, first));
  if (!areInline && !isOneHome) return null;
  return { is: 'bound', databases, areOne: areInline || databases.length === 1 };
}

function homeOf(graph: Graph, database: Node): Node | undefined {
  return roleHomes(graph, database).at(-1);
}

/** What a name means: a database, a proxy or a pooler of that name, or what a path that writes this name leads to. */
function namedBy(graph: Graph, name: string, workloads: readonly Workload[]): readonly Node[] {
  const byName = { by: 'name', names: [name] } as const;
  const inView = ['database', 'proxy', 'pooler'].flatMap((key) => select(graph, byName, key, null));
  const inline = Object.values(graph.nodes).filter(
    (node) => node.source === 'configuration' && node.kind.session !== undefined && node.subject === name,
  );
  const written = workloads.flatMap(({ path, databases, scope }) =>
    [
      ...(Array.isArray(path) ? path : []),
      ...databases.map((selector) => ({ key: 'database', select: selector })),
    ].flatMap((entry) =>
      entry.key !== 'client' && entry.select.by === 'name' && entry.select.names.includes(name)
        ? select(graph, entry.select, entry.key, scope)
        : [],
    ),
  );
  return [...inView, ...inline, ...written];
}

/** What an endpoint in view belongs to. A tunnel that ends on this machine may lead anywhere. */
function atHost(graph: Graph, catalog: Node): readonly Node[] {
  const host = (textOf(catalog, 'host') ?? '').toLowerCase().replace(/\.$/, '');
  if (host === '' || host.startsWith('/') || /^(localhost|127\..*|\[?::1\]?)$/.test(host)) return [];
  const port = valueOf(catalog.settings.port);
  return graph.hops.filter((node) => {
    const addresses = [...node.names, ...addressSettings.flatMap((setting) => textOf(node, setting) ?? [])];
    const own = valueOf(node.settings.port);
    const isOther = typeof own === 'number' && typeof port === 'number' && own !== port;
    return !isOther && addresses.some((address) => address.toLowerCase() === host);
  });
}

const addressSettings = ['address', 'endpoint', 'reader_endpoint'];

/** Databases, each once; of a proxy those behind it. A cluster stands for its instances. */
function behind(graph: Graph, nodes: readonly Node[]): readonly Node[] {
  const all = nodes.flatMap((node) => {
    if (node.kind.session !== undefined) return [node];
    const [proxy = node] = outgoing(graph, node, 'proxy');
    return graph.hops.filter((one) => one.kind.session !== undefined && proxiesOf(graph, one).includes(proxy));
  });
  const once = [...new Set(all)];
  return once.filter((node) => !ownersOf(graph, node).some((owner) => once.includes(owner)));
}

function textOf(node: Node, setting: string): string | null {
  const value = valueOf(node.settings[setting]);
  return typeof value === 'string' && value !== '' ? value : null;
}
