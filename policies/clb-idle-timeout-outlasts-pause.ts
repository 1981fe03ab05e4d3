import { timerVerdict, type Policy, type PolicyExample } from 'holdfast/policy';

/** A Classic Load Balancer before a database that a pool connects to. */
const estate = (attributes: { readonly idle_timeout?: number }): PolicyExample => ({
  resources: {
    'aws_elb.pg': {
      name: 'pg',
      ...attributes,
      listener: [{ instance_port: 5432, instance_protocol: 'tcp', lb_port: 5432, lb_protocol: 'tcp' }],
    },
  },
  configuration: {
    workloads: [
      {
        name: 'reports',
        maxQueryDuration: '30s',
        maxIdle: '10m',
        path: [{ client: { name: 'bi' } }, { clb: 'aws_elb.pg' }, { database: { name: 'warehouse' } }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'clb-idle-timeout-outlasts-pause',
  title: 'The idle timeout of a Classic Load Balancer outlasts the pauses of a pooled connection',
  // It closes the connection in order: both ends learn of it.
  severity: 'warning',
  per: 'timer',
  judges: [{ timer: 'clb.idle_timeout', phase: 'pause' }],
  why:
    'Between two queries a pooled connection carries no data, and a Classic Load Balancer closes it after `idle_timeout` (60 s ' +
    'by default). It does so in order, so a pool that tests its connections opens a new one; others fail at the next query. ' +
    'TCP keepalive probes do not reset this timer.',
  fix: 'Raise `idle_timeout` above the longest pause, or let the pool drop idle connections sooner and declare that as `maxIdle`.',
  refs: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-idle-timeout.html'],
  example: { bad: estate({}), good: estate({ idle_timeout: 900 }) },
  check: timerVerdict,
};

export default policy;
