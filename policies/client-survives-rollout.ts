import {
  code,
  formatDuration,
  outgoing,
  promiseText,
  provenanceOf,
  timerName,
  timerVerdict,
  valueOf,
  valueText,
  type Fix,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type Seconds,
  type TimerCase,
} from 'holdfast/policy';

/** The longest stop timeout that Fargate takes: "the max stop timeout value is 120 seconds" (API model of ECS, stopTimeout). */
const mostOnFargate = 120;

function check(it: TimerCase): PolicyVerdict | null {
  const { demand, timer, at } = it.judgement;
  const verdict = timerVerdict(it, () => longerStop(it));
  if (demand === null || verdict?.outcome !== 'fail') return verdict;
  const promise = promiseText(demand, it.workload.name);
  const stop = formatDuration(at?.to ?? at?.from ?? 0);
  const isValue = `${timerName(timer, null)} is ${valueText(timer.value)}`;
  const groups = outgoing(it.graph, it.hop.node, 'target_groups');
  const isKilled = `its program is killed ${stop} after it was told to stop, and the query runs on`;
  if (groups.length === 0)
    return { ...verdict, message: `${isValue}, so when a task is stopped ${isKilled}, while ${promise}` };
  const delays = groups.map((group) => valueOf(group.settings.deregistration_delay));
  const longest = delays.every((one): one is Seconds => typeof one === 'number') ? Math.max(...delays) : null;
  const names = groups.map((group) => code(group.subject)).join(', ');
  const sum = longest === null ? null : longest + (at?.to ?? at?.from ?? 0);
  if (longest !== null && sum !== null && sum < demand.withHeadroom)
    return {
      ...verdict,
      message:
        `${isValue}, so when a task is replaced its target group ${names} lets connections live on for ${formatDuration(longest)}, ` +
        `then ${isKilled}, ${formatDuration(sum)} in all, while ${promise}`,
    };
  const drained =
    longest === null
      ? 'how long that is, is not known'
      : `${formatDuration(longest)}, and only both together are long enough`;
  return {
    outcome: 'unknown',
    message: `${isValue}, while ${promise}; a task that is replaced may leave ${names} first (${drained})`,
    provenance: provenanceOf(timer.value),
    settles: `raise stopTimeout to ${formatDuration(needed(it))}, or replace a task during such a query and see when it ends`,
  };
}

function needed({ judgement }: TimerCase): Seconds {
  return Math.ceil(judgement.demand?.withHeadroom ?? 0);
}

/** A longer stop timeout where the containers are described; it is written inside a text, so it is said in words. */
function longerStop(it: TimerCase): Fix {
  const { attribute, subject } = it.judgement.timer;
  const limit =
    needed(it) > mostOnFargate
      ? `; on Fargate ${String(mostOnFargate)} is the maximum: there, roll out while no query runs`
      : '';
  return {
    resource: subject.subject,
    type: 'client',
    setting: attribute,
    value: needed(it),
    note: `in each essential container${limit}`,
  };
}

/** A worker whose queries take 90 s, and how long it may go on once it was told to stop. */
const estate = (container: { readonly stopTimeout?: number }): PolicyExample => ({
  resources: {
    'aws_ecs_task_definition.worker': {
      family: 'worker',
      container_definitions: JSON.stringify([{ name: 'worker', image: 'worker', ...container }]),
    },
    'aws_ecs_service.worker': { name: 'worker', task_definition: '${aws_ecs_task_definition.worker.arn}' },
    'aws_db_instance.orders': { identifier: 'orders', engine: 'postgres', engine_version: '16.4' },
  },
  configuration: {
    workloads: [
      {
        name: 'exports',
        maxQueryDuration: '90s',
        path: [{ client: 'aws_ecs_service.worker' }, { database: 'aws_db_instance.orders' }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'client-survives-rollout',
  title: 'A program that is replaced lives until its query has ended',
  severity: 'warning',
  per: 'timer',
  judges: [{ timer: 'client.stop_timeout', phase: 'rollout' }],
  why:
    'When ECS stops a task it sends SIGTERM, waits for `stopTimeout` (30 s unless the container says otherwise, 120 s at most on ' +
    'Fargate) and then kills the program, whatever it waits for. The query runs on without anyone who wants its result. A task ' +
    'that a load balancer serves is taken out of its target group first, for as long as the deregistration delay.',
  fix:
    'Raise `stopTimeout` to the longest query, and let the program finish what runs when it gets SIGTERM. For longer queries ' +
    'roll out while none runs, or keep them out of what is rolled out.',
  refs: [
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/load-balancer-connection-draining.html',
    'https://aws.amazon.com/blogs/containers/graceful-shutdowns-with-ecs/',
  ],
  example: { bad: estate({}), good: estate({ stopTimeout: 120 }) },
  check,
};

export default policy;
