import type { Hop } from '../../lib/core/path';
import type { Setting } from '../../lib/core/setting';
import { numberOf, pairsOf } from './acts';
import type { DriverName, Script } from './client/script';
import type { Scenario } from './scenario';

/** The driver that a client uses: the one that its path names, else the scenario's own. */
export function driverOf(scenario: Scenario, client: Hop | null): DriverName {
  const name = client?.opens?.drivers[0]?.name;
  switch (name) {
    case undefined:
      return scenario.driver ?? 'pg';
    case 'pg':
      return 'pg';
    case 'postgres-js':
      return 'postgres';
    case 'libpq':
      return 'psql';
    default:
      throw new Error(`${scenario.name}: the lab has no program that uses ${name}`);
  }
}

/** What the client's connection string says besides where it leads, as the model read it. */
export function queryOf(client: Hop | null): string {
  const connection = client?.opens?.connections[0]?.connection;
  const parameters = (connection?.parameters ?? []).map(({ name, text }): [string, string] => [name, text ?? '']);
  const options = optionsText(Object.entries(connection?.options ?? {}));
  const all = [...parameters, ...(options === '' ? [] : [['options', options] as [string, string]])];
  // libpq takes a plus sign for itself, and no space.
  return all.map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join('&');
}

/** The client's declared keepalive and startup options in the words of a driver. Throws for what the driver cannot say. */
export function driverOptions(driver: DriverName, client: Hop | null, scenario: Scenario): Script['options'] {
  const settings = client?.member.settings ?? {};
  const { tls = false, scale = 1 } = scenario;
  const time = (setting: Setting | undefined): number | null | undefined => {
    if (!isDeclared(setting)) return undefined;
    const seconds = numberOf(setting);
    return seconds === null ? null : Math.max(1, Math.round(seconds / scale));
  };
  const idle = time(settings.keepalive_idle);
  const interval = time(settings.keepalive_interval);
  const count = isDeclared(settings.keepalive_count) ? numberOf(settings.keepalive_count) : undefined;
  const userTimeout = isDeclared(settings.tcp_user_timeout) ? numberOf(settings.tcp_user_timeout) : null;
  const options = isDeclared(settings.startup_options) ? optionsText(pairsOf(settings.startup_options)) : '';
  const secured = !tls
    ? {}
    : driver === 'psql'
      ? { sslmode: 'require' }
      : { ssl: { rejectUnauthorized: false } as never };
  const sent = options === '' ? {} : driver === 'postgres' ? { connection: { options } as never } : { options };
  if (driver === 'psql')
    return {
      ...secured,
      ...sent,
      ...(idle === null ? { keepalives: 0 } : idle === undefined ? {} : { keepalives_idle: idle }),
      ...(interval == null ? {} : { keepalives_interval: interval }),
      ...(count == null ? {} : { keepalives_count: count }),
      ...(userTimeout === null ? {} : { tcp_user_timeout: userTimeout * 1000 }),
    };
  // Node gives no say in interval and count: libuv probes every second, ten times.
  if (typeof idle === 'number' && (interval !== 1 || count !== 10)) throw new Error('Node probes every 1 s, 10 times');
  if (userTimeout !== null) throw new Error(`${driver} has no tcp_user_timeout`);
  if (driver === 'postgres') return { ...secured, ...sent, ...(idle === undefined ? {} : { keep_alive: idle ?? 0 }) };
  return {
    ...secured,
    ...sent,
    ...(typeof idle === 'number' ? { keepAlive: true, keepAliveInitialDelayMillis: idle * 1000 } : {}),
  };
}

/** Neither from a connection string, which the driver is handed as it is, nor what the driver does unasked. */
function isDeclared(setting: Setting | undefined): setting is Setting {
  if (setting === undefined) return false;
  const level = setting.state === 'known' ? setting.from.at(-1)?.level : undefined;
  return level !== 'default' && level !== 'connection-options';
}

function optionsText(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `-c ${name}=${value.replace(/[\\ ]/g, '\\$&')}`).join(' ');
}
