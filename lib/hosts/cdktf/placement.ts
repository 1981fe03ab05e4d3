import type { Scope } from '../../core/configuration';
import type { Fact, Reading } from '../../core/fact';
import { documentOf } from '../../core/merge-facts';
import type { Finding, Report } from '../../core/report';
import { isInScope } from '../../core/scope';
import { kinds } from '../../kinds';

/** Names and finds resources as findings name them. */
export type Resources = {
  readonly facts: readonly Fact[];
  /** What findings call a resource. */
  readonly nameOf: (fact: Fact) => string;
  /** The resource that a finding is about; `null` where no stack makes it: a declared hop, say. */
  readonly of: (finding: Finding) => Fact | null;
};

/** The resources of what was read, of those that are meant. Where several stacks have one address, the graph names the stack too. */
export function resourcesIn(readings: readonly Reading[], scope: Scope | null): Resources {
  const facts = readings.flatMap((reading) => reading.facts).filter((fact) => isInScope(fact, scope));
  const documents = new Map<string, Set<string>>();
  for (const fact of facts) {
    const known = documents.get(fact.subject) ?? new Set();
    documents.set(fact.subject, known.add(documentOf(fact)));
  }
  const nameOf = (fact: Fact): string =>
    (documents.get(fact.subject)?.size ?? 0) > 1 ? `${documentOf(fact)}:${fact.subject}` : fact.subject;
  const byName = new Map(facts.map((fact) => [nameOf(fact), fact]));
  return { facts, nameOf, of: ({ resource }) => byName.get(resource) ?? null };
}

/** The documents of the databases: first those of the given workload, then all that were judged, then all in view. */
export function databaseDocuments(
  { workloads, coverage }: Report,
  { facts, nameOf }: Resources,
  workload: string | null,
): readonly string[] {
  const timelines = workloads.filter(({ name }) => name === workload).flatMap(({ timeline }) => timeline);
  const mine = new Set(timelines.map(({ resource }) => resource));
  const judged = new Set(coverage.judged);
  const databases = facts.filter(({ kind }) => databaseKinds.has(kind));
  const ranked = [
    ...databases.filter((fact) => mine.has(nameOf(fact))),
    ...databases.filter((fact) => judged.has(nameOf(fact))),
    ...databases,
  ];
  return ranked.flatMap(({ location }) => location?.document ?? []);
}

const databaseKinds = new Set(kinds.filter(({ hop }) => hop?.key === 'database').map(({ name }) => name));
