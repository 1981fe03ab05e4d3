import type { Default } from '../core/kind';
import { unknown, type Seconds, type Setting, type Table } from '../core/setting';
import { secondsOf } from './_choose';
import { integrationTimer, toFunction } from './_api';
import { defineKind } from './_kind';
import { httpApi, provider } from './_sources';

const cite = `"between 50 and 29,000 milliseconds for WebSocket APIs and between 50 and 30,000 milliseconds for HTTP APIs" ${httpApi}`;

/** The longest that an integration may take, which no quota raises. An API made from a definition is an HTTP API. */
function longest({ protocol }: Table<Setting>): Default {
  if (protocol === undefined) return { value: 30, cite };
  if (protocol.state !== 'known') return { value: 29, cite: `${cite}; its protocol is not known`, unverified: true };
  return { value: protocol.value === 'WEBSOCKET' ? 29 : 30, cite };
}

/** Without integrations in view: that of quick create has the longest; another may have any shorter one. */
function unseen(settings: Table<Setting>): Setting<Seconds | null> {
  const most = secondsOf(settings, 'integration_timeout');
  const { quick_create: target } = settings;
  if (target !== undefined && !(target.state === 'known' && target.value === null)) return most;
  const max = most.state === 'known' && most.value !== null ? most.value : 30;
  return unknown(
    'its integrations are in no document; an OpenAPI body is not read',
    'pass the document that holds them, or describe the API in the path: `api: { name, timeout }`',
    [],
    { min: 0.05, max },
  );
}

export default defineKind({
  name: 'http-api',
  title: 'HTTP or WebSocket API of API Gateway',
  // Several APIs may have one name, so the identifier comes first.
  terraform: { types: ['aws_apigatewayv2_api'], names: ['id', 'arn', 'execution_arn', 'api_endpoint', 'name'] },
  cloudformation: { types: ['AWS::ApiGatewayV2::Api', 'AWS::Serverless::HttpApi'], names: [] },
  settings: {
    protocol: { as: 'text', terraform: 'protocol_type', cloudformation: 'ProtocolType', cite },
    integration_timeout: { as: 'seconds', fixed: longest, cite },
    quick_create: { as: 'text', terraform: 'target', cloudformation: 'Target', cite: provider('apigatewayv2_api') },
  },
  links: {
    // Quick create: an API with one integration of its own.
    target: {
      terraform: 'target',
      cloudformation: 'Target',
      ...toFunction,
    },
  },
  timers: [
    integrationTimer({ setting: 'integration_timeout' }, { alone: false }),
    integrationTimer(
      { compute: unseen, setting: 'integration_timeout' },
      { name: 'http-api.integration_timeout', alone: true },
    ),
  ],
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
