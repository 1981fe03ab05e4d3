import type { Link } from '../../core/fact';
import type { LinkSpec } from '../../core/kind';
import { table, type Table } from '../../core/setting';
import { own, textOf } from '../json';
import { elementsOf, slotsAt, stateOf, type Slot } from './attributes';
import { knownLink } from './link-known';
import { providerLink } from './link-provider';
import { unknownLinks } from './link-unknown';
import type { Seen, View } from './view';

/** A resource's links, by the names of its kind's table. A data source leaves out those that it does not speak of. */
export function linksOf(view: View, reader: Seen): Table<readonly Link[]> {
  const links = table<readonly Link[]>();
  for (const [name, spec] of Object.entries(reader.kind?.links ?? {})) {
    const found = linkOf(view, reader, spec);
    if (found !== null) links[name] = found;
  }
  return links;
}

function linkOf(view: View, reader: Seen, spec: LinkSpec): readonly Link[] | null {
  if (spec.provider !== undefined) return [providerLink(view, reader, spec, spec.provider)];
  const { resource } = reader;
  const [top = spec.terraform] = spec.terraform.split('.');
  if (resource.mode === 'data' && own(resource.values, top) === undefined) return null;

  const slots = slotsAt(resource, spec.terraform);
  const wanted = spec.many ? slots.flatMap(unfolded) : slots.slice(0, 1);
  const unknown: Slot[] = [];
  const links: Link[] = [];
  for (const slot of wanted) {
    const state = stateOf(slot);
    if (state === 'unknown') unknown.push(slot);
    else if (state === 'sensitive') links.push(sensitiveLink(reader, spec));
    else {
      const value = textOf(slot.value);
      if (value !== undefined) links.push(knownLink(view, reader, spec, value));
    }
  }
  if (unknown.length > 0) links.push(...unknownLinks(view, reader, spec, unknown));
  return links.length > 0 ? links : [{ state: 'absent', attribute: spec.terraform }];
}

/** A list of references counts as its elements. */
function unfolded(slot: Slot): readonly Slot[] {
  return slot.unknown !== true && (Array.isArray(slot.value) || Array.isArray(slot.unknown))
    ? elementsOf(slot)
    : [slot];
}

function sensitiveLink({ resource }: Seen, { terraform }: LinkSpec): Link {
  return {
    state: 'unknown',
    attribute: terraform,
    why: `\`${terraform}\` of \`${resource.address}\` is marked sensitive, so it is not read`,
    settles: 'wrap the value in `nonsensitive()`, or write it without a sensitive variable',
  };
}
