import { timerVerdict, type Policy, type PolicyExample } from 'holdfast/policy';

/** A pool that reaches its database through Global Accelerator. */
const estate = (maxIdle: string): PolicyExample => ({
  resources: { 'aws_globalaccelerator_accelerator.warehouse': { name: 'warehouse' } },
  configuration: {
    workloads: [
      {
        name: 'reports',
        maxQueryDuration: '30s',
        maxIdle,
        path: [
          { client: { name: 'reports' } },
          { accelerator: 'aws_globalaccelerator_accelerator.warehouse' },
          { database: { name: 'warehouse' } },
        ],
      },
    ],
  },
});

const policy: Policy = {
  id: 'data-idle-timer-outlasts-pause',
  title: 'A timer that only payload resets outlasts the pauses of a pooled connection',
  // They close the connection: both ends learn of it.
  severity: 'warning',
  per: 'timer',
  judges: [
    { timer: 'accelerator.idle_timeout', phase: 'pause' },
    { timer: 'mesh.idle_timeout', phase: 'pause' },
  ],
  why:
    'Between two queries a pooled connection carries no data. Global Accelerator closes it after 340 s, the proxy of Service ' +
    'Connect after its idle timeout (1 h for TCP). A pool that tests its connections opens a new one; others fail at the next ' +
    'query. TCP keepalive probes do not reset these timers.',
  fix: 'Let the pool drop idle connections sooner and declare that as `maxIdle`, or raise the timeout where it can be raised.',
  refs: [
    'https://docs.aws.amazon.com/global-accelerator/latest/dg/introduction-how-it-works.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TimeoutConfiguration.html',
  ],
  example: { bad: estate('10m'), good: estate('5m') },
  check: (it) => timerVerdict(it),
};

export default policy;
