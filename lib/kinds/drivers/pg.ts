import { defineDriver, libuvKeepalive, off, ofSystem, others } from './_driver';

const source = 'https://github.com/brianc/node-postgres/blob/master/packages';
const parameters = `${source}/pg/lib/connection-parameters.js`;
/** `keepAlive: c.keepAlive || false`, where `c` is the object handed to `new Client()` and never the parsed URL. */
const client = `${source}/pg/lib/client.js`;
/** `String(parseInt(params.statement_timeout, 10))`: of `5min` it sends 5, which are milliseconds. */
const parsed = { as: 'milliseconds', digitsOnly: true, cite: `parseInt, ${client}` } as const;
const inProgram =
  '`keepAlive: true, keepAliveInitialDelayMillis: 60_000` in the options of `new Pool()` or `new Client()`';

export default defineDriver({
  name: 'pg',
  title: 'node-postgres (pg; Prisma 7, Knex, Sequelize and TypeORM use it)',
  forms: ['url', 'variables'],
  schemes: ['postgresql', 'postgres'],
  runtimes: ['nodejs'],
  names: 'exact',
  parameters: {
    // Its own text "0" counts as a number that is set, so a query would end at once.
    query_timeout: { as: 'milliseconds', sets: 'query_timeout', cite: client },
    statement_timeout: { ...parsed, sends: 'statement_timeout' },
    lock_timeout: { ...parsed, sends: 'lock_timeout' },
    idle_in_transaction_session_timeout: { ...parsed, sends: 'idle_in_transaction_session_timeout' },
    options: { as: 'options', cite: parameters },
    ...others(
      parameters,
      'application_name',
      'binary',
      'client_encoding',
      'database',
      'fallback_application_name',
      'host',
      'password',
      'port',
      'replication',
      'ssl',
      'sslcert',
      'sslkey',
      'sslmode',
      'sslnegotiation',
      'sslrootcert',
      'uselibpqcompat',
      'user',
    ),
  },
  variables: {
    PGOPTIONS: 'options',
    PGHOST: 'host',
    PGPORT: 'port',
    PGDATABASE: 'database',
    PGUSER: 'user',
    PGPASSWORD: 'password',
    PGAPPNAME: 'application_name',
    PGSSLMODE: 'sslmode',
    PGSSLNEGOTIATION: 'sslnegotiation',
    PGREPLICATION: 'replication',
    PGBINARY: 'binary',
    PGCLIENT_ENCODING: 'client_encoding',
  },
  others: {
    become: 'ignored',
    cite: `what stands in the URL becomes options, and those that ${parameters} does not name are read by nobody: keepAlive is one`,
  },
  defaults: {
    keepalive_on: {
      value: false,
      attribute: 'keepAlive',
      cite: `keepAlive: c.keepAlive || false, ${client}`,
      inProgram,
    },
    keepalive_idle: ofSystem(
      'keepAliveInitialDelayMillis',
      `0, which leaves the socket's value alone, ${client}; ${libuvKeepalive}`,
      { inProgram },
    ),
    keepalive_interval: ofSystem('interval of keepAlive', libuvKeepalive, { withIdle: 1 }),
    keepalive_count: ofSystem('count of keepAlive', libuvKeepalive, { withIdle: 10 }),
    tcp_user_timeout: off('tcp_user_timeout', `no such option, ${client}`),
    read_timeout: off('read timeout', `query_timeout bounds the whole query, ${client}`),
    query_timeout: off('query_timeout', `false, ${source}/pg/lib/defaults.js`),
    command_timeout: off('command timeout', `query_timeout does not cancel, ${client}`),
  },
});
