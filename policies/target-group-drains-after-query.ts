import {
  attributeOf,
  code,
  promiseText,
  provenanceOf,
  raise,
  timerVerdict,
  valueOf,
  whose,
  type Fix,
  type Node,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type TimerCase,
} from 'holdfast/policy';

/** Whether a Classic Load Balancer is known not to drain. */
function drainsNot(node: Node): boolean {
  return valueOf(node.settings.connection_draining) === false;
}

/**
 * What lets connections live on: a longer drain, draining that is not on yet, or no cut at all. Only a Network Load Balancer
 * can do without: it cuts because `connection_termination` tells it to.
 */
function drainLonger(it: TimerCase): Fix | null {
  const { subject } = it.judgement.timer;
  const longer = raise(it);
  const change = (setting: string, value: boolean): Fix => ({
    resource: subject.subject,
    type: subject.type,
    setting: attributeOf(subject, setting),
    value,
  });
  if (longer === null)
    return valueOf(subject.settings.connection_termination) === true ? change('connection_termination', false) : null;
  if (!drainsNot(subject)) return longer;
  const isEnough = Number(valueOf(subject.settings.connection_draining_timeout) ?? 0) >= Number(longer.value);
  const draining = change('connection_draining', true);
  return isEnough ? draining : { ...longer, note: `and set \`${draining.setting}\` to true` };
}

function check(it: TimerCase): PolicyVerdict | null {
  const { demand, effect, timer } = it.judgement;
  // What follows a failed health check is no rollout that anyone plans, and every Network Load Balancer would be unknown by its
  // default. So a cut that may come this way is in the timeline, and a finding only where there is none.
  if (timer.name === 'target-group.unhealthy_draining_interval' && effect !== 'outlives') return null;
  if (demand === null) return timerVerdict(it, drainLonger);
  const { subject, value } = timer;
  const promise = promiseText(demand, it.workload.name);
  if (value.state === 'known' && value.value === null)
    return {
      outcome: 'pass',
      message: `${code(subject.subject)} closes no connection when it takes a target out, so none ends while ${promise}`,
      provenance: value.from,
    };
  const verdict = timerVerdict(it, drainLonger);
  if (verdict?.outcome !== 'fail' || !drainsNot(subject)) return verdict;
  const name = `${code(attributeOf(subject, 'connection_draining'))} of ${code(subject.subject)}`;
  return {
    ...verdict,
    message: `${name} is false${whose(provenanceOf(value))}, so connections are closed as soon as their target is deregistered while ${promise}`,
  };
}

/** A service behind a load balancer whose requests take up to 10 min. */
const estate = (attributes: { readonly deregistration_delay?: number }): PolicyExample => ({
  resources: {
    'aws_lb.public': { name: 'public', load_balancer_type: 'application', idle_timeout: 700 },
    'aws_lb_listener.https': {
      load_balancer_arn: '${aws_lb.public.arn}',
      port: 443,
      protocol: 'HTTPS',
      default_action: [{ type: 'forward', target_group_arn: '${aws_lb_target_group.api.arn}' }],
    },
    'aws_lb_target_group.api': { name: 'api', port: 8080, protocol: 'HTTP', target_type: 'ip', ...attributes },
  },
  configuration: {
    workloads: [
      {
        name: 'reports-api',
        maxQueryDuration: '10m',
        path: [{ alb: 'aws_lb.public' }, { client: { name: 'api' } }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'target-group-drains-after-query',
  title: 'A target that is replaced keeps its connections until the query has ended',
  severity: 'warning',
  per: 'timer',
  judges: [
    { timer: 'target-group.deregistration_delay', phase: 'rollout' },
    { timer: 'target-group.unhealthy_draining_interval', phase: 'rollout' },
    { timer: 'clb.connection_draining_timeout', phase: 'rollout' },
  ],
  why:
    'When a target is replaced, its load balancer lets connections live on for the deregistration delay (300 s by default) and ' +
    'then closes them, whatever runs on them. An Application Load Balancer always does, a Network Load Balancer only with ' +
    '`connection_termination`, and a Classic Load Balancer without connection draining at once. So every rollout cuts queries ' +
    'that are longer.',
  fix: 'Raise the deregistration delay (up to 3600 s) to the longest query, or for longer ones roll out while none runs.',
  refs: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-conn-drain.html',
  ],
  example: { bad: estate({}), good: estate({ deregistration_delay: 600 }) },
  check,
};

export default policy;
