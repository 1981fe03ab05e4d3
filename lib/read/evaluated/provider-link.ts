import type { Link } from '../../core/fact';
import type { LinkSpec } from '../../core/kind';
import { linkTo, type KindsById } from './link-to';
import type { EvaluatedResource } from './resource';
import { plain } from './value';

/** A link that the resource's provider makes: `postgresql_role` lives on the server that its provider's `host` names. */
export function providerLink(
  resource: EvaluatedResource,
  spec: LinkSpec,
  argument: string,
  kindsById: KindsById,
): Link {
  const attribute = `provider.${argument}`;
  const value = resource.provider[argument];
  const host = value === undefined ? undefined : plain(value);
  const link =
    value === undefined
      ? null
      : linkTo(
          typeof host === 'string' ? { is: 'value', value: host.replace(/:\d{1,5}$/, '') } : value,
          spec,
          attribute,
          resource,
          kindsById,
        );
  if (link !== null && link.state !== 'unknown') return link;
  const servers = [...kindsById].filter(([, [kind]]) => kind !== undefined && spec.to.includes(kind.name));
  const owners = servers.filter(
    ([, [kind]]) => !servers.some(([, [owner]]) => isMember(kind?.name, owner?.hop?.members)),
  );
  const [sole, another] = owners;
  if (sole !== undefined && another === undefined)
    return { state: 'linked', to: { id: sole[0] }, sure: 'probable', attribute };
  return {
    state: 'unknown',
    attribute,
    why: `the \`${argument}\` of the provider of \`${resource.subject}\` cannot be followed to a server`,
    settles:
      'declare the role with its parameters under `declared.roles`, or refer to the server by an attribute in the provider block',
  };
}

type Members = readonly ({ readonly kind: string } | { readonly outgoing: string })[] | undefined;

/** A cluster and its instances are one server: a role of one is a role of all. */
function isMember(kind: string | undefined, members: Members): boolean {
  return (members ?? []).some((member) => 'kind' in member && member.kind === kind);
}
