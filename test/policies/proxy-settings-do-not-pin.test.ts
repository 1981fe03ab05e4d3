import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/proxy-settings-do-not-pin';

const proxy = { 'aws_db_proxy.orders': { kind: 'proxy', settings: { engine_family: 'POSTGRESQL' } } };
const group = (settings: { readonly [name: string]: string | readonly string[] }) => ({
  'aws_db_proxy_default_target_group.orders': {
    kind: 'proxy-target-group',
    settings,
    links: { proxy: 'aws_db_proxy.orders' },
  },
});
const workload = { name: 'checkout', maxQueryDuration: '30s' };
const below = [{ proxy: 'aws_db_proxy.orders' }, { database: { name: 'orders' } }];

testPolicy(policy, [
  {
    name: 'a SET in the session pins it',
    resources: proxy,
    configuration: {
      workloads: [
        { ...workload, path: [{ client: { name: 'api', settings: { statement_timeout: '30s' } } }, ...below] },
      ],
    },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'fail',
        workload: 'checkout',
        message:
          '`api` sets `statement_timeout` in its session, so `aws_db_proxy.orders` pins the session to one database connection until it ends, and others wait for a free one',
        expected: 'no SET',
        actual: 'statement_timeout',
        fix: {
          resource: 'aws_db_proxy.orders',
          setting: 'init_query',
          value: "SET statement_timeout = '30s'",
          note: 'and drop the SET of api, or set it on the role',
        },
      },
    ],
  },
  {
    name: 'the fix keeps what the init query does already',
    resources: { ...proxy, ...group({ init_query: "SET TIME ZONE 'UTC';" }) },
    configuration: {
      workloads: [{ ...workload, path: [{ client: { name: 'api', settings: { statement_timeout: 0 } } }, ...below] }],
    },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'fail',
        fix: {
          resource: 'aws_db_proxy_default_target_group.orders',
          setting: 'connection_pool_config.init_query',
          value: "SET TIME ZONE 'UTC'; SET statement_timeout = '0'",
        },
      },
    ],
  },
  {
    name: 'a session pinning filter does nothing about it on PostgreSQL',
    resources: { ...proxy, ...group({ session_pinning_filters: ['EXCLUDE_VARIABLE_SETS'] }) },
    configuration: {
      workloads: [
        { ...workload, path: [{ client: { name: 'api', settings: { statement_timeout: '30s' } } }, ...below] },
      ],
    },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'fail',
        message:
          /; `connection_pool_config\.session_pinning_filters` of `aws_db_proxy_default_target_group\.orders` does nothing about it, since AWS supports it for MySQL only$/,
      },
    ],
  },
  {
    name: 'a SET that passes a pooler still pins; options are no SET',
    resources: proxy,
    configuration: {
      workloads: [
        {
          ...workload,
          name: 'a',
          path: [
            { client: { name: 'set', settings: { statement_timeout: '30s' } } },
            { pooler: { name: 'bouncer' } },
            ...below,
          ],
        },
        {
          ...workload,
          name: 'b',
          path: [{ client: { name: 'options', options: { statement_timeout: '30s' } } }, ...below],
        },
      ],
    },
    expect: [
      { resource: 'aws_db_proxy.orders', outcome: 'fail', workload: 'a' },
      { resource: 'aws_db_proxy.orders', outcome: 'pass', workload: 'b' },
    ],
  },
  {
    name: 'a declared proxy pins too',
    resources: {},
    configuration: {
      workloads: [
        {
          ...workload,
          path: [
            { client: { name: 'api', settings: { statement_timeout: '30s' } } },
            { proxy: { name: 'shared' } },
            { database: { name: 'orders' } },
          ],
        },
      ],
    },
    expect: [{ resource: 'shared', outcome: 'fail' }],
  },
  {
    name: 'a client that is declared to set nothing passes',
    resources: proxy,
    configuration: { workloads: [{ ...workload, path: [{ client: { name: 'api' } }, ...below] }] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'pass',
        message: '`api` sets nothing in its session, so `aws_db_proxy.orders` pins none of its sessions for that',
      },
    ],
  },
  {
    name: 'unknown where the settings of the client are not known',
    resources: {
      ...proxy,
      'aws_ecs_service.api': {
        kind: 'service',
        settings: { session_parameters: notKnown('its environment is known only after apply') },
      },
    },
    configuration: { workloads: [{ ...workload, path: [{ client: 'aws_ecs_service.api' }, ...below] }] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'unknown',
        message:
          'what `aws_ecs_service.api` sets in its session, which would pin it to one database connection of `aws_db_proxy.orders`, is not known',
        settles: 'write its settings literally',
      },
    ],
  },
  {
    name: 'says nothing of a client that shows no settings at all',
    resources: { ...proxy, 'aws_ecs_service.api': { kind: 'service' } },
    configuration: { workloads: [{ ...workload, path: [{ client: 'aws_ecs_service.api' }, ...below] }] },
    expect: [],
  },
  {
    name: 'says nothing where the path leaves the client out',
    resources: proxy,
    configuration: { workloads: [{ ...workload, path: below }] },
    expect: [],
  },
]);
