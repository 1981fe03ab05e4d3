import { completionDefault, completionTimer, readDefault, readTimer } from './_distribution';
import { defineKind } from './_kind';

const cite = 'declared in the configuration';

export default defineKind({
  name: 'declared-distribution',
  title: 'declared CloudFront distribution',
  settings: {
    origin_read_timeout: { as: 'seconds', default: readDefault, cite },
    response_completion_timeout: { as: 'seconds', default: completionDefault, cite },
  },
  links: {},
  timers: [readTimer('origin_read_timeout'), completionTimer({ setting: 'response_completion_timeout' })],
  hop: {
    key: 'cdn',
    side: 'request',
    does: 'terminates',
    inline: {
      readTimeout: {
        setting: 'origin_read_timeout',
        as: 'duration',
        description: 'How long it waits for the next packet of the origin; 30 s unless declared.',
      },
      completionTimeout: {
        setting: 'response_completion_timeout',
        as: 'duration',
        description: 'How long it waits for the whole response of the origin; no limit unless declared.',
      },
    },
  },
});
