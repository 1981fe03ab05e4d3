import {
  code,
  formatDuration,
  poolSetting,
  provenanceOf,
  requestLimits,
  spanOf,
  valueOf,
  valueText,
  withoutHeadroom,
  type Fix,
  type HopCase,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type PoolSetting,
  type RequestLimit,
  type Seconds,
  type Setting,
  type Span,
} from 'holdfast/policy';

const api = 'https://github.com/boto/botocore/blob/develop/botocore/data/rds/2014-10-31/service-2.json';
/** ConnectionBorrowTimeout in seconds: "Default: 120", "Must be between 0 and 300" in the API model. */
const documented = { value: 120, cite: `ConnectionPoolConfiguration.ConnectionBorrowTimeout, default 120: ${api}` };
const longest = 300;

/** The shortest of the limits, as far as they are known, and another one that may be shorter still. */
type Wait = RequestLimit & { readonly span: Span; readonly open: RequestLimit | null };

function shortest(limits: readonly RequestLimit[]): Wait | null {
  const measured = limits.map((limit) => ({
    ...limit,
    span: spanOf(limit.value) ?? { min: 0, max: Number.POSITIVE_INFINITY },
  }));
  const [least] = [...measured].sort((a, b) => (a.span.max < b.span.max ? -1 : 1));
  if (least === undefined) return null;
  return { ...least, open: measured.find(({ span }) => span.min < least.span.min) ?? null };
}

function check(it: HopCase): PolicyVerdict | null {
  const { workload } = it;
  const wait = shortest(requestLimits(it));
  const proxy = it.hop.member;
  // A declared proxy has no key for its pool, and without a caller above the client nobody gives up early.
  if (wait === null || proxy.source === 'configuration') return null;
  const pool = poolSetting(it.graph, proxy, 'connection_borrow_timeout', documented);
  const borrow = pool.value as Setting<Seconds | null>;
  const name = `${code(pool.attribute)} of ${code(pool.owner.subject)}`;
  const span = spanOf(borrow);
  if (span === null || span.min <= 0 || span.max > longest) return unclear(name, borrow);
  const room = (limit: Seconds): Seconds => withoutHeadroom(limit, workload) - workload.maxQueryDuration;
  const query = `a query of ${code(workload.name)} of ${formatDuration(workload.maxQueryDuration)}`;
  const waits = `${name} is ${valueText(borrow)}, so for ${query} a caller may wait ${formatDuration(span.max + workload.maxQueryDuration)}`;
  const isLimit = `${wait.name} is ${valueText(wait.value)}`;
  const measured = {
    provenance: provenanceOf(borrow),
    expected: `< ${String(room(wait.span.max))}`,
    actual: valueOf(borrow) ?? null,
    unit: 's',
  } as const;
  // A limit that the query alone outlasts is a finding of its own.
  if (room(wait.span.max) <= 0) return null;
  if (span.min >= room(wait.span.max)) {
    const fix = shorter(pool, room(wait.span.max));
    const early = `${waits}, and ${isLimit}: the caller gives up before the proxy answers that no connection is free`;
    return {
      outcome: 'fail',
      message:
        fix === null
          ? `${early}; no borrow timeout is short enough, so it has to wait longer than ${formatDuration(span.max + workload.maxQueryDuration)}`
          : early,
      ...measured,
      fix,
    };
  }
  if (wait.open === null && span.max < room(wait.span.min))
    return { outcome: 'pass', message: `${waits}, and ${isLimit}`, ...measured };
  const open = wait.open ?? wait;
  const { why, settles } = [open.value, borrow].find((one) => one.state !== 'known') ?? noDoubt;
  return {
    outcome: 'unknown',
    message: `${waits}; whether ${open.name} ends before that is not known: ${why}`,
    settles,
  };
}

const noDoubt = { why: 'its values overlap', settles: 'declare one value' };

/** Older documents end at 3600 s and let 0 stand for no limit, so what AWS makes of such a value cannot be told. */
function unclear(name: string, borrow: Setting<Seconds | null>): PolicyVerdict {
  const why =
    borrow.state === 'unknown'
      ? borrow.why
      : `the API takes up to ${formatDuration(longest)}, and older documents read 0 as no limit`;
  return {
    outcome: 'unknown',
    message: `${name} is ${valueText(borrow)}; how long a caller waits for a connection cannot be told, since ${why}`,
    settles: borrow.state === 'unknown' ? borrow.settles : `set it to 1 s to ${String(longest)} s`,
  };
}

/** The longest whole number of seconds below what is left. */
function shorter({ owner, attribute }: PoolSetting, room: Seconds): Fix | null {
  const value = Math.ceil(room) - 1;
  if (value < 1) return null;
  const fix = { resource: owner.subject, type: owner.type, setting: attribute, value };
  return owner.kind.name === 'proxy' ? { ...fix, note: 'in the default target group of the proxy' } : fix;
}

/** A load balancer that waits 60 s before a service that queries through RDS Proxy. */
const estate = (connection_borrow_timeout: number): PolicyExample => ({
  resources: {
    'aws_lb.public': { name: 'public', load_balancer_type: 'application', idle_timeout: 60 },
    'aws_db_proxy.orders': { name: 'orders', engine_family: 'POSTGRESQL' },
    'aws_db_proxy_default_target_group.orders': {
      db_proxy_name: '${aws_db_proxy.orders.name}',
      connection_pool_config: [{ connection_borrow_timeout }],
    },
    'aws_db_proxy_target.orders': {
      db_proxy_name: '${aws_db_proxy.orders.name}',
      target_group_name: '${aws_db_proxy_default_target_group.orders.name}',
      db_instance_identifier: '${aws_db_instance.orders.identifier}',
    },
    'aws_db_instance.orders': { identifier: 'orders', engine: 'postgres', engine_version: '16.4' },
  },
  configuration: {
    workloads: [
      {
        name: 'checkout-api',
        maxQueryDuration: '30s',
        path: [
          { alb: 'aws_lb.public' },
          { client: { name: 'api' } },
          { proxy: 'aws_db_proxy.orders' },
          { database: 'aws_db_instance.orders' },
        ],
      },
    ],
  },
});

const policy: Policy = {
  id: 'proxy-borrow-timeout-fits',
  title: 'A caller waits long enough for RDS Proxy to say that its pool is exhausted',
  severity: 'warning',
  per: 'hop',
  kinds: ['proxy'],
  why:
    'When every connection of the pool is busy, RDS Proxy lets a query wait for `connection_borrow_timeout` (120 s by default) ' +
    'and then answers that it timed out. That wait comes before the query. A caller that gives up sooner sees an HTTP timeout ' +
    'instead of the reason, and its query may still start.',
  fix: 'Lower `connection_borrow_timeout` below what the caller waits less the longest query, or let the caller wait longer.',
  refs: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-best-practices.configuration.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-rds-dbproxytargetgroup-connectionpoolconfigurationinfoformat.html',
  ],
  example: { bad: estate(120), good: estate(20) },
  check,
};

export default policy;
