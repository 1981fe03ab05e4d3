import { connectionsOf, driversOf, type ClientConnection } from './client-connection';
import { hasOwnKernel } from './client-keepalive';
import type { StringReading } from './connection-parameters';
import type { ClientSetting, DriverParameter, DriverSpec } from './driver';
import type { Node } from './node';
import type { Hop } from './path';
import { code, enough } from './phrases';
import type { TimerCase } from './policy';
import type { Fix } from './report';
import { provenanceOf, type Seconds } from './setting';

/** One setting of a client and what it has to become; times in seconds. */
export type ClientChange = { readonly setting: ClientSetting; readonly value: number | true };

/**
 * Settings of a client, changed where its driver takes them: in the connection string, in the driver's own words and unit, or
 * in the program. The string itself is never repeated. `null` where the driver is not known, or takes no such setting at all.
 */
export function clientFix(client: Hop, changes: readonly [ClientChange, ...ClientChange[]]): Fix | null {
  const [driver, ...others] = driversOf(client);
  if (driver === undefined || others.length > 0) return null;
  const [first, ...rest] = changes.flatMap((change) => written(driver, change) ?? []);
  if (first === undefined) return null;
  // One piece of a program often sets several.
  const more = rest.filter((one) => one.inProgram === null || one.inProgram !== first.inProgram);
  const further = more.map((one) => one.inProgram ?? `${code(one.name)} to ${one.text}`);
  const where = first.inProgram === null ? place(client) : `in the program: ${first.inProgram}`;
  return {
    resource: first.inProgram === null ? carrierOf(client) : client.node.subject,
    type: 'client',
    setting: first.name,
    value: first.text,
    note: [
      [where, ...(further.length === 0 ? [] : [further.join(' and ')])].join(', and '),
      ...repeated(client, first),
    ].join('; '),
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
  if (fix === null || driver === undefined || written(driver, { setting: 'keepalive_idle', value: idle }) !== null)
    return fix;
  const kernel = `net.ipv4.tcp_keepalive_time to ${String(idle)} and net.ipv4.tcp_keepalive_intvl to ${String(interval)}`;
  const where = placeOfKernel([client.node, ...client.parts]);
  return { ...fix, note: `${fix.note ?? ''}, and ${kernel} ${where}, since the driver takes no times` };
}

/** Where the settings of the kernel of a client are written: with its containers where it has any, else on its machine. */
export function placeOfKernel(carriers: readonly Node[]): string {
  const inContainers = carriers.some(hasOwnKernel);
  return inContainers ? 'in `systemControls` of a container' : 'on its machine';
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
  const removed = `take ${strange.map(({ name }) => code(name)).join(', ')} out of ${code(connection.name)}`;
  const isKeepalive = strange.some(({ meant }) => meant?.startsWith('keepalive'));
  const keepalive = isKeepalive ? clientKeepaliveFix(client, times) : null;
  if (keepalive !== null) return { ...keepalive, note: `${keepalive.note ?? ''}; ${removed}` };
  const note = `in the connection string of ${code(connection.name)}: the driver has none like it`;
  return { ...base, setting: first.name, value: 'remove it', note };
}

/** No `options` any more, of which nothing but their presence is known. */
export function withoutOptionsFix(client: Hop): Fix {
  const note = `${placeOfOptions(client)}, and set on the role what they set`;
  return { resource: carrierOf(client), type: 'client', setting: 'options', value: 'remove them', note };
}

/** Where the options stand that a client sends, as far as a document shows it: `from DATABASE_URL of aws_lambda_function.api`. */
export function placeOfOptions({ member }: Hop): string {
  const options = member.settings.startup_options;
  const step = options === undefined ? undefined : provenanceOf(options).at(-1);
  return step?.variable === undefined
    ? `from the connections of ${code(member.subject)}`
    : `from ${code(step.variable)} of ${code(step.subject)}`;
}

/** What no document shows is declared, so that it counts here too. */
function repeated(client: Hop, { inProgram, setting }: Written): readonly string[] {
  if (inProgram !== null)
    return setting.startsWith('keepalive_')
      ? ['declare the same beside `client` as `keepalive`, since no document shows the program']
      : [];
  return shownTo(client).length === 0 ? ['declare the same in `connection`, since no document shows that string'] : [];
}

type Written = {
  readonly setting: ClientSetting;
  readonly name: string;
  readonly text: string;
  readonly inProgram: string | null;
};

function written(driver: DriverSpec, change: ClientChange): Written | null {
  const parameter = Object.entries(driver.parameters).find(
    ([, one]) => one.sets === change.setting && one.as !== 'options' && one.as !== 'other',
  );
  if (parameter !== undefined) {
    const [name, spec] = parameter;
    return { setting: change.setting, name, text: textOf(spec, change.value), inProgram: null };
  }
  const { attribute, inProgram } = driver.defaults[change.setting];
  return inProgram === undefined
    ? null
    : { setting: change.setting, name: attribute, text: inUnitOf(attribute, change.value), inProgram };
}

/** Options of a program say their unit where it is not seconds: `keepAliveInitialDelayMillis`. */
function inUnitOf(attribute: string, value: number | true): string {
  return String(value !== true && attribute.endsWith('Millis') ? value * 1000 : value);
}

function textOf({ as, on }: DriverParameter, value: number | true): string {
  if (value === true) return on === 'number' ? '1' : 'true';
  return String(as === 'milliseconds' ? Math.ceil(value * 1000) : Math.ceil(value));
}

/** The key that declares a string which no document shows: what the program itself is given has no name then. */
const declared = 'connection';

function shownTo(client: Hop): readonly ClientConnection[] {
  return connectionsOf(client).filter(({ connection }) => connection.name !== declared);
}

function place(client: Hop): string {
  // No `PG*` variable sets any of this: it takes a string.
  const strings = shownTo(client).filter(({ connection }) => connection.form !== 'variables');
  const names = [...new Set(strings.map(({ connection }) => code(connection.name)))];
  return names.length === 0 ? 'in its connection string' : `in the connection string of ${names.join(' and of ')}`;
}

function carrierOf(client: Hop): string {
  const [first, ...others] = [...new Set(connectionsOf(client).map((one) => one.carrier.subject))];
  return first === undefined || others.length > 0 ? client.node.subject : first;
}

function isTimeout(setting: string): setting is 'read_timeout' | 'query_timeout' | 'command_timeout' {
  return setting === 'read_timeout' || setting === 'query_timeout' || setting === 'command_timeout';
}
