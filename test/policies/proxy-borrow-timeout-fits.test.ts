import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/proxy-borrow-timeout-fits';

const below = [{ client: { name: 'api' } }, { proxy: 'aws_db_proxy.orders' }, { database: { name: 'orders' } }];
const workload = { name: 'checkout', maxQueryDuration: '30s', path: [{ alb: 'aws_lb.public' }, ...below] };
const alb = (settings = {}) => ({ 'aws_lb.public': { kind: 'alb', settings } });
const proxy = { 'aws_db_proxy.orders': { kind: 'proxy' } };
const pool = (settings = {}) => ({
  ...proxy,
  'aws_db_proxy_default_target_group.orders': {
    kind: 'proxy-target-group',
    settings,
    links: { proxy: 'aws_db_proxy.orders' },
  },
});

testPolicy(policy, [
  {
    name: 'the defaults fail: a load balancer waits 60 s, the proxy 120 s',
    resources: { ...alb(), ...proxy },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'fail',
        workload: 'checkout',
        message:
          '`connection_borrow_timeout` of `aws_db_proxy.orders` is 2 min (default), so for a query of `checkout` of 30 s a caller may wait 150 s, and `idle_timeout` of `aws_lb.public` is 60 s (default): the caller gives up before the proxy answers that no connection is free',
        expected: '< 30',
        actual: 120,
        fix: {
          resource: 'aws_db_proxy.orders',
          setting: 'connection_borrow_timeout',
          value: 29,
          note: 'in the default target group of the proxy',
        },
      },
    ],
  },
  {
    name: 'the fix is in the target group where a document shows it',
    resources: { ...alb(), ...pool({ connection_borrow_timeout: 40 }) },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'fail',
        actual: 40,
        fix: {
          resource: 'aws_db_proxy_default_target_group.orders',
          setting: 'connection_pool_config.connection_borrow_timeout',
          value: 29,
        },
      },
    ],
  },
  {
    name: 'equality fails: 120 s and 30 s are the 150 s of the load balancer',
    resources: { ...alb({ idle_timeout: 150 }), ...proxy },
    configuration: { workloads: [workload] },
    expect: [{ resource: 'aws_db_proxy.orders', outcome: 'fail', expected: '< 120' }],
  },
  {
    name: 'passes one second above',
    resources: { ...alb({ idle_timeout: 151 }), ...proxy },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'pass',
        message: /a caller may wait 150 s, and `idle_timeout` of `aws_lb\.public` is 151 s$/,
      },
    ],
  },
  {
    name: 'headroom is taken off what the caller waits',
    resources: { ...alb({ idle_timeout: 160 }), ...proxy },
    configuration: { defaults: { headroom: '10s' }, workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'fail',
        expected: '< 120',
        fix: { resource: 'aws_db_proxy.orders', setting: 'connection_borrow_timeout', value: 119 },
      },
    ],
  },
  {
    name: 'the declared request counts where it is shorter than the load balancer',
    resources: { ...alb({ idle_timeout: 4000 }), ...proxy },
    configuration: { workloads: [{ ...workload, request: { maxDuration: '140s' } }] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'fail',
        message: /`request\.maxDuration` of `checkout` is 140 s: the caller gives up/,
        expected: '< 110',
      },
    ],
  },
  {
    name: 'a limit that no borrow timeout fits has no fix here',
    resources: { ...alb({ idle_timeout: 31 }), ...proxy },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'fail',
        message: /; no borrow timeout is short enough, so it has to wait longer than 150 s$/,
        fix: null,
      },
    ],
  },
  {
    name: 'a limit that the query alone outlasts is a finding of its own',
    resources: { ...alb({ idle_timeout: 30 }), ...proxy },
    configuration: { workloads: [workload] },
    expect: [],
  },
  {
    name: 'without a request nobody gives up early',
    resources: proxy,
    configuration: { workloads: [{ ...workload, path: below }] },
    expect: [],
  },
  {
    name: 'the pool of a declared proxy is not shown and not judged',
    resources: alb(),
    configuration: {
      workloads: [
        {
          ...workload,
          path: [
            { alb: 'aws_lb.public' },
            { client: { name: 'api' } },
            { proxy: { name: 'shared' } },
            { database: { name: 'orders' } },
          ],
        },
      ],
    },
    expect: [],
  },
  {
    name: 'unknown above 300 s, where older documents and the API disagree',
    resources: { ...alb(), ...pool({ connection_borrow_timeout: 301 }) },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'unknown',
        message:
          '`connection_pool_config.connection_borrow_timeout` of `aws_db_proxy_default_target_group.orders` is 301 s; how long a caller waits for a connection cannot be told, since the API takes up to 5 min, and older documents read 0 as no limit',
        settles: 'set it to 1 s to 300 s',
      },
    ],
  },
  {
    name: 'unknown at 0, which is at once or never',
    resources: { ...alb(), ...pool({ connection_borrow_timeout: 0 }) },
    configuration: { workloads: [workload] },
    expect: [{ resource: 'aws_db_proxy.orders', outcome: 'unknown', message: /older documents read 0 as no limit$/ }],
  },
  {
    name: 'unknown where the borrow timeout is not shown',
    resources: {
      ...alb({ idle_timeout: 4000 }),
      ...pool({ connection_borrow_timeout: notKnown('it comes from a variable') }),
    },
    configuration: { workloads: [workload] },
    expect: [{ resource: 'aws_db_proxy.orders', outcome: 'unknown', message: /since it comes from a variable$/ }],
  },
  {
    name: 'unknown where the wait of the load balancer is not shown',
    resources: { ...alb({ idle_timeout: notKnown('it comes from a variable') }), ...proxy },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'unknown',
        message: /whether `idle_timeout` of `aws_lb\.public` ends before that is not known: it comes from a variable$/,
      },
    ],
  },
  {
    name: 'unknown where a request that is long enough may still be cut short by the load balancer',
    resources: { ...alb({ idle_timeout: notKnown('it comes from a variable') }), ...proxy },
    configuration: { workloads: [{ ...workload, request: { maxDuration: '200s' } }] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'unknown',
        message: /whether `idle_timeout` of `aws_lb\.public` ends before that is not known/,
      },
    ],
  },
  {
    name: 'a declared request that is too short fails whatever the load balancer does',
    resources: { ...alb({ idle_timeout: notKnown('it comes from a variable') }), ...proxy },
    configuration: { workloads: [{ ...workload, request: { maxDuration: '150s' } }] },
    expect: [{ resource: 'aws_db_proxy.orders', outcome: 'fail', message: /`request\.maxDuration`/ }],
  },
  {
    name: 'unknown where the target group may be of this proxy or of another',
    resources: {
      ...alb({ idle_timeout: 151 }),
      ...proxy,
      'aws_db_proxy_default_target_group.orders': {
        kind: 'proxy-target-group',
        links: { proxy: notKnown('it is known only after apply') },
      },
    },
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'unknown',
        message: /which proxy aws_db_proxy_default_target_group\.orders belongs to is not known$/,
      },
    ],
  },
]);
