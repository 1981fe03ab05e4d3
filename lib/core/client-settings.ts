import { systemTime } from './client-keepalive';
import { hiddenFrom, saidBy, switchedOnBy, takenAs, type Said, type Way } from './client-parameters';
import { declareConnection, type ClientEntry } from './client-entry';
import type { ClientSetting, DriverDefault, DriverSpec } from './driver';
import { formatDuration } from './duration';
import type { ClientSpec } from './kind';
import type { Node } from './node';
import { known, mapSetting, unknown, type Json, type Known, type Setting, type Step, type Unknown } from './setting';

/** What all ways of a client have in common. */
export type Scene = {
  readonly client: Node;
  /** The client, and what its links lead to. */
  readonly carriers: readonly Node[];
  readonly entry: ClientEntry;
  readonly system: ClientSpec['system'];
};
type Settings = Partial<Readonly<Record<ClientSetting, Setting>>>;
/** A setting before the operating system has its say: `'system'` where it decides. `idle` is the idle time, once it is set. */
type Raw = (name: ClientSetting, idle?: Known<Json>) => Setting;

const times = ['idle', 'interval', 'count'] as const;

/** The settings of a client that connects one way, strongest first: what is read, what is declared, the driver's default. */
export function settingsOf(way: Way, scene: Scene): Settings {
  const said = saidBy(way);
  const raw: Raw = (name, idle) => {
    const switched = name === 'keepalive_on' ? switchedOnBy(said) : null;
    if (switched !== null) return mapSetting(valueSaid(switched, way), () => true);
    const written = said[name];
    if (written !== undefined) return valueSaid(written, way);
    const declared = declaredFor(name, scene);
    if (declared !== null) return declared;
    const hidden = hiddenFrom(way, name);
    return hidden === null ? byDefault(name, way.driver, idle) : notInView(hidden);
  };
  const off = (name: ClientSetting): Setting => mapSetting(raw(name), (value) => (value === 'system' ? null : value));
  return {
    ...keepalive(raw, scene),
    tcp_user_timeout: off('tcp_user_timeout'),
    read_timeout: off('read_timeout'),
    query_timeout: off('query_timeout'),
    command_timeout: off('command_timeout'),
  };
}

function notInView({ why, settles }: Pick<Unknown, 'why' | 'settles'>): Setting {
  return unknown(why, settles === declareConnection ? settles : `${settles}, or ${declareConnection}`);
}

function withIdle(value: number | 'idle', idle: Known<Json>): Json {
  return value === 'idle' ? idle.value : value;
}

/** The keepalive that is declared beside a client of which nothing else is known. */
export function declaredSettings(scene: Scene): Settings {
  return keepalive((name) => declaredFor(name, scene) ?? known<Json>('system'), scene);
}

/** Without SO_KEEPALIVE no time counts; with it, a time that nobody says is the operating system's. */
function keepalive(raw: Raw, { carriers, system }: Scene): Settings {
  const on = mapSetting(raw('keepalive_on'), (value) => value === true);
  if (on.state !== 'known')
    return { keepalive_on: on, keepalive_idle: on, keepalive_interval: on, keepalive_count: on };
  if (!on.value) return { keepalive_on: on, keepalive_idle: { ...on, value: null } };
  const settings: Partial<Record<ClientSetting, Setting>> = { keepalive_on: on };
  const idle = raw('keepalive_idle');
  // A time of keepalive that is switched off switches all of it off.
  if (idle.state === 'known' && idle.value === null)
    return { keepalive_on: { ...idle, value: false }, keepalive_idle: idle };
  const isSet = idle.state === 'known' && typeof idle.value === 'number';
  for (const time of times) {
    const said = time === 'idle' ? idle : raw(`keepalive_${time}`, isSet ? idle : undefined);
    const isLeft = said.state === 'known' && said.value === 'system';
    const value = isLeft ? systemTime(time, carriers, system) : said;
    const before = isLeft ? [...on.from, ...said.from] : on.from;
    settings[`keepalive_${time}`] = value.state === 'one-of' ? value : { ...value, from: [...before, ...value.from] };
  }
  return settings;
}

/** What is written in a connection string or variable. */
function valueSaid({ parameter, attribute, text, name }: Said, { carrier }: Way): Setting {
  const location = carrier.settings.connections?.state === 'known' ? locationOf(carrier) : {};
  const step: Step = {
    level: 'connection-options',
    subject: carrier.subject,
    variable: name,
    attribute,
    text,
    cite: parameter.cite,
    ...location,
  };
  const value = text === null ? undefined : takenAs(parameter, text);
  if (value !== undefined) return known<Json>(value, step);
  const what = parameter.as !== 'switch' ? 'a number' : parameter.on === 'number' ? '1 or 0' : 'true or false';
  return unknown(`\`${attribute}\` in ${name} of ${carrier.subject} is not ${what} that can be read`, `write ${what}`, [
    step,
  ]);
}

function locationOf({ settings }: Node): Pick<Step, 'location'> {
  const shown = settings.connections;
  const location = shown?.state === 'known' ? shown.from.at(-1)?.location : undefined;
  return location === undefined ? {} : { location };
}

/** What the configuration says, beside a client or of an inline one; `null` where it says nothing. */
function declaredFor(name: ClientSetting, { client, entry }: Scene): Setting | null {
  if (name.startsWith('keepalive_') && entry.keepalive !== undefined) return besideClient(name, client, entry);
  if (client.source !== 'configuration') return null;
  if (client.settings[name] !== undefined) return client.settings[name];
  if (name !== 'keepalive_on') return null;
  const idle = client.settings.keepalive_idle;
  return idle === undefined ? null : mapSetting(idle, (value) => value !== null);
}

function besideClient(
  name: ClientSetting,
  client: Node,
  { keepalive: declared, location }: ClientEntry,
): Setting | null {
  if (declared === undefined) return null;
  const step = (attribute: string, text: string): Step => ({
    level: 'declared',
    subject: client.subject,
    attribute,
    text,
    ...(location === undefined ? {} : { location }),
  });
  if (name === 'keepalive_on') return known<Json>(declared.on, step('keepalive', declared.on ? 'on' : 'off'));
  const time = times.find((one) => name === `keepalive_${one}`);
  const value = time === undefined ? null : declared[time];
  if (time === undefined || value === null) return null;
  return known<Json>(value, step(`keepalive.${time}`, time === 'count' ? String(value) : formatDuration(value)));
}

function byDefault(name: ClientSetting, driver: DriverSpec, idle?: Known<Json>): Setting {
  const { attribute, cite, unverified, inProgram, ...own }: DriverDefault = driver.defaults[name];
  const value = idle === undefined || own.withIdle === undefined ? own.value : withIdle(own.withIdle, idle);
  return known<Json>(value, {
    level: 'default',
    subject: driver.title,
    attribute,
    // The operating system's own value is a step of its own.
    text: value === null || value === 'system' ? null : String(value),
    cite,
    ...(unverified === undefined ? {} : { unverified }),
    ...(inProgram === undefined || !name.startsWith('keepalive_')
      ? {}
      : { assumed: 'declare `keepalive` beside `client`' }),
  });
}
