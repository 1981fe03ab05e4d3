import type { Reading } from '../../core/fact';
import type { Finding } from '../../core/report';
import type { Location } from '../../core/setting';

/** Where a finding is: a resource of a template, and the places in it that decided. */
export type Place = {
  readonly document: string;
  readonly logicalId: string;
  /** Relative to the resource, as AWS CDK writes them: `Properties.IdleClientTimeout`. */
  readonly locations: readonly string[];
};

/** Finds the place of a finding; `null` where it is about something that no template makes, a declared client say. */
export type Placer = (finding: Finding) => Place | null;

/** The placer for what was read. */
export function placerOf(readings: readonly Reading[]): Placer {
  const subjects = new Map<string, Set<string>>();
  for (const { subject, location } of readings.flatMap(({ facts }) => facts)) {
    if (location === undefined) continue;
    const here = subjects.get(keyOf(location)) ?? new Set();
    // Where several templates have the same logical id, the graph names the resource after its template too.
    subjects.set(keyOf(location), here.add(subject).add(`${location.document}:${subject}`));
  }
  const documents = new Set(readings.map(({ document }) => document));
  return ({ locations, resource }) => {
    const steps = locations.flatMap((location) => (documents.has(location.document) ? (stepOf(location) ?? []) : []));
    const own = steps.find(({ key }) => subjects.get(key)?.has(resource) === true) ?? steps[0];
    if (own === undefined) return null;
    const { document, logicalId } = own;
    const inside = steps.filter((one) => one.document === document && one.logicalId === logicalId);
    // Of the resource itself, `Properties` says nothing.
    const paths = inside.map(({ path }) => path).filter((path) => path.includes('.'));
    return { document, logicalId, locations: [...new Set(paths)] };
  };
}

function keyOf({ document, pointer }: Location): string {
  return JSON.stringify([document, pointer]);
}

function stepOf(location: Location): { key: string; document: string; logicalId: string; path: string } | null {
  const [, top, logicalId, ...path] = (location.pointer ?? '')
    .split('/')
    .map((segment) => segment.replace(/~1/g, '/').replace(/~0/g, '~'));
  return top !== 'Resources' || logicalId === undefined
    ? null
    : { key: keyOf(location), document: location.document, logicalId, path: path.join('.') };
}
