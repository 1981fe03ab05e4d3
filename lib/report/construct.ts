import type { Finding, Fix } from '../core/report';

/**
 * What made the resource that a fix changes, where these findings show that a program did: the path of its construct, or the
 * resource itself where only its neighbour's construct is known. `null` where no program is seen.
 */
export function constructOf({ resource }: Fix, findings: readonly Finding[]): string | null {
  for (const finding of findings) {
    const made = ownConstruct(finding, resource);
    if (made !== undefined) return made;
  }
  return findings.some(({ locations }) => locations.some(({ construct }) => construct !== undefined)) ? resource : null;
}

/** A place that a value's own line tells belongs to whose value it is; the others belong to what the finding is about. */
function ownConstruct({ resource: about, provenance, locations }: Finding, resource: string): string | undefined {
  const told = provenance.flatMap(({ subject, location }) => (location === undefined ? [] : [{ subject, location }]));
  const mine = told.find(({ subject, location }) => subject === resource && location.construct !== undefined);
  if (mine !== undefined || about !== resource) return mine?.location.construct;
  const keys = new Set(told.map(({ location }) => JSON.stringify(location)));
  return locations.find((one) => one.construct !== undefined && !keys.has(JSON.stringify(one)))?.construct;
}
