import {
  attachedGroups,
  code,
  outgoing,
  previousGroup,
  previousRow,
  rowsOf,
  valueOf,
  type AttachedGroup,
  type Graph,
  type HopCase,
  type Node,
  type Policy,
  type PolicyVerdict,
} from 'holdfast/policy';

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
  fix: 'Reboot the instance after the apply. For a dynamic parameter of a group that is attached already, use `immediate`.',
  refs: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html',
    'https://github.com/hashicorp/terraform-provider-aws/issues/40089',
  ],
  check,
};

function check({ graph, hop: { member } }: HopCase): PolicyVerdict | null {
  const status = valueOf(member.settings.parameter_apply_status);
  if (typeof status === 'string') return verdictOn(member, status);
  const groups = attachedGroups(graph, member);
  // Only a plan says what it changes.
  if (member.change === undefined && groups.every((one) => one.owner.change === undefined)) return null;
  const waiting = groups.flatMap((one) => waitsFor(graph, one));
  const sure = waiting.find((one) => one.is === 'sure');
  const open = waiting.find((one) => one.is === 'open');
  if (sure !== undefined)
    return waits(member, waiting.flatMap((one) => (one.is === 'sure' ? [one.what] : [])).join('; '));
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

/** What RDS itself says of the group that is attached. */
function verdictOn(member: Node, status: string): PolicyVerdict {
  const message = `the parameter group of ${code(member.subject)} is ${code(status)}`;
  if (status === 'in-sync') return { outcome: 'pass', message, expected: 'in-sync', actual: status, unit: 'text' };
  if (status === 'applying')
    return { outcome: 'unknown', message, settles: 'wait until it is applied, then look again' };
  return waits(member, message);
}

function waits(member: Node, why: string): PolicyVerdict {
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
      value: 'after the apply',
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
