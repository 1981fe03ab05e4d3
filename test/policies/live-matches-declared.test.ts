import { testPolicy, type TestResource } from 'holdfast/testing';
import policy from '../../policies/live-matches-declared';

const account = '111122223333';
const region = 'eu-west-1';
const identity = (identifier: string): Pick<TestResource, 'identity'> => ({
  identity: { account, region, identifier },
});
const alb = (idle_timeout: number): TestResource => ({
  kind: 'alb',
  settings: { idle_timeout },
  ...identity('public'),
});
const proxy = (settings: TestResource['settings'] = {}): TestResource => ({
  kind: 'proxy',
  settings,
  ...identity('orders'),
});
const pool = (settings: NonNullable<TestResource['settings']>): TestResource => ({
  kind: 'proxy-target-group',
  settings,
  links: { proxy: 'aws_db_proxy.orders' },
});
const configuration = {
  workloads: [
    {
      name: 'checkout-api',
      maxQueryDuration: '30s',
      maxIdle: '10m',
      request: { maxDuration: '90s' },
      path: [{ alb: 'aws_lb.public' }, { client: { name: 'api' } }, { proxy: 'aws_db_proxy.orders' }],
    },
  ],
};
const lb = { 'aws_lb.public': alb(120) };
const both = { ...lb, 'aws_db_proxy.orders': proxy() };
const views = [{ account, region, unread: [] }];

testPolicy(policy, [
  {
    name: 'passes what is as it was declared, a default spelled out or not',
    declared: { ...lb, 'aws_db_proxy.orders': proxy({ idle_client_timeout: 1800 }) },
    resources: both,
    configuration,
    expect: [
      {
        resource: 'aws_lb.public',
        outcome: 'pass',
        message: '`aws_lb.public` is as state.json says: 1 value compared',
      },
      { resource: 'aws_db_proxy.orders', outcome: 'pass' },
    ],
  },
  {
    name: 'fails a value that differs, and names both ways out',
    declared: both,
    resources: { ...both, 'aws_lb.public': alb(110) },
    configuration,
    expect: [
      {
        resource: 'aws_lb.public',
        outcome: 'fail',
        workload: null,
        role: null,
        message: '`idle_timeout` of `aws_lb.public` is 110 s live and 2 min in state.json; every promise still holds',
        expected: '120',
        actual: 110,
        fix: {
          resource: 'aws_lb.public',
          setting: 'idle_timeout',
          value: 110,
          note: 'where 110 s is meant; else `terraform apply` brings back 2 min',
        },
      },
      { resource: 'aws_db_proxy.orders', outcome: 'pass' },
    ],
  },
  {
    name: 'tells what closes idle connections, which decides no verdict',
    declared: both,
    resources: { ...lb, 'aws_db_proxy.orders': proxy({ idle_client_timeout: 300 }) },
    configuration,
    expect: [
      { resource: 'aws_lb.public', outcome: 'pass' },
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'fail',
        message:
          '`idle_client_timeout` of `aws_db_proxy.orders` is 5 min live and 30 min (default) in state.json: an idle connection is closed after 5 min while a pooled connection of `checkout-api` may pause for 10 min',
      },
    ],
  },
  {
    name: 'leaves a broken promise to its own policy',
    declared: both,
    resources: { ...both, 'aws_lb.public': alb(60) },
    configuration,
    expect: [{ resource: 'aws_db_proxy.orders', outcome: 'pass' }],
  },
  {
    name: 'tells several values of one resource together',
    declared: { ...both, pool: pool({ max_connections_percent: 90, connection_borrow_timeout: 60 }) },
    resources: { ...both, pool: pool({ max_connections_percent: 80, connection_borrow_timeout: 120 }) },
    configuration,
    expect: [
      { resource: 'aws_lb.public', outcome: 'pass' },
      { resource: 'aws_db_proxy.orders', outcome: 'pass' },
      {
        resource: 'pool',
        outcome: 'fail',
        message:
          '`connection_pool_config.connection_borrow_timeout` of `pool` is 2 min live and 60 s in state.json; no promise that is judged depends on it; `connection_pool_config.max_connections_percent` of `pool` is 80 live and 90 in state.json; no promise that is judged depends on it',
        expected: 'as declared',
        actual: 2,
      },
    ],
  },
  {
    name: 'fails what was declared and is gone',
    declared: { ...both, 'aws_lb.old': { kind: 'alb', ...identity('old') } },
    resources: both,
    views,
    configuration,
    expect: [
      { resource: 'aws_lb.public', outcome: 'pass' },
      { resource: 'aws_db_proxy.orders', outcome: 'pass' },
      {
        resource: 'aws_lb.old',
        outcome: 'fail',
        message: '`aws_lb.old` of state.json is not live, so nothing runs that it declares',
        fix: {
          resource: 'aws_lb.old',
          setting: 'apply',
          value: 'again',
          note: 'or take it out of the configuration where it was deleted on purpose',
        },
      },
    ],
  },
  {
    name: 'does not know whether it is gone where a call was denied',
    declared: { ...both, 'aws_lb.old': { kind: 'alb', ...identity('old') } },
    resources: both,
    views: [{ account, region, unread: ['elasticloadbalancing'] }],
    configuration,
    expect: [
      { resource: 'aws_lb.public', outcome: 'pass' },
      { resource: 'aws_db_proxy.orders', outcome: 'pass' },
      {
        resource: 'aws_lb.old',
        outcome: 'unknown',
        message:
          /^whether `aws_lb.old` of state.json is live cannot be told: not all of elasticloadbalancing in 111122223333 eu-west-1 was read/,
        settles: 'allow the calls, or install the client, that coverage names',
      },
    ],
  },
  {
    name: 'says nothing of what is live and was declared nowhere',
    declared: lb,
    resources: both,
    views,
    configuration,
    expect: [{ resource: 'aws_lb.public', outcome: 'pass' }],
  },
]);
