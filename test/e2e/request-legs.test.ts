import type { Report } from '../../lib/core/report';
import type { Json } from '../../lib/core/setting';
import { block, constant, plan, refers, row } from '../read/small-plan';
import { findingOf, verdictOf } from './_command';
import { judgedDocuments } from './_judged';

/** What a workload came to: verdict, and problems that kept it from being judged. */
function outcome({ workloads, coverage }: Report): readonly string[] {
  return [
    ...workloads.map(verdictOf),
    ...coverage.notes.filter(({ level }) => level === 'incomplete').map(({ why }) => why),
  ];
}

/** Timers of the request legs that were judged, with what they do. */
function timersOf({ workloads }: Report): readonly string[] {
  return workloads
    .flatMap(({ timeline }) => timeline)
    .filter(({ layer }) => layer === 'request')
    .map(({ resource, timer, effect, at }) => `${resource} ${timer} ${effect} ${String(at?.from ?? null)}`)
    .sort();
}

const database = { database: { name: 'orders', settings: { statement_timeout: '0' } } };
const orders = (maxQueryDuration: string, ...path: readonly Json[]): Json => ({
  name: 'orders',
  maxQueryDuration,
  path: [...path, database],
});

const lambda = 'aws_lambda_function.orders';
const reports = 'aws_lambda_function.reports';
const rest = 'aws_api_gateway_rest_api.public';
const restPlan = plan(
  [
    row(rest, { after: { name: 'public' }, unknown: { id: true, arn: true } }),
    row('aws_api_gateway_integration.orders', {
      after: { type: 'AWS_PROXY', http_method: 'POST', timeout_milliseconds: 29000 },
      unknown: { uri: true, rest_api_id: true, id: true },
    }),
    row('aws_api_gateway_integration.reports', {
      after: { type: 'AWS_PROXY', http_method: 'GET', timeout_milliseconds: 5000 },
      unknown: { uri: true, rest_api_id: true, id: true },
    }),
    row('aws_api_gateway_integration.preflight', {
      after: { type: 'MOCK', http_method: 'OPTIONS', timeout_milliseconds: 1000 },
      unknown: { rest_api_id: true, id: true },
    }),
    row(lambda, { after: { function_name: 'orders', timeout: 20 }, unknown: { arn: true, invoke_arn: true } }),
    row(reports, { after: { function_name: 'reports', timeout: 900 }, unknown: { arn: true, invoke_arn: true } }),
  ],
  {
    resources: [
      block(rest, { name: constant('public') }),
      block('aws_api_gateway_integration.orders', {
        rest_api_id: refers(`${rest}.id`, rest),
        uri: refers(`${lambda}.invoke_arn`, lambda),
      }),
      block('aws_api_gateway_integration.reports', {
        rest_api_id: refers(`${rest}.id`, rest),
        timeout_milliseconds: constant(5000),
        uri: refers(`${reports}.invoke_arn`, reports),
      }),
      block('aws_api_gateway_integration.preflight', {
        rest_api_id: refers(`${rest}.id`, rest),
        timeout_milliseconds: constant(1000),
      }),
      block(lambda, { function_name: constant('orders'), timeout: constant(20) }),
      block(reports, { function_name: constant('reports'), timeout: constant(900) }),
    ],
  },
);

