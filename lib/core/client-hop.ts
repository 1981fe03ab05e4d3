import { carried, carriersOf } from './client-carriers';
import type { ClientOpens } from './client-connection';
import { readersFor, narrowed, unseenConnection, type Narrowed } from './client-connections';
import { driverNamed, type ClientEntry } from './client-entry';
import type { Way } from './client-parameters';
import { declaredSettings, settingsOf, type Scene } from './client-settings';
import { startupOf } from './client-startup';
import type { DriverSpec } from './driver';
import type { Graph } from './graph';
import type { Node } from './node';
import { clientKey } from './select';
import { oneOf, table, type Json, type Known, type Setting, type Table, type Unknown } from './setting';

/** A client on a path: the resource with the settings that follow from how it connects, and what shows that behind it. */
export type ClientHop = { readonly node: Node; readonly opens: ClientOpens; readonly parts: readonly Node[] };

/**
 * A resource as the client of a path. Its settings become those of core/driver's `ClientSetting` and `startup_options`, as the
 * connection string, the `PG*` variables, the configuration, the driver and the operating system have them, in this order, with
 * what the resource and those behind it say of `stop_timeout` and `conntrack_timeout`. Where several drivers or strings are
 * possible, a setting is one of several. A client that shows nothing stays as it is.
 */
export function clientHop(graph: Graph, resource: Node, entry: ClientEntry): ClientHop {
  const client = asClient(graph, resource);
  const spec = client.kind.client;
  if (spec === undefined) return { node: resource, opens: { connections: [], drivers: [] }, parts: [] };
  const carriers = carriersOf(graph, client);
  const found = narrowed(graph, client, entry);
  const drivers = spec.drivers.filter(
    (driver) =>
      driver.name === driverNamed(client, entry) || found.connections.some((one) => one.drivers.includes(driver)),
  );
  const ways = waysOf(found, drivers, client);
  const scene: Scene = { client, carriers, entry, system: spec.system };
  const settings = table([
    ...Object.entries(client.settings),
    ...['stop_timeout', 'conntrack_timeout'].flatMap((name): [string, Setting][] => {
      const shown = carried(carriers, name);
      return shown === null ? [] : [[name, shown.value]];
    }),
    ...(ways.length === 0 ? keepaliveAlone(scene) : ofWays(ways, scene, doubt(found, drivers, client))),
  ]);
  const behind = [...carriers, ...found.connections.map(({ carrier }) => carrier)].filter(({ id }) => id !== client.id);
  return {
    node: { ...client, settings },
    opens: { connections: found.connections, drivers },
    parts: [...new Set(behind)],
  };
}

/** Any resource may open a connection. What no kind describes does it as the client that the configuration itself describes. */
function asClient({ client }: Graph, node: Node): Node {
  if (node.kind.client !== undefined || client?.client === undefined) return node;
  // What a load balancer runs for others it does not run as a client.
  const own = node.kind.hop?.key === clientKey ? node.kind.timers : [];
  return { ...node, kind: { ...node.kind, client: client.client, timers: [...own, ...client.timers] } };
}

/**
 * Each connection as each driver that may read it; a driver that is declared alone connects in a way of its own. Where variables
 * are not known, neither is whether they hold a string, so that is one that is not in view, for any driver.
 */
function waysOf({ connections, unseen }: Narrowed, drivers: readonly DriverSpec[], client: Node): readonly Way[] {
  const ways = connections.flatMap(({ drivers: readers, ...one }) => readers.map((driver) => ({ ...one, driver })));
  if (ways.length > 0) return ways;
  const connection = unseenConnection('', unseen);
  const all = client.kind.client?.drivers ?? [];
  const readers = drivers.length === 0 && unseen !== null ? readersFor(connection, all, client) : drivers;
  return readers.map((driver) => ({ connection, variables: null, carrier: client, driver }));
}

function keepaliveAlone(scene: Scene): readonly (readonly [string, Setting])[] {
  return scene.entry.keepalive === undefined ? [] : Object.entries(declaredSettings(scene));
}

function ofWays(
  ways: readonly Way[],
  scene: Scene,
  cause: Pick<Unknown, 'why' | 'settles'>,
): readonly (readonly [string, Setting])[] {
  const all = ways.map((way): Table<Setting> => table(Object.entries(settingsOf(way, scene))));
  const names = new Set(all.flatMap((one) => Object.keys(one)));
  const startup = startupOf(ways, scene.client, cause);
  return [
    ...[...names].map(
      (name) =>
        [
          name,
          together(
            all.flatMap((one) => one[name] ?? []),
            cause,
          ),
        ] as const,
    ),
    ...(startup === null ? [] : [['startup_options', startup] as const]),
  ];
}

/** What holds whichever way it is: one value, one of several, or not known as soon as one is not. */
function together(settings: readonly Setting[], { why, settles }: Pick<Unknown, 'why' | 'settles'>): Setting {
  const isKnown = (one: Setting): one is Known<Json> => one.state === 'known';
  return settings.find((one) => !isKnown(one)) ?? oneOf(settings.filter(isKnown), why, settles);
}

/** Why a setting may be one of several, and what tells which it is. */
function doubt(
  { connections }: Narrowed,
  drivers: readonly DriverSpec[],
  { subject }: Node,
): Pick<Unknown, 'why' | 'settles'> {
  const variables = connections.map(({ connection }) => connection.name);
  // Containers have variables of one name each.
  const strings = connections.map(({ connection: { name, container } }) =>
    container === null || variables.indexOf(name) === variables.lastIndexOf(name) ? name : `${container}/${name}`,
  );
  const names = drivers.map(({ name }) => name);
  const whys: string[] = [];
  const keys: string[] = [];
  if (strings.length > 1) {
    whys.push(`${subject} has several connection strings (${strings.join(', ')})`);
    keys.push(`\`connection: ${strings[0] ?? ''}\``);
  }
  if (names.length > 1) {
    whys.push(`which driver ${subject} uses is not shown (${names.join(', ')})`);
    keys.push(`\`driver: ${names[0] ?? ''}\``);
  }
  return {
    why: whys.join(', and '),
    settles: `write which one it is beside \`client\`, for example ${keys.join(' and ')}`,
  };
}
