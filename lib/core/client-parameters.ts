import type { ClientConnection } from './client-connection';
import { parameterIn, type NamedParameter } from './client-drivers';
import type { Connection } from './connection';
import type { ClientSetting, DriverSpec } from './driver';
import { table, type Table } from './setting';

/** A connection as one driver reads it. */
export type Way = Omit<ClientConnection, 'drivers'> & { readonly driver: DriverSpec };

/** A parameter as it was written. */
export type Said = {
  readonly parameter: NamedParameter;
  /** As the connection string or the variable spells it, for messages. */
  readonly attribute: string;
  /** `null`: it is no value that can be shown. */
  readonly text: string | null;
  /** The variable that holds it. */
  readonly name: string;
};

/** What is said about some of the settings of a client; those that are missing are left to whoever comes next. */
export type SaidSettings = Partial<Readonly<Record<ClientSetting, Said>>>;

/** What a driver takes a written value for; `system`: what the operating system does. `null` is off. */
export type Taken = number | boolean | null | 'system';

/**
 * What a connection says about each setting of the client: its string, then the `PG*` variables for what that leaves out. What
 * a string that is not in view may override is not among them.
 */
export function saidBy(way: Way): SaidSettings {
  const said: Partial<Record<ClientSetting, Said>> = {};
  for (const one of [...fromVariables(way), ...fromString(way)]) {
    const { sets } = one.parameter;
    if (sets !== undefined && hiddenFrom(way, sets) === null) said[sets] = one;
  }
  return said;
}

/** The parameter that switches keepalive on by saying a time of it, whatever the switch says; `null` where none does. */
export function switchedOnBy(said: SaidSettings): Said | null {
  const times = [said.keepalive_idle, said.keepalive_interval, said.keepalive_count];
  const found = times.find((one) => one?.parameter.switchesOn === true && one.text !== null && isOn(one));
  return found ?? null;
}

function isOn({ parameter, text }: Said): boolean {
  const value = text === null ? undefined : takenAs(parameter, text);
  return value !== undefined && value !== null && value !== 'system';
}

/** Why a setting may be said where no document shows it; `null` where all that could say it is in view. */
export function hiddenFrom({ connection, variables, driver }: Way, setting: ClientSetting): Connection['hidden'] {
  const isVariables = connection.form === 'variables';
  const inString = (): boolean => Object.values(driver.parameters).some(({ sets }) => sets === setting);
  const inVariables = (): boolean =>
    Object.values(driver.variables).some((name) => parameterIn(driver, name)?.sets === setting);
  if (connection.hidden !== null && !isVariables && inString()) return connection.hidden;
  const process = isVariables ? connection : variables;
  return process !== null && process.hidden !== null && inVariables() ? process.hidden : null;
}

function fromString({ connection, driver }: Way): readonly Said[] {
  if (connection.form === 'variables') return [];
  return connection.parameters.flatMap(({ name, text }): Said[] => {
    const parameter = parameterIn(driver, name);
    return parameter === null ? [] : [{ parameter, attribute: name, text, name: connection.name }];
  });
}

function fromVariables({ connection, variables, driver }: Way): readonly Said[] {
  const read = connection.form === 'variables' ? connection : variables;
  return (read?.parameters ?? []).flatMap(({ name, text }): Said[] => {
    const stands = driver.variables[name];
    const parameter = stands === undefined ? null : parameterIn(driver, stands);
    return parameter === null ? [] : [{ parameter, attribute: name, text, name }];
  });
}

/** A written value as the driver takes it; `undefined` where it takes no such text. */
export function takenAs({ as, on, zero }: NamedParameter, text: string): Taken | undefined {
  const word = switches[text.trim().toLowerCase()];
  if (as === 'switch') return switchedAs(on, text.trim().toLowerCase());
  if (word === false && zero !== undefined) return zero === 'off' ? null : 'system';
  if (!/^\d{1,15}(\.\d{1,15})?$/.test(text.trim())) return undefined;
  const number = Number(text);
  if (number === 0 && zero !== undefined) return zero === 'off' ? null : 'system';
  return as === 'milliseconds' ? number / 1000 : number;
}

