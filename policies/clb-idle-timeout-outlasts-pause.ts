import { timerVerdict, type Policy } from 'holdfast/policy';

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
  check: timerVerdict,
};

export default policy;
