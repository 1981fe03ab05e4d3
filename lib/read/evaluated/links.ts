import type { Link } from '../../core/fact';
import type { Kind, LinkSpec } from '../../core/kind';
import { shownPath, spelledIn } from '../../core/spelled';
import { table, type Table } from '../../core/setting';
import { linkTo, type KindsById } from './link-to';
import { valuesAt } from './path';
import { providerLink } from './provider-link';
import type { EvaluatedResource } from './resource';

/** A resource's links, by the names of its kind's table. */
export function linksOf(resource: EvaluatedResource, kind: Kind, kindsById: KindsById): Table<readonly Link[]> {
  const links = table<readonly Link[]>();
  for (const [name, spec] of Object.entries(kind.links)) {
    if (spec.provider !== undefined) {
      if (resource.source === 'cdktf') links[name] = [providerLink(resource, spec, spec.provider, kindsById)];
      continue;
    }
    const path = spelledIn(resource.source, spec);
    if (path === 'Ref') links[name] = [{ state: 'linked', to: { id: resource.id }, sure: 'exact', attribute: path }];
    else if (path !== undefined) links[name] = linksAt(resource, path, spec, kindsById);
  }
  return links;
}

function linksAt(resource: EvaluatedResource, path: string, spec: LinkSpec, kindsById: KindsById): readonly Link[] {
  const root = { value: { is: 'object', entries: resource.attributes } as const, pointer: resource.location.pointer };
  const attribute = shownPath(path);
  const found = valuesAt(root, path, spec.many === true);
  const links = found.flatMap(({ value }) => linkTo(value, spec, attribute, resource, kindsById) ?? []);
  return links.length > 0 ? links : [{ state: 'absent', attribute }];
}
