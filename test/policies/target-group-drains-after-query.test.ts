import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/target-group-drains-after-query';

const database = { database: { name: 'orders' } };
const alb = (settings = {}) => ({
  'aws_lb.public': { kind: 'alb' },
  'aws_lb_listener.https': {
    kind: 'listener',
    settings: { port: 443, protocol: 'HTTPS' },
    links: { load_balancer: 'aws_lb.public', target_groups: ['aws_lb_target_group.api'] },
  },
  'aws_lb_target_group.api': { kind: 'target-group', settings: { protocol: 'HTTP', ...settings } },
  'aws_ecs_service.api': { kind: 'service', links: { target_groups: ['aws_lb_target_group.api'] } },
});
const checkout = {
  name: 'checkout',
  maxQueryDuration: '30s',
  request: { maxDuration: '90s' },
  path: [{ alb: 'aws_lb.public' }, { client: 'aws_ecs_service.api' }, database],
};
const nlb = (settings = {}) => ({
  'aws_lb.db': { kind: 'nlb' },
  'aws_lb_listener.pg': {
    kind: 'listener',
    settings: { port: 5432, protocol: 'TCP' },
    links: { load_balancer: 'aws_lb.db', target_groups: ['aws_lb_target_group.pg'] },
  },
  'aws_lb_target_group.pg': { kind: 'target-group', settings: { protocol: 'TCP', ...settings } },
});
const nightly = (maxQueryDuration: string) => ({
  name: 'nightly',
  maxQueryDuration,
  path: [{ client: { name: 'etl' } }, { nlb: 'aws_lb.db' }, database],
});
const classic = (settings = {}) => ({ 'aws_elb.pg': { kind: 'clb', settings } });
const through = {
  name: 'nightly',
  maxQueryDuration: '5min',
  path: [{ client: { name: 'etl' } }, { clb: 'aws_elb.pg' }, database],
};

