import { connectionsOf, driversOf, type ClientConnection } from './client-connection';
import type { StringReading } from './connection-parameters';
import type { ClientSetting, DriverParameter, DriverSpec } from './driver';
import type { Hop } from './path';
import { code, enough } from './phrases';
import type { TimerCase } from './policy';
import type { Fix } from './report';
import type { Seconds } from './setting';

/** One setting of a client and what it has to become; times in seconds. */
export type ClientChange = { readonly setting: ClientSetting; readonly value: number | true };

/**
 * Settings of a client, changed where its driver takes them: in the connection string, in the driver's own words and unit, or
 * in the program. The string itself is never repeated. `null` where the driver is not known, or takes no such setting at all.
 */
export function clientFix(client: Hop, changes: readonly [ClientChange, ...ClientChange[]]): Fix | null {
  const [driver, ...others] = driversOf(client);
  if (driver === undefined || others.length > 0) return null;
  const [first, ...rest] = changes.flatMap((change) => written(driver, connectionsOf(client), change) ?? []);
  if (first === undefined) return null;
  // One piece of a program often sets several.
  const more = rest.filter((one) => one.inProgram === null || one.inProgram !== first.inProgram);
  const further = more.map((one) => one.inProgram ?? `${code(one.name)} to ${one.text}`);
  const note = [first.inProgram === null ? place(client) : `in the program: ${first.inProgram}`, ...further];
  return {
    resource: first.inProgram === null ? carrierOf(client) : client.node.subject,
    type: 'client',
    setting: first.name,
    value: first.text,
    note: note.join(', and '),
  };
}

/** The limit of a client's own that cuts, made long enough in its driver's unit. */
export function clientTimeoutFix(it: TimerCase): Fix | null {
  const { demand, timer } = it.judgement;
  if (demand === null || !isTimeout(timer.setting)) return null;
  return clientFix(it.hop, [{ setting: timer.setting, value: enough(demand) }]);
}

/** A keepalive with these times. Where the driver only switches it on, its times are changed where the kernel has them. */
export function clientKeepaliveFix(
  client: Hop,
  { idle, interval }: { readonly idle: Seconds; readonly interval: Seconds },
): Fix | null {
  const fix = clientFix(client, [
    { setting: 'keepalive_on', value: true },
    { setting: 'keepalive_idle', value: idle },
    { setting: 'keepalive_interval', value: interval },
  ]);
  const [driver] = driversOf(client);
  if (fix === null || driver === undefined || written(driver, [], { setting: 'keepalive_idle', value: idle }) !== null)
    return fix;
  const kernel = `net.ipv4.tcp_keepalive_time to ${String(idle)}, net.ipv4.tcp_keepalive_intvl to ${String(interval)}`;
  return {
    ...fix,
    note: `${fix.note ?? ''}, and ${kernel} in \`systemControls\` or on its machine: the driver takes no times`,
  };
}

/**
 * What stands in a connection string and its driver does not know, said in the driver's words: parameters of PostgreSQL go into
 * `options`, a keepalive gets these times, and anything else is removed. `null` where nothing is strange to the driver.
 */
export function strangeParameterFix(
  client: Hop,
  { driver, from: { connection, carrier }, strange }: StringReading,
  times: { readonly idle: Seconds; readonly interval: Seconds },
): Fix | null {
  const [first] = strange;
  if (first === undefined) return null;
  const base = { resource: carrier.subject, type: 'client' };
  const dropped = `instead of ${strange.map(({ name }) => code(name)).join(', ')} in ${code(connection.name)}`;
  const options = Object.entries(driver.parameters).find(([, { as }]) => as === 'options')?.[0];
  if (
    options !== undefined &&
    strange.every(({ isServers, meant, text }) => isServers && meant === null && text !== null)
  ) {
    const settings = strange.map(({ name, text }) => `-c ${name}=${text ?? ''}`).join(' ');
    const value = ['url', 'jdbc'].includes(connection.form) ? encodeURIComponent(settings) : `'${settings}'`;
    return { ...base, setting: options, value, note: dropped };
  }
  const isKeepalive = strange.some(({ meant }) => meant?.startsWith('keepalive'));
  const keepalive = isKeepalive ? clientKeepaliveFix(client, times) : null;
  if (keepalive !== null) return { ...keepalive, note: `${keepalive.note ?? ''}, ${dropped}` };
  const note = `in the connection string of ${code(connection.name)}: the driver has none like it`;
  return { ...base, setting: first.name, value: 'remove it', note };
}

type Written = { readonly name: string; readonly text: string; readonly inProgram: string | null };

function written(driver: DriverSpec, connections: readonly ClientConnection[], change: ClientChange): Written | null {
  const parameter = Object.entries(driver.parameters).find(
    ([, one]) => one.sets === change.setting && one.as !== 'options' && one.as !== 'other',
  );
  if (parameter !== undefined) {
    const [name, spec] = parameter;
    const now = connections.flatMap((one) => one.connection.parameters).find((one) => one.name === name)?.text ?? null;
    return { name, text: textOf(spec, change.value, now), inProgram: null };
  }
  const { attribute, inProgram } = driver.defaults[change.setting];
  return inProgram === undefined ? null : { name: attribute, text: String(change.value), inProgram };
}

/** What switches on, next to the word that switched off. */
const opposites: ReadonlyMap<string, string> = new Map([
  ['0', '1'],
  ['off', 'on'],
  ['no', 'yes'],
  ['disable', 'enable'],
]);

function textOf({ as }: DriverParameter, value: number | true, now: string | null): string {
  if (value === true) return (now === null ? undefined : opposites.get(now.toLowerCase())) ?? 'true';
  return String(as === 'milliseconds' ? Math.ceil(value * 1000) : Math.ceil(value));
}

/** The key that declares a string which no document shows: what the program itself is given has no name then. */
const declared = 'connection';

function place(client: Hop): string {
  const shown = connectionsOf(client).filter(({ connection }) => connection.name !== declared);
  const names = [...new Set(shown.map(({ connection }) => code(connection.name)))];
  return names.length === 0 ? 'in its connection string' : `in the connection string of ${names.join(' and of ')}`;
}

function carrierOf(client: Hop): string {
  const [first, ...others] = [...new Set(connectionsOf(client).map((one) => one.carrier.subject))];
  return first === undefined || others.length > 0 ? client.node.subject : first;
}

function isTimeout(setting: string): setting is 'read_timeout' | 'query_timeout' | 'command_timeout' {
  return setting === 'read_timeout' || setting === 'query_timeout' || setting === 'command_timeout';
}