describe('REST API, function, database', () => {
  it('is cut by what gives up first, and only by the integration that leads to the function', () => {
    const report = judgedDocuments({ 'plan.json': restPlan }, [orders('30s', rest, lambda)]);
    expect(outcome(report)).toEqual([`cut at 20 by ${lambda} in query`]);
    expect(timersOf(report)).toEqual([
      'aws_api_gateway_integration.orders api.integration_timeout cuts 29',
      `${lambda} function.timeout cuts 20`,
    ]);
    expect(findingOf(report, 'request-limit-outlasts-request', 'orders', lambda)).toMatchObject({
      outcome: 'fail',
      message: `\`timeout\` of \`${lambda}\` is 20 s, so the program that waits for the query is ended at 20 s and the query runs on while a query of \`orders\` may take 30 s`,
      fix: { resource: lambda, type: 'aws_lambda_function', setting: 'timeout', value: 31 },
    });
    expect(
      findingOf(report, 'request-limit-outlasts-request', 'orders', 'aws_api_gateway_integration.orders'),
    ).toMatchObject({
      message:
        '`timeout_milliseconds` of `aws_api_gateway_integration.orders` is 29 s (default), so callers get HTTP 504 from API Gateway at 29 s and the query runs on while a query of `orders` may take 30 s',
      fix: { setting: 'timeout_milliseconds', value: 31_000 },
    });
  });

  it('holds where both are long enough', () => {
    const report = judgedDocuments({ 'plan.json': restPlan }, [orders('15s', rest, lambda)]);
    expect(outcome(report)).toEqual(['holds']);
  });

  it.each<[string, readonly Json[], readonly string[]]>([
    ['with the function as client', [{ api: rest }, { client: lambda }], ['holds']],
    ['with one integration named', ['aws_api_gateway_integration.orders', lambda], ['holds']],
    ['with the other function', [rest, reports], ['cut at 5 by aws_api_gateway_integration.reports in query']],
    [
      'without the function that it leads to',
      [rest],
      [
        'unknown',
        `the path of workload orders contradicts the documents: ${rest} leads to ${lambda}, ${reports}, not to orders`,
      ],
    ],
    [
      'with an integration of another function',
      ['aws_api_gateway_integration.reports', lambda],
      [
        'unknown',
        `the path of workload orders contradicts the documents: ${rest} leads to ${reports}, not to ${lambda}`,
      ],
    ],
    [
      'with a function of the configuration, which may be either',
      [rest, { function: { name: 'fn', timeout: '20s' } }],
      ['cut at 5 by aws_api_gateway_integration.reports in query'],
    ],
  ])('%s', (_, path, expected) => {
    expect(outcome(judgedDocuments({ 'plan.json': restPlan }, [orders('15s', ...path)]))).toEqual(expected);
  });

  it('measures the limits of a request against the request', () => {
    const workload = { ...(orders('15s', rest, lambda) as object), request: { maxDuration: '25s' } };
    const report = judgedDocuments({ 'plan.json': restPlan }, [workload]);
    expect(outcome(report)).toEqual([`cut at 20 by ${lambda} in query`]);
    expect(findingOf(report, 'request-limit-outlasts-request', 'orders', lambda).message).toMatch(
      /while a request of `orders` may take 25 s$/,
    );
  });

  it('is unknown where no document shows the integrations', () => {
    const bare = plan([
      row(rest, { after: { name: 'public', body: '{}' }, unknown: { id: true } }),
      row(lambda, { after: { function_name: 'orders', timeout: 60 } }),
    ]);
    const report = judgedDocuments({ 'plan.json': bare }, [orders('15s', rest, lambda)]);
    expect(outcome(report)).toEqual(['unknown']);
    expect(findingOf(report, 'request-limit-outlasts-request', 'orders', rest)).toMatchObject({
      outcome: 'unknown',
      settles: 'pass the document that holds them, or describe the API in the path: `api: { name, timeout }`',
    });
    const long = judgedDocuments({ 'plan.json': bare }, [
      orders('20m', rest, { function: { name: 'f', timeout: '30m' } }),
    ]);
    expect(outcome(long)).toEqual([`cut at 900 by ${rest} in query`]);
  });
});

const stack = {
  '//': { metadata: { backend: 'local', stackName: 'shop', version: '0.21.0' } },
  resource: {
    aws_apigatewayv2_api: { public: { name: 'public', protocol_type: 'HTTP' } },
    aws_apigatewayv2_integration: {
      orders: {
        api_id: '${aws_apigatewayv2_api.public.id}',
        integration_type: 'AWS_PROXY',
        integration_uri: '${aws_lambda_alias.live.invoke_arn}',
      },
      reports: {
        api_id: '${aws_apigatewayv2_api.public.id}',
        integration_type: 'AWS_PROXY',
        integration_uri: '${aws_lambda_function.reports.invoke_arn}',
        timeout_milliseconds: 1000,
      },
    },
    aws_lambda_alias: { live: { name: 'live', function_name: '${aws_lambda_function.orders.function_name}' } },
    aws_lambda_function: {
      orders: { function_name: 'orders', role: 'r', timeout: 60 },
      reports: { function_name: 'reports', role: 'r' },
    },
  },
};

