import { testPolicy } from 'holdfast/testing';
import policy from '../../policies/statement-timeout-bounds-query';
import { group, instance, role } from './_database';

const database = 'aws_db_instance.orders';
const path = [{ client: { name: 'api' } }, { database }];
const workload = { name: 'checkout-api', roles: ['app'], maxQueryDuration: '30s', maxStatementTimeout: '2m', path };
const declared = { roles: { app: {} } };
const configuration = { declared, workloads: [workload] };

testPolicy(policy, [
  {
    name: 'off fails',
    resources: { [database]: instance(null) },
    configuration,
    expect: [
      {
        resource: database,
        outcome: 'fail',
        workload: 'checkout-api',
        role: 'app',
        message:
          '`statement_timeout` of `aws_db_instance.orders` for role `app` is off (default), so a runaway query runs until it ends by itself; `maxStatementTimeout` of `checkout-api` is 2 min',
        expected: '<= 120',
        actual: null,
        fix: { resource: 'app', setting: 'statement_timeout', value: '120000' },
      },
    ],
  },
  {
    name: 'a limit that is too loose fails',
    resources: { [database]: instance('g'), g: group({ statement_timeout: '120001' }) },
    configuration,
    expect: [
      {
        resource: database,
        outcome: 'fail',
        message: /is 120\.001 s \(set by parameter group `g`\), so a runaway query runs for 120\.001 s;/,
        actual: 120.001,
      },
    ],
  },
  {
    name: 'the limit itself is not too loose',
    resources: { [database]: instance('g'), g: group({ statement_timeout: '120000' }) },
    configuration,
    expect: [
      {
        resource: database,
        outcome: 'pass',
        message:
          '`statement_timeout` of `aws_db_instance.orders` for role `app` is 2 min (set by parameter group `g`), which ends a runaway query in time: `maxStatementTimeout` of `checkout-api` is 2 min',
        actual: 120,
      },
    ],
  },
  {
    name: 'a client that turns it off in its session fails and is mended there',
    resources: { [database]: instance('g'), g: group({ statement_timeout: '60000' }) },
    configuration: {
      declared,
      workloads: [
        { ...workload, path: [{ client: { name: 'pg_dump', settings: { statement_timeout: 0 } } }, { database }] },
      ],
    },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        actual: null,
        fix: { resource: 'pg_dump', setting: 'statement_timeout', value: '120000' },
      },
    ],
  },
  {
    name: 'a role resource is mended where it is written',
    resources: { [database]: instance(null), 'postgresql_role.app': role('app', '300000') },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        actual: 300,
        fix: { resource: 'postgresql_role.app', setting: 'statement_timeout', value: 120_000 },
      },
    ],
  },
  {
    name: 'not judged unless declared',
    resources: { [database]: instance(null) },
    configuration: { declared, workloads: [{ name: 'checkout-api', roles: ['app'], maxQueryDuration: '30s', path }] },
    expect: [],
  },
  {
    name: 'unknown where the value is known only after apply',
    resources: { [database]: instance('g'), g: group({ statement_timeout: null }) },
    configuration,
    expect: [
      {
        resource: database,
        outcome: 'unknown',
        message:
          /is not known; `maxStatementTimeout` of `checkout-api` is 2 min, and whether a runaway query ends by then cannot be told: .*known only after apply/,
        settles: /write the value literally/,
      },
    ],
  },
  {
    name: 'unknown where one of two candidates is too loose, a failure where both are',
    resources: {
      [database]: instance('orders-pg16'),
      'a.g': { ...group({ statement_timeout: '60000' }), names: ['orders-pg16'] },
      'b.g': { ...group({ statement_timeout: '180000' }), names: ['orders-pg16'] },
    },
    configuration: { declared, workloads: [workload, { ...workload, name: 'strict', maxStatementTimeout: '45s' }] },
    expect: [
      { resource: database, outcome: 'unknown', workload: 'checkout-api' },
      { resource: database, outcome: 'fail', workload: 'strict', actual: null },
    ],
  },
]);
