import { unknown } from '../core/setting';
import { integrationTimer } from './_api';
import { defineKind } from './_kind';
import { restApi, restStreaming } from './_sources';

const cite = `Integration.timeoutInMillis, ${restApi}; 15 minutes at most: ${restStreaming}`;

export default defineKind({
  name: 'rest-api',
  title: 'REST API of API Gateway',
  // Several APIs may have one name, so the identifier comes first.
  terraform: { types: ['aws_api_gateway_rest_api'], names: ['id', 'arn', 'execution_arn', 'name'] },
  cloudformation: { types: ['AWS::ApiGateway::RestApi', 'AWS::Serverless::Api'], names: [] },
  settings: { integration_timeout: { as: 'seconds', cite } },
  links: {},
  timers: [
    integrationTimer(
      {
        compute: () =>
          unknown(
            'its integrations are in no document; an OpenAPI body is not read',
            'pass the document that holds them, or describe the API in the path: `api: { name, timeout }`',
            [],
            { min: 0.05, max: 900 },
          ),
        setting: 'integration_timeout',
      },
      { alone: true },
    ),
  ],
  hop: {
    key: 'api',
    side: 'request',
    does: 'terminates',
    // What answers from a template of its own calls nobody.
    members: [
      {
        kind: 'rest-integration',
        link: 'rest_api',
        use: ({ type }) => !(type?.state === 'known' && type.value === 'MOCK'),
      },
    ],
  },
});