function switchedAs(on: NamedParameter['on'], text: string): boolean | undefined {
  switch (on) {
    case 'true':
      return text === 'true';
    case 'word':
      return text === 'true' || text === 'false' ? text === 'true' : undefined;
    case 'number':
      return /^[+-]?\d{1,9}$/.test(text) ? Number(text) !== 0 : undefined;
    case undefined:
      return switches[text];
  }
}

const switches: Table<boolean> = table([
  ...['1', 'on', 'true', 'yes', 't', 'y'].map((word) => [word, true] as const),
  ...['0', 'off', 'false', 'no', 'f', 'n'].map((word) => [word, false] as const),
]);

/**
 * The PostgreSQL parameters that a driver sends when it connects this way. The server reads `options` first, so what is sent
 * by name wins (process_startup_options in backend/utils/init/postinit.c).
 */
export function startupOptions(way: Way): Table<string> {
  return table([...inVariables(way), ...inString(way)]);
}

/**
 * Whether a connection made this way has `options` at all: what is set in them is kept only where it is judged, and a proxy that
 * refuses them refuses all of them.
 */
export function hasOptions({ connection, variables, driver }: Way): boolean {
  const isOptions = ({ name }: { readonly name: string }): boolean => parameterIn(driver, name)?.as === 'options';
  const process = connection.form === 'variables' ? connection : variables;
  const own = process === connection ? [] : connection.parameters;
  const isInString = own.some((one) => isOptions(one) || (one.name === 'options' && takesOptions(driver)));
  const variable = variableOfOptions(driver);
  return isInString || (process?.parameters.some(({ name }) => name === variable) ?? false);
}

/** Why the options that the process gives to every connection are not in view; `null` where they are, or where none are read. */
export function optionsHidden(way: Way): Connection['hidden'] {
  const process = way.connection.form === 'variables' ? way.connection : way.variables;
  return variableOfOptions(way.driver) === undefined ? null : (process?.hidden ?? null);
}

/** The variable that these stand in: of a string, or of the process; `null` where some stand in the one and some in the other. */
export function startupVariable(way: Way): string | null {
  const variable = variableOfOptions(way.driver);
  if (variable === undefined || inVariables(way).length === 0) return way.connection.name;
  return inString(way).length === 0 ? variable : null;
}

function inString(way: Way): readonly (readonly [string, string])[] {
  const { connection, driver } = way;
  if (connection.form === 'variables') return [];
  return [...optionsOf(connection, takesOptions(driver)), ...sentBy(way)];
}

/** Of the process, where the string itself has no options. */
function inVariables({ connection, variables, driver }: Way): readonly (readonly [string, string])[] {
  const process = connection.form === 'variables' ? connection : variables;
  if (process === null || variableOfOptions(driver) === undefined) return [];
  const hasOwn =
    process !== connection &&
    ((takesOptions(driver) && Object.keys(connection.options).length > 0) ||
      connection.parameters.some(({ name }) => parameterIn(driver, name)?.as === 'options'));
  return hasOwn ? [] : Object.entries(process.options);
}

function optionsOf({ options }: Connection, taken: boolean): readonly (readonly [string, string])[] {
  return taken ? Object.entries(options) : [];
}

/** A driver that sends what it does not know sends `options` as it is. */
function takesOptions(driver: DriverSpec): boolean {
  const parameter = parameterIn(driver, 'options');
  return parameter === null ? driver.others.become === 'sent' : parameter.as === 'options';
}

/** `PGOPTIONS`, where the driver reads it. */
function variableOfOptions(driver: DriverSpec): string | undefined {
  return Object.entries(driver.variables).find(([, name]) => parameterIn(driver, name)?.as === 'options')?.[0];
}

/** Parameters that go to the server under their own name, or under the one that the driver gives them. */
function sentBy({ connection, driver }: Way): readonly (readonly [string, string])[] {
  return connection.parameters.flatMap(({ name, text }): [string, string][] => {
    if (text === null) return [];
    const parameter = parameterIn(driver, name);
    if (parameter !== null) return parameter.sends === undefined ? [] : [[parameter.sends, sentText(parameter, text)]];
    return driver.others.become === 'sent' ? [[name.toLowerCase(), text]] : [];
  });
}

function sentText({ digitsOnly }: NamedParameter, text: string): string {
  return digitsOnly === true ? (/^\s*[+-]?\d+/.exec(text)?.[0].trim() ?? 'NaN') : text;
}
