import type { Fact } from '../../core/fact';
import type { Kind } from '../../core/kind';
import { plainText } from './identity';
import { entry } from './inventory';
import type { Terrain } from './walk';
import type { Resource } from './resource';
import { instancePath } from './traversal';

/** A resource that becomes a fact. `kind` is `null` where no kind describes it. */
export type Seen = {
  readonly id: string;
  readonly resource: Resource;
  readonly kind: Kind | null;
  readonly identity: Fact['identity'];
};

/** Everything that a link of one document may lead to, each question answered from an index that is built when first asked. */
export type View = {
  readonly terrain: Terrain;
  readonly of: (resource: Resource) => Seen | undefined;
  readonly ofKind: (kind: string) => readonly Seen[];
  /** Those of a kind inside one outermost module instance. */
  readonly inside: (kind: string, outermost: string) => readonly Seen[];
  /** Those of a kind whose attribute has this value. */
  readonly withValue: (kind: string, attribute: string, value: string) => readonly Seen[];
};

/** Beyond this many candidates for one link no list of them helps anybody; each reader would only carry them all. */
export const mostCandidates = 200;

export function viewOf(terrain: Terrain, all: readonly Seen[]): View {
  const byResource = new Map(all.map((one) => [one.resource, one]));
  const byKind = new Map<string, Seen[]>();
  for (const one of all) if (one.kind) entry(byKind, one.kind.name, () => []).push(one);
  const ofKind = (kind: string): readonly Seen[] => byKind.get(kind) ?? [];

  const byOutermost = new Map<string, Map<string, Seen[]>>();
  const byAttribute = new Map<string, Map<string, Seen[]>>();
  return {
    terrain,
    of: (resource) => byResource.get(resource),
    ofKind,
    inside: (kind, outermost) =>
      entry(byOutermost, kind, () => grouped(ofKind(kind), (one) => outermostOf(one.resource))).get(outermost) ?? [],
    withValue: (kind, attribute, value) =>
      entry(byAttribute, `${kind} ${attribute}`, () =>
        grouped(ofKind(kind), (one) => plainText(one.resource, attribute)),
      ).get(value) ?? [],
  };
}

/** The outermost module instance that a resource is in; empty for the root module. */
function outermostOf({ modules }: Pick<Resource, 'modules'>): string {
  return instancePath(modules.slice(0, 1));
}

function grouped(all: readonly Seen[], by: (one: Seen) => string | undefined): Map<string, Seen[]> {
  const groups = new Map<string, Seen[]>();
  for (const one of all) {
    const key = by(one);
    if (key !== undefined) entry(groups, key, () => []).push(one);
  }
  return groups;
}
