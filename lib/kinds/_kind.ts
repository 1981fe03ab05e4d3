import type { Kind, SettingSpec } from '../core/kind';
import { table } from '../core/setting';
import { provider } from './_sources';

/** A kind whose dictionaries have no prototype, since they are asked by names that documents and users wrote. */
export function defineKind(kind: Kind): Kind {
  const { hop } = kind;
  return {
    ...kind,
    settings: table(Object.entries(kind.settings)),
    links: table(Object.entries(kind.links)),
    ...(hop?.inline === undefined ? {} : { hop: { ...hop, inline: table(Object.entries(hop.inline)) } }),
  };
}

/**
 * A setting without default or range of ours: the attribute as a page of the provider's documentation describes it. AWS's
 * answer spells it as CloudFormation does unless `account` says otherwise.
 */
export function attribute(
  as: SettingSpec['as'],
  terraform: string,
  page: string,
  cloudformation?: string,
  account: string | undefined = cloudformation,
): SettingSpec {
  return {
    as,
    terraform,
    ...(cloudformation === undefined ? {} : { cloudformation }),
    ...(account === undefined ? {} : { account }),
    cite: provider(page),
  };
}
