import { clientTimers, opensConnections } from './_client';
import { keepaliveKey, keepaliveSettings } from './_keepalive';
import { defineKind } from './_kind';
import { manual } from './_sources';
import { drivers } from './drivers';
import { zeroIsOff } from './_zero-is-off';

const libpq = manual('libpq-connect');
const userTimeout = `tcp_user_timeout, where 0 leaves it to the operating system, ${libpq}`;

export default defineKind({
  name: 'client',
  title: 'client',
  settings: {
    ...keepaliveSettings(`declared in the configuration; keepalives of ${libpq}`),
    tcp_user_timeout: { as: 'seconds', fixed: zeroIsOff('tcp_user_timeout', userTimeout), cite: userTimeout },
    keepalive_on: { as: 'boolean', cite: `declared in the configuration; keepalives of ${libpq}` },
    connections: { as: 'connection', cite: `declared in the configuration; connection strings of ${libpq}` },
    driver: { as: 'text', cite: 'declared in the configuration' },
    session_parameters: { as: 'parameters', cite: `what it SETs, ${manual('sql-set')}` },
    startup_options: { as: 'parameters', cite: `options of ${libpq}` },
  },
  links: {},
  timers: [...clientTimers],
  client: opensConnections(),
  hop: {
    key: 'client',
    side: 'either',
    does: 'terminates',
    keepalive: 'own',
    inline: {
      driver: {
        setting: 'driver',
        as: 'text',
        choices: drivers.map(({ name }) => name),
        description: 'The PostgreSQL driver that it uses: what it does unasked holds where nothing else is said.',
      },
      connection: {
        setting: 'connections',
        as: 'connection',
        description: 'Its connection string. User, password, host and database are not read: leave them out.',
      },
      keepalive: keepaliveKey,
      tcpUserTimeout: {
        setting: 'tcp_user_timeout',
        as: 'duration',
        description: 'How long sent data may stay unacknowledged before the connection is given up.',
      },
      settings: {
        setting: 'session_parameters',
        as: 'settings',
        description: 'PostgreSQL parameters that the client SETs in each session.',
      },
      options: {
        setting: 'startup_options',
        as: 'settings',
        description: 'PostgreSQL parameters that the client sends when it connects (options, PGOPTIONS).',
      },
    },
  },
});
