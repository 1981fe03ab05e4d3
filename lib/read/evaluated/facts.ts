import type { Fact, Note } from '../../core/fact';
import type { Kind } from '../../core/kind';
import { table, type Json, type Table } from '../../core/setting';
import { spellingOf } from '../../core/spelled';
import { linksOf } from './links';
import { valuesAt } from './path';
import type { EvaluatedResource } from './resource';
import { settingsOf } from './settings';
import { tagsOf } from './tags';
import { plain } from './value';

/**
 * One fact per resource, of the kind that describes it (`other` where none does) and one more for each kind that it is
 * besides, and notes about those whose kind cannot be told. Resources may be of several documents: references lead from one
 * to the other.
 */
export function factsOf(
  resources: readonly EvaluatedResource[],
  kinds: readonly Kind[],
): { readonly facts: readonly Fact[]; readonly notes: readonly Note[] } {
  const byType = kindsByType(kinds);
  const notes: Note[] = [];
  const kindsById = new Map<string, readonly Kind[]>();
  for (const resource of resources) {
    const found = kindsOf(resource, byType);
    if (found === 'unclear') {
      notes.push({
        what: resource.subject,
        why: `which kind of \`${resource.type.slice(0, 80)}\` it is depends on an attribute that is not known here, so its timers were not read`,
        level: 'unread',
        location: resource.location,
      });
    }
    kindsById.set(resource.id, found === 'unclear' ? [] : found);
  }
  const facts = resources.flatMap((resource) => {
    const [own, ...beside] = kindsById.get(resource.id) ?? [];
    return [
      factOf(resource, own, resource.id, resource.identity),
      ...beside.map((kind) => factOf(resource, kind, `${resource.id}#${kind.name}`, placeOf(resource))),
    ];
  });
  return { facts, notes };

  function factOf(
    resource: EvaluatedResource,
    kind: Kind | undefined,
    id: string,
    identity: EvaluatedResource['identity'],
  ): Fact {
    const { source, type, subject, location } = resource;
    return {
      id,
      kind: kind?.name ?? 'other',
      type,
      source,
      subject,
      identity: identityOf(resource, kind, identity),
      names: [...new Set([subject, ...resource.names, ...namesOf(resource, kind)])],
      tags: tagsOf(resource),
      settings: kind === undefined ? table() : settingsOf(resource, kind),
      links: kind === undefined ? table() : linksOf(resource, kind, kindsById),
      location,
    };
  }
}

function kindsByType(kinds: readonly Kind[]): ReadonlyMap<string, readonly Kind[]> {
  const byType = new Map<string, Kind[]>();
  for (const kind of kinds) {
    for (const type of [kind.terraform, kind.cloudformation, kind.account].flatMap((one) => one?.types ?? [])) {
      byType.set(type, [...(byType.get(type) ?? []), kind]);
    }
  }
  return byType;
}

/** The kinds that a resource is: the first whose condition holds, and after it those that it is besides. */
function kindsOf(
  resource: EvaluatedResource,
  byType: ReadonlyMap<string, readonly Kind[]>,
): readonly Kind[] | 'unclear' {
  const possible = byType.get(resource.type);
  if (possible === undefined) return [];
  const attributes = table(Object.entries(resource.attributes).map(([name, value]) => [name, plain(value)] as const));
  const own: Kind[] = [];
  const beside: Kind[] = [];
  let unclear = false;
  for (const kind of possible) {
    const spelling = kind[spellingOf(resource.source)];
    const is = conditionOf(spelling?.when, attributes);
    const isBeside = spelling !== undefined && 'beside' in spelling && spelling.beside === true;
    if (is === true) (isBeside ? beside : own).push(kind);
    else if (is === null && !isBeside) unclear = true;
  }
  const [first] = own;
  if (first === undefined) return unclear ? 'unclear' : [];
  return [first, ...beside];
}

function conditionOf(
  when: ((attributes: Table<Json | undefined>) => boolean | null) | undefined,
  attributes: Table<Json | undefined>,
): boolean | null {
  return when === undefined ? true : when(attributes);
}

function namesOf(resource: EvaluatedResource, kind: Kind | undefined): readonly string[] {
  return nameAttributes(resource, kind).flatMap((attribute) => textAt(resource, attribute) ?? []);
}

/** Nothing of what a stack makes has an ARN yet; the identifier is the first of its names, where that is written. */
function identityOf(
  resource: EvaluatedResource,
  kind: Kind | undefined,
  identity: EvaluatedResource['identity'],
): Fact['identity'] {
  const [first] = nameAttributes(resource, kind);
  const identifier = first === undefined ? undefined : textAt(resource, first);
  return { ...identity, ...(identifier === undefined ? {} : { identifier }) };
}

/** An ARN names what a resource is first, and nothing that it is besides. */
function placeOf({ identity: { account, region } }: EvaluatedResource): EvaluatedResource['identity'] {
  return { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
}

function nameAttributes(resource: EvaluatedResource, kind: Kind | undefined): readonly string[] {
  return kind?.[spellingOf(resource.source)]?.names ?? [];
}

function textAt({ attributes }: EvaluatedResource, path: string): string | undefined {
  const [found] = valuesAt({ value: { is: 'object', entries: attributes }, pointer: '' }, path, false);
  const value = found === undefined ? undefined : plain(found.value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
