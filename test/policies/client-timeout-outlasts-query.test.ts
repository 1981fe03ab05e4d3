import { testPolicy } from 'holdfast/testing';
import policy from '../../policies/client-timeout-outlasts-query';
import { service } from './_client';

const task = 'aws_ecs_task_definition.api';
const database = { database: { name: 'orders' } };
const through = (
  maxQueryDuration: string,
  beside: { readonly [key: string]: string } = {},
  below: readonly { readonly [key: string]: { readonly name: string } }[] = [database],
) => ({
  workloads: [{ name: 'report', maxQueryDuration, path: [{ client: 'aws_ecs_service.api', ...beside }, ...below] }],
});
const jdbc = 'jdbc:postgresql://db/app?socketTimeout=';
const ado = 'Host=db;Username=app;Database=orders';

testPolicy(policy, [
  {
    name: 'socketTimeout of the JDBC driver closes the connection while the query is silent',
    resources: service({ variables: { DATABASE_URL: `${jdbc}60` } }),
    configuration: through('5m'),
    expect: [
      {
        resource: task,
        outcome: 'fail',
        workload: 'report',
        message:
          /^`socketTimeout` of `aws_ecs_task_definition\.api` is 60 s \(set in `DATABASE_URL`\), so the client closes its connection at 60 s and the query runs on while a query of `report` may take 5 min; bytes from the server start it again, keepalive probes do not$/,
        actual: 60,
        fix: {
          resource: task,
          setting: 'socketTimeout',
          value: '301',
          note: 'in the connection string of `DATABASE_URL`',
        },
      },
    ],
  },
  {
    name: 'equal is a race, above holds, and 0 is off',
    resources: service({ variables: { RACE: `${jdbc}300`, ABOVE: `${jdbc}301`, OFF: `${jdbc}0` } }),
    configuration: {
      workloads: ['RACE', 'ABOVE', 'OFF'].map((connection) => ({
        ...through('5m', { connection }).workloads[0],
        name: connection,
      })),
    },
    expect: [
      { resource: task, workload: 'RACE', outcome: 'fail', message: /5 min equals the promise/ },
      { resource: task, workload: 'ABOVE', outcome: 'pass' },
      { resource: task, workload: 'OFF', outcome: 'pass', message: /is off/ },
    ],
  },
  {
    name: 'Npgsql cancels after 30 s unless told otherwise',
    resources: service({ variables: { ConnectionStrings__Orders: ado } }),
    configuration: through('30s'),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        message:
          /^`Command Timeout` of `aws_ecs_service\.api` is 30 s \(default\), so the client cancels the query at 30 s \(ERROR 57014\) while a query of `report` may take 30 s; 30 s equals the promise, which is a race: 31 s outlives it; nothing starts it again$/,
        fix: {
          resource: task,
          setting: 'Command Timeout',
          value: '31',
          note: 'in the connection string of `ConnectionStrings__Orders`',
        },
      },
    ],
  },
  {
    name: 'behind RDS Proxy the cancel may not arrive',
    resources: service({ variables: { ConnectionStrings__Orders: ado } }),
    configuration: through('5m', {}, [{ proxy: { name: 'shared' } }, database]),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'fail',
        message: /; nothing starts it again; whether `shared` passes the cancel on is not documented$/,
      },
    ],
  },
  {
    name: 'query_timeout of node-postgres is milliseconds, and the query runs on',
    resources: service({ variables: { DATABASE_URL: 'postgres://db/app?query_timeout=10000' } }),
    configuration: through('5m', { driver: 'pg' }),
    expect: [
      {
        resource: task,
        outcome: 'fail',
        message:
          /is 10 s \(set in `DATABASE_URL`\), so the client stops waiting at 10 s and the query runs on .*nobody cancels the query$/,
        fix: { resource: task, setting: 'query_timeout', value: '301000' },
      },
    ],
  },
  {
    name: 'unknown where one of several drivers may cut',
    resources: service({ variables: { DATABASE_URL: 'postgres://db/app?query_timeout=10000' } }),
    configuration: through('5m'),
    expect: [
      {
        resource: 'aws_ecs_service.api',
        outcome: 'unknown',
        message: /which driver aws_ecs_service\.api uses is not shown/,
        settles: /driver: /,
      },
    ],
  },
  {
    name: 'says nothing where the driver has no limit of its own',
    resources: service({ variables: { DATABASE_URL: 'postgresql+psycopg2://db/app' } }),
    configuration: through('5m'),
    expect: [],
  },
]);
