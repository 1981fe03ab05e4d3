import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/statement-timeout-allows-query';
import { group, instance, role } from './_database';

const database = 'aws_db_instance.orders';
const direct = [{ client: { name: 'airflow' } }, { database }];
const nightly = { name: 'nightly-etl', roles: ['etl'], maxQueryDuration: '4h', path: direct };
const limited = {
  [database]: instance('aws_db_parameter_group.orders'),
  'aws_db_parameter_group.orders': group({ statement_timeout: '30000' }),
};
const roles = { etl: {} };

testPolicy(policy, [
  {
    name: 'fails where the group cuts sooner and the role sets nothing',
    resources: limited,
    configuration: { declared: { roles }, workloads: [nightly] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        workload: 'nightly-etl',
        role: 'etl',
        message:
          '`statement_timeout` of `aws_db_instance.orders` for role `etl` is 30 s (set by parameter group `aws_db_parameter_group.orders`), so the server cancels the query at 30 s (ERROR 57014) while a query of `nightly-etl` may take 4 h',
        expected: 'off or > 14400',
        actual: 30,
        fix: { resource: 'etl', setting: 'statement_timeout', value: '14401000' },
      },
    ],
  },
  {
    name: 'says so where it had to assume that the role sets nothing',
    resources: limited,
    configuration: { workloads: [nightly] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        role: 'etl',
        message: /set by parameter group `aws_db_parameter_group\.orders`, assuming that .*etl.* sets nothing\)/,
      },
    ],
  },
  {
    name: 'a role resource is mended where it is written',
    resources: { ...limited, 'postgresql_role.etl': role('etl', '60000') },
    configuration: { workloads: [nightly] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        message: /is 60 s \(set by `postgresql_role\.etl`\)/,
        actual: 60,
        fix: { resource: 'postgresql_role.etl', setting: 'statement_timeout', value: 14_401_000 },
      },
    ],
  },
  {
    name: 'the role beats the group',
    resources: { ...limited, 'postgresql_role.etl': role('etl', '18000000') },
    configuration: { workloads: [nightly] },
    expect: [{ resource: database, outcome: 'pass', actual: 18_000 }],
  },
  {
    name: 'a role resource with 0 issues RESET, so the group counts',
    resources: { ...limited, 'postgresql_role.etl': role('etl', '0') },
    configuration: { workloads: [nightly] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        actual: 30,
        fix: { resource: 'postgresql_role.etl', setting: 'statement_timeout', value: 14_401_000 },
      },
    ],
  },
  {
    name: 'pg_dump sets 0 in its own session and passes under a group limit',
    resources: limited,
    configuration: {
      workloads: [
        { ...nightly, path: [{ client: { name: 'pg_dump', settings: { statement_timeout: 0 } } }, { database }] },
      ],
    },
    expect: [
      {
        resource: database,
        outcome: 'pass',
        message:
          '`statement_timeout` of `aws_db_instance.orders` for role `etl` is off (set by `pg_dump` in its session); it outlives the promise: a query of `nightly-etl` may take 4 h',
        actual: null,
      },
    ],
  },
  {
    name: 'equality is a race and fails',
    resources: { [database]: instance('g'), g: group({ statement_timeout: '14400000' }) },
    configuration: { declared: { roles }, workloads: [nightly] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        message: /; 4 h equals the promise, which is a race: 14401 s outlives it$/,
      },
    ],
  },
  {
    name: 'one millisecond more passes',
    resources: { [database]: instance('g'), g: group({ statement_timeout: '14400001' }) },
    configuration: { declared: { roles }, workloads: [nightly] },
    expect: [{ resource: database, outcome: 'pass', actual: 14_400.001 }],
  },
  {
    name: 'headroom is added to the promise',
    resources: { [database]: instance('g'), g: group({ statement_timeout: '14400001' }) },
    configuration: { defaults: { headroom: '10s' }, declared: { roles }, workloads: [nightly] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        message: /while a query of `nightly-etl` may take 4 h \(14410 s with headroom\)$/,
        expected: 'off or > 14410',
        fix: { resource: 'etl', setting: 'statement_timeout', value: '14411000' },
      },
    ],
  },
  {
    name: 'without a role the limit of the group is changed in the group',
    resources: limited,
    configuration: { workloads: [{ name: 'nightly-etl', maxQueryDuration: '4h', path: direct }] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        role: null,
        message: /^`statement_timeout` of `aws_db_instance\.orders` is 30 s \(set by parameter group/,
        fix: { resource: 'aws_db_parameter_group.orders', setting: 'statement_timeout', value: '14401000' },
      },
    ],
  },
  {
    name: 'unknown where the group is in no document',
    resources: { [database]: instance('orders-pg16') },
    configuration: { workloads: [nightly] },
    expect: [
      {
        resource: database,
        outcome: 'unknown',
        message: /is not known; a query of `nightly-etl` may take 4 h, and it may cut that: .*orders-pg16/,
        settles: /declared\.parameterGroups/,
      },
    ],
  },
  {
    name: 'unknown where the value is known only after apply',
    resources: { [database]: instance('g'), g: group({ statement_timeout: null }) },
    configuration: { workloads: [nightly] },
    expect: [{ resource: database, outcome: 'unknown', message: /known only after apply/ }],
  },
  {
    name: 'unknown where of two candidate groups one cuts',
    resources: {
      [database]: instance('orders-pg16'),
      'a.g': { ...group({ statement_timeout: '30000' }), names: ['orders-pg16'] },
      'b.g': { ...group({ statement_timeout: '18000000' }), names: ['orders-pg16'] },
    },
    configuration: { declared: { roles }, workloads: [nightly] },
    expect: [
      {
        resource: database,
        outcome: 'unknown',
        message: /is 30 s \(set by parameter group `a\.g`\) or 5 h \(set by parameter group `b\.g`\); a query/,
      },
    ],
  },
  {
    name: 'fails where both candidate groups cut',
    resources: {
      [database]: instance('orders-pg16'),
      'a.g': { ...group({ statement_timeout: '30000' }), names: ['orders-pg16'] },
      'b.g': { ...group({ statement_timeout: '60000' }), names: ['orders-pg16'] },
    },
    configuration: { declared: { roles }, workloads: [nightly] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        actual: null,
        message: /so the server cancels the query by 60 s at the latest/,
      },
    ],
  },
  {
    name: 'the init query of a proxy beats the group',
    resources: limited,
    configuration: {
      declared: { roles },
      workloads: [
        {
          ...nightly,
          path: [
            { client: { name: 'airflow' } },
            { proxy: { name: 'orders-proxy', initQuery: "SET statement_timeout = '5h'" } },
            { database },
          ],
        },
      ],
    },
    expect: [
      {
        resource: database,
        outcome: 'pass',
        actual: 18_000,
        message: /is 5 h \(set by the init query of `orders-proxy`\)/,
      },
    ],
  },
  {
    name: 'RDS Proxy refuses connection options, so they do not count',
    resources: limited,
    configuration: {
      declared: { roles },
      workloads: [
        {
          ...nightly,
          path: [
            { client: { name: 'airflow', options: { statement_timeout: 0 } } },
            { proxy: { name: 'orders-proxy' } },
            { database },
          ],
        },
      ],
    },
    expect: [{ resource: database, outcome: 'fail', actual: 30 }],
  },
  {
    name: 'connection options count without a proxy',
    resources: limited,
    configuration: {
      declared: { roles },
      workloads: [
        { ...nightly, path: [{ client: { name: 'airflow', options: { statement_timeout: 0 } } }, { database }] },
      ],
    },
    expect: [{ resource: database, outcome: 'pass', actual: null }],
  },
  {
    name: 'a pooler may drop connection options',
    resources: limited,
    configuration: {
      declared: { roles },
      workloads: [
        {
          ...nightly,
          path: [
            { client: { name: 'airflow', options: { statement_timeout: 0 } } },
            { pooler: { name: 'pgbouncer' } },
            { database },
          ],
        },
      ],
    },
    expect: [{ resource: database, outcome: 'unknown', message: /pgbouncer may drop startup options/ }],
  },
  {
    name: 'the query timeout of a pooler drops the connection',
    resources: { [database]: instance(null) },
    configuration: {
      declared: { roles },
      workloads: [
        {
          ...nightly,
          path: [{ client: { name: 'airflow' } }, { pooler: { name: 'pgbouncer', queryTimeout: '1h' } }, { database }],
        },
      ],
    },
    expect: [
      {
        resource: 'pgbouncer',
        outcome: 'fail',
        role: null,
        message:
          '`queryTimeout` of `pgbouncer` is 1 h (declared), so the connection is closed at 1 h while a query of `nightly-etl` may take 4 h',
        fix: { resource: 'pgbouncer', setting: 'queryTimeout', value: 14_401 },
      },
      { resource: database, outcome: 'pass', role: 'etl', message: /is off \(default\)/ },
    ],
  },
  {
    name: 'a declared server says what its own configuration says',
    resources: {},
    configuration: {
      workloads: [
        {
          ...nightly,
          roles: [],
          path: [
            { client: { name: 'airflow' } },
            { database: { name: 'warehouse', settings: { statement_timeout: '10min' } } },
          ],
        },
      ],
    },
    expect: [
      {
        resource: 'warehouse',
        outcome: 'fail',
        actual: 600,
        message: /^`statement_timeout` of `warehouse` is 10 min \(declared\)/,
      },
    ],
  },
  {
    name: 'unknown where it cannot be read whether the role lives on this server',
    resources: {
      ...limited,
      'postgresql_role.etl': {
        ...role('etl', '18000000'),
        links: { database: notKnown('the host of the provider is a variable') },
      },
    },
    configuration: { workloads: [nightly] },
    expect: [
      { resource: database, outcome: 'unknown', message: /is 30 s \(.*\) or 5 h \(set by `postgresql_role\.etl`\)/ },
    ],
  },
]);
