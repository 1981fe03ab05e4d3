import {
  candidates,
  clientFix,
  code,
  formatDuration,
  isKernels,
  kernelKeepalive,
  period,
  placeOfKernel,
  probesOf,
  probingBelow,
  probingOn,
  provenanceOf,
  clientKeepaliveFix,
  spanOf,
  table,
  timerName,
  valueOf,
  valueText,
  whose,
  type Fix,
  type HopCase,
  type Judgement,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type Probe,
  type Seconds,
  type Span,
} from 'holdfast/policy';

/** A timer of a leg that forgets a silent flow: after so long at the earliest and at the latest. */
type Forgetter = { readonly judgement: Judgement; readonly span: Span };

function check(it: HopCase): PolicyVerdict | null {
  const leg = it.path.legs.find((one) => one.callerEnd === it.hop);
  const idle = it.hop.member.settings.keepalive_idle;
  if (leg === undefined || idle === undefined) return null;
  const values = candidates(idle);
  if (values?.every((one) => one.value === null)) return inert(it);
  const [probe, other] = probesOf(leg, table());
  const forgetters = forgettersOn(it.leg);
  return probe === undefined || !isLeftToKernel(it) ? null : judged(it, probe, other, forgetters);
}

/** Whether keepalive is on for sure, and its time may be the kernel's. That it may be off is another policy's to say. */
function isLeftToKernel({ hop }: HopCase): boolean {
  const { keepalive_idle: idle, keepalive_on: on } = hop.member.settings;
  const values = idle === undefined ? null : candidates(idle);
  if (values === null) return valueOf(on) === true;
  return values.every((one) => one.value !== null) && values.some((one) => isKernels(one.from));
}

/** Only timers that do not outlive the promise by themselves need a probe. The one that surely forgets first comes first. */
function forgettersOn(leg: readonly Judgement[]): readonly Forgetter[] {
  const all = leg.flatMap((judgement): Forgetter[] => {
    const span = spanOf(judgement.timer.value);
    return judgement.timer.class !== 'packet-idle' || judgement.effect === 'outlives' || span === null
      ? []
      : [{ judgement, span }];
  });
  return all.sort((a, b) => a.span.max - b.span.max || a.span.min - b.span.min);
}

function judged(
  it: HopCase,
  probe: Probe,
  other: Probe | undefined,
  forgetters: readonly Forgetter[],
): PolicyVerdict | null {
  const [surest] = forgetters;
  if (surest === undefined) return null;
  const every = period(probe);
  const seconds = every.state === 'known' ? every.value : null;
  const isSure = seconds !== null && surest.span.max <= seconds;
  const open = forgetters.find(({ span }) => seconds !== null && span.min <= seconds);
  const { judgement, span } = isSure ? surest : (open ?? surest);
  const provenance = [...provenanceOf(every), ...judgement.provenance];
  const timer = `${timerName(judgement.timer, null)} is ${valueText(judgement.timer.value)}`;
  const who = code(it.hop.member.subject);
  if (every.state !== 'known' || seconds === null)
    return {
      outcome: 'unknown',
      message: `how often ${who} sends keepalive probes is not known: ${every.state === 'known' ? 'it may send none' : every.why}; ${timer}`,
      provenance,
      settles: every.state === 'known' ? 'declare `keepalive` beside `client`' : every.settles,
    };
  const sends = `${who} leaves the times of its keepalive to the kernel, which probes every ${formatDuration(seconds)}${whose(every.from)}`;
  const numbers = { expected: `< ${String(span.min)}`, actual: seconds, unit: 's', provenance } as const;
  if (open === undefined)
    return { outcome: 'pass', message: `${sends}; ${timer}, so a probe comes in time`, ...numbers };
  const { value } = judgement.timer;
  if (!isSure)
    return {
      outcome: 'unknown',
      message: `${sends}; ${timer}, and whether a probe comes in time is not known${value.state === 'known' ? '' : `: ${value.why}`}`,
      provenance,
      settles: value.state === 'known' ? 'declare `keepalive` beside `client`' : value.settles,
    };
  const alone =
    judgement.effect === 'kept-alive' && other !== undefined
      ? `: only ${code(other.end)} keeps the flow alive`
      : ': the flow is forgotten before the first probe';
  return {
    outcome: 'fail',
    message: `${sends}, and ${timer}${alone}`,
    ...numbers,
    fix: fixOf(it, probingBelow(Math.min(...forgetters.map((one) => one.span.min)))),
  };
}