describe('HTTP API, function, database', () => {
  it('finds the function behind its alias, in a synthesised stack', () => {
    const report = judgedDocuments({ 'cdk.tf.json': stack }, [orders('30s', 'aws_apigatewayv2_api.public', lambda)]);
    // Equality is a race.
    expect(outcome(report)).toEqual(['cut at 30 by aws_apigatewayv2_api.public in query']);
    expect(timersOf(report)).toEqual([
      'aws_apigatewayv2_api.public api.integration_timeout cuts 30',
      `${lambda} function.timeout outlives 60`,
    ]);
    expect(findingOf(report, 'request-limit-outlasts-request', 'orders', 'aws_apigatewayv2_api.public')).toMatchObject({
      fix: null,
      message:
        '`integration_timeout` of `aws_apigatewayv2_api.public` is 30 s (default), so callers get HTTP 504 from API Gateway at 30 s and the query runs on while a query of `orders` may take 30 s; 30 s equals the promise, which is a race; it cannot be changed; let the request start the query and answer at once, and fetch the result later',
    });
  });

  it('judges the integration’s own timeout besides the limit of the API', () => {
    const report = judgedDocuments({ 'cdk.tf.json': stack }, [orders('2s', 'aws_apigatewayv2_api.public', reports)]);
    expect(timersOf(report)).toEqual([
      'aws_apigatewayv2_api.public api.integration_timeout outlives 30',
      'aws_apigatewayv2_integration.reports api.integration_timeout cuts 1',
      `${reports} function.timeout outlives 3`,
    ]);
  });
});

describe('HTTP API, load balancer, service', () => {
  const api = 'aws_apigatewayv2_api.public';
  const linked = plan(
    [
      row(api, { after: { name: 'public', protocol_type: 'HTTP' }, unknown: { id: true } }),
      row('aws_apigatewayv2_integration.service', {
        after: { integration_type: 'HTTP_PROXY', timeout_milliseconds: 20_000 },
        unknown: { integration_uri: true, api_id: true },
      }),
      row('aws_apigatewayv2_integration.orders', {
        after: { integration_type: 'AWS_PROXY', timeout_milliseconds: 1000 },
        unknown: { integration_uri: true, api_id: true },
      }),
      row('aws_lb_listener.http', { after: { port: 80, protocol: 'HTTP' }, unknown: { arn: true } }),
      row(lambda, { after: { function_name: 'orders', timeout: 3 }, unknown: { arn: true, invoke_arn: true } }),
    ],
    {
      resources: [
        block(api, { protocol_type: constant('HTTP') }),
        block('aws_apigatewayv2_integration.service', {
          api_id: refers(`${api}.id`, api),
          timeout_milliseconds: constant(20_000),
          integration_uri: refers('aws_lb_listener.http.arn', 'aws_lb_listener.http'),
        }),
        block('aws_apigatewayv2_integration.orders', {
          api_id: refers(`${api}.id`, api),
          timeout_milliseconds: constant(1000),
          integration_uri: refers(`${lambda}.invoke_arn`, lambda),
        }),
        block('aws_lb_listener.http', {}),
        block(lambda, { function_name: constant('orders') }),
      ],
    },
  );

  it('passes the integration with the VPC link, and not that with a function', () => {
    const path = [api, { alb: { name: 'private' } }, { client: { name: 'app' } }];
    const report = judgedDocuments({ 'plan.json': linked }, [orders('25s', ...path)]);
    expect(outcome(report)).toEqual(['cut at 20 by aws_apigatewayv2_integration.service in query']);
    expect(timersOf(report)).toEqual([
      'aws_apigatewayv2_api.public api.integration_timeout outlives 30',
      'aws_apigatewayv2_integration.service api.integration_timeout cuts 20',
      'private alb.idle_timeout outlives 60',
    ]);
  });
});

const method = (uri: Json, timeout: number): Json => ({
  Type: 'AWS::ApiGateway::Method',
  Properties: {
    RestApiId: { Ref: 'Api' },
    HttpMethod: 'POST',
    Integration: { Type: 'AWS_PROXY', TimeoutInMillis: timeout, Uri: uri },
  },
});
const invoked = (name: string): Json => ({
  'Fn::Sub': `arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${name}.Arn}/invocations`,
});
const template = {
  AWSTemplateFormatVersion: '2010-09-09',
  Resources: {
    Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'public' } },
    PostOrders: method(invoked('Orders'), 29000),
    PostReports: method(invoked('Reports'), 100),
    Orders: { Type: 'AWS::Lambda::Function', Properties: { Timeout: 10 } },
    Reports: { Type: 'AWS::Lambda::Function', Properties: {} },
  },
};

