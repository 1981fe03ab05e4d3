import type { DriverDefault, DriverParameter, DriverSpec } from '../../core/driver';
import { table } from '../../core/setting';
import { manual } from '../_sources';

/** What libpq takes in a connection string. */
export const libpqConnect = manual('libpq-connect');

/** What libuv sets beside the idle time that Node.js hands to it: an interval of 1 s and 10 probes. */
export const libuvKeepalive =
  'TCP_KEEPINTVL 1, TCP_KEEPCNT 10, https://nodejs.org/api/net.html#socketsetkeepaliveenable-initialdelay, https://github.com/libuv/libuv/blob/v1.x/src/unix/tcp.c';

/** A driver whose dictionaries have no prototype, since they are asked by names that documents and users wrote. */
export function defineDriver(driver: DriverSpec): DriverSpec {
  return {
    ...driver,
    parameters: table(Object.entries(driver.parameters)),
    variables: table(Object.entries(driver.variables)),
  };
}

/** Parameters that a driver takes and that say nothing about silence, keepalive or time: they are known, so not refused. */
export function others(cite: string, ...names: readonly string[]): Readonly<Record<string, DriverParameter>> {
  return Object.fromEntries(names.map((name) => [name, { as: 'other', cite }]));
}

/**
 * Parameters of PostgreSQL that a driver puts into the startup packet under their own names. The server reads text and unit,
 * and refuses the connection where a name or a value is none of its own.
 */
export function sentToServer(cite: string): Readonly<Record<string, DriverParameter>> {
  const sent = (as: DriverParameter['as'], ...names: readonly string[]): readonly [string, DriverParameter][] =>
    names.map((name) => [name, { as, sends: name, cite }]);
  return {
    ...Object.fromEntries([
      ...sent('milliseconds', 'statement_timeout', 'transaction_timeout', 'lock_timeout', 'idle_session_timeout'),
      ...sent('milliseconds', 'idle_in_transaction_session_timeout', 'client_connection_check_interval'),
      // The server's end of the connection, whatever a client's library means by this name.
      ...sent('milliseconds', 'tcp_user_timeout'),
      ...sent('seconds', 'tcp_keepalives_idle', 'tcp_keepalives_interval'),
      ...sent('number', 'tcp_keepalives_count'),
    ]),
    ...others(cite, ...sessionNames),
    options: { as: 'options', cite },
  };
}

/** Parameters of PostgreSQL that connection strings commonly set and that bound nothing. */
const sessionNames = [
  'application_name',
  'bytea_output',
  'client_encoding',
  'client_min_messages',
  'datestyle',
  'DateStyle',
  'default_transaction_isolation',
  'default_transaction_read_only',
  'extra_float_digits',
  'geqo',
  'IntervalStyle',
  'jit',
  'plan_cache_mode',
  'replication',
  'role',
  'search_path',
  'standard_conforming_strings',
  'synchronous_commit',
  'timezone',
  'TimeZone',
  'work_mem',
] as const;

/** A timer that a driver does not run unasked, or does not have at all. */
export function off(attribute: string, cite: string, inProgram?: string): DriverDefault {
  return { value: null, attribute, cite, ...(inProgram === undefined ? {} : { inProgram }) };
}

/** A time of keepalive that a driver leaves to the operating system. */
export function ofSystem(
  attribute: string,
  cite: string,
  more: Pick<DriverDefault, 'withIdle' | 'inProgram'> = {},
): DriverDefault {
  return { value: 'system', attribute, cite, ...more };
}
