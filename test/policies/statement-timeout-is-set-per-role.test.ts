import { testPolicy } from 'holdfast/testing';
import policy from '../../policies/statement-timeout-is-set-per-role';
import { group, instance, role } from './_database';

const database = 'aws_db_instance.orders';
const path = [{ client: { name: 'api' } }, { database }];
const workload = { name: 'checkout-api', roles: ['app'], maxQueryDuration: '30s', path };
const seen = { declared: { roles: { app: {} } }, workloads: [workload] };
const limited = {
  [database]: instance('aws_db_parameter_group.orders'),
  'aws_db_parameter_group.orders': group({ statement_timeout: '60000' }),
};

testPolicy(policy, [
  {
    name: 'a limit that comes from the group fails',
    resources: limited,
    configuration: seen,
    expect: [
      {
        resource: database,
        outcome: 'fail',
        workload: 'checkout-api',
        role: 'app',
        message:
          '`statement_timeout` of `aws_db_instance.orders` for role `app` is 60 s (set by parameter group `aws_db_parameter_group.orders`), which limits every session of the database, migrations and maintenance too',
        expected: 'set on role app',
        actual: 60,
        fix: { resource: 'app', setting: 'statement_timeout', value: '60000' },
      },
    ],
  },
  {
    name: 'what the role gets suits its own promises',
    resources: limited,
    configuration: {
      declared: { roles: { app: {}, etl: {} } },
      workloads: [
        { ...workload, maxStatementTimeout: '45s' },
        { ...workload, name: 'nightly-etl', roles: ['etl'], maxQueryDuration: '4h' },
      ],
    },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        role: 'app',
        fix: { resource: 'app', setting: 'statement_timeout', value: '45000' },
      },
      {
        resource: database,
        outcome: 'fail',
        role: 'etl',
        fix: { resource: 'etl', setting: 'statement_timeout', value: '14401000' },
      },
    ],
  },
  {
    name: 'a visible role without a limit of its own is changed where it is written',
    resources: { ...limited, 'postgresql_role.app': role('app', null) },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        fix: { resource: 'postgresql_role.app', setting: 'statement_timeout', value: 60_000 },
      },
    ],
  },
  {
    name: "a declared group and a declared server are everybody's as well",
    resources: { [database]: instance('orders-pg16') },
    configuration: {
      declared: { roles: { app: {} }, parameterGroups: { 'orders-pg16': { statement_timeout: 60000 } } },
      workloads: [
        workload,
        {
          ...workload,
          name: 'warehouse',
          path: [{ client: { name: 'api' } }, { database: { name: 'own', settings: { statement_timeout: '45s' } } }],
        },
      ],
    },
    expect: [
      { resource: database, outcome: 'fail', actual: 60 },
      {
        resource: 'own',
        outcome: 'fail',
        actual: 45,
        fix: { resource: 'app', setting: 'statement_timeout', value: '45000' },
      },
    ],
  },
  {
    name: 'a limit of the role passes, declared or shown',
    resources: { ...limited, 'postgresql_role.app': role('app', '45000') },
    configuration: {
      declared: { roles: { reporting: { statement_timeout: '10min' } } },
      workloads: [workload, { ...workload, name: 'reports', roles: ['reporting'] }],
    },
    expect: [
      {
        resource: database,
        outcome: 'pass',
        role: 'app',
        message: /is 45 s \(set by `postgresql_role\.app`\), for this role alone$/,
      },
      { resource: database, outcome: 'pass', role: 'reporting', actual: 600 },
    ],
  },
  {
    name: 'off passes: nothing limits every session',
    resources: { [database]: instance(null) },
    configuration: seen,
    expect: [
      {
        resource: database,
        outcome: 'pass',
        actual: null,
        message: /is off \(default\); nothing limits every session$/,
      },
    ],
  },
  {
    name: 'unknown where the group sets a limit and no source shows the role',
    resources: limited,
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: database,
        outcome: 'unknown',
        role: 'app',
        message: /no source shows the role$/,
        settles: /declared\.roles/,
      },
    ],
  },
  {
    name: 'unknown where the group is not known',
    resources: { [database]: instance('orders-pg16') },
    configuration: seen,
    expect: [{ resource: database, outcome: 'unknown', settles: /declared\.parameterGroups/ }],
  },
  {
    name: 'not judged where no role is declared',
    resources: limited,
    configuration: { workloads: [{ name: 'checkout-api', maxQueryDuration: '30s', path }] },
    expect: [],
  },
  {
    name: "fails where each candidate group limits everybody, with the looser of both as the role's",
    resources: {
      [database]: instance('orders-pg16'),
      'a.g': { ...group({ statement_timeout: '60000' }), names: ['orders-pg16'] },
      'b.g': { ...group({ statement_timeout: '180000' }), names: ['orders-pg16'] },
    },
    configuration: seen,
    expect: [
      {
        resource: database,
        outcome: 'fail',
        actual: null,
        fix: { resource: 'app', setting: 'statement_timeout', value: '180000' },
      },
    ],
  },
]);
