import type { Link, Target } from '../../core/fact';
import type { Kind, LinkSpec } from '../../core/kind';
import { alternativesOf } from './choices';
import { reasonOf } from './reason';
import type { EvaluatedResource } from './resource';
import { plain, type Evaluated } from './value';

/** The kinds that a resource is; the first one is its own. */
export type KindsById = ReadonlyMap<string, readonly Kind[]>;

/** Where one value leads; `null` where it is unset. */
export function linkTo(
  value: Evaluated,
  spec: LinkSpec,
  attribute: string,
  resource: EvaluatedResource,
  kindsById: KindsById,
): Link | null {
  const ways = alternativesOf(value);
  const what = `\`${attribute}\` of \`${resource.subject}\``;
  const unclear = (why: string, settles: string): Link => ({
    state: 'unknown',
    attribute,
    why: `${what} ${why}`,
    settles,
  });
  if (ways === null) return unclear('has too many possible values', 'refer to one resource');
  const ends = ways.of.map((way) => targetOf(way, spec, kindsById));
  const [only, ...others] = ends;
  if (only === undefined) return null;
  if (others.length === 0) {
    if (only.is === 'unset') return null;
    if (only.is === 'target') return { state: 'linked', to: only.to, sure: only.sure, attribute };
    return unclear(only.why, only.settles);
  }
  const open = ends.find((end) => end.is === 'open');
  if (open?.is === 'open') return unclear(open.why, open.settles);
  if (ends.every((end) => end.is === 'unset')) return null;
  const targets = ends.flatMap((end) => (end.is === 'target' ? [end.to] : []));
  if (targets.length < ends.length) {
    return unclear(`is set on a condition: it ${ways.why}`, 'refer to a resource on both branches');
  }
  return { state: 'one-of', to: targets, attribute, why: `${what} ${ways.why}`, settles: ways.settles };
}

type End =
  | { readonly is: 'target'; readonly to: Target; readonly sure: 'exact' | 'probable' }
  | { readonly is: 'unset' }
  | { readonly is: 'open'; readonly why: string; readonly settles: string };

function targetOf(value: Evaluated, spec: LinkSpec, kindsById: KindsById): End {
  if (value.is === 'reference' && mayBe(value.to, spec, kindsById))
    return { is: 'target', to: { id: value.to }, sure: 'exact' };
  const json = plain(value);
  if (json === null || json === '') return { is: 'unset' };
  if (typeof json === 'string' || typeof json === 'number')
    return { is: 'target', to: { name: String(json) }, sure: 'exact' };
  if (value.is === 'text') {
    // An ARN that is put together from a name, say: the one resource of the right kind in it is meant.
    const meant = new Set(
      value.parts.flatMap((part) => (part.is === 'reference' && mayBe(part.to, spec, kindsById) ? [part.to] : [])),
    );
    const [only, another] = meant;
    if (only !== undefined && another === undefined) return { is: 'target', to: { id: only }, sure: 'probable' };
  }
  // What a reference leads to may itself write a reference: `DBInstanceIdentifier: !Ref Other`.
  if (value.is === 'reference' && value.value !== undefined && value.value.is !== 'choice') {
    return targetOf(value.value, spec, kindsById);
  }
  return { is: 'open', ...reasonOf(value) };
}

/** Whether a resource is of a kind that the link leads to; `other` stands for those that no kind describes. */
function mayBe(id: string, { to }: LinkSpec, kindsById: KindsById): boolean {
  const kinds = kindsById.get(id) ?? [];
  return kinds.length === 0 ? to.includes('other') : kinds.some((kind) => to.includes(kind.name));
}
