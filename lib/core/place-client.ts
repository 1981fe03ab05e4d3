import type { Problem, Workload } from './configuration';
import type { Choice } from './fan-out';
import type { HopSpec } from './hop-spec';
import { clientKey, sideOf } from './select';

/** Where the client stands among the hops, or what is wrong with their order. */
export function placeClient(way: readonly Choice[], workload: Workload): { at: number; implied: boolean } | Problem {
  const problem = (message: string): Problem =>
    workload.location === undefined ? { message } : { message, location: workload.location };
  const clients = way.flatMap((choice, position) => (choice.entry.key === clientKey ? [position] : []));
  if (clients.length > 1)
    return problem(
      `the path of workload ${workload.name} has ${String(clients.length)} clients: one opens the connection`,
    );
  const named = clients[0] ?? program(way);
  const at = named ?? inferred(way);
  if (at === null)
    return problem(
      `the path of workload ${workload.name} does not say where the client is: ${way[0]?.node.subject ?? ''} can carry HTTP or PostgreSQL; write \`- client: …\` above or below it`,
    );
  const implied = named === undefined;
  const above = way.slice(0, at);
  const below = way.slice(implied ? at : at + 1);
  const wrongAbove = above.find((choice) => side(choice) === 'connection' && speaksPostgres(choice));
  if (wrongAbove)
    return problem(
      `${wrongAbove.node.subject} speaks PostgreSQL and stands above the client in the path of workload ${workload.name}`,
    );
  const wrongBelow = below.find((choice) => side(choice) === 'request');
  if (wrongBelow)
    return problem(
      `${wrongBelow.node.subject} carries only HTTP and stands below the client in the path of workload ${workload.name}`,
    );
  const database = below.findIndex((choice) => choice.node.kind.session !== undefined);
  if (database >= 0 && database < below.length - 1)
    return problem(
      `the path of workload ${workload.name} goes on below its database ${below[database]?.node.subject ?? ''}`,
    );
  return { at, implied };
}

/** Without `client:` the last hop that answers requests, where it is a program itself: a function opens the connection. */
function program(way: readonly Choice[]): number | undefined {
  const last = way.map(side).lastIndexOf('request');
  const { entry, node } = way[last] ?? {};
  const isItself = (entry?.key ?? node?.kind.hop?.key) === node?.kind.hop?.key;
  return isItself && node?.kind.client !== undefined ? last : undefined;
}

/**
 * Below the last HTTP hop, above the first that can only carry a PostgreSQL connection; `null` where a load balancer in
 * between could be on either side.
 */
function inferred(way: readonly Choice[]): number | null {
  const sides = way.map(side);
  const lastHttp = sides.lastIndexOf('request');
  if (lastHttp >= 0) return lastHttp + 1;
  const firstConnection = sides.indexOf('connection');
  const above = firstConnection < 0 ? sides : sides.slice(0, firstConnection);
  return above.includes('either') ? null : 0;
}

function side({ entry, node }: Choice): HopSpec['side'] {
  return sideOf(node, entry.key);
}

function speaksPostgres(choice: Choice): boolean {
  return choice.node.kind.session !== undefined || choice.node.kind.hop?.startupOptions !== undefined;
}
