import { carriersOf, connectionsIn, textsIn, type Carried } from './client-carriers';
import type { ClientConnection } from './client-connection';
import { driversFor, driversOfRuntime, readsIt } from './client-drivers';
import { declareConnection, driverNamed, type ClientEntry } from './client-entry';
import { heldBy } from './client-secrets';
import type { Connection } from './connection';
import type { DriverSpec } from './driver';
import type { Graph } from './graph';
import type { Node } from './node';
import { table, type Setting, type Table, type Unknown } from './setting';

type Placed = Carried<Connection>;
type Open = Omit<ClientConnection, 'drivers'>;
type Cause = Pick<Unknown, 'why' | 'settles'>;

/** What documents show of a client's connections, before the configuration narrows them. */
export type Shown =
  | { readonly state: 'shown'; readonly connections: readonly Open[]; readonly secrets: readonly string[] }
  /** There are variables, and what they hold is not known. */
  | ({ readonly state: 'unknown' } & Cause)
  | { readonly state: 'nothing' };

/** The connections of which a workload's client uses one, each with the drivers that may read it. */
export type Narrowed = {
  readonly connections: readonly ClientConnection[];
  /** Why the one that it uses is none that any document shows; `null` where it is among them, or where there is none. */
  readonly unseen: Cause | null;
};

/** Every connection string and every set of `PG*` variables that documents show of a client. */
export function shownBy(graph: Graph, client: Node): Shown {
  const carriers = carriersOf(graph, client).filter(({ settings }) => settings.connections !== undefined);
  if (carriers.length === 0) return { state: 'nothing' };
  const connections: Placed[] = [];
  const secrets: string[] = [];
  for (const carrier of carriers) {
    const own = connectionsIn(carrier.settings.connections);
    if (own === null) return { state: 'unknown', ...whyUnknown(carrier.settings.connections, carrier) };
    const held = textsIn(carrier.settings.secrets);
    secrets.push(...Object.keys(held));
    connections.push(...resolved(graph, own, carrier, held));
  }
  return { state: 'shown', connections: withVariables(connections), secrets };
}

function whyUnknown(setting: Setting | undefined, { subject }: Node): Cause {
  return setting !== undefined && setting.state !== 'known'
    ? setting
    : { why: `the variables of ${subject} are not known`, settles: declareConnection };
}

/** Variables that come from a parameter of Systems Manager are what that parameter holds, where a document shows it. */
function resolved(graph: Graph, own: readonly Connection[], carrier: Node, secrets: Table<string>): readonly Placed[] {
  const found = table<readonly Placed[]>();
  for (const [key, reference] of Object.entries(secrets)) {
    const held = heldBy(graph, reference);
    if (held === null) continue;
    const [name = key, inContainer] = key.split('/').reverse();
    const container = inContainer ?? own.find((one) => one.name === name)?.container ?? null;
    found[key] = held.connections.map((one) => ({ value: { ...one, name, container }, carrier: held.carrier }));
  }
  const isFound = ({ name, container }: Connection): boolean =>
    found[name] !== undefined || (container !== null && found[`${container}/${name}`] !== undefined);
  const kept = own.filter((one) => one.hidden === null || !isFound(one));
  return [...kept.map((value) => ({ value, carrier })), ...Object.values(found).flat()];
}

/** Strings with the `PG*` variables of their container; variables without a string beside them are a connection of their own. */
function withVariables(connections: readonly Placed[]): readonly Open[] {
  const isVariables = ({ value }: Placed): boolean => value.form === 'variables';
  const variables = connections.filter(isVariables);
  const strings = connections.filter((one) => !isVariables(one));
  const isBeside = (one: Placed, other: Placed): boolean => one.value.container === other.value.container;
  const alone = variables.filter((one) => !strings.some((other) => isBeside(one, other)));
  return [...strings, ...alone].map((one) => ({
    connection: one.value,
    variables: isVariables(one) ? null : (variables.find((other) => isBeside(one, other))?.value ?? null),
    carrier: one.carrier,
  }));
}

