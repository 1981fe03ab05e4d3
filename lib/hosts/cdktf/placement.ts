import type { Fact, Reading } from '../../core/fact';
import type { Finding, Report } from '../../core/report';
import { kinds } from '../../kinds';

/** Names and finds resources as findings name them. */
export type Resources = {
  /** What findings call a resource. */
  readonly nameOf: (fact: Fact) => string;
  /** The resource that a finding is about; `null` where no stack makes it: a declared hop, say. */
  readonly of: (finding: Finding) => Fact | null;
};

/** The resources of what was read. Where several stacks have one address, the graph puts the stack's name before it. */
export function resourcesIn(readings: readonly Reading[]): Resources {
  const bySubject = new Map<string, Fact[]>();
  const byName = new Map<string, Fact>();
  for (const { document, facts } of readings) {
    for (const fact of facts) {
      bySubject.set(fact.subject, [...(bySubject.get(fact.subject) ?? []), fact]);
      byName.set(`${document}:${fact.subject}`, fact);
    }
  }
  const isShared = (fact: Fact): boolean =>
    bySubject.get(fact.subject)?.some((other) => other.location?.document !== fact.location?.document) === true;
  return {
    nameOf: (fact) => (isShared(fact) ? `${fact.location?.document ?? ''}:${fact.subject}` : fact.subject),
    of: ({ resource, locations }) => {
      const called = bySubject.get(resource) ?? [];
      const isThere = (fact: Fact): boolean =>
        locations.some((one) => one.document === fact.location?.document && one.construct === fact.location.construct);
      return called.find(isThere) ?? called[0] ?? byName.get(resource) ?? null;
    },
  };
}

/** The documents of the databases: first those of the given workload, then all that were judged, then all in view. */
export function databaseDocuments(
  { workloads, coverage }: Report,
  readings: readonly Reading[],
  { nameOf }: Resources,
  workload: string | null,
): readonly string[] {
  const timelines = workloads.filter(({ name }) => name === workload).flatMap(({ timeline }) => timeline);
  const mine = new Set(timelines.map(({ resource }) => resource));
  const judged = new Set(coverage.judged);
  const databases = readings.flatMap(({ facts }) => facts).filter(({ kind }) => databaseKinds.has(kind));
  const ranked = [
    ...databases.filter((fact) => mine.has(nameOf(fact))),
    ...databases.filter((fact) => judged.has(nameOf(fact))),
    ...databases,
  ];
  return ranked.flatMap(({ location }) => location?.document ?? []);
}

const databaseKinds = new Set(kinds.filter(({ hop }) => hop?.key === 'database').map(({ name }) => name));
