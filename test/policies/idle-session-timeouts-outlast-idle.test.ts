import type { Json } from '../../lib/core/setting';
import { testPolicy } from 'holdfast/testing';
import policy from '../../policies/idle-session-timeouts-outlast-idle';
import { group, instance } from './_database';

const database = 'aws_db_instance.orders';
const direct = [{ client: { name: 'api' } }, { database }];
const pooled = (mode: string): readonly { readonly [key: string]: Json }[] => [
  { client: { name: 'api' } },
  { pooler: { name: 'pgbouncer', mode, clientIdleTimeout: '5m' } },
  { database },
];
const workload = { name: 'checkout-api', roles: ['app'], maxQueryDuration: '30s', path: direct };
const declared = { roles: { app: {} } };
const limits = (parameters: {
  [name: string]: string | null;
}): Parameters<typeof testPolicy>[1][number]['resources'] => ({
  [database]: instance('g'),
  g: group(parameters),
});

testPolicy(policy, [
  {
    name: 'fails where the server ends an idle session sooner than the pool lets it go',
    resources: limits({ idle_session_timeout: '300000' }),
    configuration: { declared, workloads: [{ ...workload, maxIdle: '10m' }] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        role: 'app',
        message:
          '`idle_session_timeout` of `aws_db_instance.orders` for role `app` is 5 min (set by parameter group `g`), so the server ends an idle session after 5 min (FATAL 57P05) while a pooled connection of `checkout-api` may pause for 10 min',
        expected: 'off or > 600',
        actual: 300,
        fix: { resource: 'app', setting: 'idle_session_timeout', value: '601000' },
      },
    ],
  },
  {
    name: 'equality fails, one second more passes',
    resources: limits({ idle_session_timeout: '600000' }),
    configuration: {
      declared,
      workloads: [
        { ...workload, maxIdle: '10m' },
        { ...workload, name: 'reports', maxIdle: '599s' },
      ],
    },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        workload: 'checkout-api',
        message: /10 min equals the promise, which is a race: 601 s outlives it$/,
      },
      { resource: database, outcome: 'pass', workload: 'reports', actual: 600 },
    ],
  },
  {
    name: 'pauses that are not declared are not judged',
    resources: limits({ idle_session_timeout: '1000', idle_in_transaction_session_timeout: '1000' }),
    configuration: { declared, workloads: [workload] },
    expect: [],
  },
  {
    name: 'a transaction that pauses is measured against its own promise',
    resources: limits({ idle_in_transaction_session_timeout: '5000' }),
    configuration: { declared, workloads: [{ ...workload, maxIdleInTransaction: '8s' }] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        message:
          /is 5 s \(set by parameter group `g`\), so the server ends a session that is idle in transaction after 5 s \(FATAL 25P03\) while a transaction of `checkout-api` may pause for 8 s$/,
        fix: { resource: 'app', setting: 'idle_in_transaction_session_timeout', value: '9000' },
      },
    ],
  },
  {
    name: 'below a pooler in transaction mode only an open transaction still holds the session',
    resources: limits({ idle_session_timeout: '1000', idle_in_transaction_session_timeout: '20000' }),
    configuration: {
      declared,
      workloads: [{ ...workload, maxIdle: '10m', maxIdleInTransaction: '8s', path: pooled('transaction') }],
    },
    expect: [
      {
        resource: 'pgbouncer',
        outcome: 'fail',
        role: null,
        message:
          /^`clientIdleTimeout` of `pgbouncer` is 5 min \(declared\), so an idle connection is closed after 5 min while a pooled connection of `checkout-api` may pause for 10 min$/,
        fix: { resource: 'pgbouncer', setting: 'clientIdleTimeout', value: 601 },
      },
      { resource: database, outcome: 'pass', role: 'app', actual: 20 },
    ],
  },
  {
    name: 'a pooler in session mode closes no client that has a session, and the session pauses with its client',
    resources: limits({ idle_session_timeout: '60000', idle_in_transaction_session_timeout: '20000' }),
    configuration: { declared, workloads: [{ ...workload, maxIdle: '10m', path: pooled('session') }] },
    expect: [{ resource: database, outcome: 'fail', role: 'app', actual: 60 }],
  },
  {
    name: 'unknown where the value is known only after apply',
    resources: limits({ idle_session_timeout: null }),
    configuration: { declared, workloads: [{ ...workload, maxIdle: '10m' }] },
    expect: [{ resource: database, outcome: 'unknown', message: /known only after apply/ }],
  },
  {
    name: 'the 24 h that Aurora gives a transaction pass a pause of seconds',
    resources: {
      'aws_rds_cluster.orders': {
        kind: 'cluster',
        settings: { engine: 'aurora-postgresql', engine_version: '16.4' },
        links: { cluster_parameter_group: null },
      },
      'aws_rds_cluster_instance.one': {
        kind: 'cluster-instance',
        settings: { engine: 'aurora-postgresql', engine_version: '16.4' },
        links: { cluster: 'aws_rds_cluster.orders', parameter_group: null },
      },
    },
    configuration: {
      declared,
      workloads: [
        {
          ...workload,
          maxIdleInTransaction: '8s',
          path: [{ client: { name: 'api' } }, { database: 'aws_rds_cluster.orders' }],
        },
      ],
    },
    expect: [{ resource: 'aws_rds_cluster_instance.one', outcome: 'pass', actual: 86_400 }],
  },
]);
