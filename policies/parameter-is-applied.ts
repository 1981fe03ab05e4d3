import {
  attachedGroups,
  catalogsRunBy,
  clip,
  code,
  notApplied,
  outgoing,
  previousGroup,
  previousRow,
  rowsOf,
  runningParameters,
  valueOf,
  type AttachedGroup,
  type Graph,
  type HopCase,
  type Node,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
} from 'holdfast/policy';

/** A database as the account shows it. */
const estate = (ParameterApplyStatus: string): PolicyExample => ({
  collected: {
    resources: [
      {
        type: 'rds:db',
        answer: {
          DBInstanceIdentifier: 'orders',
          Engine: 'postgres',
          EngineVersion: '16.4',
          DBParameterGroups: [{ DBParameterGroupName: 'orders-pg16', ParameterApplyStatus }],
        },
      },
      {
        type: 'rds:pg',
        answer: {
          DBParameterGroupName: 'orders-pg16',
          DBParameterGroupFamily: 'postgres16',
          Parameters: [{ ParameterName: 'statement_timeout', ParameterValue: '60000', Source: 'user' }],
        },
      },
    ],
  },
  configuration: {
    workloads: [
      { name: 'checkout-api', maxQueryDuration: '30s', path: [{ client: { name: 'api' } }, { database: 'orders' }] },
    ],
  },
});

const policy: Policy = {
  id: 'parameter-is-applied',
  title: 'No parameter waits for a reboot',
  severity: 'warning',
  per: 'hop',
  kinds: ['instance', 'cluster', 'cluster-instance'],
  why:
    'A parameter group that is attached to an existing database counts only after a reboot, its dynamic parameters too, and so ' +
    'does a parameter with `apply_method = "pending-reboot"`. The apply succeeds, the console shows the new group, the ' +
    'maintenance window does not reboot, and the old values run on.',
  fix: 'Reboot the instance, after the apply where a plan makes the change. For a dynamic parameter of a group that is attached already, use `immediate`.',
  refs: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html',
    'https://github.com/hashicorp/terraform-provider-aws/issues/40089',
  ],
  example: { bad: estate('pending-reboot'), good: estate('in-sync') },
  check,
};

function check({ graph, hop: { member } }: HopCase): PolicyVerdict | null {
  const groups = attachedGroups(graph, member);
  const live = liveVerdict(graph, member, groups);
  if (live !== null) return live;
  // Only a plan says what it changes.
  if (member.change === undefined && groups.every((one) => one.owner.change === undefined)) return null;
  const waiting = groups.flatMap((one) => waitsFor(graph, one));
  const sure = waiting.find((one) => one.is === 'sure');
  const open = waiting.find((one) => one.is === 'open');
  if (sure !== undefined)
    return waits(member, waiting.flatMap((one) => (one.is === 'sure' ? [one.what] : [])).join('; '), 'after the apply');
  if (open !== undefined)
    return {
      outcome: 'unknown',
      message: `whether ${code(member.subject)} runs the new values before a reboot cannot be told: ${open.what}`,
      settles: 'reboot the instance after the apply, or write the name of the group and its values literally',
    };
  return {
    outcome: 'pass',
    message: `this plan changes nothing that ${code(member.subject)} takes over only at a reboot`,
    expected: 'in sync',
    actual: 'in sync',
    unit: 'text',
  };
}

