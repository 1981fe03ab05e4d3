import { testPolicy } from 'holdfast/testing';
import policy from '../../policies/transaction-timeout-allows-transaction';
import { group, instance } from './_database';

const database = 'aws_db_instance.orders';
const path = [{ client: { name: 'api' } }, { database }];
const workload = { name: 'checkout-api', roles: ['app'], maxQueryDuration: '30s', maxTransactionDuration: '1m', path };
const declared = { roles: { app: {} } };
const with17 = (milliseconds: string | null): Parameters<typeof testPolicy>[1][number]['resources'] => ({
  [database]: instance('g', '17.2'),
  g: group({ transaction_timeout: milliseconds }, 'postgres17'),
});

testPolicy(policy, [
  {
    name: 'fails where a transaction may take longer',
    resources: with17('45000'),
    configuration: { declared, workloads: [workload] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        workload: 'checkout-api',
        role: 'app',
        message:
          '`transaction_timeout` of `aws_db_instance.orders` for role `app` is 45 s (set by parameter group `g`), so the server ends the session at 45 s (FATAL 25P04) while a transaction of `checkout-api` may take 60 s',
        expected: 'off or > 60',
        actual: 45,
        fix: { resource: 'app', setting: 'transaction_timeout', value: '61000' },
      },
    ],
  },
  {
    name: 'without a transaction promise it has to outlast a single query',
    resources: with17('30000'),
    configuration: { declared, workloads: [{ name: 'checkout-api', roles: ['app'], maxQueryDuration: '30s', path }] },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        message: /a query of `checkout-api` may take 30 s; 30 s equals the promise, which is a race: 31 s outlives it$/,
      },
    ],
  },
  {
    name: 'passes above the promise',
    resources: with17('60001'),
    configuration: { declared, workloads: [workload] },
    expect: [{ resource: database, outcome: 'pass', actual: 60.001 }],
  },
  {
    name: 'is off unless set, which needs no verified default to pass',
    resources: { [database]: instance(null, '17.2') },
    configuration: { declared, workloads: [workload] },
    expect: [{ resource: database, outcome: 'pass', actual: null }],
  },
  {
    name: 'does not exist before PostgreSQL 17, whatever a group says',
    resources: { [database]: instance('g', '16.4'), g: group({ transaction_timeout: '1000' }) },
    configuration: { declared, workloads: [workload] },
    expect: [],
  },
  {
    name: 'unknown where the value is known only after apply',
    resources: with17(null),
    configuration: { declared, workloads: [workload] },
    expect: [{ resource: database, outcome: 'unknown', message: /known only after apply/ }],
  },
]);
