import type { Json } from 'holdfast/policy';
import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/request-limit-outlasts-request';

const client = { client: { name: 'app' } };
const database = { database: { name: 'orders' } };
const lambda = 'aws_lambda_function.orders';
const workload = (path: readonly Json[], promise = '45s') => ({
  name: 'orders-api',
  maxQueryDuration: promise,
  path,
});
const byFunction = (promise?: string) => ({ workloads: [workload([{ client: lambda }, database], promise)] });
const ofFunction = (settings = {}) => ({ [lambda]: { kind: 'function', type: 'aws_lambda_function', settings } });
const instead = 'let the request start the query and answer at once, and fetch the result later';

const rest = 'aws_api_gateway_rest_api.public';
const integration = 'aws_api_gateway_integration.orders';
const throughRest = (promise: string) => ({ workloads: [workload([{ api: rest }, client, database], promise)] });
const ofRest = (settings = {}) => ({
  [rest]: { kind: 'rest-api' },
  [integration]: { kind: 'rest-integration', links: { rest_api: rest }, settings },
});

testPolicy(policy, [
  {
    name: 'a function is ended after 3 s unless it says otherwise',
    resources: ofFunction(),
    configuration: byFunction(),
    expect: [
      {
        resource: lambda,
        outcome: 'fail',
        workload: 'orders-api',
        role: null,
        message: `\`timeout\` of \`${lambda}\` is 3 s (default), so the program that waits for the query is ended at 3 s and the query runs on while a query of \`orders-api\` may take 45 s`,
        expected: '> 45',
        actual: 3,
        fix: { resource: lambda, setting: 'timeout', value: 46 },
      },
    ],
  },
  {
    name: 'equality is a race and fails',
    resources: ofFunction({ timeout: 45 }),
    configuration: byFunction(),
    expect: [
      { resource: lambda, outcome: 'fail', message: /45 s equals the promise, which is a race: 46 s outlives it$/ },
    ],
  },
  {
    name: 'passes one second above the promise',
    resources: ofFunction({ timeout: 46 }),
    configuration: byFunction(),
    expect: [{ resource: lambda, outcome: 'pass', actual: 46 }],
  },
  {
    name: 'unknown where the timeout is known only after apply',
    resources: ofFunction({ timeout: notKnown('`timeout` is known only after apply') }),
    configuration: byFunction(),
    expect: [{ resource: lambda, outcome: 'unknown', message: /known only after apply/ }],
  },
  {
    name: 'says that AWS may refuse more than 900 s of a function',
    resources: ofFunction({ timeout: 900 }),
    configuration: byFunction('900s'),
    expect: [
      {
        resource: lambda,
        outcome: 'fail',
        fix: {
          resource: lambda,
          setting: 'timeout',
          value: 901,
          note: 'the documentation allows 900 s, the API model 5400 s, so AWS may refuse it',
        },
      },
    ],
  },
  {
    name: 'says what to do instead where no function runs as long',
    resources: ofFunction({ timeout: 900 }),
    configuration: byFunction('2h'),
    expect: [
      {
        resource: lambda,
        outcome: 'fail',
        message: new RegExp(`; 1 h 30 min is its maximum, so no value outlives the promise; ${instead}$`),
        fix: null,
      },
    ],
  },
  {
    name: 'a function counts above a client too',
    resources: ofFunction({ timeout: 30 }),
    configuration: { workloads: [workload([{ function: lambda }, client, database])] },
    expect: [{ resource: lambda, outcome: 'fail', actual: 30 }],
  },
  {
    name: 'it is the request that is measured, not the query',
    resources: ofFunction({ timeout: 60 }),
    configuration: { workloads: [{ ...workload([{ client: lambda }, database]), request: { maxDuration: '90s' } }] },
    expect: [{ resource: lambda, outcome: 'fail', message: /while a request of `orders-api` may take 90 s$/ }],
  },
  {
    name: 'an integration of a REST API is written in milliseconds, and takes a quota above 29 s',
    resources: ofRest(),
    configuration: throughRest('45s'),
    expect: [
      {
        resource: integration,
        outcome: 'fail',
        message: /is 29 s \(default\), so callers get HTTP 504 from API Gateway at 29 s and the query runs on/,
        fix: {
          resource: integration,
          setting: 'timeout_milliseconds',
          value: 46_000,
          note: 'above 29 s AWS asks for a quota increase, for Regional and private APIs only; above 300 s the integration has to stream',
        },
      },
    ],
  },
  {
    name: 'no quota is asked for below that',
    resources: ofRest({ integration_timeout: 5 }),
    configuration: throughRest('20s'),
    expect: [
      {
        resource: integration,
        outcome: 'fail',
        fix: { resource: integration, setting: 'timeout_milliseconds', value: 21_000 },
      },
    ],
  },
  {
    name: 'an API without integrations in view is unknown, and no API waits for more than 15 min',
    resources: { [rest]: { kind: 'rest-api' } },
    configuration: {
      workloads: [
        workload([{ api: rest }, client, database]),
        { ...workload([{ api: rest }, client, database], '15min'), name: 'reports' },
      ],
    },
    expect: [
      { resource: rest, outcome: 'unknown', workload: 'orders-api', settles: /^pass the document that holds them/ },
      { resource: rest, outcome: 'fail', workload: 'reports', fix: null },
    ],
  },
  {
    name: 'the 30 s of an HTTP API cannot be raised',
    resources: {
      'aws_apigatewayv2_api.public': {
        kind: 'http-api',
        settings: { protocol: 'HTTP', quick_create: 'arn:aws:lambda:x' },
      },
    },
    configuration: { workloads: [workload([{ api: 'aws_apigatewayv2_api.public' }, client, database])] },
    expect: [
      {
        resource: 'aws_apigatewayv2_api.public',
        outcome: 'fail',
        message: new RegExp(`may take 45 s; it cannot be changed; ${instead}$`),
        actual: 30,
        fix: null,
      },
    ],
  },
  {
    name: 'an integration in a definition that is not read may have less',
    resources: { 'aws_apigatewayv2_api.public': { kind: 'http-api', settings: { protocol: 'HTTP' } } },
    configuration: { workloads: [workload([{ api: 'aws_apigatewayv2_api.public' }, client, database], '16s')] },
    expect: [
      {
        resource: 'aws_apigatewayv2_api.public',
        outcome: 'unknown',
        message: /is not known \(50 ms to 30 s\); .*its integrations are in no document/,
      },
    ],
  },
  {
    name: 'nor can those of AppSync and App Runner',
    resources: {
      'aws_appsync_graphql_api.shop': { kind: 'graphql-api' },
      'aws_apprunner_service.shop': { kind: 'app-runner-service' },
    },
    configuration: {
      workloads: [
        workload([{ api: 'aws_appsync_graphql_api.shop' }, { client: 'aws_apprunner_service.shop' }, database], '2min'),
      ],
    },
    expect: [
      { resource: 'aws_appsync_graphql_api.shop', outcome: 'fail', actual: 30, fix: null },
      { resource: 'aws_apprunner_service.shop', outcome: 'fail', actual: 120, fix: null },
    ],
  },
  {
    name: 'a distribution that limits the whole response, and one that does not',
    resources: {
      'aws_cloudfront_distribution.shop': {
        kind: 'distribution',
        settings: { origin_read_timeout: 60, response_completion_timeout: 40 },
      },
      'aws_cloudfront_distribution.docs': {
        kind: 'distribution',
        settings: { origin_read_timeout: 60, response_completion_timeout: 0 },
      },
    },
    configuration: {
      workloads: [
        workload([{ cdn: 'aws_cloudfront_distribution.shop' }, client, database]),
        { ...workload([{ cdn: 'aws_cloudfront_distribution.docs' }, client, database]), name: 'docs' },
      ],
    },
    expect: [
      { resource: 'aws_cloudfront_distribution.shop', outcome: 'fail', actual: 40 },
      { resource: 'aws_cloudfront_distribution.docs', outcome: 'pass', actual: null },
    ],
  },
  {
    name: 'the 15 s of Service Connect have no word of AWS, so they never fail',
    resources: {},
    configuration: {
      workloads: [
        workload([{ mesh: { name: 'envoy' } }, client, database]),
        { ...workload([{ mesh: { name: 'set', requestTimeout: '30s' } }, client, database]), name: 'set' },
        { ...workload([{ mesh: { name: 'short' } }, client, database], '10s'), name: 'short' },
      ],
    },
    expect: [
      { resource: 'envoy', outcome: 'unknown', settles: 'declare `requestTimeout`' },
      { resource: 'set', outcome: 'fail', fix: { resource: 'set', setting: 'requestTimeout', value: 46 } },
      { resource: 'short', outcome: 'pass' },
    ],
  },
]);
