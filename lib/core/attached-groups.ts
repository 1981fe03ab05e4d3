import { outgoing } from './follow';
import type { Graph } from './graph';
import type { SessionSpec } from './kind';
import type { Node, Resolved } from './node';

/** A place of a database where a parameter group is attached: the resource that names it, by which link, and what that leads to. */
export type AttachedGroup = {
  readonly level: SessionSpec['groups'][number]['level'];
  readonly owner: Node;
  readonly link: string;
  readonly to: Resolved;
};

/** The parameter groups that have a say in a database, weakest first: the cluster's, then the instance's. */
export function attachedGroups(graph: Graph, database: Node): readonly AttachedGroup[] {
  return (database.kind.session?.groups ?? []).flatMap(({ level, link, via, inherits }): readonly AttachedGroup[] => {
    const owner = via === undefined ? database : outgoing(graph, database, via)[0];
    const source = inherits === undefined ? undefined : outgoing(graph, database, inherits)[0];
    if (source !== undefined && database.links[link]?.[0]?.state === 'absent' && hasGroup(source, link)) {
      return [{ level, owner: database, link, to: ofItsSource(database, source, link) }];
    }
    if (owner !== undefined) return [{ level, owner, link, to: owner.links[link]?.[0] ?? unsaid(owner, link) }];
    if (via === undefined || database.links[via]?.[0]?.state === 'absent') return [];
    const why = `the ${via} of ${database.subject} is not in the documents`;
    return [
      { level, owner: database, link, to: { state: 'unknown', why, settles: 'pass the document that holds it' } },
    ];
  });
}

function hasGroup(source: Node, link: string): boolean {
  const to = source.links[link]?.[0];
  return to?.state === 'named' ? !to.name.startsWith('default.') : to?.state !== 'absent';
}

/** A replica that names no group: its source's in the same Region, the default one in another. */
function ofItsSource(replica: Node, source: Node, link: string): Resolved {
  const words = link.replaceAll('_', ' ');
  return {
    state: 'unknown',
    why: `${replica.subject} names no ${words}, and RDS gives it that of ${source.subject} unless they are in different Regions`,
    settles: `name the ${words} of ${replica.subject}`,
  };
}

/** A source that does not speak of a group, such as a data source, does not say that there is none. */
function unsaid(owner: Node, link: string): Resolved {
  return {
    state: 'unknown',
    why: `no document says which ${link.replaceAll('_', ' ')} ${owner.subject} has`,
    settles: `pass the document that manages ${owner.subject}`,
  };
}
