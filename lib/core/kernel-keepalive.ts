import { carriersOf, textsIn } from './client-carriers';
import { kernelSettings } from './client-keepalive';
import type { Graph } from './graph';
import type { Node } from './node';
import { decisive } from './phrases';
import { table, type Provenance, type Table } from './setting';

/** Where the kernel's keepalive of a client is set, and what is set there, by name; `null` where no document could show it. */
export function kernelKeepalive(
  graph: Graph,
  client: Node,
): { readonly carrier: Node; readonly set: Table<string> } | null {
  const carrier = carriersOf(graph, client).find(({ kind }) => kind.settings.sysctls !== undefined);
  if (carrier === undefined) return null;
  const names: readonly string[] = Object.values(kernelSettings);
  return {
    carrier,
    set: table(Object.entries(textsIn(carrier.settings.sysctls)).filter(([name]) => names.includes(name))),
  };
}

/** Whether a time of a keepalive is the one of the kernel, which its driver leaves it to. */
export function isKernels(from: Provenance): boolean {
  return Object.values(kernelSettings).some((name) => name === decisive(from)?.attribute);
}
