import type { Link } from '../../core/fact';
import type { LinkSpec } from '../../core/kind';
import { marks, own } from '../json';
import type { Slot } from './attributes';
import { writtenAt } from './expressions';
import { behindDynamic, behindLocal } from './link-fallback';
import { reach } from './references';
import type { ReachedResource } from './walk';
import { mostCandidates, type Seen, type View } from './view';

/** What the walk found behind an unknown reference. */
type Candidates = {
  readonly found: readonly Seen[];
  /** Nothing but these can be meant. */
  readonly all: boolean;
  readonly sure: 'exact' | 'probable';
  readonly lost: string | null;
};

/**
 * Links that are known only after apply, found through the configuration's references. `slots` are the unknown elements: for
 * a list, as many as there are references to find.
 */
export function unknownLinks(view: View, reader: Seen, spec: LinkSpec, slots: readonly Slot[]): readonly Link[] {
  const attribute = spec.terraform;
  const written = writtenAt(view.terrain, reader.resource, attribute, null);
  if (written.is === 'none') return [{ state: 'absent', attribute }];
  if (written.is === 'absent')
    return [
      unfollowed(
        reader,
        spec,
        'is known only after apply, and the document holds no configuration that shows what it refers to',
        [],
      ),
    ];
  if (written.is === 'hidden') {
    const found = behindDynamic(view, reader, spec);
    const all = found.length === 1 || (spec.many === true && found.length > 0 && found.length <= slots.length);
    return linked(reader, spec, slots, {
      found,
      all,
      sure: 'probable',
      lost: 'is set in a `dynamic` block, which plans leave out',
    });
  }
  const reached = written.places.map((place) => reach(view.terrain, place));
  const candidates = walked(
    view,
    reader,
    spec,
    reached.flatMap((one) => one.resources),
    reached.flatMap((one) => one.deadEnds),
  );
  if (candidates.found.length === 0 && candidates.lost === null) return [{ state: 'absent', attribute }];
  return linked(reader, spec, slots, candidates);
}

/** Whatever may be known already cannot make a link unknown: only references to unknown attributes count. */
function walked(
  view: View,
  reader: Seen,
  spec: LinkSpec,
  resources: readonly ReachedResource[],
  deadEnds: ReturnType<typeof reach>['deadEnds'],
): Candidates {
  const found = new Set<Seen>();
  let collection = false;
  let beside: string | null = null;
  let strangers = false;
  for (const one of resources) {
    if (one.instances.length > mostCandidates) {
      beside ??= `refers to ${one.instances.length} instances by \`${one.reference}\``;
      strangers = true;
      continue;
    }
    for (const instance of one.instances) {
      const mask = one.attribute === null ? instance.unknown : own(instance.unknown, one.attribute);
      if (!marks(mask)) continue;
      const seen = view.of(instance);
      if (seen?.kind && spec.to.includes(seen.kind.name)) {
        if (one.attribute !== null && ![...spec.by, 'id', 'arn'].includes(one.attribute)) continue;
        found.add(seen);
        collection ||= one.collection;
      } else {
        beside ??= `goes through \`${one.reference}\`, which is known only after apply`;
        strangers ||= one.collection;
      }
    }
  }
  const locals = deadEnds.filter((one) => one.reference.startsWith('local.'));
  const [dead] = deadEnds;
  const lost = dead ? `goes through \`${dead.reference}\`, which plans leave out` : beside;
  strangers ||= deadEnds.some((one) => one.collection && !locals.includes(one));
  // Beside a direct reference, what cannot be followed is the condition of a choice; inside a collection it is another element.
  const guess = locals.length > 0 && (found.size === 0 || locals.some((one) => one.collection));
  if (guess)
    for (const one of locals.flatMap((local) => behindLocal(view, reader, spec, local.modules))) found.add(one);
  return {
    found: [...found],
    all: found.size > 0 && !strangers && (!guess || found.size === 1),
    sure: lost === null && !collection ? 'exact' : 'probable',
    lost,
  };
}

function linked(
  reader: Seen,
  spec: LinkSpec,
  slots: readonly Slot[],
  { found, all, sure, lost }: Candidates,
): readonly Link[] {
  const attribute = spec.terraform;
  if (!all) return [unfollowed(reader, spec, lost ?? 'leads to no resource in view', found)];
  // Where the list as a whole is not known, all that it refers to is in it.
  const whole = slots.some(
    (slot) => slot.depth < attribute.split('.').length || slot.pointer.endsWith(`/${attribute}`),
  );
  if (found.length === 1 || (spec.many && (whole || found.length <= slots.length))) {
    return found.map(({ id }) => ({ state: 'linked', to: { id }, sure, attribute }));
  }
  const choice: Link = {
    state: 'one-of',
    to: found.map(({ id }) => ({ id })),
    attribute,
    why: `\`${attribute}\` of \`${reader.resource.address}\` is known only after apply and refers to ${found.map(address).join(' or ')}`,
    settles: settled(spec),
  };
  return spec.many ? slots.map(() => choice) : [choice];
}

function unfollowed(reader: Seen, spec: LinkSpec, why: string, candidates: readonly Seen[]): Link {
  const some = candidates.slice(0, 5).map(address).join(', ');
  const maybe = some === '' ? '' : ` (it may be ${some}${candidates.length > 5 ? ', ...' : ''})`;
  return {
    state: 'unknown',
    attribute: spec.terraform,
    why: `\`${spec.terraform}\` of \`${reader.resource.address}\` ${why}${maybe}`,
    settles: settled(spec),
  };
}

function settled(spec: LinkSpec): string {
  const [by = 'name'] = spec.by.filter((attribute) => attribute !== 'id' && attribute !== 'arn');
  return `write the \`${by}\` of the resource that it refers to as a fixed text in both places, or check the state after apply`;
}

function address(seen: Seen): string {
  return `\`${seen.resource.address}\``;
}
