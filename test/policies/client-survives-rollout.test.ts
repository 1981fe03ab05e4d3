import { notKnown, testPolicy } from 'holdfast/testing';
import policy from '../../policies/client-survives-rollout';
import { service } from './_client';

const task = 'aws_ecs_task_definition.api';
const group = (deregistration_delay: number) => ({
  'aws_lb_target_group.api': { kind: 'target-group', settings: { deregistration_delay, protocol: 'HTTP' } },
});
const registered = { target_groups: 'aws_lb_target_group.api' };
const through = (maxQueryDuration: string) => ({
  workloads: [
    { name: 'report', maxQueryDuration, path: [{ client: 'aws_ecs_service.api' }, { database: { name: 'orders' } }] },
  ],
});

testPolicy(policy, [
  {
    name: 'a worker is killed 30 s after SIGTERM unless its container says otherwise',
    resources: service({}),
    configuration: through('90s'),
    expect: [
      {
        resource: task,
        outcome: 'fail',
        workload: 'report',
        message:
          '`stopTimeout` of `aws_ecs_task_definition.api` is 30 s (default), so when a task is stopped its program is killed 30 s after it was told to stop, and the query runs on, while a query of `report` may take 90 s',
        expected: '>= 90',
        actual: 30,
        fix: { resource: task, setting: 'stopTimeout', value: 90, note: 'in each essential container' },
      },
    ],
  },
  {
    name: 'a stop timeout as long as the query is enough: what drains may end with it',
    resources: service({ stopTimeout: 90 }),
    configuration: through('90s'),
    expect: [
      {
        resource: task,
        outcome: 'pass',
        message:
          '`stopTimeout` of `aws_ecs_task_definition.api` is 90 s; it outlives the promise: a query of `report` may take 90 s',
      },
    ],
  },
  {
    name: 'Fargate takes 120 s at most, and the fix says so',
    resources: service({ stopTimeout: 120 }),
    configuration: through('10m'),
    expect: [
      {
        resource: task,
        outcome: 'fail',
        fix: {
          resource: task,
          setting: 'stopTimeout',
          value: 600,
          note: 'in each essential container; on Fargate 120 is the maximum: there, roll out while no query runs',
        },
      },
    ],
  },
  {
    name: 'what a load balancer serves leaves its target group first; both together are too short',
    resources: { ...service({ stopTimeout: 60 }, registered), ...group(120) },
    configuration: through('5m'),
    expect: [
      {
        resource: task,
        outcome: 'fail',
        message:
          '`stopTimeout` of `aws_ecs_task_definition.api` is 60 s, so when a task is replaced its target group `aws_lb_target_group.api` lets connections live on for 2 min, then its program is killed 60 s after it was told to stop, and the query runs on, 3 min in all, while a query of `report` may take 5 min',
      },
    ],
  },
  {
    name: 'unknown where only the order of both decides',
    resources: { ...service({ stopTimeout: 60 }, registered), ...group(300) },
    configuration: through('5m'),
    expect: [
      {
        resource: task,
        outcome: 'unknown',
        message:
          '`stopTimeout` of `aws_ecs_task_definition.api` is 60 s, while a query of `report` may take 5 min; a task that is replaced may leave `aws_lb_target_group.api` first (5 min, and only both together are long enough)',
        settles: /raise stopTimeout to 5 min/,
      },
    ],
  },
  {
    name: 'unknown where both together are just long enough',
    resources: { ...service({ stopTimeout: 60 }, registered), ...group(240) },
    configuration: through('5m'),
    expect: [{ resource: task, outcome: 'unknown' }],
  },
  {
    name: 'unknown where the containers are not in view',
    resources: service({ stopTimeout: notKnown('it is known only after apply') }),
    configuration: through('90s'),
    expect: [{ resource: 'aws_ecs_service.api', outcome: 'unknown', message: /it is known only after apply/ }],
  },
  {
    name: 'a function is not stopped while it runs',
    resources: { 'aws_lambda_function.report': { kind: 'function', settings: { runtime: 'nodejs22.x' } } },
    configuration: {
      workloads: [
        {
          name: 'report',
          maxQueryDuration: '90s',
          path: [{ client: 'aws_lambda_function.report' }, { database: { name: 'orders' } }],
        },
      ],
    },
    expect: [],
  },
]);
