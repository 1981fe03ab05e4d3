import type { Graph } from './graph';
import type { Node, Resolved } from './node';
import { isNear } from './resolve-links';
import type { Json } from './setting';

/** The text of a parameter before this plan's change of the group, or `null`. */
export function previousRow(group: Node, name: string): string | null {
  const row = previousRows(group)?.find((one) => typeof one.name === 'string' && one.name.toLowerCase() === name);
  return typeof row?.value === 'string' ? row.value : null;
}

/** Whether this plan adds the parameter to a group that is there already. */
export function isNewRow(group: Node, name: string): boolean {
  const rows = previousRows(group);
  return rows !== null && rows.every((one) => typeof one.name === 'string' && one.name.toLowerCase() !== name);
}

/** The rows of a group before this plan's change; `null` where it is not changed or they are not shown. */
function previousRows(group: Node): readonly { readonly [key: string]: Json }[] | null {
  if (group.change?.action !== 'update') return null;
  const attribute = group.kind.settings[group.kind.group?.parameters ?? '']?.terraform;
  const before = attribute === undefined ? undefined : group.change.before[attribute];
  if (!Array.isArray(before)) return null;
  return (before as readonly Json[]).flatMap((row) =>
    row !== null && typeof row === 'object' && !Array.isArray(row) ? [row as { readonly [key: string]: Json }] : [],
  );
}

/** The group that runs until the reboot, where this plan attaches another one to an existing database; else `null`. */
export function previousGroup(owner: Node, linkName: string, now: Resolved, graph: Graph): Resolved | null {
  const spec = owner.kind.links[linkName];
  const before =
    spec === undefined || owner.change?.action !== 'update' ? undefined : owner.change.before[spec.terraform];
  if (typeof before !== 'string' || before === '') return null;
  const current = now.state === 'linked' ? graph.nodes[now.node] : undefined;
  if (current?.names.includes(before) || (now.state === 'named' && now.name === before)) return null;
  if (now.state === 'absent' && before.startsWith('default.')) return null;
  const called = graph.groups.filter(
    (node) => node.names.includes(before) && (spec?.to ?? []).includes(node.kind.name) && isNear(node, owner),
  );
  const [only, other] = called;
  if (only === undefined) return { state: 'named', name: before };
  if (other === undefined) return { state: 'linked', node: only.id, sure: 'exact' };
  return {
    state: 'one-of',
    nodes: called.map((node) => node.id),
    why: `several parameter groups are called ${before}`,
    settles: 'narrow the documents with `scope`',
  };
}