/** The driver's own times where it takes any; else the kernel's, where the containers are described. */
function fixOf(it: HopCase, { idle, interval }: { readonly idle: Seconds; readonly interval: Seconds }): Fix {
  const byDriver = clientFix(it.hop, [
    { setting: 'keepalive_idle', value: idle },
    { setting: 'keepalive_interval', value: interval },
  ]);
  if (byDriver !== null) return byDriver;
  const kernel = kernelKeepalive(it.graph, it.hop.node);
  return {
    resource: kernel?.carrier.subject ?? it.hop.node.subject,
    type: 'client',
    setting: 'net.ipv4.tcp_keepalive_time',
    value: String(idle),
    note: `${placeOfKernel(kernel === null ? [it.hop.node] : [kernel.carrier])}, and net.ipv4.tcp_keepalive_intvl to ${String(interval)}`,
  };
}

/** Times of the kernel without a socket that asks for probes. */
function inert(it: HopCase): PolicyVerdict | null {
  const kernel = kernelKeepalive(it.graph, it.hop.node);
  if (kernel === null || Object.keys(kernel.set).length === 0) return null;
  const set = Object.entries(kernel.set).map(([name, text]) => `${code(name)} to ${text}`);
  return {
    outcome: 'fail',
    message:
      `${code(kernel.carrier.subject)} sets ${set.join(', ')}, and connections of ${code(it.hop.member.subject)} are opened ` +
      'without keepalive, so this does nothing: the kernel probes only where a program asks for it (SO_KEEPALIVE)',
    provenance: provenanceOf(it.hop.member.settings.keepalive_idle ?? { state: 'known', value: null, from: [] }),
    expected: 'keepalive on',
    actual: 'off',
    unit: 'text',
    fix: clientKeepaliveFix(it.hop, probingOn(it.leg)),
  };
}

/** A service on the JDBC driver that reaches its database through a NAT gateway, and what its containers set in the kernel. */
const estate = (systemControls: readonly { readonly namespace: string; readonly value: string }[]): PolicyExample => ({
  resources: {
    'aws_ecs_task_definition.reports': {
      family: 'reports',
      container_definitions: JSON.stringify([
        {
          name: 'reports',
          image: 'reports',
          environment: [{ name: 'DATABASE_URL', value: 'jdbc:postgresql://warehouse.example/app?tcpKeepAlive=true' }],
          systemControls,
        },
      ]),
    },
    'aws_ecs_service.reports': { name: 'reports', task_definition: '${aws_ecs_task_definition.reports.arn}' },
    'aws_nat_gateway.egress': { allocation_id: 'eipalloc-1', subnet_id: 'subnet-1' },
  },
  configuration: {
    workloads: [
      {
        name: 'monthly-report',
        maxQueryDuration: '20m',
        path: [
          { client: 'aws_ecs_service.reports' },
          { nat: 'aws_nat_gateway.egress' },
          { database: { name: 'warehouse' } },
        ],
      },
    ],
  },
});

const policy: Policy = {
  id: 'kernel-keepalive-beats-idle-timers',
  title: 'Keepalive times that are left to the kernel are shorter than what forgets a silent flow',
  severity: 'warning',
  per: 'client',
  why:
    'A driver that only switches keepalive on leaves its times to the kernel, and Linux sends the first probe after 7200 s. ' +
    'That is later than any load balancer, NAT gateway, endpoint or firewall remembers a silent flow (350 s, 6000 s at most). A ' +
    'live connection is probed every max(`tcp_keepalive_time`, `tcp_keepalive_intvl`), on sockets whose program asks for it and no other.',
  fix:
    'Set the idle time where the driver takes one (`keepalives_idle` of libpq, `Tcp Keepalive Time` of Npgsql); else set ' +
    '`net.ipv4.tcp_keepalive_time` and `net.ipv4.tcp_keepalive_intvl` in `systemControls` of the container definition.',
  refs: [
    'https://docs.kernel.org/networking/ip-sysctl.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html',
    'https://github.com/databendlabs/databend/issues/10136',
  ],
  example: {
    bad: estate([]),
    good: estate([
      { namespace: 'net.ipv4.tcp_keepalive_time', value: '60' },
      { namespace: 'net.ipv4.tcp_keepalive_intvl', value: '30' },
    ]),
  },
  check,
};

export default policy;