describe('a template of CloudFormation', () => {
  it('links its methods to functions by the ARN in their URI', () => {
    const report = judgedDocuments({ 'template.json': template }, [
      orders('15s', { api: 'Api' }, { function: 'Orders' }),
    ]);
    expect(outcome(report)).toEqual(['cut at 10 by Orders in query']);
    expect(timersOf(report)).toEqual([
      'Orders function.timeout cuts 10',
      'PostOrders api.integration_timeout outlives 29',
    ]);
  });
});

describe('CloudFront, load balancer, service', () => {
  const origin = (id: string, seconds: number | null, more: object = {}): object => ({
    origin_id: id,
    domain_name: `${id}.example.com`,
    custom_origin_config: [{ http_port: 80, https_port: 443, origin_read_timeout: seconds }],
    vpc_origin_config: [],
    ...more,
  });
  const bucket = {
    origin_id: 's3',
    domain_name: 'b.s3.amazonaws.com',
    custom_origin_config: [],
    vpc_origin_config: [],
  };
  const path = [
    { cdn: 'aws_cloudfront_distribution.shop' },
    { alb: { name: 'public', idleTimeout: '60s' } },
    { client: { name: 'app' } },
  ];
  const cdn = (origins: readonly object[]): object =>
    plan([row('aws_cloudfront_distribution.shop', { after: { enabled: true, origin: origins } })]);

  it.each<[string, readonly object[], string, readonly string[]]>([
    ['its only origin', [origin('app', 60), bucket], '45s', ['holds']],
    [
      'no value, so the default',
      [origin('app', null)],
      '45s',
      ['cut at 30 by aws_cloudfront_distribution.shop in query'],
    ],
    [
      'two origins that both cut',
      [origin('app', 40), origin('b', null)],
      '45s',
      ['cut at 40 by aws_cloudfront_distribution.shop in query'],
    ],
    ['two origins of which one cuts', [origin('app', 60), origin('b', null)], '45s', ['unknown']],
    ['two origins that both last', [origin('app', 60), origin('b', 50)], '45s', ['holds']],
    [
      'a VPC origin',
      [{ ...bucket, vpc_origin_config: [{ origin_read_timeout: 20 }] }],
      '45s',
      ['cut at 20 by aws_cloudfront_distribution.shop in query'],
    ],
    [
      'a limit on the whole response',
      [origin('app', 60, { response_completion_timeout: 40 })],
      '45s',
      ['cut at 40 by aws_cloudfront_distribution.shop in query'],
    ],
    ['no such limit, written as 0', [origin('app', 60, { response_completion_timeout: 0 })], '45s', ['holds']],
    [
      'nothing but a bucket, which leads to no database',
      [bucket],
      '45s',
      [
        'unknown',
        '`cdn: aws_cloudfront_distribution.shop` in the path of workload orders matches nothing in the documents',
      ],
    ],
  ])('%s', (_, origins, promise, expected) => {
    expect(outcome(judgedDocuments({ 'plan.json': cdn(origins) }, [orders(promise, ...path)]))).toEqual(expected);
  });

  it('says which attribute of which origin it is', () => {
    const report = judgedDocuments({ 'plan.json': cdn([bucket, origin('app', null)]) }, [orders('45s', ...path)]);
    expect(findingOf(report, 'data-idle-timer-outlasts-request', 'orders')).toMatchObject({
      message:
        '`origin.custom_origin_config.origin_read_timeout` of `aws_cloudfront_distribution.shop` is 30 s (default), so callers get HTTP 504 from CloudFront at 30 s and the query runs on while a query of `orders` may take 45 s',
      fix: { setting: 'origin.custom_origin_config.origin_read_timeout', value: 46 },
    });
  });
});

