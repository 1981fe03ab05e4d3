import { integrationTimer } from './_api';
import { defineKind } from './_kind';
import { provider, restApi } from './_sources';

export default defineKind({
  name: 'declared-api',
  title: 'declared API',
  settings: {
    integration_timeout: {
      as: 'seconds',
      default: {
        value: 29,
        cite: `of a REST API: "The default value is 29,000 milliseconds." ${provider('api_gateway_integration')}`,
      },
      range: { min: 0.05, max: 900, cite: `of a REST API that streams, ${restApi}` },
      cite: 'declared in the configuration',
    },
  },
  links: {},
  timers: [integrationTimer()],
  hop: {
    key: 'api',
    side: 'request',
    does: 'terminates',
    inline: {
      timeout: {
        setting: 'integration_timeout',
        as: 'duration',
        description: 'How long the API waits for its integration; 29 s unless declared (an HTTP API waits 30 s).',
      },
    },
  },
});
