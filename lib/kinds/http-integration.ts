import { integrationTimer, toFunction } from './_api';
import { defineKind } from './_kind';
import { httpApi, provider } from './_sources';

const page = 'apigatewayv2_integration';

export default defineKind({
  name: 'http-integration',
  title: 'integration of an HTTP or WebSocket API',
  terraform: { types: ['aws_apigatewayv2_integration'], names: ['id'] },
  cloudformation: { types: ['AWS::ApiGatewayV2::Integration'], names: [] },
  settings: {
    type: {
      as: 'text',
      terraform: 'integration_type',
      cloudformation: 'IntegrationType',
      cite: `Integration.IntegrationType, ${httpApi}`,
    },
    // Without one of its own only the API's limit holds, which is the default as well.
    integration_timeout: {
      as: 'milliseconds',
      terraform: 'timeout_milliseconds',
      cloudformation: 'TimeoutInMillis',
      range: { min: 0.05, max: 30, cite: `"between 50 and 30,000 milliseconds for HTTP APIs" ${httpApi}` },
      cite: `"The default timeout is 29 seconds for WebSocket APIs and 30 seconds for HTTP APIs." ${provider(page)}`,
    },
  },
  links: {
    api: { terraform: 'api_id', cloudformation: 'ApiId', to: ['http-api'], by: ['id'] },
    target: {
      terraform: 'integration_uri',
      cloudformation: 'IntegrationUri',
      ...toFunction,
    },
  },
  timers: [integrationTimer()],
  hop: { key: 'api', side: 'request', does: 'terminates' },
});
