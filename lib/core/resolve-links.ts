import type { Fact, Link, Target } from './fact';
import type { Kind } from './kind';
import type { Merged } from './merge-facts';
import type { Resolved } from './node';
import { table, type Table } from './setting';

/** What links are resolved with. */
export type LinkIndex = {
  readonly alias: Table<string>;
  readonly facts: Table<Merged>;
  /** By kind and name: the ids of the facts that are called so. */
  readonly called: Table<readonly string[]>;
};

/** Indexes facts by every name that a link may use. */
export function indexForLinks(facts: readonly Merged[], alias: Table<string>): LinkIndex {
  const called = table<string[]>();
  for (const fact of facts)
    for (const name of new Set(fact.names)) (called[nameKey(fact.kind, name)] ??= []).push(fact.id);
  return { alias, facts: table(facts.map((fact) => [fact.id, fact] as const)), called };
}

/** Where the links of a resource lead, by the names of its kind's table. `from` carries the name that messages use. */
export function resolveLinks(from: Merged, kind: Kind, index: LinkIndex): Table<readonly Resolved[]> {
  return table(
    Object.entries(from.links).map(([name, list]) => {
      const to = kind.links[name]?.to ?? [];
      return [name, list.map((link) => resolveLink(link, from, to, index))] as const;
    }),
  );
}

function nameKey(kind: string, name: string): string {
  return `${kind} ${name}`;
}

function resolveLink(link: Link, from: Merged, to: readonly string[], index: LinkIndex): Resolved {
  if (link.state === 'absent') return { state: 'absent' };
  if (link.state === 'unknown') return { state: 'unknown', why: link.why, settles: link.settles };
  const targets = link.state === 'linked' ? [link.to] : link.to;
  const found = targets.map((target) => resolveTarget(target, from, to, index));
  const ids = [...new Set(found.flat())];
  const [first, second] = ids;
  if (link.state === 'one-of' && found.some((one) => one.length === 0))
    return {
      state: 'unknown',
      why: `${link.why}, and not all of these are in the documents`,
      settles: link.settles,
    };
  if (first === undefined) return unresolved(link, targets, from);
  if (second === undefined)
    return { state: 'linked', node: first, sure: link.state === 'linked' ? link.sure : 'exact' };
  return link.state === 'one-of'
    ? { state: 'one-of', nodes: ids, why: link.why, settles: link.settles }
    : {
        state: 'one-of',
        nodes: ids,
        why: `several resources are called as ${link.attribute} of ${from.subject} says`,
        settles: 'narrow the documents with `scope`',
      };
}

function unresolved(
  link: Exclude<Link, { state: 'absent' | 'unknown' }>,
  targets: readonly Target[],
  from: Fact,
): Resolved {
  const [target] = targets;
  if (target !== undefined && 'name' in target) return { state: 'named', name: target.name };
  return {
    state: 'unknown',
    why: `${link.attribute} of ${from.subject} leads to a resource that is not in the documents`,
    settles: 'pass the document that holds it as well',
  };
}

/**
 * Names are unique only within an account and region, so what is known to be elsewhere is not meant (an ARN says where it is).
 * Of several, those that the same document describes are.
 */
function resolveTarget(target: Target, from: Merged, to: readonly string[], index: LinkIndex): readonly string[] {
  if ('id' in target) {
    const id = index.alias[target.id];
    return id === undefined ? [] : [id];
  }
  const called = to.flatMap((kind) => index.called[nameKey(kind, target.name)] ?? []);
  const near = target.name.startsWith('arn:') ? called : called.filter((id) => isNear(index.facts[id], from));
  const beside = near.filter((id) => index.facts[id]?.documents.some((one) => from.documents.includes(one)));
  return beside.length > 0 ? beside : near;
}

/** Whether two resources may be in one account and region: only what is known of both keeps them apart. */
export function isNear(a: Pick<Fact, 'identity'> | undefined, b: Pick<Fact, 'identity'>): boolean {
  const same = (one: string | undefined, other: string | undefined): boolean =>
    one === undefined || other === undefined || one === other;
  return same(a?.identity.region, b.identity.region) && same(a?.identity.account, b.identity.account);
}
