import type { SettingSpec } from '../../core/kind';
import type { Json } from '../../core/setting';
import { marks, own } from '../json';
import { constantOf } from './configuration';
import { writtenAt } from './expressions';
import { reach } from './references';
import type { ReachedResource, Terrain } from './walk';
import type { Resource } from './resource';

/** What stands behind an attribute that the plan marks unknown. */
export type Behind =
  /** Nobody set it: the provider fills in the documented default after apply. */
  | { readonly is: 'unset' }
  | { readonly is: 'written'; readonly value: Json }
  /** `why` follows the name of the attribute. */
  | { readonly is: 'unknown'; readonly why: string; readonly settles: string };

/**
 * Tells "left to the provider" from "set to something that is not known yet". Terraform shows every value that it can
 * compute, so an attribute that stays unknown although everything it refers to is known was given null. `depth` is how many
 * segments of the path lead to the unknown mark.
 */
export function behindUnknown(
  terrain: Terrain,
  resource: Resource,
  path: string,
  depth: number,
  as: SettingSpec['as'] | null,
): Behind {
  const written = writtenAt(terrain, resource, path, depth);
  switch (written.is) {
    case 'none':
      return { is: 'unset' };
    case 'absent':
      return unknown(
        `${later}, and the document holds no configuration that shows where it comes from`,
        'check the whole plan',
      );
    case 'hidden':
      return unknown(
        `${later}: it is set in a \`dynamic\` block, which plans leave out`,
        'write the block without `dynamic`',
      );
    case 'expressions':
      break;
  }
  const [only, second] = written.places;
  const constant = second === undefined ? constantOf(only?.expression) : undefined;
  if (constant != null) return { is: 'written', value: constant };
  const reached = written.places.map((place) => reach(terrain, place));
  const cause = reached.flatMap(({ resources }) => resources).find((one) => mayBeUnknown(one, as));
  if (cause) return unknown(`comes from \`${cause.reference}\`, which ${later}`, 'write a fixed value');
  const [dead] = reached.flatMap(({ deadEnds }) => deadEnds);
  if (dead)
    return unknown(
      `${later}: its expression goes through \`${dead.reference}\`, which plans leave out`,
      'write the value itself',
    );
  return { is: 'unset' };
}

const later = 'is known only after apply';

function unknown(why: string, otherwise: string): Behind {
  return { is: 'unknown', why, settles: `check the state after apply, or ${otherwise}` };
}

/**
 * Whether a reference can make the attribute unknown. An ARN, or an id of AWS, beside it in the same map (a listener's
 * certificate, say) is unknown too, but no number or switch is made of one.
 */
function mayBeUnknown({ instances, attribute, collection }: ReachedResource, as: SettingSpec['as'] | null): boolean {
  const textOnly = as === 'text' || as === 'list' || as === 'parameters' || as === null;
  return instances.some((one) => {
    if (!textOnly && collection && (attribute === 'arn' || (attribute === 'id' && one.type.startsWith('aws_'))))
      return false;
    return attribute === null ? marks(one.unknown) : one.unknown === true || marks(own(one.unknown, attribute));
  });
}
