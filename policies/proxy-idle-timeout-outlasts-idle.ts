import { timerVerdict, type Policy } from 'holdfast/policy';

const policy: Policy = {
  id: 'proxy-idle-timeout-outlasts-idle',
  title: 'The idle client timeout of RDS Proxy outlasts the pauses of a pooled connection',
  // An orderly close, and never of a running query.
  severity: 'warning',
  per: 'timer',
  judges: [{ timer: 'proxy.idle_client_timeout', phase: 'pause' }],
  why:
    'RDS Proxy closes a client connection that submits no request within `idle_client_timeout` (30 min by default) after the ' +
    'previous request completed. A running query never counts as idle. The close is orderly, but an application whose pool ' +
    'keeps connections longer than that fails at the next query.',
  fix:
    'Raise `idle_client_timeout` above the longest pause (up to 8 h), or let the pool drop idle connections sooner and declare ' +
    'that as `maxIdle`.',
  refs: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-connections.html'],
  check: timerVerdict,
};

export default policy;
