import type { PathEntry, Problem, Workload } from './configuration';
import { choicesOf, combine, mostPaths, tooMany, type Choice } from './fan-out';
import { placeClient } from './place-client';
import type { Graph } from './graph';
import { impliedClient, makeHop } from './hops';
import { ledAlong } from './leads-to';
import { legsOf } from './legs';
import type { Hop, Membership, Path } from './path';
import { clientKey } from './select';

/** The paths of a workload that declares one, and everything that kept one from being made. */
export function declaredPaths(
  graph: Graph,
  workload: Workload,
  entries: readonly PathEntry[],
): { readonly paths: readonly Path[]; readonly problems: readonly Problem[] } {
  const found = entries.map((entry) => choicesOf(graph, workload, entry));
  const problems = found.flatMap((one) => one.problems);
  if (found.some((one) => one.choices.length === 0)) return { paths: [], problems };
  const { ways, problems: unpaired } = combine(
    graph,
    workload,
    found.map((one) => one.choices),
  );
  const paths: Path[] = [];
  const misplaced = new Map<string, Problem>();
  for (const declared of ways) {
    const way = ledAlong(graph, workload, declared);
    if ('message' in way) {
      misplaced.set(way.message, way);
      continue;
    }
    const placed = placeClient(way, workload);
    const count = way.reduce((product, choice) => product * choice.members.length, 1);
    if ('message' in placed) misplaced.set(placed.message, placed);
    else if (paths.length + count > mostPaths)
      return { paths: [], problems: [...problems, ...unpaired, tooMany(workload)] };
    else paths.push(...alternatives(graph, way, placed.at, placed.implied));
  }
  return { paths, problems: [...problems, ...unpaired, ...misplaced.values()] };
}

/** One path for each combination of members: every listener, every instance is in use. */
function alternatives(graph: Graph, way: readonly Choice[], clientAt: number, implied: boolean): readonly Path[] {
  let rows: (readonly { choice: Choice; member: Choice['node'] }[])[] = [[]];
  for (const choice of way) rows = rows.flatMap((row) => choice.members.map((member) => [...row, { choice, member }]));
  return rows.map((row) => {
    const client = implied ? null : (row[clientAt]?.choice.node ?? null);
    const endpoint = row.some(({ choice, member }) => readsOnly(choice.node) || readsOnly(member)) ? 'reader' : null;
    const hops = row.map(({ choice, member }, position): Hop =>
      makeHop(graph, {
        key:
          !implied && position === clientAt ? clientKey : (choice.entry.key ?? choice.node.kind.hop?.key ?? clientKey),
        node: choice.node,
        member,
        client: position < clientAt ? client : null,
        membership: 'declared',
        endpoint: choice.entry.endpoint ?? (choice.node.kind.session === undefined ? null : endpoint),
        dbname: choice.entry.dbname,
        entry: choice.entry,
      }),
    );
    if (implied) hops.splice(clientAt, 0, impliedClient());
    return makePath(hops, clientAt, 'declared');
  });
}

/** A proxy endpoint that only reads leads to the cluster's readers. */
function readsOnly(node: Choice['node']): boolean {
  const role = node.settings.target_role;
  return role?.state === 'known' && role.value === 'READ_ONLY';
}

/** Puts hops in order together: legs, both ends, a name. */
export function makePath(
  hops: readonly Hop[],
  clientAt: number,
  membership: Extract<Membership, 'declared' | 'assumed'>,
): Path {
  const named = hops.filter((hop) => hop.membership !== 'implied');
  return {
    name: named.map((hop) => hop.member.subject).join(' → '),
    hops,
    legs: legsOf(hops, clientAt),
    client: hops[clientAt] ?? null,
    database: hops.find((hop) => hop.key !== clientKey && hop.node.kind.session !== undefined) ?? null,
    membership,
  };
}
