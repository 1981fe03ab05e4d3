import type { Change, Fact, Note, Source } from '../../core/fact';
import type { Kind } from '../../core/kind';
import { table, type Json } from '../../core/setting';
import { isPlain } from '../connection/reads';
import { isObject } from '../json';
import { slotsAt, stateOf } from './attributes';
import type { Configured } from './configuration';
import { identityOf, namesOf, tagsOf } from './identity';
import { inventoryOf } from './inventory';
import { kindOf, kindsByType } from './kind-of';
import { linksOf } from './links';
import type { Terrain } from './walk';
import type { Resource } from './resource';
import { settingsOf } from './settings';
import { viewOf, type Seen } from './view';

/** One fact per judged resource, and notes about those that could not be taken in as what they are. */
export function factsOf(
  document: string,
  source: Source,
  configured: Configured,
  resources: readonly Resource[],
  kinds: readonly Kind[],
): { readonly facts: readonly Fact[]; readonly notes: readonly Note[] } {
  const terrain: Terrain = { configured, inventory: inventoryOf(resources) };
  const byType = kindsByType(kinds);
  const notes: Note[] = [];
  const seen = new Map<string, Seen>();
  for (const resource of resources) {
    if (!resource.judged || (resource.mode === 'data' && !byType.has(resource.type))) continue;
    const id = `${document}#${resource.address}`;
    if (seen.has(id)) {
      notes.push(note(document, resource, 'the document lists this address twice; the first was read', 'unread'));
      continue;
    }
    const found = kindOf(byType, terrain, resource);
    if (found === 'unclear') {
      notes.push(
        note(
          document,
          resource,
          `which kind of ${shortened(resource.type)} it is depends on an attribute that is not known yet, so its timers were not read`,
          'unread',
        ),
      );
    }
    const kind = found === 'other' || found === 'unclear' ? null : found;
    // A data source that no kind describes is no client either: it is a look-up.
    if (resource.mode === 'data' && kind === null) continue;
    seen.set(id, { id, resource, kind, identity: identityOf(terrain, resource, kind) });
  }
  const all = [...seen.values()];
  const view = viewOf(terrain, all);
  const facts = all.map((one): Fact => {
    const { id, resource, kind, identity } = one;
    return {
      id,
      kind: kind?.name ?? 'other',
      type: resource.type,
      source,
      subject: resource.address,
      names: namesOf(resource, kind),
      identity,
      tags: tagsOf(resource),
      settings: kind ? settingsOf(terrain, document, resource, kind) : table(),
      links: linksOf(view, one),
      ...(resource.change && { change: changeOf(resource, resource.change, kind) }),
      location: { document, pointer: resource.pointer },
    };
  });
  return { facts, notes };
}

/** The attributes that a kind's settings and links are read from, without repeats. */
export function judgedAttributes(kind: Kind): readonly string[] {
  const settings = Object.values(kind.settings).flatMap((spec) => spec.terraform ?? []);
  const links = Object.values(kind.links).flatMap((spec) => (spec.provider === undefined ? [spec.terraform] : []));
  return [...new Set([...settings, ...links])];
}

/** Those among them whose values may hold secrets. */
export function secretAttributes(kind: Kind): readonly string[] {
  return Object.values(kind.settings).flatMap((spec) => (isPlain(spec.as) ? [] : (spec.terraform ?? [])));
}

/** What was there before, of what is judged; sensitive values, and those that may hold secrets, are left out. */
function changeOf(resource: Resource, change: NonNullable<Resource['change']>, kind: Kind | null): Change {
  const before = table<Json>();
  const { action } = change;
  if (kind === null || action === 'create' || action === 'keep') return { action, before };
  const old = {
    values: isObject(change.before) ? change.before : {},
    unknown: false,
    sensitive: change.sensitive,
    valuesPointer: resource.pointer,
  };
  const secret = secretAttributes(kind);
  for (const attribute of judgedAttributes(kind).filter((one) => !secret.includes(one))) {
    const [slot] = slotsAt(old, attribute);
    if (slot && stateOf(slot) === 'known') before[attribute] = slot.value;
  }
  return { action, before };
}

function note(document: string, resource: Resource, why: string, level: Note['level']): Note {
  return { what: resource.address, why, level, location: { document, pointer: resource.pointer } };
}

function shortened(type: string): string {
  return `\`${type.slice(0, 80)}\``;
}
