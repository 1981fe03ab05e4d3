import { known, oneOf, type Known, type Seconds, type Setting, type Table } from '../core/setting';
import { integrationTimer, toFunction } from './_api';
import { choose, never, whether } from './_choose';
import { defineKind } from './_kind';
import { provider, restApi, restStreaming } from './_sources';

const idleTimeouts = `"For Regional or private endpoints, the timeout is 5 minutes. For edge-optimized endpoints, the timeout is 30 seconds." ${restStreaming}`;

/** How long a streamed response may pause: the type of the API's endpoint decides, which the integration does not show. */
function streamIdle(settings: Table<Setting>): Setting<Seconds | null> | null {
  const streams = whether(settings, 'response_transfer_mode', (value) => value === 'STREAM');
  if (streams.state === 'known' && !streams.value) return null;
  const of = (seconds: Seconds): Known<Seconds | null> =>
    known<Seconds | null>(seconds, {
      level: 'default',
      subject: 'API Gateway',
      attribute: 'stream idle timeout',
      text: String(seconds),
      cite: idleTimeouts,
    });
  const either = oneOf(
    [of(30), of(300)],
    'an edge-optimized API ends a silent stream after 30 s, a Regional or private one after 5 min',
    'send a byte of the response at least every 30 s, and declare that as `request.maxSilence`',
  );
  return choose(streams, either, never);
}

export default defineKind({
  name: 'rest-integration',
  title: 'integration of a REST API',
  terraform: { types: ['aws_api_gateway_integration'], names: ['id'] },
  cloudformation: { types: ['AWS::ApiGateway::Method'], names: [] },
  settings: {
    type: { as: 'text', terraform: 'type', cloudformation: 'Integration.Type', cite: `Integration.type, ${restApi}` },
    integration_timeout: {
      as: 'milliseconds',
      terraform: 'timeout_milliseconds',
      cloudformation: 'Integration.TimeoutInMillis',
      default: {
        value: 29,
        cite: `"The default value is 29,000 milliseconds." ${provider('api_gateway_integration')}`,
      },
      range: {
        min: 0.05,
        max: 900,
        cite: `"Timeout should be between 50 ms and 900000 ms", AWS as quoted in https://github.com/hashicorp/terraform-provider-aws/pull/45482`,
      },
      cite: `Integration.timeoutInMillis, ${restApi}`,
    },
    response_transfer_mode: {
      as: 'text',
      terraform: 'response_transfer_mode',
      cloudformation: 'Integration.ResponseTransferMode',
      default: { value: 'BUFFERED', cite: `"The default transfer mode setting is BUFFERED." ${restStreaming}` },
      cite: `Integration.responseTransferMode, ${restApi}`,
    },
    stream_idle_timeout: { as: 'seconds', cite: idleTimeouts },
  },
  links: {
    rest_api: { terraform: 'rest_api_id', cloudformation: 'RestApiId', to: ['rest-api'], by: ['id'] },
    target: {
      terraform: 'uri',
      cloudformation: 'Integration.Uri',
      ...toFunction,
    },
  },
  timers: [
    integrationTimer(),
    {
      name: 'api.stream_idle_timeout',
      class: 'data-idle',
      phases: ['query'],
      value: { compute: streamIdle, setting: 'stream_idle_timeout' },
      expiry: 'request-error',
      cite: `"Your streams are subject to idle timeouts." ${restStreaming}`,
    },
  ],
  hop: { key: 'api', side: 'request', does: 'terminates' },
});
