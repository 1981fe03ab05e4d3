import { table, type Table } from '../../core/setting';

/**
 * A word of a connection string, as libpq lists them (https://www.postgresql.org/docs/current/libpq-connect.html, "Parameter
 * Key Words"), with the variable that stands in for it ("Environment Variables").
 */
export type Keyword = {
  readonly variable?: string;
  /** Where we cannot do what another value asks for, and ignoring it would be less than was asked: the values that we take. */
  readonly only?: readonly string[];
};

const used: Table<Keyword> = table<Keyword>([
  ['service', { variable: 'PGSERVICE' }],
  ['servicefile', { variable: 'PGSERVICEFILE' }],
  ['host', { variable: 'PGHOST' }],
  ['hostaddr', { variable: 'PGHOSTADDR' }],
  ['port', { variable: 'PGPORT' }],
  ['dbname', { variable: 'PGDATABASE' }],
  ['user', { variable: 'PGUSER' }],
  ['password', { variable: 'PGPASSWORD' }],
  ['passfile', { variable: 'PGPASSFILE' }],
  ['connect_timeout', { variable: 'PGCONNECT_TIMEOUT' }],
  ['sslmode', { variable: 'PGSSLMODE' }],
  ['sslnegotiation', { variable: 'PGSSLNEGOTIATION' }],
  ['sslrootcert', { variable: 'PGSSLROOTCERT' }],
  ['sslcert', { variable: 'PGSSLCERT' }],
  ['sslkey', { variable: 'PGSSLKEY' }],
  ['sslpassword', {}],
  ['ssl_min_protocol_version', { variable: 'PGSSLMINPROTOCOLVERSION' }],
  ['ssl_max_protocol_version', { variable: 'PGSSLMAXPROTOCOLVERSION' }],
]);

/**
 * Words that shape a session, and ours on purpose is not shaped: parameters of the startup packet (`options`, PGOPTIONS)
 * would stand in `pg_settings` where the server's own belong (facts: precedence, `client`).
 */
const withoutEffect = [
  'options',
  'application_name',
  'fallback_application_name',
  'client_encoding',
  'keepalives',
  'keepalives_idle',
  'keepalives_interval',
  'keepalives_count',
  'tcp_user_timeout',
  'load_balance_hosts',
  'sslcompression',
  'sslsni',
  'sslkeylogfile',
  'krbsrvname',
  'gsslib',
  'gssdelegation',
  'min_protocol_version',
  'max_protocol_version',
];

const demanding: Table<Keyword> = table<Keyword>([
  ['channel_binding', { variable: 'PGCHANNELBINDING', only: ['disable', 'prefer'] }],
  ['gssencmode', { variable: 'PGGSSENCMODE', only: ['disable', 'prefer'] }],
  ['target_session_attrs', { variable: 'PGTARGETSESSIONATTRS', only: ['any'] }],
  ['sslcertmode', { variable: 'PGSSLCERTMODE', only: ['allow'] }],
  ['require_auth', { variable: 'PGREQUIREAUTH', only: [] }],
  ['requirepeer', { variable: 'PGREQUIREPEER', only: [] }],
  ['sslcrl', { variable: 'PGSSLCRL', only: [] }],
  ['sslcrldir', { variable: 'PGSSLCRLDIR', only: [] }],
  ['replication', { only: ['false', 'off', 'no', '0'] }],
  ['scram_client_key', { only: [] }],
  ['scram_server_key', { only: [] }],
  ['oauth_issuer', { only: [] }],
  ['oauth_client_id', { only: [] }],
  ['oauth_client_secret', { only: [] }],
  ['oauth_scope', { only: [] }],
]);

/** Every word of a connection string, by name. */
export const keywords: Table<Keyword> = table<Keyword>([
  ...Object.entries(used),
  ...withoutEffect.map((name) => [name, {}] as const),
  ...Object.entries(demanding),
]);