/** What documents show of a client, narrowed by what the configuration says beside it and by the runtime that it runs in. */
export function narrowed(graph: Graph, client: Node, entry: ClientEntry): Narrowed {
  const all = client.kind.client?.drivers ?? [];
  const driver = all.find(({ name }) => name === driverNamed(client, entry));
  const shown = shownBy(graph, client);
  const meant = meantBy(shown, client, entry);
  const { fitting, unseen } =
    driver === undefined ? { fitting: meant, unseen: unshown(meant, shown) } : fit(meant, driver, shown, client);
  return {
    connections: fitting.map((one) => ({
      ...one,
      drivers: driver === undefined ? readersFor(one.connection, all, client) : [driver],
    })),
    unseen,
  };
}

/** Why it is not known whether there is a string at all. */
function unshown(meant: readonly Open[], shown: Shown): Cause | null {
  return meant.length === 0 && shown.state === 'unknown' ? shown : null;
}

/** The drivers that may read a connection of a client, as far as its text and the runtime of the client tell. */
export function readersFor(connection: Connection, all: readonly DriverSpec[], client: Node): readonly DriverSpec[] {
  const { runtime } = client.settings;
  const readers = driversFor(connection, all);
  return runtime?.state === 'known' && typeof runtime.value === 'string'
    ? driversOfRuntime(runtime.value, readers)
    : readers;
}

/** The strings that the configuration means: the one that it describes, the one that it names, or every one. */
function meantBy(shown: Shown, client: Node, { declaredConnection, connection: name }: ClientEntry): readonly Open[] {
  const strings = shown.state === 'shown' ? shown.connections : [];
  if (declaredConnection !== undefined) {
    const hidden = strings.find(({ connection }) => connection.hidden !== null);
    return [{ connection: declaredConnection, variables: hidden?.variables ?? null, carrier: client }];
  }
  if (name === undefined) return strings;
  const meant = strings.filter(({ connection }) => isCalled(connection, name));
  if (meant.length > 0) return meant;
  const cause: Cause =
    shown.state === 'unknown'
      ? shown
      : { why: `no document shows what \`${name}\` of ${client.subject} holds`, settles: declareConnection };
  return [{ connection: unseenConnection(name, cause), variables: null, carrier: client }];
}

/** Whether a variable is the one that the configuration names: `DATABASE_URL`, or `api/DATABASE_URL` with its container. */
export function isCalled({ name, container }: Connection, asked: string): boolean {
  return name === asked || (container !== null && `${container}/${name}` === asked);
}

/** The strings that the declared driver reads. Where it reads none of them, what it is given is not in view. */
function fit(
  strings: readonly Open[],
  driver: DriverSpec,
  shown: Shown,
  client: Node,
): { readonly fitting: readonly Open[]; readonly unseen: Cause | null } {
  const fitting = strings.filter(({ connection }) => connection.hidden !== null || readsIt(driver, connection));
  // Whoever describes a client in the configuration leaves nothing out.
  if (fitting.length > 0 || (strings.length === 0 && client.source === 'configuration'))
    return { fitting, unseen: null };
  if (shown.state === 'unknown') return { fitting, unseen: shown };
  const names = strings.map(({ connection }) => `\`${connection.name}\``).join(', ');
  const why =
    names === ''
      ? `no document shows the connection string of ${client.subject}`
      : `${driver.name} reads no text like that of ${names} of ${client.subject}, so no document shows what it is given`;
  return { fitting, unseen: { why, settles: declareConnection } };
}

/** A connection of which nothing is known; a name that is empty stands for a string that is in no variable. */
export function unseenConnection(name: string, hidden: Connection['hidden']): Connection {
  return { name, container: null, form: 'url', scheme: null, parameters: [], options: table(), unnamed: 0, hidden };
}
