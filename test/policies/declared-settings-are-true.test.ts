import { notKnown, testPolicy, type TestResource } from 'holdfast/testing';
import policy from '../../policies/declared-settings-are-true';
import { row } from './_database';

const orders: TestResource = {
  kind: 'instance',
  source: 'account',
  settings: { identifier: 'orders', engine: 'postgres', engine_version: '16.4' },
};
const catalogOf = (name: string): TestResource => ({ kind: 'catalog-server', source: 'catalog', settings: { name } });
const login = (name: string, settings: TestResource['settings'] = {}, server = 'catalog of orders'): TestResource => ({
  kind: 'catalog-role',
  source: 'catalog',
  settings: { name, ...settings },
  links: { server },
});
const read = (roles: { readonly [subject: string]: TestResource }): { readonly [subject: string]: TestResource } => ({
  orders,
  'catalog of orders': catalogOf('orders'),
  ...roles,
});
const liveGroup = (parameters: TestResource['settings']): TestResource => ({
  kind: 'parameter-group',
  source: 'account',
  names: ['orders-pg16'],
  settings: { family: 'postgres16', ...parameters },
});
const withGroup = (group: TestResource): { readonly [subject: string]: TestResource } => ({
  orders: { ...orders, links: { parameter_group: 'pg' } },
  pg: group,
});
const declaring = (declared: {
  readonly [key: string]: { readonly [name: string]: { readonly [name: string]: string | number } };
}) => ({
  declared,
  workloads: [{ name: 'api', maxQueryDuration: '30s', path: [{ client: { name: 'api' } }, { database: 'orders' }] }],
});
const app = declaring({ roles: { app: { statement_timeout: '45s' } } });

