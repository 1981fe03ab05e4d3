import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/alb-idle-timeout-outlasts-query';

const path = [{ alb: 'aws_lb.public' }, { client: { name: 'api' } }, { database: { name: 'orders' } }];
const workload = { name: 'checkout-api', maxQueryDuration: '30s', request: { maxDuration: '90s' }, path };

testPolicy(policy, [
  {
    name: 'fails at the default of 60 s under a request of 90 s',
    resources: { 'aws_lb.public': { kind: 'alb' } },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_lb.public',
        outcome: 'fail',
        workload: 'checkout-api',
        role: null,
        message:
          '`idle_timeout` of `aws_lb.public` is 60 s (default), so callers get HTTP 504 at 60 s and the query runs on while a request of `checkout-api` may take 90 s',
        expected: '> 90',
        actual: 60,
        fix: { resource: 'aws_lb.public', setting: 'idle_timeout', value: 91 },
      },
    ],
  },
  {
    name: 'equality is a race and fails',
    resources: { 'aws_lb.public': { kind: 'alb', settings: { idle_timeout: 90 } } },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_lb.public',
        outcome: 'fail',
        message: /90 s equals the promise, which is a race: 91 s outlives it$/,
      },
    ],
  },
  {
    name: 'passes one second above the promise',
    resources: { 'aws_lb.public': { kind: 'alb', settings: { idle_timeout: 91 } } },
    configuration: { workloads: [workload] },
    expect: [{ resource: 'aws_lb.public', outcome: 'pass', actual: 91 }],
  },
  {
    name: 'headroom is added to the promise',
    resources: { 'aws_lb.public': { kind: 'alb', settings: { idle_timeout: 91 } } },
    configuration: { defaults: { headroom: '10s' }, workloads: [workload] },
    expect: [
      {
        resource: 'aws_lb.public',
        outcome: 'fail',
        message: /90 s \(100 s with headroom\)$/,
        fix: { resource: 'aws_lb.public', setting: 'idle_timeout', value: 101 },
      },
    ],
  },
  {
    name: 'no value outlives a request above the maximum of 4000 s',
    resources: { 'aws_lb.public': { kind: 'alb', settings: { idle_timeout: 4000 } } },
    configuration: { workloads: [{ ...workload, request: { maxDuration: '2h' } }] },
    expect: [
      {
        resource: 'aws_lb.public',
        outcome: 'fail',
        message: /4000 s is its maximum, so no value outlives the promise$/,
        fix: null,
      },
    ],
  },
  {
    name: 'unknown where the value is known only after apply',
    resources: {
      'aws_lb.public': {
        kind: 'alb',
        settings: { idle_timeout: notKnown('`idle_timeout` is known only after apply') },
      },
    },
    configuration: { workloads: [workload] },
    expect: [{ resource: 'aws_lb.public', outcome: 'unknown', message: /known only after apply/ }],
  },
]);
