import { raise, timerVerdict, type Fix, type Policy, type PolicyExample, type TimerCase } from 'holdfast/policy';

/** The API model of Classic Load Balancers ends at 3600 s, their documentation at 4000 s. */
const certain = 3600;

/** Only a longer timeout helps: probes carry no payload. */
function longer(it: TimerCase): Fix | null {
  const fix = raise(it);
  if (fix === null || Number(fix.value) <= certain) return fix;
  return { ...fix, note: 'the documentation allows 4000 s, the API model 3600 s, so AWS may refuse it' };
}

/** A Classic Load Balancer before a database. */
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
        maxQueryDuration: '5m',
        path: [{ client: { name: 'bi' } }, { clb: 'aws_elb.pg' }, { database: { name: 'warehouse' } }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'clb-idle-timeout-outlasts-query',
  title: 'The idle timeout of a Classic Load Balancer outlasts the query',
  severity: 'error',
  per: 'timer',
  judges: [{ timer: 'clb.idle_timeout', phase: 'query' }],
  why:
    'A Classic Load Balancer closes a connection that carried no data for `idle_timeout` (60 s by default), and a query that ' +
    'has produced nothing sends none. One timeout holds for every listener, TCP and SSL ones on port 5432 included. TCP ' +
    'keepalive probes carry no payload and do not reset it.',
  fix: 'Raise `idle_timeout` above the longest silence, or put a Network Load Balancer there, which keepalive probes do reset.',
  refs: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-idle-timeout.html'],
  example: { bad: estate({}), good: estate({ idle_timeout: 600 }) },
  check: (it) => timerVerdict(it, longer),
};

export default policy;
