import type { Kind } from '../../lib/core/kind';
import type { Fix } from '../../lib/core/report';
import { table } from '../../lib/core/setting';
import { renderFix } from '../../lib/report/fix';
import { hclValue } from '../../lib/report/hcl';

const kind = (change: Partial<Kind>): Kind => ({
  name: 'alb',
  title: 'Application Load Balancer',
  settings: table(),
  links: table(),
  timers: [],
  ...change,
});
const kinds: readonly Kind[] = [
  kind({
    name: 'alb',
    terraform: { types: ['aws_lb'], names: [] },
    settings: table([['idle_timeout', { as: 'seconds' as const, terraform: 'idle_timeout', cite: 'guide' }]]),
  }),
  kind({
    name: 'listener',
    terraform: { types: ['aws_lb_listener'], names: [] },
    settings: table([
      ['tcp_idle_timeout', { as: 'seconds' as const, terraform: 'tcp_idle_timeout_seconds', cite: 'guide' }],
    ]),
  }),
  kind({
    name: 'proxy-target-group',
    terraform: { types: ['aws_db_proxy_default_target_group'], names: [] },
    settings: table([
      ['init_query', { as: 'text' as const, terraform: 'connection_pool_config.init_query', cite: 'guide' }],
    ]),
  }),
  kind({
    name: 'environment',
    terraform: { types: ['aws_elastic_beanstalk_environment'], names: [] },
    settings: table([
      [
        'idle_timeout',
        {
          as: 'seconds' as const,
          terraform: 'setting[namespace=aws:elbv2:loadbalancer][name=IdleTimeout].value',
          cite: 'g',
        },
      ],
    ]),
  }),
  kind({
    name: 'parameter-group',
    terraform: { types: ['aws_db_parameter_group'], names: [] },
    settings: table([
      ['family', { as: 'text' as const, terraform: 'family', cite: 'guide' }],
      ['parameters', { as: 'parameters' as const, terraform: 'parameter', cite: 'guide' }],
    ]),
    group: { parameters: 'parameters', family: 'family' },
  }),
];

