import { defineDriver, libuvKeepalive, off, others, sentToServer } from './_driver';

/** parseOptions: names of its own become options, every other name of the URL goes into the startup packet. */
const source = 'https://github.com/porsager/postgres/blob/master/src/index.js';
const connection = 'https://github.com/porsager/postgres/blob/master/src/connection.js';
const noLimit = `no option limits a query, ${source}`;

export default defineDriver({
  name: 'postgres-js',
  title: 'postgres.js (the npm package postgres)',
  forms: ['url', 'variables'],
  schemes: ['postgresql', 'postgres'],
  runtimes: ['nodejs'],
  names: 'exact',
  parameters: {
    ...sentToServer(source),
    // `disable` and `false` in the URL become false; 0 is false too where the socket is made.
    keep_alive: { as: 'seconds', sets: 'keepalive_idle', zero: 'off', switchesOn: true, cite: source },
    ...others(
      source,
      'backoff',
      'connect_timeout',
      'debug',
      'fetch_types',
      'idle_timeout',
      'max',
      'max_lifetime',
      'max_pipeline',
      'prepare',
      'publications',
      'ssl',
      'sslmode',
      'sslnegotiation',
      'target_session_attrs',
    ),
  },
  variables: {
    PGKEEP_ALIVE: 'keep_alive',
    PGIDLE_TIMEOUT: 'idle_timeout',
    PGCONNECT_TIMEOUT: 'connect_timeout',
    PGMAX_LIFETIME: 'max_lifetime',
    PGMAX: 'max',
    PGSSL: 'ssl',
    PGAPPNAME: 'application_name',
    PGTARGETSESSIONATTRS: 'target_session_attrs',
  },
  others: { become: 'sent', cite: `connection: every name that is none of its own defaults, ${source}` },
  defaults: {
    keepalive_on: {
      value: true,
      attribute: 'keep_alive',
      cite: `keep_alive: 60, ${source}; setKeepAlive, ${connection}`,
    },
    keepalive_idle: { value: 60, attribute: 'keep_alive', cite: `keep_alive: 60, ${source}` },
    keepalive_interval: { value: 1, attribute: 'interval of keep_alive', cite: libuvKeepalive },
    keepalive_count: { value: 10, attribute: 'count of keep_alive', cite: libuvKeepalive },
    tcp_user_timeout: off('tcp_user_timeout', `no such option, and in the URL the server's own parameter, ${source}`),
    read_timeout: off('read timeout', noLimit),
    query_timeout: off('query timeout', noLimit),
    command_timeout: off('command timeout', noLimit),
  },
});
