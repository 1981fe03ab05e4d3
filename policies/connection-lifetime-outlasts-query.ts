import {
  advised,
  formatDuration,
  timerVerdict,
  withoutHeadroom,
  type Policy,
  type PolicyExample,
  type TimerCase,
} from 'holdfast/policy';

/** Requests that pass VPC Lattice on connections of a given age. */
const estate = (maxDuration: string): PolicyExample => ({
  resources: { 'aws_vpclattice_service.orders': { name: 'orders', idle_timeout_seconds: 600 } },
  configuration: {
    workloads: [
      {
        name: 'orders-api',
        maxQueryDuration: '30s',
        request: { maxDuration, maxSilence: '1m', maxConnectionAge: '5m' },
        path: [
          { lattice: 'aws_vpclattice_service.orders' },
          { client: { name: 'orders' } },
          { database: { name: 'orders-db' } },
        ],
      },
    ],
  },
});

const policy: Policy = {
  id: 'connection-lifetime-outlasts-query',
  title: 'What limits the life of a connection leaves the request on it time to end',
  severity: 'error',
  per: 'timer',
  judges: [{ timer: 'lattice-service.connection_duration', phase: 'query' }],
  why:
    'VPC Lattice closes a connection to a target when it is 10 minutes old, busy or not, and that cannot be changed. A request ' +
    'that takes longer never ends well. A shorter one is safe only where the connection is young enough when it starts: HTTP ' +
    'connections are used for many requests, and no document shows for how long.',
  fix:
    'Let the service close its HTTP connections early enough (a maximum age, or `Connection: close`), and declare that as ' +
    '`request.maxConnectionAge`. Let longer requests answer at once, and fetch the result later.',
  refs: ['https://docs.aws.amazon.com/vpc-lattice/latest/ug/services.html'],
  example: { bad: estate('6m'), good: estate('4m') },
  check: (it) => advised(timerVerdict(it), insteadOf(it)),
};

/** A request that fits into the life of a connection needs a younger one; a longer one never ends well. */
function insteadOf({ workload, judgement }: TimerCase): string {
  const { maxDuration } = workload.request;
  const limit = judgement.timer.value;
  const left =
    limit.state === 'known' && limit.value !== null
      ? withoutHeadroom(limit.value, workload) - (maxDuration ?? workload.maxQueryDuration)
      : 0;
  return left > 0
    ? `close HTTP connections before they are ${formatDuration(left)} old, and declare that as \`request.maxConnectionAge\``
    : 'let the request answer at once, and fetch the result later';
}

export default policy;
