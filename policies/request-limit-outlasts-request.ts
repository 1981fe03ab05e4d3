import {
  advised,
  raise,
  timerVerdict,
  type Fix,
  type Policy,
  type PolicyExample,
  type TimerCase,
} from 'holdfast/policy';

/** A REST API in front of a function that queries. */
const estate = (timeout: number, promise: string): PolicyExample => ({
  resources: {
    'aws_lambda_function.orders': { function_name: 'orders', role: 'arn:aws:iam::111122223333:role/orders', timeout },
  },
  configuration: {
    workloads: [
      {
        name: 'orders-api',
        maxQueryDuration: promise,
        path: [{ api: { name: 'public' } }, 'aws_lambda_function.orders', { database: { name: 'orders' } }],
      },
    ],
  },
});

const functionNote = 'the documentation allows 900 s, the API model 5400 s, so AWS may refuse it';
const restNote =
  'above 29 s AWS asks for a quota increase, for Regional and private APIs only; above 300 s the integration has to stream';

/** A longer limit, with what AWS may have against it. */
function longer(it: TimerCase): Fix | null {
  const fix = raise(it);
  const { subject } = it.judgement.timer;
  if (fix === null) return null;
  if (subject.kind.name === 'function' && Number(fix.value) > 900) return { ...fix, note: functionNote };
  if (subject.kind.name === 'rest-integration' && Number(fix.value) > 29_000) return { ...fix, note: restNote };
  return fix;
}

const policy: Policy = {
  id: 'request-limit-outlasts-request',
  title: 'A limit on one request outlasts the request that waits for the query',
  severity: 'error',
  per: 'timer',
  judges: [
    { timer: 'function.timeout', phase: 'query' },
    { timer: 'api.integration_timeout', phase: 'query' },
    { timer: 'http-api.integration_timeout', phase: 'query' },
    { timer: 'graphql-api.request_timeout', phase: 'query' },
    { timer: 'app-runner-service.request_timeout', phase: 'query' },
    { timer: 'distribution.response_completion_timeout', phase: 'query' },
    { timer: 'mesh.request_timeout', phase: 'query' },
  ],
  why:
    'These limits run from the start of a request and nothing resets them: not a byte of the response, not a keepalive. ' +
    'Lambda ends a function after 3 s unless it says otherwise, API Gateway gives up after 29 s (HTTP APIs 30 s), AppSync ' +
    'after 30 s, App Runner after 120 s. The caller gets an error, the query runs on, and a retry starts it again.',
  fix:
    'Raise the limit above the longest request where it can be raised. Where it cannot, let the request start the query and ' +
    'answer at once, and fetch the result later; a REST API can also stream its response for up to 15 minutes.',
  refs: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html',
    'https://repost.aws/knowledge-center/api-gateway-504-errors',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html',
    'https://docs.aws.amazon.com/general/latest/gr/appsync.html',
    'https://docs.aws.amazon.com/apprunner/latest/dg/develop.html',
  ],
  example: { bad: estate(3, '20s'), good: estate(25, '20s') },
  check: (it) =>
    advised(timerVerdict(it, longer), 'let the request start the query and answer at once, and fetch the result later'),
};

export default policy;