describe('VPC Lattice, service', () => {
  const address = 'aws_vpclattice_service.orders';
  const lattice = (idle: number | null): object =>
    plan(
      [
        row(address, {
          after: { name: 'orders', idle_timeout_seconds: idle },
          unknown: idle === null ? { idle_timeout_seconds: true } : {},
        }),
      ],
      { resources: [block(address, { name: constant('orders') })] },
    );
  const through = (promise: string, request: Json): Json => ({
    ...(orders(promise, 'aws_vpclattice_service.orders', { client: { name: 'app' } }) as object),
    request,
  });

  it.each<[string, number | null, Json, readonly string[]]>([
    [
      'waits 60 s for data unless it says otherwise',
      null,
      { maxDuration: '90s', maxConnectionAge: 0 },
      ['cut at 60 by aws_vpclattice_service.orders in query'],
    ],
    ['waits as long as it says', 600, { maxDuration: '90s', maxConnectionAge: 0 }, ['holds']],
    ['is not known to hold on a connection of any age', 600, { maxDuration: '90s' }, ['unknown']],
    ['holds on a young connection', 600, { maxDuration: '90s', maxConnectionAge: '5m' }, ['holds']],
    [
      'cuts on an old one',
      600,
      { maxDuration: '90s', maxConnectionAge: '9m' },
      ['cut at 600 by aws_vpclattice_service.orders in query'],
    ],
    [
      'cuts a longer request whatever the age',
      600,
      { maxDuration: '11m', maxSilence: '1m' },
      ['cut at 600 by aws_vpclattice_service.orders in query'],
    ],
  ])('%s', (_, idle, request, expected) => {
    expect(outcome(judgedDocuments({ 'plan.json': lattice(idle) }, [through('30s', request)]))).toEqual(expected);
  });

  it('says what would settle it, and what to do about what is fixed', () => {
    const [open, long] = [{ maxDuration: '90s' }, { maxDuration: '11m', maxSilence: '1m' }].map((request) =>
      findingOf(
        judgedDocuments({ 'plan.json': lattice(600) }, [through('30s', request)]),
        'connection-lifetime-outlasts-query',
        'orders',
      ),
    );
    expect(open).toMatchObject({ outcome: 'unknown', settles: 'declare request.maxConnectionAge' });
    expect(long).toMatchObject({
      outcome: 'fail',
      fix: null,
      message:
        '`connection_duration` of `aws_vpclattice_service.orders` is 10 min (default), so the connection is closed at 10 min while a request of `orders` may take 11 min; it cannot be changed; let the request answer at once, and fetch the result later',
    });
  });
});

describe('Service Connect in front of a service', () => {
  const service = 'aws_ecs_service.orders';
  const connect = (...services: readonly object[]): object =>
    plan([
      row(service, {
        after: { name: 'orders', service_connect_configuration: [{ enabled: true, service: services }] },
      }),
    ]);
  const port = (timeout: object | null): object => ({ port_name: 'http', timeout: timeout === null ? [] : [timeout] });
  const both = { idle_timeout_seconds: 600, per_request_timeout_seconds: 60 };
  const path = [{ mesh: service }, { client: service }];

  it.each<[string, readonly object[], string, readonly string[]]>([
    ['timeouts that last', [port(both)], '45s', ['holds']],
    [
      'a request timeout that cuts',
      [port({ ...both, per_request_timeout_seconds: 30 })],
      '45s',
      [`cut at 30 by ${service} in query`],
    ],
    ['0, which is off', [port({ idle_timeout_seconds: 0, per_request_timeout_seconds: 0 })], '1h', ['holds']],
    // 15 s has no source in the words of AWS.
    ['no timeouts', [port(null)], '45s', ['unknown']],
    ['no timeouts and a short query', [port(null)], '10s', ['holds']],
    ['no idle timeout', [port({ per_request_timeout_seconds: 7200 })], '10m', ['unknown']],
    [
      'no idle timeout, which is an hour at most',
      [port({ per_request_timeout_seconds: 7200 })],
      '1h',
      [`cut at 3600 by ${service} in query`],
    ],
    ['another port without timeouts', [port(both), port(null)], '45s', ['unknown']],
    [
      'no port at all',
      [],
      '45s',
      ['unknown', `\`mesh: ${service}\` in the path of workload orders matches nothing in the documents`],
    ],
  ])('%s', (_, services, promise, expected) => {
    expect(outcome(judgedDocuments({ 'plan.json': connect(...services) }, [orders(promise, ...path)]))).toEqual(
      expected,
    );
  });

  it('does not run where the service is the client alone', () => {
    const short = port({ idle_timeout_seconds: 5, per_request_timeout_seconds: 5 });
    const report = judgedDocuments({ 'plan.json': connect(short) }, [orders('45s', { client: service })]);
    expect(
      report.workloads[0]?.timeline.map(({ timer }) => timer).filter((timer) => timer.startsWith('mesh.')),
    ).toEqual([]);
  });

  it('is described in the path', () => {
    const mesh = (more: object): Json => ({ mesh: { name: 'envoy', ...more } });
    const verdict = (promise: string, more: object): readonly string[] =>
      outcome(judgedDocuments({}, [orders(promise, mesh(more), { client: { name: 'app' } })]));
    expect(verdict('45s', { requestTimeout: '30s' })).toEqual(['cut at 30 by envoy in query']);
    expect(verdict('45s', { requestTimeout: '60s' })).toEqual(['holds']);
    expect(verdict('45s', {})).toEqual(['unknown']);
    expect(verdict('2h', { requestTimeout: 0, idleTimeout: 0 })).toEqual(['holds']);
    expect(verdict('2h', { requestTimeout: 0 })).toEqual(['cut at 3600 by envoy in query']);
  });
});

