import type { Connection } from './connection';
import { outgoing } from './follow';
import type { Graph } from './graph';
import type { Node } from './node';
import { table, type Json, type Setting, type Table } from './setting';

/** A value with the resource that it was read from. */
export type Carried<T> = { readonly value: T; readonly carrier: Node };

/** The client, then what its links lead to and what shows how it connects: a task definition, a launch template. */
export function carriersOf(graph: Graph, client: Node): readonly Node[] {
  const via = client.kind.client?.via ?? [];
  return [client, ...via.flatMap((link) => outgoing(graph, client, link))];
}

/** The first of the carriers that has a setting. */
export function carried(carriers: readonly Node[], name: string): Carried<Setting> | null {
  for (const carrier of carriers) {
    const value = carrier.settings[name];
    if (value !== undefined) return { value, carrier };
  }
  return null;
}

/** The connections of a setting, as lib/read/connection leaves them there; `null` where it holds none or is not known. */
export function connectionsIn(setting: Setting | undefined): readonly Connection[] | null {
  const value: Json = setting?.state === 'known' ? setting.value : null;
  if (!Array.isArray(value)) return null;
  const connections: readonly unknown[] = value;
  return connections.every(isConnection) ? connections : null;
}

function isConnection(value: unknown): value is Connection {
  if (typeof value !== 'object' || value === null) return false;
  const { name, form, parameters, options } = value as Partial<Connection>;
  const isRecord = typeof options === 'object' && options !== null;
  return typeof name === 'string' && typeof form === 'string' && Array.isArray(parameters) && isRecord;
}

/** Texts by name, as a reader leaves them in a setting. */
export function textsIn(setting: Setting | undefined): Table<string> {
  const value = setting?.state === 'known' ? setting.value : null;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return table();
  return table(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
