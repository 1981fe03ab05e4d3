import type { Finding, Report } from '../core/report';
import type { Location } from '../core/setting';
import { artifactOf } from './artifact';
import type { Artifact } from './artifact';
import type { SarifLocation } from './sarif-log';
import { placeOf } from './provenance';
import { visible, visibleText } from './visible';

/** GitHub shows 100 locations of a result (docs.github.com, SARIF results exceed one or more limits). */
const mostRelated = 100;
/** The longest name of a resource that is written whole. */
const longestName = 1000;

/**
 * Where a finding is: the file and line of the value that decided, and the resource by name. Where the line is not known the
 * location is the document's first line and says so: GitHub refuses a whole report for one result without a line.
 */
export function locationOf({ resource, locations }: Finding, report: Report): SarifLocation {
  const [first] = locations;
  const artifact = artifactOf(first, report);
  const construct = first?.construct;
  return {
    ...physical(artifact),
    logicalLocations: [
      { fullyQualifiedName: visible(resource, longestName), kind: 'resource' },
      ...(construct === undefined ? [] : [{ fullyQualifiedName: visible(construct, longestName), kind: 'construct' }]),
    ],
    ...(artifact.line === null ? { message: { text: whereabouts(first, artifact) } } : {}),
  };
}

/** The other ends of the joins: what else had a say in the value, or the resource itself where a neighbour decided. */
export function relatedTo(finding: Finding, report: Report): readonly SarifLocation[] {
  return finding.locations.slice(1, 1 + mostRelated).map((location, at) => ({
    id: at + 1,
    ...physical(artifactOf(location, report)),
    message: { text: `${saidAt(location, finding)} (${placeOf(location)})` },
  }));
}

/** Where something is that has no place of its own. */
export function anywhere(report: Report): SarifLocation {
  return physical(artifactOf(undefined, report));
}

function physical({ path, line, column }: Artifact): Pick<SarifLocation, 'physicalLocation'> {
  const region = { startLine: line ?? 1, ...(column === null ? {} : { startColumn: column }) };
  return { physicalLocation: { artifactLocation: artifactLocation(path), region } };
}

/** A relative path is a URI below the source root; an absolute one is a file URI of its own. */
function artifactLocation(path: string): SarifLocation['physicalLocation']['artifactLocation'] {
  const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0] ?? '';
  const rest = path.slice(drive.length).split('/').map(encodeURIComponent).join('/');
  if (drive !== '') return { uri: `file:///${drive}${rest}` };
  return path.startsWith('/') ? { uri: `file://${rest}` } : { uri: rest, uriBaseId: '%SRCROOT%' };
}

function whereabouts(location: Location | undefined, { path }: Artifact): string {
  return location === undefined
    ? `no source shows a place; ${path} stands for what was judged`
    : `the line is not known; in the document at ${placeOf(location)}`;
}

function saidAt(location: Location, { provenance, resource }: Finding): string {
  const key = JSON.stringify(location);
  const step = provenance.find((one) => JSON.stringify(one.location) === key);
  if (step === undefined) return visible(resource);
  return `${visible(step.attribute)} of ${visible(step.subject)} = ${step.text === null ? 'unset' : visibleText(step.text)}`;
}
