import type { Fact } from './fact';
import { sources } from './fact';
import { table, type Table } from './setting';

/** A resource with every document that speaks of it, the strongest first. */
export type Merged = Fact & { readonly documents: readonly string[] };

/**
 * The same resource in several documents becomes one: plan over state over collected, and what manages a resource over a
 * data source that only looks at it. `alias` leads from the id of each fact to the one that stands for it.
 */
export function mergeFacts(facts: readonly Fact[]): {
  readonly facts: readonly Merged[];
  readonly alias: Table<string>;
} {
  const strongestFirst = [...facts].sort((a, b) => rank(a) - rank(b));
  const alias = table<string>();
  const merged = sameResource(strongestFirst).flatMap((group) => {
    const kept: Merged[] = [];
    for (const fact of group) {
      const at = kept.findIndex((one) => isDataSource(fact) || !one.documents.includes(documentOf(fact)));
      const into = kept[at];
      if (into === undefined) kept.push({ ...fact, documents: [documentOf(fact)] });
      else kept[at] = combine(into, fact);
      alias[fact.id] = (into ?? fact).id;
    }
    return kept;
  });
  return { facts: merged, alias };
}

/** The document that a fact was read from; what the configuration declares is in none. */
export function documentOf(fact: Pick<Fact, 'location' | 'source'>): string {
  return fact.location?.document ?? fact.source;
}

/** Strongest source first; a data source only looks at what another document manages. */
function rank(fact: Fact): number {
  return sources.indexOf(fact.source) + (isDataSource(fact) ? sources.length : 0);
}

/** By its Terraform address: `data.aws_lb.public`, in whatever module. */
function isDataSource(fact: Fact): boolean {
  return /^(?:module\.[^.[]+(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?\.)*data\./.test(fact.subject);
}

/** What makes two facts the same resource; empty where nothing is known. Names are unique among resources of one kind. */
function identities(fact: Fact): readonly string[] {
  const { arn, account, region, identifier } = fact.identity;
  const keys = arn === undefined ? [] : [`arn ${arn}`];
  const kind = fact.kind === 'other' ? `other ${fact.type}` : fact.kind;
  if (account !== undefined && region !== undefined && identifier !== undefined)
    keys.push(`${kind} ${account} ${region} ${identifier}`);
  return keys;
}

/**
 * Facts that share an identity, directly or through a third: a plan knows the identifier of a resource, a state its ARN, and
 * an account both. The order of the facts is kept, within the groups and among them.
 */
function sameResource(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const parents = facts.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    for (let next = parents[root]; next !== undefined && next !== root; next = parents[root]) root = next;
    for (let step = at; step !== root;) {
      const next = parents[step] ?? root;
      parents[step] = root;
      step = next;
    }
    return root;
  };
  const holder = table<number>();
  facts.forEach((fact, at) => {
    for (const key of identities(fact)) {
      const [first, second] = [rootOf(holder[key] ?? at), rootOf(at)];
      holder[key] ??= at;
      parents[Math.max(first, second)] = Math.min(first, second);
    }
  });
  const groups = new Map<number, Fact[]>();
  facts.forEach((fact, at) => {
    const root = rootOf(at);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [fact]);
    else group.push(fact);
  });
  return [...groups.values()];
}

/** The stronger fact with what only the weaker one says. Where the stronger one shows everything, what it leaves out is unset. */
function combine(strong: Merged, weak: Fact): Merged {
  const links = table(Object.entries(strong.links));
  for (const [name, list] of Object.entries(weak.links)) {
    const mine = links[name];
    if (mine === undefined || mine.every((link) => link.state === 'unknown')) links[name] = list;
  }
  return {
    ...strong,
    documents: [...new Set([...strong.documents, documentOf(weak)])],
    names: [...new Set([...strong.names, ...weak.names])],
    identity: { ...weak.identity, ...strong.identity },
    tags: table([...Object.entries(weak.tags), ...Object.entries(strong.tags)]),
    settings: showsEverything(strong)
      ? strong.settings
      : table([...Object.entries(weak.settings), ...Object.entries(strong.settings)]),
    links,
  };
}

/**
 * A plan or state lists every attribute of what it manages. A data source shows some, and a program what was written: the
 * value that another document shows then says more than an assumed default (facts: aws-network 7.7).
 */
function showsEverything(fact: Fact): boolean {
  return !isDataSource(fact) && fact.source !== 'cdktf' && fact.source !== 'template';
}
