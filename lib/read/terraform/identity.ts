import type { Fact } from '../../core/fact';
import type { Kind } from '../../core/kind';
import { table, type Table } from '../../core/setting';
import { entries, own, textOf } from '../json';
import { regionOf } from './providers';
import type { Terrain } from './walk';
import type { Resource } from './resource';

/** A known, insensitive text attribute. */
export function plainText({ values, sensitive, unknown }: Resource, attribute: string): string | undefined {
  if (own(sensitive, attribute) === true || sensitive === true || own(unknown, attribute) === true) return undefined;
  return textOf(own(values, attribute));
}

/** Every name that a selector may use: the address (with its instance key), and the identifiers that are known. */
export function namesOf(resource: Resource, kind: Kind | null): readonly string[] {
  const attributes = [...(kind?.terraform?.names ?? []), 'arn', 'id'];
  const known = attributes.flatMap((attribute) => plainText(resource, attribute) ?? []);
  return [...new Set([resource.address, ...known])];
}

/** What makes it the same resource in another document. */
export function identityOf(terrain: Terrain, resource: Resource, kind: Kind | null): Fact['identity'] {
  // Some resources have their ARN as `id` alone: `aws_ecs_service`.
  const arn = [plainText(resource, 'arn'), plainText(resource, 'id')].find((one) => one?.startsWith('arn:'));
  const [scheme, , , arnRegion, account] = arn?.split(':', 6) ?? [];
  const inArn = scheme === 'arn';
  const region = regionOf(terrain, resource) ?? (inArn && arnRegion ? arnRegion : undefined);
  const identifier = kind?.terraform?.names.flatMap((attribute) => plainText(resource, attribute) ?? [])[0];
  return {
    ...(arn !== undefined && { arn }),
    ...(inArn && account && { account }),
    ...(region !== undefined && { region }),
    ...(identifier !== undefined && { identifier }),
  };
}

/** The tags that are known and not sensitive; a resource's own win over the provider's default tags. */
export function tagsOf({ values, unknown, sensitive }: Resource): Table<string> {
  const tags = table<string>();
  for (const attribute of ['tags_all', 'tags']) {
    const masks = [own(unknown, attribute), own(sensitive, attribute)];
    if (masks.includes(true) || sensitive === true) continue;
    for (const [key, value] of entries(own(values, attribute))) {
      if (typeof value === 'string' && !masks.some((mask) => own(mask, key) === true)) tags[key] = value;
    }
  }
  return tags;
}
