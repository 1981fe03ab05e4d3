import type { Link } from '../../core/fact';
import type { LinkSpec } from '../../core/kind';
import { mostCandidates, type Seen, type View } from './view';

/** A link whose value is known: to the resource of this document that has it, else to whatever some document knows by that name. */
export function knownLink(view: View, reader: Seen, spec: LinkSpec, value: string): Link {
  const attribute = spec.terraform;
  const found = matching(view, reader, spec, value);
  const [only, second] = found;
  if (only === undefined) return { state: 'linked', to: { name: value }, sure: 'exact', attribute };
  if (second === undefined) return { state: 'linked', to: { id: only.id }, sure: 'exact', attribute };
  return {
    state: 'one-of',
    to: found.map(({ id }) => ({ id })),
    attribute,
    why: `\`${attribute}\` of \`${reader.resource.address}\` is the name of several resources in view`,
    settles: 'give the resources different names, or set the region of their providers in the configuration',
  };
}

/**
 * The resources that a value names. Names are unique only within a region, so those known to be elsewhere do not count; a
 * data source that reads what the same document manages is that resource once more.
 */
export function matching(view: View, reader: Seen, spec: LinkSpec, value: string): readonly Seen[] {
  const found = new Set<Seen>();
  for (const kind of spec.to) {
    for (const attribute of spec.by) {
      for (const one of view.withValue(kind, attribute, value).slice(0, mostCandidates)) {
        if (one !== reader && (value.startsWith('arn:') || sameRegion(reader, one))) found.add(one);
      }
    }
  }
  const managed = [...found].filter((one) => one.resource.mode === 'managed');
  return managed.length > 0 ? managed : [...found];
}

/** Whether two resources may be in one region: only regions that are both known keep them apart. */
export function sameRegion(one: Seen, other: Seen): boolean {
  const [a, b] = [one.identity.region, other.identity.region];
  return a === undefined || b === undefined || a === b;
}
