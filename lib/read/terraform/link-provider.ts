import type { Link } from '../../core/fact';
import type { LinkSpec } from '../../core/kind';
import { textOf } from '../json';
import { constantOf } from './configuration';
import { matching } from './link-known';
import { providerArgument } from './providers';
import { reach } from './references';
import type { Seen, View } from './view';

/** A link that the resource's provider makes: `postgresql_role` lives on the server that its provider's `host` names. */
export function providerLink(view: View, reader: Seen, spec: LinkSpec, argument: string): Link {
  const attribute = `provider.${argument}`;
  const place = providerArgument(view.terrain, reader.resource, argument);
  if (place !== null) {
    const host = textOf(constantOf(place.expression));
    if (host !== undefined) {
      const [only, second] = byHost(view, reader, spec, host);
      if (only && !second) return { state: 'linked', to: { id: only.id }, sure: 'exact', attribute };
      if (!only) return { state: 'linked', to: { name: host }, sure: 'exact', attribute };
    }
    const { resources, constants, deadEnds } = reach(view.terrain, place);
    const referred = new Set(resources.flatMap((one) => one.instances).flatMap((one) => target(view, spec, one) ?? []));
    const [only, second] = referred;
    if (only !== undefined && second === undefined) {
      const sure = deadEnds.length === 0 && resources.every((one) => !one.collection) ? 'exact' : 'probable';
      return { state: 'linked', to: { id: only.id }, sure, attribute };
    }
    if (second !== undefined) {
      return {
        state: 'one-of',
        to: [...referred].map(({ id }) => ({ id })),
        attribute,
        why: `the \`${argument}\` of the provider of \`${reader.resource.address}\` refers to several servers`,
        settles: declareRole,
      };
    }
    // A text among several may be the host, or a part of it: only a server that has exactly this name proves it.
    const named = new Set(
      constants.flatMap((one) => (textOf(one) === undefined ? [] : byHost(view, reader, spec, String(one)))),
    );
    const [server, another] = named;
    if (server && !another) return { state: 'linked', to: { id: server.id }, sure: 'probable', attribute };
  }
  const servers = spec.to.flatMap((kind) => view.ofKind(kind).slice(0, 2));
  const [sole, more] = servers.filter((one) => !servers.some((other) => isMemberOf(one, other)));
  if (sole && !more) return { state: 'linked', to: { id: sole.id }, sure: 'probable', attribute };
  return {
    state: 'unknown',
    attribute,
    why: `the \`${argument}\` of the provider of \`${reader.resource.address}\` cannot be followed to a server`,
    settles: declareRole,
  };
}

const declareRole =
  'declare the role with its parameters under `declared.roles`, or refer to the server by an attribute in the provider block';

/** A cluster and its instances are one server: a role of one is a role of all. */
function isMemberOf({ kind }: Seen, owner: Seen): boolean {
  return (owner.kind?.hop?.members ?? []).some((member) => 'kind' in member && member.kind === kind?.name);
}

/** The servers at a host name, with or without a port behind it. */
function byHost(view: View, reader: Seen, spec: LinkSpec, host: string): readonly Seen[] {
  const found = matching(view, reader, spec, host);
  return found.length > 0 ? found : matching(view, reader, spec, host.replace(/:\d{1,5}$/, ''));
}

function target(view: View, spec: LinkSpec, resource: Seen['resource']): Seen | undefined {
  const seen = view.of(resource);
  return seen?.kind && spec.to.includes(seen.kind.name) ? seen : undefined;
}
