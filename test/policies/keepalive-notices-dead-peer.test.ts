import { testPolicy } from 'holdfast/testing';
import policy from '../../policies/keepalive-notices-dead-peer';
import { group, instance } from './_database';

const database = 'aws_db_instance.orders';
const path = [{ client: { name: 'api' } }, { database }];
const workload = { name: 'checkout-api', maxQueryDuration: '30s', path };
const within = (detectDeadPeerWithin: string): Parameters<typeof testPolicy>[1][number]['configuration'] => ({
  workloads: [{ ...workload, detectDeadPeerWithin }],
});
const keepalive = (
  idle: string | null,
  interval: string,
  count: string,
  userTimeout = '0',
): Parameters<typeof testPolicy>[1][number]['resources'] => ({
  [database]: instance('g'),
  g: group({
    tcp_keepalives_idle: idle,
    tcp_keepalives_interval: interval,
    tcp_keepalives_count: count,
    tcp_user_timeout: userTimeout,
  }),
});

testPolicy(policy, [
  {
    name: 'the defaults of RDS notice after 300 + 30 x 2 = 360 s',
    resources: { [database]: instance(null) },
    configuration: within('6m'),
    expect: [
      {
        resource: database,
        outcome: 'pass',
        message:
          '`aws_db_instance.orders` notices a dead peer after 6 min (`tcp_keepalives_idle` 300 s (default), `tcp_keepalives_interval` 30 s (default), `tcp_keepalives_count` 2 (default)); `detectDeadPeerWithin` of `checkout-api` is 6 min',
        expected: '<= 360',
        actual: 360,
      },
    ],
  },
  {
    name: 'one second less fails',
    resources: { [database]: instance(null) },
    configuration: within('359s'),
    expect: [
      {
        resource: database,
        outcome: 'fail',
        workload: 'checkout-api',
        role: null,
        message:
          '`aws_db_instance.orders` notices a dead peer after 6 min (`tcp_keepalives_idle` 300 s (default), `tcp_keepalives_interval` 30 s (default), `tcp_keepalives_count` 2 (default)), and the dead session keeps its locks and its connection until then; `detectDeadPeerWithin` of `checkout-api` is 359 s',
        expected: '<= 359',
        actual: 360,
        fix: { resource: database, setting: 'tcp_keepalives_idle', value: '60' },
      },
    ],
  },
  {
    name: 'the group that sets it is the one to change',
    resources: keepalive('120', '30', '5'),
    configuration: within('20s'),
    // Half of 20 s is silence, the rest is for three probes: 10 + 3 x 3 = 19 s.
    expect: [
      {
        resource: database,
        outcome: 'fail',
        actual: 270,
        fix: { resource: 'g', setting: 'tcp_keepalives_idle', value: '10' },
      },
    ],
  },
  {
    name: 'keepalive has whole seconds, so nothing fits below 5 s',
    resources: keepalive('2', '2', '5'),
    configuration: within('4s'),
    expect: [{ resource: database, outcome: 'fail', actual: 12, fix: null }],
  },
  {
    name: 'measured: a user timeout of 3 s ends 2/2/5 at the probe after it, at 4 s',
    resources: keepalive('2', '2', '5', '3000'),
    configuration: within('4s'),
    expect: [
      {
        resource: database,
        outcome: 'pass',
        actual: 4,
        message: /after 4 s \(`tcp_user_timeout` 3 s \(set by parameter group `g`\) decides,/,
      },
    ],
  },
  {
    name: 'measured: a user timeout of 15 s outlasts the count of 2/2/2, which alone is 6 s; without it 12 s are met',
    resources: keepalive('2', '2', '2', '15000'),
    configuration: within('12s'),
    expect: [
      {
        resource: database,
        outcome: 'fail',
        actual: 16,
        fix: { resource: 'g', setting: 'tcp_user_timeout', value: '0' },
      },
    ],
  },
  {
    name: 'a user timeout below idle waits for the first unanswered probe: 300 + 30',
    resources: keepalive('300', '30', '2', '5000'),
    configuration: within('5m'),
    expect: [
      {
        resource: database,
        outcome: 'fail',
        actual: 330,
        fix: { resource: 'g', setting: 'tcp_keepalives_idle', value: '60' },
      },
    ],
  },
  {
    name: 'PostgreSQL 11 has no user timeout, whatever is written',
    resources: { ...keepalive('300', '30', '2', '5000'), [database]: instance('g', '11.22') },
    configuration: within('6m'),
    expect: [{ resource: database, outcome: 'pass', actual: 360 }],
  },
  {
    name: 'vanilla PostgreSQL has the values of Linux: 7200 + 75 x 9 = 7875 s',
    resources: {},
    configuration: {
      workloads: [
        {
          ...workload,
          detectDeadPeerWithin: '10m',
          path: [{ client: { name: 'api' } }, { database: { name: 'own' } }],
        },
      ],
    },
    expect: [
      {
        resource: 'own',
        outcome: 'fail',
        actual: 7875,
        fix: { resource: 'own', setting: 'tcp_keepalives_idle', value: '60' },
      },
    ],
  },
  {
    name: 'a keepalive of the role counts and is changed on the role',
    resources: { [database]: instance(null) },
    configuration: {
      declared: { roles: { app: { tcp_keepalives_idle: '30min' } } },
      workloads: [{ ...workload, roles: ['app'], detectDeadPeerWithin: '10m' }],
    },
    expect: [
      {
        resource: database,
        outcome: 'fail',
        role: 'app',
        actual: 1860,
        message:
          /^`aws_db_instance\.orders`, in a session of role `app`, notices a dead peer after 31 min \(`tcp_keepalives_idle` 1800 s \(declared\),/,
        fix: { resource: 'app', setting: 'tcp_keepalives_idle', value: '60' },
      },
    ],
  },
  {
    name: "unknown where 0 selects the operating system's value",
    resources: keepalive('0', '30', '2'),
    configuration: within('10m'),
    expect: [
      {
        resource: database,
        outcome: 'unknown',
        message:
          /cannot be told: tcp_keepalives_idle of aws_db_instance\.orders is 0, which selects the operating system's value/,
      },
    ],
  },
  {
    name: 'unknown where the value is known only after apply',
    resources: keepalive(null, '30', '2'),
    configuration: within('10m'),
    expect: [
      {
        resource: database,
        outcome: 'unknown',
        message: /known only after apply/,
        settles: /write the value literally/,
      },
    ],
  },
  {
    name: 'not judged unless declared',
    resources: { [database]: instance(null) },
    configuration: { workloads: [workload] },
    expect: [],
  },
]);