/** What RDS itself says of the groups that are attached, and the server of its own configuration; `null` where neither was read. */
function liveVerdict(graph: Graph, member: Node, groups: readonly AttachedGroup[]): PolicyVerdict | null {
  const { parameter_apply_status: own, cluster_parameter_apply_status: clusters } = member.settings;
  const restarts = catalogsRunBy(graph, member).flatMap((catalog) =>
    runningParameters(catalog).flatMap(({ name, pendingRestart }) => (pendingRestart ? [code(name)] : [])),
  );
  if (restarts.length > 0)
    return waits(member, `${restarts.join(', ')} changed in its configuration and counts only after a restart`, 'now');
  if (own === undefined && clusters === undefined) return null;
  const late = groups.flatMap((group) => {
    const status = notApplied(member, group.level);
    return status === null
      ? []
      : [{ ...status, group: nameOf(group.to, graph), sets: judgedRows(graph, group, member) }];
  });
  const [first] = late;
  if (first === undefined) {
    const message = `the parameter groups of ${code(member.subject)} are in sync: what they say is what runs`;
    return { outcome: 'pass', message, expected: 'in sync', actual: 'in sync', unit: 'text' };
  }
  const said = late.map(({ group, status, sets, from }) => {
    const then = sets.length === 0 ? '' : `, and ${sets.join(', ')} counts ${from}`;
    return `the parameter group ${group} is ${code(status)}${then}`;
  });
  const why = said.join('; ');
  if (late.every(({ status }) => status === 'pending-reboot')) return waits(member, why, 'now');
  const message = `what ${code(member.subject)} runs is not what its parameter group says: ${why}`;
  if (late.every(({ status }) => status !== 'failed-to-apply' && status !== 'pending-database-upgrade'))
    return { outcome: 'unknown', message, settles: first.settles };
  const actual = late.map(({ status }) => status).join(', ');
  return {
    outcome: 'fail',
    message: `${message}: ${first.settles}`,
    expected: 'in sync',
    actual,
    unit: 'text',
    fix: null,
  };
}

/** What a group sets of what is judged: `statement_timeout` = 60000. */
function judgedRows(graph: Graph, { to }: AttachedGroup, member: Node): readonly string[] {
  const group = to.state === 'linked' ? graph.nodes[to.node] : undefined;
  if (group === undefined) return [];
  return rowsOf(valueOf(group.settings[group.kind.group?.parameters ?? '']) ?? null).flatMap(({ name, value }) =>
    name === null || value === null || member.kind.session?.parameters[name] === undefined
      ? []
      : [`${code(name)} = ${clip(value)}`],
  );
}

function waits(member: Node, why: string, when: 'now' | 'after the apply'): PolicyVerdict {
  const identifier = valueOf(member.settings.identifier);
  return {
    outcome: 'fail',
    message: `${code(member.subject)} runs old values until it is rebooted: ${why}`,
    expected: 'in sync',
    actual: 'waiting for a reboot',
    unit: 'text',
    fix: {
      resource: member.subject,
      type: 'reboot',
      setting: 'reboot',
      value: when,
      ...(typeof identifier === 'string'
        ? { note: `aws rds reboot-db-instance --db-instance-identifier ${identifier}` }
        : {}),
    },
  };
}

type Waiting = { readonly is: 'sure' | 'open'; readonly what: string };

function waitsFor(graph: Graph, { owner, link, to }: AttachedGroup): readonly Waiting[] {
  const action = owner.change?.action;
  if (action === 'create' || action === 'replace') return [];
  if (to.state === 'unknown') return action === 'update' ? [{ is: 'open', what: to.why }] : [];
  const before = previousGroup(owner, link, to, graph);
  if (before === null) return outgoing(graph, owner, link).flatMap((group) => rowsWaiting(group, owner));
  const what = `this plan attaches ${nameOf(to, graph)} in place of ${nameOf(before, graph)}, which counts only after a reboot`;
  return [{ is: 'sure', what }];
}

function nameOf(group: AttachedGroup['to'], graph: Graph): string {
  if (group.state === 'linked') return code(graph.nodes[group.node]?.subject ?? group.node);
  return group.state === 'named' ? code(group.name) : 'another group';
}

/** The changed rows of a group that is attached already. */
function rowsWaiting(group: Node, owner: Node): readonly Waiting[] {
  if (group.change?.action !== 'update') return [];
  return rowsOf(valueOf(group.settings[group.kind.group?.parameters ?? '']) ?? null).flatMap(
    (row): readonly Waiting[] => {
      if (
        row.applyMethod !== 'pending-reboot' ||
        row.name === null ||
        owner.kind.session?.parameters[row.name] === undefined
      )
        return [];
      const name = `${code(row.name)} of ${code(group.subject)}`;
      if (row.state !== 'known') return [{ is: 'open', what: `${name} is not known, and it may change` }];
      if (previousRow(group, row.name) === row.value) return [];
      return [{ is: 'sure', what: `${name} changes with \`pending-reboot\`` }];
    },
  );
}

export default policy;
