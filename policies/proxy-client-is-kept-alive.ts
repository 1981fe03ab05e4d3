import {
  byCallerAlone,
  callerProbe,
  code,
  formatDuration,
  keepaliveFix,
  period,
  promiseText,
  spanOf,
  timerName,
  timerVerdict,
  valueOf,
  valueText,
  type HopCase,
  type Json,
  type Judgement,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
} from 'holdfast/policy';

/** How often the caller probes, in seconds; `null`: never. */
function callerPeriod(it: HopCase): number | null {
  const probe = callerProbe(it);
  return probe === null ? null : (valueOf(period(probe)) ?? null);
}

function cutBy(it: HopCase, judgement: Judgement): PolicyVerdict {
  const caller = code(callerProbe(it)?.end ?? 'the client');
  const proxy = code(it.hop.node.subject);
  const { timer, demand } = judgement;
  const limit = spanOf(timer.value)?.min ?? 0;
  const every = callerPeriod(it);
  const sends =
    every === null ? 'sends no keepalive probes' : `sends keepalive probes only every ${formatDuration(every)}`;
  const isDocumented = it.hop.node.kind.hop?.keepalive !== 'undocumented';
  const nothing = isDocumented ? 'nothing keeps the flow alive' : 'nothing that is documented keeps the flow alive';
  const promise = demand === null ? '' : ` while ${promiseText(demand, it.workload.name)}`;
  const itself = isDocumented ? '' : ', and whether it probes its clients itself is not documented';
  const message =
    `${timerName(timer, null)} is ${valueText(timer.value)} and ${caller} ${sends}, so ${nothing}${promise}; ` +
    `the database's tcp_keepalives_* do not reach past ${proxy}${itself}`;
  // What AWS does not document may still keep the flow alive, so it is no failure.
  if (!isDocumented)
    return {
      outcome: 'unknown',
      message,
      provenance: judgement.provenance,
      settles: `let ${caller} send a keepalive probe at least every ${formatDuration(limit - 1)}`,
    };
  return {
    outcome: 'fail',
    message,
    provenance: judgement.provenance,
    expected: `a keepalive period < ${String(limit)}`,
    actual: every,
    unit: 's',
    fix: keepaliveFix({ ...it, judgement }),
  };
}

/** Sure cuts first, by the timer that fires first; then what cannot be told. */
function check(it: HopCase): PolicyVerdict | null {
  const caller = code(callerProbe(it)?.end ?? 'the client');
  const proxy = code(it.hop.node.subject);
  const judgements = byCallerAlone(it);
  // Without a declared path nobody said what lies in between, so that nothing is known to is no proof.
  if (judgements.length === 0 && !Array.isArray(it.workload.path)) return null;
  if (judgements.length === 0)
    return {
      outcome: 'pass',
      message: `nothing between ${caller} and ${proxy} forgets a silent flow, so it needs no keepalive`,
    };
  const cuts = judgements.filter((one) => one.effect === 'cuts');
  const [first] = [...cuts].sort((a, b) => (a.at?.from ?? 0) - (b.at?.from ?? 0));
  if (first !== undefined) return cutBy(it, first);
  const open = judgements.find((one) => one.effect === 'may-cut');
  const verdict = open === undefined ? null : timerVerdict({ ...it, judgement: open, role: null });
  if (verdict !== null)
    return { ...verdict, message: `${verdict.message}; the database's tcp_keepalives_* do not reach past ${proxy}` };
  const holds = judgements.map((one) => `${timerName(one.timer, null)} holds: ${one.because}`);
  return {
    outcome: 'pass',
    message: `the leg from ${caller} to ${proxy} survives silence: ${holds.join('; ')}`,
    provenance: judgements.flatMap((one) => one.provenance),
  };
}

/** A client that reaches PgBouncer through a NAT gateway. */
const estate = (client: { readonly name: string; readonly [key: string]: Json }): PolicyExample => ({
  resources: { 'aws_nat_gateway.egress': { allocation_id: 'eipalloc-1', subnet_id: 'subnet-1' } },
  configuration: {
    workloads: [
      {
        name: 'reports',
        maxQueryDuration: '20m',
        path: [
          { client },
          { nat: 'aws_nat_gateway.egress' },
          { pooler: { name: 'bouncer' } },
          { database: { name: 'warehouse' } },
        ],
      },
    ],
  },
});

const policy: Policy = {
  id: 'proxy-client-is-kept-alive',
  title: 'The connection from the client to a proxy or pooler is kept alive by its own ends',
  severity: 'error',
  per: 'hop',
  kinds: ['proxy', 'pooler'],
  why:
    'A proxy or pooler ends the TCP connection of its client and opens another one to the database. The server keepalive ' +
    '(`tcp_keepalives_*`) keeps only that second connection alive. What lies between client and proxy and forgets silent flows ' +
    'is kept alive by the client, or by the proxy where it probes its clients; AWS does not document that RDS Proxy does.',
  fix: 'Turn on TCP keepalive in the client, with max(idle, interval) below the smallest idle timer between it and the proxy.',
  refs: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-connections.html',
    'https://www.postgresql.org/docs/current/libpq-connect.html',
    'https://github.com/pgbouncer/pgbouncer/blob/master/doc/config.md',
  ],
  example: {
    bad: estate({ name: 'bi', keepalive: false }),
    good: estate({ name: 'bi', keepalive: { idle: '60s', interval: '10s', count: 6 } }),
  },
  check,
};

export default policy;
