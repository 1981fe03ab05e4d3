import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/client-options-are-understood';
import { service } from './_client';

const task = 'aws_ecs_task_definition.api';
const proxy = { 'aws_db_proxy.orders': { kind: 'proxy', settings: { engine_family: 'POSTGRESQL' } } };
const database = { database: { name: 'orders' } };
const nat = { 'aws_nat_gateway.a': { kind: 'nat' } };
const through = (
  beside: { readonly [key: string]: string } = {},
  ...below: readonly { readonly [key: string]: string | { readonly name: string } }[]
) => ({
  workloads: [
    {
      name: 'checkout',
      maxQueryDuration: '10m',
      path: [{ client: 'aws_ecs_service.api', ...beside }, ...below, database],
    },
  ],
});
const string = (text: string) => service({ variables: { DATABASE_URL: text } });

testPolicy(policy, [
  {
    name: 'libpq refuses a parameter of PostgreSQL by its own name',
    resources: string('postgresql+psycopg2://db/app?statement_timeout=300000'),
    configuration: through(),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        workload: 'checkout',
        message:
          /^`statement_timeout` in `DATABASE_URL` of `aws_ecs_task_definition\.api` is not known to libpq, which refuses the whole string, so no connection is made$/,
        actual: 'statement_timeout',
        fix: {
          resource: task,
          setting: 'options',
          value: '-c%20statement_timeout%3D300000',
          note: 'instead of `statement_timeout` in `DATABASE_URL`',
        },
      },
    ],
  },
  {
    name: 'pgx sends what it does not know, and the server refuses the connection',
    resources: string('postgres://db/app?keepalives_idle=60'),
    configuration: through({ driver: 'pgx' }),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        message:
          '`keepalives_idle` in `DATABASE_URL` of `aws_ecs_task_definition.api` is sent to the server by pgx, so connections fail: FATAL: unrecognized configuration parameter "keepalives_idle"',
      },
    ],
  },
  {
    name: 'pgx sends a parameter of the server too, which takes it',
    resources: string('postgres://db/app?statement_timeout=300000&Timezone=UTC'),
    configuration: through({ driver: 'pgx' }),
    expect: [{ resource: 'aws_ecs_service.api', outcome: 'pass' }],
  },
  {
    name: 'an ignored parameter fails where a flow is forgotten that it was to keep alive',
    resources: { ...nat, ...string('jdbc:postgresql://db/app?keepalives_idle=60') },
    configuration: through({}, { nat: 'aws_nat_gateway.a' }),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        message:
          '`keepalives_idle` in `DATABASE_URL` of `aws_ecs_task_definition.api` does nothing, since the PostgreSQL JDBC driver does not read it there, so nothing keeps a silent flow alive that is forgotten on the way',
        fix: { resource: task, setting: 'tcpKeepAlive', value: 'true' },
      },
    ],
  },
  {
    name: 'an ignored parameter that changes no verdict passes with a remark',
    resources: string('jdbc:postgresql://db/app?keepalives_idle=60'),
    configuration: through(),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'pass',
        message: /does nothing, since the PostgreSQL JDBC driver does not read it there, which changes no verdict$/,
      },
    ],
  },
  {
    name: 'an option of the program does nothing in the URL, whoever wrote it there for the driver to read',
    resources: { ...nat, ...string('postgres://db/app?keepAlive=true&colour=blue') },
    configuration: through({ driver: 'pg' }, { nat: 'aws_nat_gateway.a' }),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        message:
          /^`keepAlive`, 1 parameter that no driver documents in `DATABASE_URL` of `aws_ecs_task_definition\.api` does nothing, since node-postgres does not read it there, so nothing keeps/,
        fix: { resource: 'aws_ecs_service.api', setting: 'keepAlive', value: 'true' },
      },
    ],
  },
  {
    name: 'RDS Proxy refuses options, and its init query takes what they set',
    resources: {
      ...proxy,
      ...string('postgresql+psycopg2://db/app?options=-c%20statement_timeout%3D30s'),
    },
    configuration: through({}, { proxy: 'aws_db_proxy.orders' }),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        message:
          "`aws_ecs_service.api` sends `statement_timeout` when it connects, so its connections fail: `aws_db_proxy.orders` answers FATAL: Feature not supported: RDS Proxy currently doesn't support command-line options",
        expected: 'no options',
        actual: 'statement_timeout',
        fix: {
          resource: 'aws_db_proxy.orders',
          setting: 'init_query',
          value: "SET statement_timeout = '30s'",
          note: 'and drop `statement_timeout` from `DATABASE_URL` of `aws_ecs_task_definition.api`',
        },
      },
    ],
  },
  {
    name: 'it refuses options whatever they set',
    resources: { ...proxy, ...string('postgresql+psycopg2://db/app?options=-c%20search_path%3Dshop') },
    configuration: through({}, { proxy: 'aws_db_proxy.orders' }),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        message:
          "`aws_ecs_service.api` sends `options` when it connects, so its connections fail: `aws_db_proxy.orders` answers FATAL: Feature not supported: RDS Proxy currently doesn't support command-line options",
        fix: {
          resource: 'aws_ecs_task_definition.api',
          setting: 'options',
          value: 'remove them',
          note: 'from `DATABASE_URL` of `aws_ecs_task_definition.api`, and set on the role what they set',
        },
      },
    ],
  },
  {
    name: 'and so it does with a parameter that the driver sends by its name',
    resources: { ...proxy, ...string('postgres://db/app?statement_timeout=30000') },
    configuration: through({ driver: 'pg' }, { proxy: 'aws_db_proxy.orders' }),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        message: /RDS Proxy currently doesn't support the option statement_timeout$/,
      },
    ],
  },
  {
    name: 'so it is with options that are declared by hand, and not behind a pooler, which may drop them',
    resources: proxy,
    configuration: {
      workloads: [
        {
          name: 'straight',
          maxQueryDuration: '30s',
          path: [
            { client: { name: 'api', options: { statement_timeout: '30s' } } },
            { proxy: 'aws_db_proxy.orders' },
            database,
          ],
        },
        {
          name: 'pooled',
          maxQueryDuration: '30s',
          path: [
            { client: { name: 'api', options: { statement_timeout: '30s' } } },
            { pooler: { name: 'bouncer' } },
            { proxy: 'aws_db_proxy.orders' },
            database,
          ],
        },
      ],
    },
    expect: [
      { resource: 'api', workload: 'straight', outcome: 'fail', actual: 'statement_timeout' },
      {
        resource: 'api',
        workload: 'pooled',
        outcome: 'unknown',
        message:
          '`api` sends `statement_timeout` when it connects, which `bouncer` refuses unless its `ignore_startup_parameters` lists it, and then drops',
        settles: 'set `statement_timeout` on the role instead, and drop it from the connections of `api`',
      },
    ],
  },
  {
    name: 'unknown where some of the drivers refuse the string',
    resources: string('postgres://db/app?keepalives_idle=60'),
    configuration: through(),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'unknown',
        message: /`keepalives_idle` in `DATABASE_URL`.*; which driver and which string it uses is not known$/,
        settles: /name the driver beside `client`/,
      },
    ],
  },
  {
    name: 'unknown where nobody documents a parameter that is sent to the server',
    resources: string('postgres://db/app?s3cret=1&other=2'),
    configuration: through({ driver: 'pgx' }),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'unknown',
        message:
          '`DATABASE_URL` of `aws_ecs_task_definition.api` has 2 parameters that no driver documents, which pgx sends to the server',
      },
    ],
  },
  {
    name: 'unknown where what a client sends to RDS Proxy is not known',
    resources: {
      ...proxy,
      'aws_ecs_service.api': {
        kind: 'service',
        settings: { startup_options: notKnown('its environment is known only after apply') },
      },
    },
    configuration: through({}, { proxy: 'aws_db_proxy.orders' }),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'unknown',
        message:
          'what `aws_ecs_service.api` sends when it connects is not known, and `aws_db_proxy.orders` refuses connections with options: its environment is known only after apply',
      },
    ],
  },
  {
    name: 'a string with words of its driver alone passes',
    resources: {
      ...string('postgresql+psycopg2://db/app?sslmode=verify-full&keepalives_idle=60'),
    },
    configuration: through(),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'pass',
        message: '`DATABASE_URL` of `aws_ecs_task_definition.api` has no parameter that its driver does not take',
      },
    ],
  },
  {
    name: 'says nothing of a string that is not in view: a refused connection is noticed at once',
    resources: service({ variables: { DATABASE_URL: { hidden: 'it comes from a secret' } } }),
    configuration: through(),
    expect: [],
  },
]);
