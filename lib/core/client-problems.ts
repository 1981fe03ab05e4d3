import { carriersOf, connectionsIn } from './client-carriers';
import { isCalled, shownBy } from './client-connections';
import { readsIt } from './client-drivers';
import { driverNamed, type ClientEntry } from './client-entry';
import { closest } from './did-you-mean';
import type { DriverSpec } from './driver';
import type { Graph } from './graph';
import type { Node } from './node';

/**
 * What is written beside a client and names nothing that exists, as sentences: a driver that no table describes, a variable that
 * is not among those in view, a connection string in the place of one that is in view, or one that the declared driver does not
 * read. What no document shows is no problem.
 */
export function clientProblems(graph: Graph, client: Node, entry: ClientEntry): readonly string[] {
  const drivers = (client.kind.client ?? graph.client?.client)?.drivers ?? [];
  return [
    ...driverProblem(drivers, entry),
    ...connectionProblem(graph, client, entry),
    ...mismatch(drivers, client, entry),
  ];
}

function driverProblem(drivers: readonly DriverSpec[], { driver }: ClientEntry): readonly string[] {
  const names = drivers.map(({ name }) => name);
  if (driver === undefined || names.includes(driver)) return [];
  return [`\`driver: ${driver}\` names no driver that is known here; ${meant(driver, names)}`];
}

function connectionProblem(graph: Graph, client: Node, entry: ClientEntry): readonly string[] {
  const shown = shownBy(graph, client);
  if (shown.state !== 'shown') return [];
  const { connection: name, declaredConnection } = entry;
  const strings = shown.connections.map(({ connection }) => connection);
  const names = [...new Set(strings.map((one) => one.name))];
  if (
    name !== undefined &&
    !shown.secrets.some((one) => one === name || one.endsWith(`/${name}`)) &&
    !strings.some((one) => isCalled(one, name))
  ) {
    const where = carriersOf(graph, client).map(({ subject }) => subject);
    const none = `\`connection: ${name}\` names no connection string of ${where.join(' or ')}`;
    return [names.length === 0 ? `${none}, which shows none` : `${none}; ${meant(name, names)}`];
  }
  if (declaredConnection !== undefined && strings.length > 0 && strings.every(({ hidden }) => hidden === null))
    return [
      `\`connection\` says what stands in ${names.join(', ')} of ${client.subject}, which is in view; name the variable that is meant, or remove the key`,
    ];
  return [];
}

/** The configuration says both, so one of them is not true. */
function mismatch(drivers: readonly DriverSpec[], client: Node, entry: ClientEntry): readonly string[] {
  const driver = drivers.find(({ name }) => name === driverNamed(client, entry));
  const inline = client.source === 'configuration' ? connectionsIn(client.settings.connections) : null;
  const declared = entry.declaredConnection ?? inline?.[0];
  if (driver === undefined || declared === undefined || readsIt(driver, declared)) return [];
  const readers = drivers.filter((one) => readsIt(one, declared)).map(({ name }) => name);
  const instead = readers.length === 0 ? '' : `, which is one for ${readers.join(', ')}`;
  return [`\`driver: ${driver.name}\` does not read \`connection\`${instead}; correct one of the two`];
}

function meant(word: string, names: readonly string[]): string {
  const near = closest(word, names);
  return near === null ? `write one of ${names.join(', ')}` : `did you mean \`${near}\`?`;
}
