import type { Workload, PathEntry, Problem } from './configuration';
import { clientProblems } from './client-problems';
import type { Graph } from './graph';
import { membersOf, possibleMembers } from './members';
import type { Node } from './node';
import { relation, type Relation } from './relation';
import { clientKey, describeEntry, isAlias, select } from './select';

/** One way for a path to go through an entry of the configuration: the resource and its members. */
export type Choice = { readonly entry: PathEntry; readonly node: Node; readonly members: readonly Node[] };

/** More alternatives than anyone reads: a selector was too wide. */
export const mostPaths = 500;

/** The resources that one entry of a path means, with their members; or why none. */
export function choicesOf(
  graph: Graph,
  workload: Workload,
  entry: PathEntry,
): { choices: Choice[]; problems: Problem[] } {
  const at = entry.location ?? workload.location;
  const problem = (message: string): Problem => ({ message, ...(at === undefined ? {} : { location: at }) });
  const none = (message: string): { choices: Choice[]; problems: Problem[] } => ({
    choices: [],
    problems: [problem(message)],
  });
  const nodes = select(graph, entry.select, entry.key, workload.scope);
  const what = `\`${describeEntry(entry)}\` in the path of workload ${workload.name}`;
  if (nodes.length === 0) return none(`${what} matches nothing in the documents${hintOf(graph, workload, entry)}`);
  if (entry.key === null && nodes.length > 1)
    return none(`${what} matches ${listNames(nodes)}: write the kind of hop before it, or a full name`);
  if (nodes.length > mostPaths) return none(`${what} matches ${String(nodes.length)} resources: narrow it`);
  const choices: Choice[] = [];
  const problems: Problem[] = [];
  for (const node of nodes) {
    if (isAlias(node)) {
      problems.push(
        problem(
          `${what}: which function ${node.subject} leads to is not in the documents, and the function has a limit of its own: pass the document that holds it as well`,
        ),
      );
      continue;
    }
    const members = node.kind.hop === undefined || entry.key === clientKey ? null : membersOf(graph, node, entry);
    if (entry.key === clientKey || node.kind.client !== undefined)
      problems.push(...clientProblems(graph, node, entry).map((message) => problem(`${what}: ${message}`)));
    if (members?.state === 'none') problems.push(problem(`${what}: ${members.why}`));
    else choices.push({ entry, node: members?.node ?? node, members: members?.members ?? [node] });
    if (members?.state !== 'found' || members.node !== node) continue;
    const possible = possibleMembers(graph, node, entry);
    if (possible.length > 0)
      problems.push(
        problem(
          `${what}: ${listNames(possible)} may belong to ${node.subject}, which no link shows, so what ${possible.length === 1 ? 'it cuts' : 'they cut'} cannot be told: write the name of the resource in both places as the same fixed text, or name the members in the path`,
        ),
      );
  }
  return { choices, problems };
}

/** A name without a kind may be that of a client, which stands only where it is said to. */
function hintOf(graph: Graph, workload: Workload, entry: PathEntry): string {
  const mayBeClient = entry.key === null && select(graph, entry.select, clientKey, workload.scope).length > 0;
  return mayBeClient ? ' as a hop: write `client:` before it if it opens the PostgreSQL connection' : '';
}

/** A list of names for a message, cut after ten. */
export function listNames(nodes: readonly Node[]): string {
  const names = nodes.slice(0, 10).map((node) => node.subject);
  return nodes.length > 10 ? `${names.join(', ')} and ${String(nodes.length - 10)} more` : names.join(', ');
}

/**
 * Every way through the entries, paired by the graph's links. What contradicts them, and a pair that no link settles, is a
 * problem that lists the candidates. One resource on either side serves all of the other.
 */
export function combine(
  graph: Graph,
  workload: Workload,
  entries: readonly (readonly Choice[])[],
): { ways: readonly (readonly Choice[])[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  let ways: readonly (readonly Choice[])[] = [[]];
  for (const choices of entries) {
    const isOne = lastOf(ways).length < 2 || choices.length < 2;
    const paired = ways.map((way) => ({ way, next: continuations(graph, way, choices, isOne) }));
    const dead = paired.filter(({ next }) => next.length === 0).map(({ way }) => way);
    const used = new Set(paired.flatMap(({ next }) => next));
    const unused = choices.filter((choice) => !used.has(choice));
    if (dead.length > 0) problems.push(contradicts(workload, dead, choices));
    else if (unused.length > 0) problems.push(contradicts(workload, ways, unused));
    if (!isOne && paired.some(({ way, next }) => next.length > 1 && !next.some((one) => isLinked(graph, way, one))))
      return { ways: [], problems: [...problems, unsettled(workload, ways, choices)] };
    ways = paired.flatMap(({ way, next }) => next.map((choice) => [...way, choice]));
    if (ways.length === 0) return { ways, problems };
    if (ways.length > mostPaths) return { ways: [], problems: [...problems, tooMany(workload)] };
  }
  return { ways, problems };
}

/** The choices that a way may go on to. Where several stand on both sides, links say which belongs to which. */
function continuations(
  graph: Graph,
  way: readonly Choice[],
  choices: readonly Choice[],
  isOne: boolean,
): readonly Choice[] {
  const open = choices.filter((choice) => relationTo(graph, way, choice) !== 'apart');
  const linked = isOne ? [] : open.filter((choice) => isLinked(graph, way, choice));
  return linked.length > 0 ? linked : open;
}

function isLinked(graph: Graph, way: readonly Choice[], choice: Choice): boolean {
  return relationTo(graph, way, choice) === 'linked';
}

function relationTo(graph: Graph, way: readonly Choice[], choice: Choice): Relation {
  const relations = way.map((upper) => relation(graph, upper.node, choice.node));
  if (relations.includes('apart')) return 'apart';
  return relations.includes('linked') ? 'linked' : 'unsettled';
}

/** The resources that ways end with so far, each once. */
function lastOf(ways: readonly (readonly Choice[])[]): readonly Node[] {
  return [...new Map(ways.flatMap((way) => way.at(-1)?.node ?? []).map((node) => [node.id, node])).values()];
}

/** What to say where a workload has more paths than anyone reads. */
export function tooMany(workload: Workload): Problem {
  return at(workload, `workload ${workload.name} has more than ${String(mostPaths)} paths: narrow its selectors`);
}

function at(workload: Workload, message: string): Problem {
  return workload.location === undefined ? { message } : { message, location: workload.location };
}

function contradicts(workload: Workload, ways: readonly (readonly Choice[])[], choices: readonly Choice[]): Problem {
  return at(
    workload,
    `the path of workload ${workload.name} contradicts the documents: ${listNames(lastOf(ways))} does not lead to ${listNames(choices.map((choice) => choice.node))}`,
  );
}

function unsettled(workload: Workload, ways: readonly (readonly Choice[])[], choices: readonly Choice[]): Problem {
  return at(
    workload,
    `in the path of workload ${workload.name} nothing says which of ${listNames(lastOf(ways))} leads to which of ${listNames(choices.map((choice) => choice.node))}: name one of them`,
  );
}
