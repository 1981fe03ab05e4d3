import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/clb-idle-timeout-outlasts-query';

const path = [{ client: { name: 'etl' } }, { clb: 'aws_elb.pg' }, { database: { name: 'orders' } }];
const workload = { name: 'nightly', maxQueryDuration: '5min', path };
const clb = (settings = {}) => ({ 'aws_elb.pg': { kind: 'clb', settings } });

testPolicy(policy, [
  {
    name: 'fails at the default of 60 s in front of PostgreSQL',
    resources: clb(),
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_elb.pg',
        outcome: 'fail',
        workload: 'nightly',
        message:
          '`idle_timeout` of `aws_elb.pg` is 60 s (default), so the connection is closed at 60 s while a query of `nightly` may take 5 min',
        expected: '> 300',
        actual: 60,
        fix: { resource: 'aws_elb.pg', setting: 'idle_timeout', value: 301 },
      },
    ],
  },
  {
    name: 'no keepalive helps, neither of the client nor of the server',
    resources: clb(),
    configuration: {
      workloads: [
        {
          ...workload,
          path: [
            { client: { name: 'etl', keepalive: { idle: '10s', interval: '10s', count: 3 } } },
            { clb: 'aws_elb.pg' },
            { database: { name: 'orders', settings: { tcp_keepalives_idle: 10, tcp_keepalives_interval: 10 } } },
          ],
        },
      ],
    },
    expect: [{ resource: 'aws_elb.pg', outcome: 'fail', actual: 60 }],
  },
  {
    name: 'equality is a race and fails',
    resources: clb({ idle_timeout: 300 }),
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_elb.pg',
        outcome: 'fail',
        message: /5 min equals the promise, which is a race: 301 s outlives it$/,
      },
    ],
  },
  {
    name: 'passes one second above the promise',
    resources: clb({ idle_timeout: 301 }),
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_elb.pg',
        outcome: 'pass',
        message:
          '`idle_timeout` of `aws_elb.pg` is 301 s; it outlives the promise: a query of `nightly` may take 5 min',
      },
    ],
  },
  {
    name: 'a query that sends rows is silent for less than it takes',
    resources: clb(),
    configuration: { workloads: [{ ...workload, maxSilence: '59s' }] },
    expect: [{ resource: 'aws_elb.pg', outcome: 'pass', message: /may be silent for 59 s$/ }],
  },
  {
    name: 'above the client it has to outlast the request, headroom included',
    resources: clb({ idle_timeout: 99 }),
    configuration: {
      defaults: { headroom: '10%' },
      workloads: [
        {
          name: 'api',
          maxQueryDuration: '30s',
          request: { maxDuration: '90s' },
          path: [{ clb: 'aws_elb.pg' }, { client: { name: 'api' } }, { database: { name: 'orders' } }],
        },
      ],
    },
    expect: [
      {
        resource: 'aws_elb.pg',
        outcome: 'fail',
        message:
          /a request of `api` may take 90 s \(99 s with headroom\); 99 s equals the promise, which is a race: 100 s outlives it$/,
        fix: { resource: 'aws_elb.pg', setting: 'idle_timeout', value: 100 },
      },
    ],
  },
  {
    name: 'above 3600 s the fix says that AWS may refuse it',
    resources: clb(),
    configuration: { workloads: [{ ...workload, maxQueryDuration: '1h' }] },
    expect: [
      {
        resource: 'aws_elb.pg',
        outcome: 'fail',
        fix: {
          resource: 'aws_elb.pg',
          setting: 'idle_timeout',
          value: 3601,
          note: 'the documentation allows 4000 s, the API model 3600 s, so AWS may refuse it',
        },
      },
    ],
  },
  {
    name: 'no value outlives a query above the maximum of 4000 s',
    resources: clb({ idle_timeout: 4000 }),
    configuration: { workloads: [{ ...workload, maxQueryDuration: '2h' }] },
    expect: [
      {
        resource: 'aws_elb.pg',
        outcome: 'fail',
        message: /4000 s is its maximum, so no value outlives the promise$/,
        fix: null,
      },
    ],
  },
  {
    name: 'unknown where the value is known only after apply',
    resources: clb({ idle_timeout: notKnown('`idle_timeout` is known only after apply') }),
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_elb.pg',
        outcome: 'unknown',
        message:
          '`idle_timeout` of `aws_elb.pg` is not known (1 s to 4000 s); a query of `nightly` may take 5 min, and it may cut that: `idle_timeout` is known only after apply',
        settles: 'apply, then check again',
      },
    ],
  },
  {
    name: 'unknown where it is only assumed to be on the path',
    resources: { ...clb(), 'aws_db_instance.orders': { kind: 'instance' } },
    configuration: { workloads: [{ name: 'nightly', maxQueryDuration: '5min' }] },
    expect: [
      { resource: 'aws_elb.pg', outcome: 'unknown', message: /if aws_elb\.pg is on the path, it cuts at 60 s$/ },
    ],
  },
]);
