import type { Default } from '../core/kind';
import type { Setting, Table } from '../core/setting';
import { integrationTimer } from './_api';
import { defineKind } from './_kind';
import { httpApi } from './_sources';

const cite = `"between 50 and 29,000 milliseconds for WebSocket APIs and between 50 and 30,000 milliseconds for HTTP APIs" ${httpApi}`;

/** The longest that an integration may take, which no quota raises. An API made from a definition is an HTTP API. */
function longest({ protocol }: Table<Setting>): Default {
  if (protocol === undefined) return { value: 30, cite };
  if (protocol.state !== 'known') return { value: 29, cite: `${cite}; its protocol is not known`, unverified: true };
  return { value: protocol.value === 'WEBSOCKET' ? 29 : 30, cite };
}

export default defineKind({
  name: 'http-api',
  title: 'HTTP or WebSocket API of API Gateway',
  // Several APIs may have one name, so the identifier comes first.
  terraform: { types: ['aws_apigatewayv2_api'], names: ['id', 'arn', 'execution_arn', 'api_endpoint', 'name'] },
  cloudformation: { types: ['AWS::ApiGatewayV2::Api'], names: [] },
  settings: {
    protocol: { as: 'text', terraform: 'protocol_type', cloudformation: 'ProtocolType', cite },
    integration_timeout: { as: 'seconds', fixed: longest, cite },
  },
  links: {
    // Quick create: an API with one integration of its own.
    target: {
      terraform: 'target',
      cloudformation: 'Target',
      to: ['function', 'function-alias'],
      by: ['arn', 'invoke_arn'],
    },
  },
  timers: [integrationTimer()],
  hop: {
    key: 'api',
    side: 'request',
    does: 'terminates',
    members: [
      {
        kind: 'http-integration',
        link: 'api',
        use: ({ type }) => !(type?.state === 'known' && type.value === 'MOCK'),
      },
    ],
  },
});