describe('Global Accelerator', () => {
  const probing = { client: { name: 'etl', keepalive: { idle: '60s', interval: '10s', count: 3 } } };

  it('cuts a silent query that keepalive would carry through a load balancer', () => {
    const path = [probing, { accelerator: { name: 'edge' } }, { nlb: { name: 'warehouse' } }];
    const report = judgedDocuments({}, [orders('1h', ...path)]);
    expect(outcome(report)).toEqual(['cut at 340 by edge in query']);
    expect(findingOf(report, 'data-idle-timer-outlasts-request', 'orders')).toMatchObject({
      fix: null,
      message: expect.stringMatching(
        /it cannot be changed; take it out of the way of the database connection, since only rows would reset it$/,
      ) as string,
    });
  });

  it('cuts a silent request in front of a load balancer', () => {
    const path = [{ accelerator: { name: 'edge' } }, { alb: { name: 'public', idleTimeout: '1h' } }, probing];
    expect(outcome(judgedDocuments({}, [orders('6m', ...path)]))).toEqual(['cut at 340 by edge in query']);
    expect(outcome(judgedDocuments({}, [orders('5m', ...path)]))).toEqual(['holds']);
  });
});

describe('AppSync and App Runner', () => {
  it.each([
    ['aws_appsync_graphql_api.shop', 'api', 30],
    ['aws_apprunner_service.shop', 'client', 120],
  ])('%s cannot be changed', (address, key, seconds) => {
    const report = judgedDocuments({ 'plan.json': plan([row(address, { after: { name: 'shop' } })]) }, [
      orders('10m', { [key]: address }),
    ]);
    expect(outcome(report)).toEqual([`cut at ${seconds} by ${address} in query`]);
    expect(findingOf(report, 'request-limit-outlasts-request', 'orders')).toMatchObject({
      fix: null,
      message: expect.stringMatching(
        /it cannot be changed; let the request start the query and answer at once, and fetch the result later$/,
      ) as string,
    });
  });
});

describe('what nobody put on a path', () => {
  it('is assumed where it stands in front of programs, and never a program itself', () => {
    const all = {
      'plan.json': plan(
        [
          ...(restPlan.resource_changes as readonly object[]),
          row('aws_vpclattice_service.orders', { after: { name: 'orders', idle_timeout_seconds: 60 } }),
          row('aws_globalaccelerator_accelerator.edge', { after: { name: 'edge' } }),
          row('aws_db_instance.orders', {
            after: { engine: 'postgres', engine_version: '16.4', identifier: 'orders' },
          }),
        ],
        restPlan.configuration === undefined ? {} : (restPlan.configuration as { root_module: object }).root_module,
      ),
    };
    const report = judgedDocuments(all, [{ name: 'orders', maxQueryDuration: '45s' }]);
    const assumed = report.findings.filter(({ policy }) => /outlasts-(request|query)$/.test(policy));
    expect(assumed.map(({ resource, outcome: is }) => `${resource} ${is}`).sort()).toEqual([
      'aws_api_gateway_integration.orders unknown',
      'aws_api_gateway_integration.reports unknown',
      'aws_globalaccelerator_accelerator.edge pass',
      'aws_vpclattice_service.orders pass',
      'aws_vpclattice_service.orders unknown',
    ]);
    expect(report.coverage.onNoPath).toEqual([
      rest,
      'aws_vpclattice_service.orders',
      'aws_globalaccelerator_accelerator.edge',
    ]);
  });
});
