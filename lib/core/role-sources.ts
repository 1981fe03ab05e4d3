import { catalogsOf, roleHomes } from './catalogs';
import { sources } from './fact';
import { mayLead } from './follow';
import type { Graph } from './graph';
import type { Node } from './node';
import type { SessionDatabase } from './session-database';
import { levels, valueOf, type Level, type Setting } from './setting';

/** Why a role resource may not be meant. */
export type Doubt = { readonly why: string; readonly settles: string };

export type RoleLevel = Extract<Level, 'all-roles' | 'database' | 'role' | 'role-in-database'>;

/** A role resource, the level on which it speaks, and what stands between it and a session. */
export type RoleSource = {
  readonly node: Node;
  readonly level: RoleLevel;
  readonly doubt: Doubt | null;
  /** Set where it counts in one database, and sessions were assumed to be there: what settles it. */
  readonly assumed?: string;
};

type Place = { readonly graph: Graph; readonly database: Node };

/** The role resources of this name that live on this database, or may. */
export function rolesNamed(place: Place, role: string): readonly Node[] {
  return livingAt(
    place,
    place.graph.roles.filter((node) => valueOf(nameOf(node)) === role),
  );
}

/** Every role resource that lives on this database, or may. */
export function rolesAt(place: Place): readonly Node[] {
  return livingAt(place, place.graph.roles);
}

function livingAt({ graph, database }: Place, roles: readonly Node[]): readonly Node[] {
  if (roles.length === 0) return [];
  const homes = roleHomes(graph, database);
  return roles.filter((node) => livesAt(node, homes) !== 'no');
}

/** Whether a catalog was read that shows every role of this database, and it has no login role of this name, nor has a document. */
export function isNoRole(place: Place, role: string): boolean {
  return catalogsOf(place.graph, place.database).length > 0 && rolesNamed(place, role).length === 0;
}

/**
 * The role resources that have a say in a session of `role`, weakest level first; on one level the strongest source comes last.
 * A role whose name is not known yet may be any that no other resource is. What is set for another database than the one that
 * the session is in has no say.
 */
export function roleSources(
  graph: Graph,
  database: Node,
  role: string | null,
  session: SessionDatabase = { is: 'open' },
): readonly RoleSource[] {
  const here = rolesAt({ graph, database });
  if (here.length === 0) return [];
  const homes = roleHomes(graph, database);
  const named = role === null ? [] : here.filter((node) => valueOf(nameOf(node)) === role);
  // A role that a catalog shows is there already: a document that makes one of a name not known yet may still mean it.
  const isWritten = named.some((node) => node.source !== 'catalog');
  const nameless = role === null || isWritten ? [] : here.filter((node) => nameOf(node)?.state !== 'known');
  const everyone = here.filter((node) => nameOf(node)?.state === 'known' && valueOf(nameOf(node)) === null);
  const found = [...everyone, ...nameless, ...named].flatMap((node): readonly RoleSource[] => {
    const isEveryone = everyone.includes(node);
    const inDatabase = databaseOf(node);
    if (inDatabase === null)
      return [{ node, level: isEveryone ? 'all-roles' : 'role', doubt: doubtOf(node, homes, nameless.includes(node)) }];
    if (session.is !== 'open' && valueOf(inDatabase) !== session.name) return [];
    const doubt = doubtOf(node, homes, nameless.includes(node)) ?? (session.is === 'open' ? elsewhere(node) : null);
    const level = isEveryone ? 'database' : 'role-in-database';
    return [{ node, level, doubt, ...(session.is === 'assumed' ? { assumed: session.settles } : {}) }];
  });
  return found.sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || rankOf(b.node) - rankOf(a.node));
}

/** The database that a role resource is limited to; `null`: it counts in all of them. */
export function databaseOf(node: Node): Setting | null {
  const inDatabase = node.settings[node.kind.role?.inDatabase ?? ''];
  return inDatabase === undefined || (inDatabase.state === 'known' && inDatabase.value === null) ? null : inDatabase;
}

function nameOf(node: Node): Setting | undefined {
  return node.settings[node.kind.role?.name ?? ''];
}

function rankOf(node: Node): number {
  return sources.indexOf(node.source);
}

function doubtOf(node: Node, homes: readonly Node[], isNameless: boolean): Doubt | null {
  if (livesAt(node, homes) !== 'yes')
    return {
      why: `which database server ${node.subject} lives on cannot be told`,
      settles: 'set the host of its provider from the database, or declare the role under declared.roles',
    };
  if (isNameless)
    return {
      why: `the name of ${node.subject} is not known`,
      settles: 'write its name literally, or declare the role under declared.roles',
    };
  return null;
}

/** What is set in one database of a server that has several. */
function elsewhere(node: Node): Doubt {
  const name = String(valueOf(databaseOf(node) ?? undefined) ?? 'one database');
  const role = valueOf(nameOf(node));
  const who = typeof role === 'string' ? `role ${role}` : 'every role';
  return {
    why: `what is set for ${who} in database ${name} counts only for sessions there, and which database the workload uses is not declared`,
    settles: `write \`dbname:\` beside the database in the path, or set the value on the role itself`,
  };
}

function livesAt(node: Node, homes: readonly Node[]): 'yes' | 'maybe' | 'no' {
  const links = node.links[node.kind.role?.database ?? ''] ?? [];
  if (links.some((link) => link.state === 'linked' && homes.some((one) => one.id === link.node))) return 'yes';
  return links.length === 0 || links.some((link) => link.state === 'named' || homes.some((one) => mayLead(link, one)))
    ? 'maybe'
    : 'no';
}
