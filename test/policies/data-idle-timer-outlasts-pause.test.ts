import type { Json } from 'holdfast/policy';
import { testPolicy } from 'holdfast/testing';
import policy from '../../policies/data-idle-timer-outlasts-pause';

const probing = { client: { name: 'reports', keepalive: { idle: '10s', interval: '10s', count: 3 } } };
const database = { database: { name: 'orders' } };
const edge = 'aws_globalaccelerator_accelerator.edge';
const resources = { [edge]: { kind: 'accelerator' } };
const workload = (hop: Json, maxIdle: string) => ({
  name: 'reports',
  maxQueryDuration: '10s',
  maxIdle,
  path: [probing, hop, database],
});

testPolicy(policy, [
  {
    name: 'fails where a pool waits for longer than 340 s, whoever probes',
    resources,
    configuration: { workloads: [workload({ accelerator: edge }, '10m')] },
    expect: [
      {
        resource: edge,
        outcome: 'fail',
        workload: 'reports',
        message:
          '`idle_timeout` of `aws_globalaccelerator_accelerator.edge` is 340 s (default), so an idle connection is closed after 340 s while a pooled connection of `reports` may pause for 10 min; it cannot be changed',
        actual: 340,
        fix: null,
      },
    ],
  },
  {
    name: 'passes below that',
    resources,
    configuration: { workloads: [workload({ accelerator: edge }, '5m')] },
    expect: [{ resource: edge, outcome: 'pass' }],
  },
  {
    name: 'a connection that carries requests does not pause',
    resources,
    configuration: {
      workloads: [{ ...workload({ accelerator: edge }, '10m'), path: [{ accelerator: edge }, probing, database] }],
    },
    expect: [],
  },
  {
    name: 'unknown where the protocol of a Service Connect proxy decides',
    resources: {},
    configuration: { workloads: [workload({ mesh: { name: 'envoy' } }, '10m')] },
    expect: [{ resource: 'envoy', outcome: 'unknown', settles: 'declare `idleTimeout`' }],
  },
]);
