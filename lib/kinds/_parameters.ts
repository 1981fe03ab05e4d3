import type { ParameterSpec } from '../core/parameter';
import { table, type Table } from '../core/setting';
import { auroraParameters, deadConnections, linuxTcp, manual, rdsApi, recordedParameters } from './_sources';

type Defaults = ParameterSpec['defaults'];
type Default = Defaults[keyof Defaults];

/** The oldest major version that RDS ever ran: what "every version" knows is known from here on. */
const everyVersion = 9.3;
const integers = (page: string): ParameterSpec['range'] => ({ min: 0, max: 2_147_483_647, cite: manual(page) });

const is = (value: number | null, cite: string): Default => ({ value, cite });
/** A default that no AWS source names: it warns and never fails. */
const assumed = (value: number | null, cite: string): Default => ({ value, cite, unverified: true });
const engines = (value: number | null, page: string): Default =>
  assumed(value, `no AWS source names a default of its own, so the engine's is assumed: ${manual(page)}`);

const connection = 'runtime-config-connection';
const client = 'runtime-config-client';
const replication = 'runtime-config-replication';
const removed = 'https://github.com/postgres/postgres/blob/REL9_5_STABLE/doc/src/sgml/release-9.5.sgml';

/** Keepalive of the leg that ends at the database. On RDS and Aurora 300, 30 and 2; elsewhere the operating system's. */
function keepalive(name: 'idle' | 'interval' | 'count', system: number, rds: number, largest: number): ParameterSpec {
  const aws = is(rds, `"Default values 300, 30, 2" ${deadConnections}`);
  return {
    name: `tcp_keepalives_${name}`,
    as: name === 'count' ? 'count' : 'duration',
    unit: name === 'count' ? null : 's',
    range: integers(connection),
    since: everyVersion,
    zero: 'system',
    defaults: {
      vanilla: is(system, `0, which selects the operating system's value: ${String(system)} on Linux, ${linuxTcp}`),
      rds: aws,
      aurora: aws,
    },
    context: 'user',
    effectiveMax: {
      value: largest,
      cite: 'MAX_TCP_KEEPIDLE, MAX_TCP_KEEPINTVL, MAX_TCP_KEEPCNT: setsockopt refuses more, and the old value stays, https://github.com/torvalds/linux/blob/master/include/net/tcp.h',
    },
    cite: manual(connection),
  };
}

/** A limit in milliseconds that is off unless set. */
function limit(name: string, since: number, page: string, defaults: Pick<Defaults, 'rds' | 'aurora'>): ParameterSpec {
  return {
    name,
    as: 'duration',
    unit: 'ms',
    range: integers(page),
    since,
    zero: 'off',
    defaults: { vanilla: is(null, `0, which is off: ${manual(page)}`), ...defaults },
    context: 'user',
    cite: manual(page),
  };
}

const specs: readonly ParameterSpec[] = [
  limit('statement_timeout', everyVersion, client, {
    rds: is(null, `engine default, no value in the group: ${recordedParameters}`),
    aurora: is(null, `no default in the groups of aurora-postgresql14: ${auroraParameters}`),
  }),
  limit('transaction_timeout', 17, client, { rds: engines(null, client), aurora: engines(null, client) }),
  limit('lock_timeout', everyVersion, client, { rds: engines(null, client), aurora: engines(null, client) }),
  limit('idle_session_timeout', 14, client, {
    rds: engines(null, client),
    aurora: is(null, `no default in the groups of aurora-postgresql14: ${auroraParameters}`),
  }),
  limit('idle_in_transaction_session_timeout', 9.6, client, {
    rds: is(null, `engine default, no value in the group: ${recordedParameters}`),
    aurora: is(86_400, `86400000 ms in the groups of aurora-postgresql14: ${auroraParameters}`),
  }),
  keepalive('idle', 7200, 300, 32_767),
  keepalive('interval', 75, 30, 32_767),
  keepalive('count', 9, 2, 127),
  // 0 leaves the socket option alone: the kernel then gives up after its own retransmissions, whatever this parameter says.
  limit('tcp_user_timeout', 12, connection, {
    rds: is(null, `0, ${deadConnections}`),
    aurora: is(null, `0, ${deadConnections}`),
  }),
  limit('client_connection_check_interval', 14, connection, {
    rds: is(null, `0 (off), ${deadConnections}`),
    aurora: is(null, `0 (off), ${deadConnections}`),
  }),
  {
    name: 'max_standby_streaming_delay',
    as: 'duration',
    unit: 'ms',
    range: { min: -1, max: 2_147_483_647, cite: manual(replication) },
    since: everyVersion,
    zero: 'value',
    minusOne: 'off',
    defaults: {
      vanilla: is(30, `"The default is 30 seconds." ${manual(replication)}`),
      rds: engines(30, replication),
      aurora: assumed(
        14,
        'https://aws.amazon.com/blogs/database/manage-long-running-read-queries-on-amazon-aurora-postgresql-compatible-edition/',
      ),
    },
    context: 'sighup',
    cite: manual(replication),
  },
  {
    name: 'hot_standby_feedback',
    as: 'boolean',
    unit: null,
    range: { min: 0, max: 1, cite: manual(replication) },
    since: everyVersion,
    zero: 'value',
    defaults: {
      vanilla: is(0, `"The default value is off." ${manual(replication)}`),
      rds: engines(0, replication),
      aurora: engines(0, replication),
    },
    context: 'sighup',
    cite: manual(replication),
  },
  {
    name: 'authentication_timeout',
    as: 'duration',
    unit: 's',
    range: { min: 1, max: 600, cite: recordedParameters },
    since: everyVersion,
    zero: 'value',
    defaults: {
      vanilla: is(60, `"The default is one minute (1m)." ${manual(connection)}`),
      rds: engines(60, connection),
      aurora: engines(60, connection),
    },
    context: 'sighup',
    cite: `${manual(connection)}; ${rdsApi}`,
  },
  {
    name: 'ssl_renegotiation_limit',
    as: 'count',
    unit: 'kB',
    range: {
      min: 0,
      max: 0,
      cite: `"cannot be set to anything but zero", ${removed}`,
    },
    since: everyVersion,
    zero: 'value',
    defaults: {
      vanilla: is(0, `renegotiation is gone since 9.5, and its default was 0 before, ${removed}`),
      rds: is(0, `renegotiation is gone since 9.5, and its default was 0 before, ${removed}`),
      aurora: is(0, `renegotiation is gone since 9.5, and its default was 0 before, ${removed}`),
    },
    context: 'internal',
    cite: removed,
  },
];

/** Every PostgreSQL parameter that we judge, by name, with its defaults by flavour and their sources. */
export const parameters: Table<ParameterSpec> = table(specs.map((spec) => [spec.name, spec]));
