import {
  attachedGroups,
  code,
  deadPeerAfter,
  decisive,
  probesOf,
  provenanceOf,
  sessionOf,
  shownPath,
  spelledIn,
  valueOf,
  versionOf,
  type Fix,
  type HopCase,
  type Judgement,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type Step,
} from 'holdfast/policy';

/** A promise that takes a shorter keepalive than that of the engine. */
const configuration: PolicyExample['configuration'] = {
  workloads: [
    {
      name: 'checkout-api',
      maxQueryDuration: '30s',
      detectDeadPeerWithin: '2m',
      path: [{ client: { name: 'api' } }, { database: 'aws_db_instance.orders' }],
    },
  ],
};
const orders = { identifier: 'orders', engine: 'postgres', engine_version: '16.4' };

const policy: Policy = {
  id: 'parameter-group-is-custom',
  title: 'The database has a parameter group that can carry what the promise needs',
  severity: 'warning',
  per: 'hop',
  kinds: ['instance', 'cluster', 'cluster-instance'],
  why:
    'A database without a group of its own gets `default.<family>`, and AWS lets nobody change a default group. Where a promise ' +
    "needs a parameter of the server (a shorter keepalive, a limit that is not the engine's), there is no place to write it " +
    'until a custom group is attached, which counts only after a reboot: better before the night it is needed.',
  fix: 'Create a parameter group of the same family, attach it, reboot once; then the dynamic parameters change at any time.',
  refs: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html'],
  example: {
    bad: {
      resources: { 'aws_db_instance.orders': { ...orders, parameter_group_name: 'default.postgres16' } },
      configuration,
    },
    good: {
      resources: {
        'aws_db_instance.orders': { ...orders, parameter_group_name: '${aws_db_parameter_group.orders.name}' },
        'aws_db_parameter_group.orders': { name: 'orders', family: 'postgres16' },
      },
      configuration,
    },
  },
  check,
};

function check(it: HopCase): PolicyVerdict | null {
  const { hop, workload } = it;
  const groups = attached(it);
  const open = groups.find((one) => one.is === 'unknown');
  const [need] = needs(it, open !== undefined);
  if (need === undefined || groups.length === 0) return null;
  const database = code(hop.member.subject);
  const custom = groups.find((one) => one.is === 'custom');
  const numbers = { expected: 'a custom parameter group', unit: 'text' } as const;
  if (custom?.is === 'custom')
    return {
      outcome: 'pass',
      message: `${database} has the parameter group ${code(custom.name)}, which can carry ${code(need)}`,
      ...numbers,
      actual: custom.name,
    };
  if (open?.is === 'unknown')
    return {
      outcome: 'unknown',
      message: `the promise of ${code(workload.name)} may need ${code(need)} in the parameter group of ${database}, and whether that can be changed cannot be told: ${open.why}`,
      settles: open.settles,
    };
  const named = groups.flatMap((one) => (one.is === 'default' && one.name !== null ? [one.name] : []))[0] ?? null;
  const has =
    named === null
      ? 'has no parameter group of its own, so it gets a default one'
      : `has the parameter group ${code(named)}`;
  return {
    outcome: 'fail',
    message: `${database} ${has}, which cannot be changed, and the promise of ${code(workload.name)} needs ${code(need)} there: attach a custom group`,
    ...numbers,
    actual: named,
    fix: fixOf(it, need),
  };
}

/** Parameters that only the server can carry and that this path lacks; where its group is not known, also what it may lack. */
function needs({ graph, path, hop, leg, workload }: HopCase, isOpen: boolean): readonly string[] {
  const found: string[] = [];
  const lacks = (effect: Judgement['effect']): boolean => effect === 'cuts' || (isOpen && effect === 'may-cut');
  const last = path.legs.find((one) => one.serverEnd === hop);
  if (leg.some((one) => one.timer.class === 'packet-idle' && lacks(one.effect))) found.push('tcp_keepalives_idle');
  const [, server] = last === undefined ? [] : probesOf(last, sessionOf(graph, hop.member, path.hops, null));
  const noticed = server === undefined ? undefined : valueOf(deadPeerAfter(server));
  if (workload.detectDeadPeerWithin !== null && typeof noticed === 'number' && noticed > workload.detectDeadPeerWithin)
    found.push('tcp_keepalives_idle');
  // A limit can be set on a role; where no role is declared, only the group is left.
  for (const { timer, effect } of workload.roles.length === 0 ? leg : [])
    if (effect === 'cuts' && timer.subject === hop.member && isServers(decisive(provenanceOf(timer.value))?.level))
      found.push(timer.setting);
  return found;
}

/** Nobody set it, or what runs is read from the server itself. */
function isServers(level: Step['level'] | undefined): boolean {
  return level === 'default' || level === 'server';
}

type Attached =
  | { readonly is: 'custom'; readonly name: string }
  | { readonly is: 'default'; readonly name: string | null }
  | { readonly is: 'unknown'; readonly why: string; readonly settles: string };

/** What is attached, at the cluster or the instance, weakest first. A default group is in a document of an account at most. */
function attached({ graph, hop }: HopCase): readonly Attached[] {
  return attachedGroups(graph, hop.member).map(({ to }): Attached => {
    switch (to.state) {
      case 'absent':
        return { is: 'default', name: null };
      case 'named':
        return { is: to.name.startsWith('default.') ? 'default' : 'custom', name: to.name };
      case 'unknown':
        return { is: 'unknown', why: to.why, settles: to.settles };
      case 'linked': {
        const group = graph.nodes[to.node];
        const kept = group?.names.find((name) => name.startsWith('default.'));
        return kept === undefined ? { is: 'custom', name: group?.subject ?? to.node } : { is: 'default', name: kept };
      }
      case 'one-of':
        return { is: 'custom', name: to.nodes.map((id) => graph.nodes[id]?.subject ?? id).join(' or ') };
    }
  });
}

/** The weakest level serves every instance of a cluster, so the group goes there. */
function fixOf({ graph, hop: { member } }: HopCase, need: string): Fix | null {
  const [place] = attachedGroups(graph, member);
  const spec = place?.owner.kind.links[place.link];
  const path = place && spec && spelledIn(place.owner.source, spec);
  if (place === undefined || path === undefined) return null;
  const { owner } = place;
  const version = versionOf(member) ?? versionOf(owner);
  const label = owner.subject.split(/[.:]/).at(-1) ?? '';
  const name = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const family = version === null ? 'of its family' : `for PostgreSQL ${String(version)}`;
  return {
    resource: owner.subject,
    type: owner.type,
    setting: shownPath(path),
    value: `${name}-parameters`,
    note: `a new parameter group ${family} that sets ${need}; it counts after a reboot`,
  };
}

export default policy;