testPolicy(policy, [
  {
    name: 'a role that has what was declared, however it is spelled',
    resources: read({ app: login('app', { statement_timeout: '45000' }) }),
    configuration: app,
    expect: [
      {
        resource: 'orders',
        role: 'app',
        workload: null,
        outcome: 'pass',
        message: '`declared.roles.app` is what the catalog of `orders` has',
      },
    ],
  },
  {
    name: 'a role that was altered since',
    resources: read({ app: login('app', { statement_timeout: '30s', lock_timeout: '5s' }) }),
    configuration: app,
    expect: [
      {
        resource: 'orders',
        role: 'app',
        outcome: 'fail',
        message:
          '`declared.roles.app` is not true: `statement_timeout` is `45s` there and `30s` in the catalog of `orders`; `lock_timeout` is not set there and `5s` in the catalog of `orders`. Plans are judged by the declared value',
        expected: 'statement_timeout = 45s, lock_timeout = not set',
        actual: 'statement_timeout = 30s, lock_timeout = 5s',
        fix: {
          resource: 'holdfast.yaml',
          setting: 'declared.roles.app',
          value: '{ statement_timeout: 30s, lock_timeout: 5s }',
          note: `or make it true: ALTER ROLE "app" SET statement_timeout = '45s'; ALTER ROLE "app" RESET lock_timeout`,
        },
      },
    ],
  },
  {
    name: 'a role that sets nothing any more, and one that is off in its own words',
    resources: read({ app: login('app'), etl: login('etl', { statement_timeout: '0' }) }),
    configuration: declaring({ roles: { app: { statement_timeout: '45s' }, etl: { statement_timeout: 0 } } }),
    expect: [
      {
        resource: 'orders',
        role: 'app',
        outcome: 'fail',
        actual: 'statement_timeout = not set',
        fix: { resource: 'holdfast.yaml', setting: 'declared.roles.app', value: '{}' },
      },
      { resource: 'orders', role: 'etl', outcome: 'pass' },
    ],
  },
  {
    name: 'what a role has in one database is not its own',
    resources: read({
      app: login('app', { statement_timeout: '45s' }),
      'app in shop': login('app', { in_database: 'shop', statement_timeout: '9s' }),
    }),
    configuration: app,
    expect: [{ resource: 'orders', role: 'app', outcome: 'pass' }],
  },
  {
    name: 'each server that has the role is another one',
    resources: {
      ...read({ app: login('app', { statement_timeout: '45s' }) }),
      stock: { ...orders, settings: { identifier: 'stock', engine: 'postgres' } },
      'catalog of stock': catalogOf('stock'),
      'app of stock': login('app', { statement_timeout: '1min' }, 'catalog of stock'),
    },
    configuration: app,
    expect: [
      { resource: 'orders', role: 'app', outcome: 'pass' },
      { resource: 'stock', role: 'app', outcome: 'fail', actual: 'statement_timeout = 1min' },
    ],
  },
  {
    name: 'a role that no catalog has',
    resources: read({ etl: login('etl') }),
    configuration: app,
    expect: [
      {
        resource: 'orders',
        role: 'app',
        outcome: 'unknown',
        message:
          'no catalog that was read has the login role `app`, so whether `declared.roles.app` is true cannot be told',
        settles: 'read the catalog of its server with `--postgres`, or take it out of `declared.roles`',
      },
    ],
  },
  {
    name: 'a value that the catalog does not show',
    resources: read({ app: login('app', { statement_timeout: notKnown('its value is too long to be one') }) }),
    configuration: app,
    expect: [
      {
        resource: 'orders',
        outcome: 'unknown',
        message:
          'whether `declared.roles.app` is true cannot be told by `statement_timeout` in the catalog of `orders`: its value is too long to be one',
      },
    ],
  },
  {
    name: 'a plan is not asked: what is declared is there for what it cannot show',
    resources: {
      orders: { ...orders, source: 'plan' },
      r: { kind: 'role', settings: { name: 'app', statement_timeout: '1000' }, links: { database: 'orders' } },
    },
    configuration: app,
    expect: [],
  },
  {
    name: 'a group that has what was declared; a default that is spelled out is the same as none',
    resources: withGroup(
      liveGroup({ parameters: [row('statement_timeout', '60000'), row('tcp_keepalives_idle', '300')] }),
    ),
    configuration: declaring({ parameterGroups: { 'orders-pg16': { statement_timeout: 60000, lock_timeout: 0 } } }),
    expect: [
      {
        resource: 'pg',
        role: null,
        outcome: 'pass',
        message: '`declared.parameterGroups.orders-pg16` is what `pg` has',
      },
    ],
  },
  {
    name: 'a group that was changed since',
    resources: withGroup(liveGroup({ parameters: [row('statement_timeout', '30000')] })),
    configuration: declaring({ parameterGroups: { 'orders-pg16': { statement_timeout: 60000 } } }),
    expect: [
      {
        resource: 'pg',
        outcome: 'fail',
        message:
          '`declared.parameterGroups.orders-pg16` is not true: `statement_timeout` is `60000` there and `30000` in `pg`. Plans are judged by the declared value',
        fix: {
          resource: 'holdfast.yaml',
          setting: 'declared.parameterGroups.orders-pg16',
          value: '{ statement_timeout: 30000 }',
          note: 'or make it true: set statement_timeout to 60000 in orders-pg16',
        },
      },
    ],
  },
  {
    name: 'a group whose rows were not read, and one of which nothing was',
    resources: {
      ...withGroup(liveGroup({ parameters: notKnown('rds:DescribeDBParameters was denied') })),
      stock: {
        ...orders,
        settings: { identifier: 'stock', engine: 'postgres' },
        links: { parameter_group: 'stock-pg16' },
      },
    },
    configuration: declaring({
      parameterGroups: {
        'orders-pg16': { statement_timeout: 60000 },
        'stock-pg16': { lock_timeout: 1 },
        unused: { lock_timeout: 1 },
      },
    }),
    expect: [
      { resource: 'pg', outcome: 'unknown', message: /: rds:DescribeDBParameters was denied$/ },
      {
        resource: 'stock',
        outcome: 'unknown',
        message:
          'parameter group `stock-pg16` of `stock` was not read, so whether `declared.parameterGroups.stock-pg16` is true cannot be told',
      },
    ],
  },
]);