const cases: readonly (readonly [string, Fix, string | null, readonly string[]])[] = [
  [
    'a parameter of a connection string, in words: the string itself is never repeated',
    {
      resource: 'aws_ecs_task_definition.api',
      type: 'client',
      setting: 'Tcp Keepalive',
      value: 'true',
    },
    'aws_ecs_task_definition.api',
    ['Tcp Keepalive: true'],
  ],
  [
    'a Terraform attribute',
    { resource: 'aws_lb.public', type: 'aws_lb', setting: 'idle_timeout', value: 91 },
    null,
    ['resource "aws_lb" "public" {', '  idle_timeout = 91', '}'],
  ],
  [
    'an attribute that Terraform calls otherwise',
    { resource: 'aws_lb_listener.pg', type: 'aws_lb_listener', setting: 'tcp_idle_timeout', value: 401 },
    null,
    ['resource "aws_lb_listener" "pg" {', '  tcp_idle_timeout_seconds = 401', '}'],
  ],
  [
    'an attribute in a block',
    {
      resource: 'aws_db_proxy_default_target_group.p',
      type: 'aws_db_proxy_default_target_group',
      setting: 'init_query',
      value: 'SET x = "${y}"',
    },
    null,
    [
      'resource "aws_db_proxy_default_target_group" "p" {',
      '  connection_pool_config {',
      '    init_query = "SET x = \\"$${y}\\""',
      '  }',
      '}',
    ],
  ],
  [
    'an attribute of a block with keys',
    {
      resource: 'aws_elastic_beanstalk_environment.e',
      type: 'aws_elastic_beanstalk_environment',
      setting: 'IdleTimeout',
      value: 301,
    },
    null,
    [
      'resource "aws_elastic_beanstalk_environment" "e" {',
      '  setting {',
      '    namespace = "aws:elbv2:loadbalancer"',
      '    name      = "IdleTimeout"',
      '    value     = "301"',
      '  }',
      '}',
    ],
  ],
  [
    'an attribute that no kind knows',
    { resource: 'aws_lambda_function.f', type: 'aws_lambda_function', setting: 'timeout', value: 900 },
    null,
    ['resource "aws_lambda_function" "f" {', '  timeout = 900', '}'],
  ],
  [
    'a parameter of a group',
    {
      resource: 'aws_db_parameter_group.pg16',
      type: 'aws_db_parameter_group',
      setting: 'statement_timeout',
      value: 31000,
    },
    null,
    [
      'resource "aws_db_parameter_group" "pg16" {',
      '  parameter {',
      '    name  = "statement_timeout"',
      '    value = "31000"',
      '  }',
      '}',
    ],
  ],
  [
    "a group's own attribute",
    { resource: 'aws_db_parameter_group.pg16', type: 'aws_db_parameter_group', setting: 'family', value: 'postgres16' },
    null,
    ['resource "aws_db_parameter_group" "pg16" {', '  family = "postgres16"', '}'],
  ],
  [
    'an instance in a module',
    { resource: 'module.a["x.y"].aws_lb.x[0]', type: 'aws_lb', setting: 'idle_timeout', value: 91 },
    'in module.a["x.y"]: its source, or the variable that feeds it; instance [0] is the one that was judged',
    ['resource "aws_lb" "x" {', '  idle_timeout = 91', '}'],
  ],
  [
    'what is only read here',
    { resource: 'data.aws_lb.x', type: 'aws_lb', setting: 'idle_timeout', value: 91 },
    'data.aws_lb.x is only read here: change it where it is made',
    ['idle_timeout = 91'],
  ],
  [
    'a role',
    { resource: 'app"user', type: 'role', setting: 'statement_timeout', value: "31's" },
    null,
    [`ALTER ROLE "app""user" SET statement_timeout = '31''s';`],
  ],
  [
    'a role in one database',
    { resource: 'app', type: 'role', setting: 'statement_timeout', value: '301000', inDatabase: 'my"shop' },
    null,
    [`ALTER ROLE "app" IN DATABASE "my""shop" SET statement_timeout = '301000';`],
  ],
  [
    'a database',
    { resource: 'orders', type: 'database', setting: 'statement_timeout', value: 0 },
    null,
    ['ALTER DATABASE "orders" SET statement_timeout = 0;'],
  ],
  [
    'what was declared',
    { resource: 'airflow', type: 'client', setting: 'keepalive', value: { idle: 60, interval: 30 } },
    'airflow',
    ['keepalive: idle 60, interval 30'],
  ],
  [
    'a list in the configuration',
    { resource: 'nightly', type: 'workload', setting: 'roles', value: ['etl_nightly', 'etl_hourly'] },
    'nightly',
    ['roles: [etl_nightly, etl_hourly]'],
  ],
  [
    'a resource whose address is of another type',
    { resource: 'aws_lb.x', type: 'configuration', setting: 'maxIdle', value: '10m' },
    'aws_lb.x',
    ['maxIdle: 10m'],
  ],
];

describe('a fix', () => {
  it.each(cases)('for %s', (_, fix, where, lines) => {
    expect(renderFix(fix, kinds, null)).toEqual({ where, lines, note: null });
  });

  it('carries its note', () => {
    const fix: Fix = { resource: 'app', type: 'role', setting: 'x', value: 1, note: 'New sessions\u001b get it.' };
    expect(renderFix(fix, kinds, null).note).toBe('New sessions\\u{1b} get it.');
  });

  it('lets no control character through', () => {
    const fix: Fix = { resource: 'app\u001b[0m', type: 'role', setting: 'x', value: 'a\u0007' };
    expect(renderFix(fix, kinds, null).lines).toEqual([`ALTER ROLE "app\\u{1b}[0m" SET x = 'a\\u{7}';`]);
  });
});

it.each([
  [null, 'null'],
  [true, 'true'],
  [1.5, '1.5'],
  ['a\\b"c\n%{x}', '"a\\\\b\\"c\\n%%{x}"'],
  [[1, 'a'], '[1, "a"]'],
  [{}, '{}'],
  [{ a: { b: [] } }, '{ "a" = { "b" = [] } }'],
])('%j in Terraform is %s', (value, text) => {
  expect(hclValue(value)).toBe(text);
});
