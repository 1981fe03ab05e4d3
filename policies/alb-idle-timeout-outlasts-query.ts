import { timerVerdict, type Policy, type PolicyExample } from 'holdfast/policy';

/** One load balancer before a service whose requests take 90 s. */
const estate = (attributes: { readonly idle_timeout?: number }): PolicyExample => ({
  resources: { 'aws_lb.public': { name: 'public', load_balancer_type: 'application', ...attributes } },
  configuration: {
    workloads: [
      {
        name: 'checkout-api',
        maxQueryDuration: '30s',
        request: { maxDuration: '90s' },
        path: [{ alb: 'aws_lb.public' }, { client: { name: 'api' } }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'alb-idle-timeout-outlasts-query',
  title: 'The idle timeout of an Application Load Balancer outlasts the request that waits for the query',
  severity: 'error',
  per: 'timer',
  judges: [{ timer: 'alb.idle_timeout', phase: 'query' }],
  why:
    'While a query runs, the target sends no byte of its response. An Application Load Balancer that hears nothing for ' +
    '`idle_timeout` (60 s by default) answers the caller with HTTP 504 and closes; the query runs on, and a retry starts it ' +
    'again. TCP keepalive and HTTP/2 PING do not reset this timer: only payload does.',
  fix:
    'Raise `idle_timeout` above the longest request (1 s to 4000 s), or let the request answer at once and fetch the result ' +
    'later, or stream at least one byte within every interval.',
  refs: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
  ],
  example: { bad: estate({}), good: estate({ idle_timeout: 120 }) },
  check: timerVerdict,
};

export default policy;
