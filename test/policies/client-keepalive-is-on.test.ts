import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/client-keepalive-is-on';
import { service } from './_client';

const task = 'aws_ecs_task_definition.api';
const through = (beside: { readonly [key: string]: string | { readonly [key: string]: string | number } } = {}) => ({
  workloads: [
    {
      name: 'checkout',
      maxQueryDuration: '5m',
      path: [{ client: 'aws_ecs_service.api', ...beside }, { database: { name: 'orders' } }],
    },
  ],
});
const lost =
  'so connections of `aws_ecs_service.api` send no keepalive probes: one that is lost on the way is noticed only when the client sends, and a client that waits for its result waits for ever';
const jdbc = 'jdbc:postgresql://db/app?user=app';

testPolicy(policy, [
  {
    name: 'a JDBC string that says nothing leaves keepalive off',
    resources: service({ variables: { DATABASE_URL: jdbc } }),
    configuration: through(),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        workload: 'checkout',
        message: `\`DATABASE_URL\` of \`aws_ecs_task_definition.api\` leaves \`tcpKeepAlive\` of the PostgreSQL JDBC driver at its default, off, ${lost}`,
        expected: 'on',
        actual: 'off',
        fix: {
          resource: task,
          setting: 'tcpKeepAlive',
          value: 'true',
          note: 'in the connection string of `DATABASE_URL`, and net.ipv4.tcp_keepalive_time to 60 and net.ipv4.tcp_keepalive_intvl to 30 in `systemControls` of a container, since the driver takes no times',
        },
      },
    ],
  },
  {
    name: 'tcpKeepAlive=true in it is on, with the times of the kernel',
    resources: service({ variables: { DATABASE_URL: `${jdbc}&tcpKeepAlive=true` } }),
    configuration: through(),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'pass',
        message: 'connections of `aws_ecs_service.api` send keepalive probes: the first one after 2 h of silence',
      },
    ],
  },
  {
    name: 'a parameter of libpq in a JDBC string does nothing, and the message says so',
    resources: service({ variables: { DATABASE_URL: `${jdbc}&keepalives_idle=60` } }),
    configuration: through(),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        message: /; `keepalives_idle` there does nothing, since the PostgreSQL JDBC driver does not read it there$/,
      },
    ],
  },
  {
    name: 'Npgsql has keepalive off; its own parameters switch it on with times',
    resources: service({ variables: { ConnectionStrings__Orders: 'Host=db;Username=app;Database=orders' } }),
    configuration: through(),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        message: /leaves `Tcp Keepalive` of Npgsql at its default, off/,
        fix: {
          resource: task,
          setting: 'Tcp Keepalive',
          value: 'true',
          note: 'in the connection string of `ConnectionStrings__Orders`, and `Tcp Keepalive Time` to 60 and `Tcp Keepalive Interval` to 30',
        },
      },
    ],
  },
  {
    name: 'keepalives=0 switches off what libpq does unasked',
    resources: service({ variables: { DATABASE_URL: 'postgresql+psycopg2://db/app?keepalives=0' } }),
    configuration: through(),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        message: `\`DATABASE_URL\` of \`aws_ecs_task_definition.api\` sets \`keepalives\` to 0, ${lost}`,
        fix: {
          resource: task,
          setting: 'keepalives',
          value: '1',
          note: 'in the connection string of `DATABASE_URL`, and `keepalives_idle` to 60 and `keepalives_interval` to 30',
        },
      },
    ],
  },
  {
    name: 'node-postgres has it off, and only the program can change that',
    resources: service({ variables: { DATABASE_URL: 'postgres://db/app?keepAlive=true' } }),
    configuration: through({ driver: 'pg' }),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        message:
          /leaves `keepAlive` of node-postgres at its default, off, assuming that the program does not switch it on, so/,
        fix: {
          resource: 'aws_ecs_service.api',
          setting: 'keepAlive',
          value: 'true',
          note: 'in the program: `keepAlive: true, keepAliveInitialDelayMillis: 60_000` in the options of `new Pool()` or `new Client()`; declare the same beside `client` as `keepalive`, since no document shows the program',
        },
      },
    ],
  },
  {
    name: 'what the program does is declared beside the client',
    resources: service({ variables: { DATABASE_URL: 'postgres://db/app' } }),
    configuration: through({ driver: 'pg', keepalive: { idle: '30s', interval: '10s', count: 3 } }),
    expect: [{ resource: 'aws_ecs_service.api', outcome: 'pass', message: /the first one after 30 s of silence$/ }],
  },
  {
    name: 'postgres.js probes after 60 s unasked',
    resources: service({ variables: { DATABASE_URL: 'postgres://db/app' } }),
    configuration: through({ driver: 'postgres-js' }),
    expect: [{ resource: 'aws_ecs_service.api', outcome: 'pass', message: /the first one after 60 s of silence$/ }],
  },
  {
    name: 'unknown where drivers disagree that may all read the string',
    resources: service({ variables: { DATABASE_URL: 'postgres://db/app' } }),
    configuration: through(),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'unknown',
        message: /is not known: which driver aws_ecs_service\.api uses is not shown \(.*libpq, pg, .*postgres-js/,
        settles: /driver: /,
      },
    ],
  },
  {
    name: 'unknown where the string is in a secret and its driver takes the switch from there',
    resources: service({ variables: { DATABASE_URL: { hidden: 'it comes from a secret' } } }),
    configuration: through({ driver: 'pgjdbc' }),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'unknown',
        message: /it comes from a secret/,
        settles: /declare it/,
      },
    ],
  },
  {
    name: 'unknown where the containers are known only after apply',
    resources: service({ variables: notKnown('it is known only after apply') }),
    configuration: through(),
    expect: [
      { resource: 'aws_ecs_service.api', outcome: 'unknown', message: /is not known: .*it is known only after apply/ },
    ],
  },
  {
    name: 'says nothing of a client that shows nothing, nor of one that is declared by hand',
    resources: service({}),
    configuration: {
      workloads: [
        ...through().workloads,
        { name: 'etl', maxQueryDuration: '5m', path: [{ client: { name: 'etl' } }, { database: { name: 'orders' } }] },
      ],
    },
    expect: [],
  },
]);
