import { defineDriver, off, ofSystem, others } from './_driver';

/** parse_query_params names what it takes and says "Discarding connection string param" of everything else. */
const url =
  'https://github.com/prisma/prisma-engines/blob/3bbe64c0468db143e71ba40232d58c474e3c8f6a/quaint/src/connector/postgres/url.rs';
/** Config::new(): keepalives true, idle 2 hours, no interval, no retries; the engine hands none of them on from the URL. */
const tokio =
  'https://github.com/prisma/rust-postgres/blob/432d2eab02bc742cf1688544f1c2a390e88ef5ff/tokio-postgres/src/config.rs';

export default defineDriver({
  name: 'prisma',
  title: 'Prisma up to 6 (its own engine; Prisma 7 uses pg)',
  forms: ['url'],
  schemes: ['postgresql', 'postgres'],
  runtimes: ['nodejs'],
  names: 'exact',
  parameters: {
    // A limit of each operation, data or not; nothing is cancelled at the server. 0 is a limit of 0 s.
    socket_timeout: {
      as: 'seconds',
      sets: 'query_timeout',
      cite: `${url}; https://github.com/prisma/prisma-engines/blob/11c78a3aae024eefb50d2ba2e7cc30371b23207d/quaint/src/connector/timeout.rs`,
    },
    options: { as: 'options', cite: url },
    ...others(
      url,
      'application_name',
      'channel_binding',
      'connect_timeout',
      'connection_limit',
      'host',
      'max_connection_lifetime',
      'max_idle_connection_lifetime',
      'pgbouncer',
      'pool_timeout',
      'schema',
      'single_use_connections',
      'sslaccept',
      'sslcert',
      'sslidentity',
      'sslmode',
      'sslpassword',
      'statement_cache_size',
    ),
  },
  variables: {},
  others: { become: 'ignored', cite: `"Discarding connection string param" ${url}` },
  defaults: {
    keepalive_on: { value: true, attribute: 'keepalives of its engine', cite: `keepalives: true, ${tokio}` },
    keepalive_idle: {
      value: 7200,
      attribute: 'keepalives_idle of its engine',
      cite: `Duration::from_secs(2 * 60 * 60), ${tokio}`,
    },
    keepalive_interval: ofSystem('interval of keepalives', `interval: None, ${tokio}`),
    keepalive_count: ofSystem('count of keepalives', `retries: None, ${tokio}`),
    tcp_user_timeout: off('tcp_user_timeout', `tcp_user_timeout: None, ${tokio}`),
    read_timeout: off('read timeout', `socket_timeout bounds the whole operation, ${url}`),
    query_timeout: off('socket_timeout', `let mut socket_timeout = None, ${url}`),
    command_timeout: off('command timeout', `socket_timeout does not cancel, ${url}`),
  },
});
