import { defineKind } from './_kind';
import { eitherOf, idleDefaults, meshTimers, requestDefaults } from './_mesh';
import { zeroIsOff } from './_zero-is-off';

const cite = 'declared in the configuration; 0 is off';

export default defineKind({
  name: 'declared-mesh',
  title: 'declared Service Connect proxy',
  settings: {
    idle_timeout: { as: 'seconds', fixed: zeroIsOff('idle_timeout', cite), cite },
    request_timeout: { as: 'seconds', fixed: zeroIsOff('request_timeout', cite), cite },
  },
  links: {},
  timers: meshTimers((setting) =>
    setting === 'idle_timeout' ? eitherOf(idleDefaults, 'idleTimeout') : eitherOf(requestDefaults, 'requestTimeout'),
  ),
  hop: {
    key: 'mesh',
    side: 'either',
    does: 'terminates',
    inline: {
      requestTimeout: {
        setting: 'request_timeout',
        as: 'duration',
        description: 'How long one request may take; 0 is off. Of HTTP it is 15 s unless declared.',
      },
      idleTimeout: {
        setting: 'idle_timeout',
        as: 'duration',
        description: 'How long a connection may carry no data; 0 is off. 5 min for HTTP, 1 h for TCP unless declared.',
      },
    },
  },
});
