import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/clb-idle-timeout-outlasts-pause';

const path = [
  { client: { name: 'api', keepalive: { idle: '10s', interval: '10s', count: 3 } } },
  { clb: 'aws_elb.pg' },
  { database: { name: 'orders' } },
];
const workload = { name: 'checkout', maxQueryDuration: '30s', maxIdle: '10min', path };
const clb = (settings = {}) => ({ 'aws_elb.pg': { kind: 'clb', settings } });

testPolicy(policy, [
  {
    name: 'fails at the default, whatever probes the client sends',
    resources: clb(),
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_elb.pg',
        outcome: 'fail',
        message:
          '`idle_timeout` of `aws_elb.pg` is 60 s (default), so an idle connection is closed after 60 s while a pooled connection of `checkout` may pause for 10 min',
        fix: { resource: 'aws_elb.pg', setting: 'idle_timeout', value: 601 },
      },
    ],
  },
  {
    name: 'equality fails',
    resources: clb({ idle_timeout: 600 }),
    configuration: { workloads: [workload] },
    expect: [{ resource: 'aws_elb.pg', outcome: 'fail', message: /601 s outlives it$/ }],
  },
  {
    name: 'passes above the pause, although a query may take longer',
    resources: clb({ idle_timeout: 601 }),
    configuration: { workloads: [{ ...workload, maxQueryDuration: '1h' }] },
    expect: [{ resource: 'aws_elb.pg', outcome: 'pass', actual: 601 }],
  },
  {
    name: 'unknown where the value is not shown',
    resources: clb({ idle_timeout: notKnown('it comes from a module output') }),
    configuration: { workloads: [workload] },
    expect: [{ resource: 'aws_elb.pg', outcome: 'unknown', message: /it comes from a module output$/ }],
  },
  {
    name: 'a pause that is not declared is not judged',
    resources: clb(),
    configuration: { workloads: [{ name: 'checkout', maxQueryDuration: '30s', path }] },
    expect: [],
  },
]);
