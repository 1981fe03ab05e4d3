import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/proxy-idle-timeout-outlasts-idle';

const path = [{ client: { name: 'api' } }, { proxy: 'aws_db_proxy.orders' }, { database: { name: 'orders' } }];
const workload = { name: 'checkout', maxQueryDuration: '30s', maxIdle: '1h', path };
const proxy = (settings = {}) => ({ 'aws_db_proxy.orders': { kind: 'proxy', settings } });

testPolicy(policy, [
  {
    name: 'fails at the default of 30 min under a pause of 1 h',
    resources: proxy(),
    configuration: { workloads: [workload] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'fail',
        message:
          '`idle_client_timeout` of `aws_db_proxy.orders` is 30 min (default), so an idle connection is closed after 30 min while a pooled connection of `checkout` may pause for 1 h',
        expected: '> 3600',
        actual: 1800,
        fix: { resource: 'aws_db_proxy.orders', setting: 'idle_client_timeout', value: 3601 },
      },
    ],
  },
  {
    name: 'a running query never counts as idle',
    resources: proxy(),
    configuration: { workloads: [{ ...workload, maxQueryDuration: '8h', maxIdle: '29min' }] },
    expect: [{ resource: 'aws_db_proxy.orders', outcome: 'pass', actual: 1800 }],
  },
  {
    name: 'equality fails, one second above passes',
    resources: {
      ...proxy({ idle_client_timeout: 3600 }),
      'aws_db_proxy.other': { kind: 'proxy', settings: { idle_client_timeout: 3601 } },
    },
    configuration: {
      workloads: [
        {
          ...workload,
          path: [{ client: { name: 'api' } }, { proxy: 'aws_db_proxy.*' }, { database: { name: 'orders' } }],
        },
      ],
    },
    expect: [
      { resource: 'aws_db_proxy.orders', outcome: 'fail', message: /3601 s outlives it$/ },
      { resource: 'aws_db_proxy.other', outcome: 'pass' },
    ],
  },
  {
    name: 'no value outlives a pause of 8 h',
    resources: proxy(),
    configuration: { workloads: [{ ...workload, maxIdle: '8h' }] },
    expect: [
      {
        resource: 'aws_db_proxy.orders',
        outcome: 'fail',
        message: /8 h is its maximum, so no value outlives the promise$/,
        fix: null,
      },
    ],
  },
  {
    name: 'a declared proxy has its own key',
    resources: {},
    configuration: {
      workloads: [
        {
          ...workload,
          path: [{ client: { name: 'api' } }, { proxy: { name: 'orders-proxy' } }, { database: { name: 'orders' } }],
        },
      ],
    },
    expect: [
      {
        resource: 'orders-proxy',
        outcome: 'fail',
        fix: { resource: 'orders-proxy', setting: 'idleClientTimeout', value: 3601 },
      },
    ],
  },
  {
    name: 'unknown where the value is not shown',
    resources: proxy({ idle_client_timeout: notKnown('it comes from a variable') }),
    configuration: { workloads: [workload] },
    expect: [{ resource: 'aws_db_proxy.orders', outcome: 'unknown', message: /it comes from a variable$/ }],
  },
]);