testPolicy(policy, [
  {
    name: 'an Application Load Balancer cuts requests that outlast its delay',
    resources: alb({ deregistration_delay: 60 }),
    configuration: { workloads: [checkout] },
    expect: [
      {
        resource: 'aws_lb_target_group.api',
        outcome: 'fail',
        workload: 'checkout',
        message:
          '`deregistration_delay` of `aws_lb_target_group.api` is 60 s, so connections that are still open 60 s after their target was deregistered are closed while a request of `checkout` may take 90 s',
        expected: '>= 90',
        actual: 60,
        fix: { resource: 'aws_lb_target_group.api', setting: 'deregistration_delay', value: 90 },
      },
    ],
  },
  {
    name: 'a drain may end with the request: equality passes',
    resources: alb({ deregistration_delay: 90 }),
    configuration: { workloads: [checkout] },
    expect: [{ resource: 'aws_lb_target_group.api', outcome: 'pass', actual: 90 }],
  },
  {
    name: 'one second less fails, and headroom counts',
    resources: alb({ deregistration_delay: 99 }),
    configuration: { defaults: { headroom: '10s' }, workloads: [checkout] },
    expect: [
      {
        resource: 'aws_lb_target_group.api',
        outcome: 'fail',
        message: /\(100 s with headroom\)$/,
        fix: { resource: 'aws_lb_target_group.api', setting: 'deregistration_delay', value: 100 },
      },
    ],
  },
  {
    name: 'the default of 300 s passes for a short request',
    resources: alb(),
    configuration: { workloads: [checkout] },
    expect: [
      {
        resource: 'aws_lb_target_group.api',
        outcome: 'pass',
        message: /is 5 min \(default\); it outlives the promise/,
      },
    ],
  },
  {
    name: 'no delay outlives a request above 3600 s',
    resources: alb(),
    configuration: { workloads: [{ ...checkout, request: { maxDuration: '2h' } }] },
    expect: [
      {
        resource: 'aws_lb_target_group.api',
        outcome: 'fail',
        message: /1 h is its maximum, so no value outlives the promise$/,
        fix: null,
      },
    ],
  },
  {
    name: 'a Network Load Balancer lets connections live on unless told otherwise, and its unhealthy targets are no finding',
    resources: nlb(),
    configuration: { workloads: [nightly('4h')] },
    expect: [
      {
        resource: 'aws_lb_target_group.pg',
        outcome: 'pass',
        message:
          '`aws_lb_target_group.pg` closes no connection when it takes a target out, so none ends while a query of `nightly` may take 4 h',
      },
    ],
  },
  {
    name: 'with connection_termination it cuts, and where no delay is long enough the fix turns that off',
    resources: nlb({ connection_termination: true }),
    configuration: { workloads: [nightly('4h')] },
    expect: [
      {
        resource: 'aws_lb_target_group.pg',
        outcome: 'fail',
        message:
          /is 5 min \(default\), so connections that are still open 5 min after .* while a query of `nightly` may take 4 h$/,
        fix: { resource: 'aws_lb_target_group.pg', setting: 'connection_termination', value: false },
      },
    ],
  },
  {
    name: 'a draining interval for unhealthy targets that is too short is still no finding',
    resources: nlb({ unhealthy_connection_termination: false, unhealthy_draining_interval: 60 }),
    configuration: { workloads: [nightly('10min')] },
    expect: [
      {
        resource: 'aws_lb_target_group.pg',
        outcome: 'pass',
        message: /closes no connection when it takes a target out/,
      },
    ],
  },
  {
    name: 'a Classic Load Balancer drains not at all by default',
    resources: classic(),
    configuration: { workloads: [through] },
    expect: [
      {
        resource: 'aws_elb.pg',
        outcome: 'fail',
        message:
          '`connection_draining` of `aws_elb.pg` is false (default), so connections are closed as soon as their target is deregistered while a query of `nightly` may take 5 min',
        actual: 0,
        fix: { resource: 'aws_elb.pg', setting: 'connection_draining', value: true },
      },
    ],
  },
  {
    name: 'its fix names both settings where the default of 300 s is not enough either',
    resources: classic(),
    configuration: { workloads: [{ ...through, maxQueryDuration: '301s' }] },
    expect: [
      {
        resource: 'aws_elb.pg',
        outcome: 'fail',
        fix: {
          resource: 'aws_elb.pg',
          setting: 'connection_draining_timeout',
          value: 301,
          note: 'and set `connection_draining` to true',
        },
      },
    ],
  },
  {
    name: 'with draining it passes at equality',
    resources: classic({ connection_draining: true }),
    configuration: { workloads: [through] },
    expect: [{ resource: 'aws_elb.pg', outcome: 'pass', actual: 300 }],
  },
  {
    name: 'unknown where the delay is not shown',
    resources: alb({ deregistration_delay: notKnown('it is known only after apply') }),
    configuration: { workloads: [checkout] },
    expect: [{ resource: 'aws_lb_target_group.api', outcome: 'unknown', message: /it is known only after apply$/ }],
  },
  {
    name: 'unknown where the client may be in either of two target groups',
    resources: {
      ...alb({ deregistration_delay: 60 }),
      'aws_lb_listener.https': {
        kind: 'listener',
        settings: { port: 443, protocol: 'HTTPS' },
        links: {
          load_balancer: 'aws_lb.public',
          target_groups: ['aws_lb_target_group.api', 'aws_lb_target_group.web'],
        },
      },
      'aws_lb_target_group.web': { kind: 'target-group', settings: { protocol: 'HTTP' } },
    },
    configuration: {
      workloads: [{ ...checkout, path: [{ alb: 'aws_lb.public' }, { client: { name: 'api' } }, database] }],
    },
    expect: [
      {
        resource: 'aws_lb_target_group.api',
        outcome: 'unknown',
        message: /which target group of aws_lb\.public the client is in cannot be told/,
      },
      { resource: 'aws_lb_target_group.web', outcome: 'pass' },
    ],
  },
]);
