import type { Problem, Waiver } from '../../core/configuration';
import type { Fact } from '../../core/fact';
import type { Json, Location } from '../../core/setting';
import { placeAt } from '../../read/configuration/place';
import { waiver } from '../../read/configuration/waiver';
import { isObject } from '../../read/json';
import type { ConstructLike } from './construct';
import type { Resources } from './placement';

/** A finding excused where the resource is made. */
export type Acknowledgement = {
  /** The policy whose findings are excused; globs allowed. */
  readonly policy: string;
  /** Why they may stay. */
  readonly reason: string;
  /** Who answers for it. */
  readonly owner: string;
  /** The last day on which it holds (UTC), as `2027-01-31`. */
  readonly until: string;
};

/** An acknowledgement as it is written on a construct. */
export type Written = { readonly construct: ConstructLike; readonly data: unknown };

/** An acknowledgement that was read: a waiver of what is inside its construct, or what is wrong with it. */
export type Acknowledged = {
  readonly construct: ConstructLike;
  readonly waiver: Waiver | null;
  readonly problems: readonly Problem[];
};

const type = 'holdfast/acknowledged';

/**
 * Excuses the findings of a policy on a construct and on what is inside it, like a waiver of the configuration: with a reason,
 * an owner and an end. It is kept on the construct and never written into its JSON. What is wrong with it is said when the
 * program is synthesised, since only then the policies are known.
 */
export function acknowledge(construct: ConstructLike, acknowledgement: Acknowledgement): void {
  construct.node.addMetadata(type, { ...acknowledgement }, { stackTrace: false });
}

/** The acknowledgements that are written on one construct. */
export function writtenOn(construct: ConstructLike): readonly Written[] {
  return construct.node.metadata.flatMap((entry) => (entry.type === type ? [{ construct, data: entry.data }] : []));
}

/** Reads an acknowledgement. `policies` are the ids of all that are loaded. */
export function readWritten({ construct, data }: Written, policies: readonly string[]): Acknowledged {
  const { path } = construct.node;
  const name = path === '' ? 'app' : path;
  const location: Location = { document: name, construct: name };
  const problems: Problem[] = [];
  const place = placeAt(['acknowledge'], () => location, problems);
  // Whose findings are excused is where it stands.
  const written = isObject(data as Json) ? { ...(data as object), resource: name } : (data as Json);
  return { construct, waiver: waiver(policies).read(written, place) ?? null, problems };
}

/** Acknowledgements as waivers of the resources that their constructs hold, by the names that findings call them. */
export function waiversOf(acknowledged: readonly Acknowledged[], { facts, nameOf }: Resources): readonly Waiver[] {
  return acknowledged.flatMap(({ construct, waiver: excused }) => {
    if (excused === null) return [];
    const inside = facts.filter((fact) => isInside(fact, construct.node.path));
    return [{ ...excused, resources: inside.map(nameOf) }];
  });
}

function isInside({ location }: Fact, path: string): boolean {
  return path === '' || location?.construct === path || location?.construct?.startsWith(`${path}/`) === true;
}
