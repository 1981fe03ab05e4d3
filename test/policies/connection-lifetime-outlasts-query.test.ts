import type { Json } from 'holdfast/policy';
import { testPolicy } from 'holdfast/testing';
import policy from '../../policies/connection-lifetime-outlasts-query';

const lattice = 'aws_vpclattice_service.orders';
const resources = { [lattice]: { kind: 'lattice-service', settings: { idle_timeout: 600 } } };
const workload = (request: { readonly [key: string]: Json }, own: { readonly [key: string]: Json } = {}) => ({
  name: 'orders-api',
  maxQueryDuration: '30s',
  request,
  path: [{ lattice }, { client: { name: 'app' } }, { database: { name: 'orders' } }],
  ...own,
});

testPolicy(policy, [
  {
    name: 'passes where age and request together stay below 10 min',
    resources,
    configuration: { workloads: [workload({ maxDuration: '4m', maxConnectionAge: '5m' })] },
    expect: [
      {
        resource: lattice,
        outcome: 'pass',
        message:
          '`connection_duration` of `aws_vpclattice_service.orders` is 10 min (default); it outlives the promise: a connection that carries requests of `orders-api` may be 9 min old when its last one ends',
      },
    ],
  },
  {
    name: 'fails where they reach it',
    resources,
    configuration: { workloads: [workload({ maxDuration: '5m', maxConnectionAge: '5m' })] },
    expect: [
      {
        resource: lattice,
        outcome: 'fail',
        expected: '> 600',
        actual: 600,
        message:
          /it cannot be changed; close HTTP connections before they are 5 min old, and declare that as `request.maxConnectionAge`$/,
        fix: null,
      },
    ],
  },
  {
    name: 'without a declared age a shorter request is unknown',
    resources,
    configuration: { workloads: [workload({ maxDuration: '90s' })] },
    expect: [{ resource: lattice, outcome: 'unknown', settles: 'declare request.maxConnectionAge' }],
  },
  {
    name: 'the age of pooled database connections is another',
    resources,
    configuration: { workloads: [workload({ maxDuration: '90s' }, { maxConnectionAge: '1m' })] },
    expect: [{ resource: lattice, outcome: 'unknown', settles: 'declare request.maxConnectionAge' }],
  },
  {
    name: 'and a longer one is cut whatever the age',
    resources,
    configuration: { workloads: [workload({ maxDuration: '11m', maxSilence: '1m' })] },
    expect: [
      {
        resource: lattice,
        outcome: 'fail',
        message:
          /so the connection is closed at 10 min while a request of `orders-api` may take 11 min; .*let the request answer at once/,
        fix: null,
      },
    ],
  },
  {
    name: 'an age of 0 is a connection for each request',
    resources,
    configuration: { workloads: [workload({ maxDuration: '9m', maxConnectionAge: 0 })] },
    expect: [{ resource: lattice, outcome: 'pass' }],
  },
]);
