import {
  code,
  incoming,
  mayLead,
  poolSetting,
  proxiesOf,
  spanOf,
  valueOf,
  type EstateCase,
  type EstateVerdict,
  type Fix,
  type Graph,
  type Node,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type PoolSetting,
} from 'holdfast/policy';

const api = 'https://github.com/boto/botocore/blob/develop/botocore/data/rds/2014-10-31/service-2.json';
/** MaxConnectionsPercent of `max_connections`: "Default: 10 for RDS for SQL Server, and 100 for all other engines", 1 to 100. */
const documented = { value: 100, cite: `ConnectionPoolConfiguration.MaxConnectionsPercent, default 100: ${api}` };
const all = 100;

/** A proxy that takes a share of a database's connections, for sure or perhaps. */
type Share = { readonly proxy: Node; readonly sure: boolean; readonly pool: PoolSetting };

function check({ graph, workloads }: EstateCase): readonly EstateVerdict[] {
  const found = new Map<string, { database: Node; onPath: Map<string, Node> }>();
  for (const { database, proxies } of workloads.flatMap((one) => one.paths).map(standing)) {
    if (database === null || proxies.length === 0) continue;
    const entry = found.get(database.id) ?? { database, onPath: new Map<string, Node>() };
    for (const proxy of proxies) entry.onPath.set(proxy.id, proxy);
    found.set(database.id, entry);
  }
  return [...found.values()].map(({ database, onPath }) => ({
    resource: database,
    workload: null,
    role: null,
    verdict: judge(database, sharesOf(graph, database, onPath)),
  }));
}

/** The database of a path, and the proxies before it whose pool a source shows. */
function standing({ database, hops }: EstateCase['workloads'][number]['paths'][number]): {
  database: Node | null;
  proxies: readonly Node[];
} {
  const proxies = hops
    .map((hop) => hop.member)
    .filter((node) => node.kind.name === 'proxy' && node.source !== 'configuration');
  return { database: database?.node ?? null, proxies };
}

function sharesOf(graph: Graph, database: Node, onPath: ReadonlyMap<string, Node>): readonly Share[] {
  const sure = new Map([...onPath, ...proxiesOf(graph, database).map((proxy) => [proxy.id, proxy] as const)]);
  const maybe = Object.values(graph.nodes).filter(
    (node) => node.kind.name === 'proxy' && !sure.has(node.id) && mayTarget(graph, node, database),
  );
  const share = (proxy: Node, isSure: boolean): Share => ({
    proxy,
    sure: isSure,
    pool: poolSetting(graph, proxy, 'max_connections_percent', documented),
  });
  return [...[...sure.values()].map((proxy) => share(proxy, true)), ...maybe.map((proxy) => share(proxy, false))];
}

/** Whether a proxy of PostgreSQL has a target that may be this database, or none in view. */
function mayTarget(graph: Graph, proxy: Node, database: Node): boolean {
  const family = valueOf(proxy.settings.engine_family);
  if (typeof family === 'string' && family !== 'POSTGRESQL') return false;
  const targets = incoming(graph, proxy, 'proxy', 'proxy-target');
  const links = targets.flatMap((target) => [...(target.links.instance ?? []), ...(target.links.cluster ?? [])]);
  return targets.length === 0 || links.some((link) => mayLead(link, database));
}

function judge(database: Node, shares: readonly Share[]): PolicyVerdict {
  const spans = shares.map(({ sure, pool }) => {
    const span = spanOf(pool.value) ?? { min: 1, max: all };
    return { min: sure ? span.min : 0, max: span.max };
  });
  const least = spans.reduce((sum, one) => sum + one.min, 0);
  const most = spans.reduce((sum, one) => sum + one.max, 0);
  const who = shares
    .filter((share) => share.sure)
    .map(textOf)
    .join(' and ');
  const measured = { expected: `<= ${String(all)}`, actual: least, unit: 'percent' } as const;
  if (least > all)
    return {
      outcome: 'fail',
      message: `${who} may open ${String(least)} % of the connections that ${code(database.subject)} allows, so under load the later one is refused`,
      ...measured,
      fix: divide(shares.filter((share) => share.sure)),
    };
  if (most > all) {
    const open = shares.find((share) => !share.sure) ?? shares.find(({ pool }) => pool.value.state !== 'known');
    return { outcome: 'unknown', ...doubt(database, who, open) };
  }
  const remark = least === all ? ', which leaves none for connections that do not go through a proxy' : '';
  return {
    outcome: 'pass',
    message: `${who} may open ${String(least)} % of the connections that ${code(database.subject)} allows${remark}`,
    ...measured,
  };
}

function textOf({ proxy, pool }: Share): string {
  const isDefault = pool.value.state === 'known' && pool.value.from.at(-1)?.level === 'default';
  return `${code(proxy.subject)} (${percentText(pool)}${isDefault ? ', default' : ''})`;
}

function percentText({ value }: PoolSetting): string {
  const percent = valueOf(value);
  return typeof percent === 'number' ? `${String(percent)} %` : 'a share that is not known';
}

function doubt(database: Node, who: string, open: Share | undefined): { message: string; settles: string } {
  const shared = `${who} may open connections to ${code(database.subject)}`;
  if (open !== undefined && !open.sure)
    return {
      message: `${shared}, and whether ${code(open.proxy.subject)} (${percentText(open.pool)}) targets it too is not known`,
      settles: `pass the document that shows the targets of ${open.proxy.subject}`,
    };
  const value = open?.pool.value;
  const [why, settles] = value === undefined || value.state === 'known' ? ['', ''] : [value.why, value.settles];
  return { message: `${shared}, and together they may ask for more than it allows: ${why}`, settles };
}

/** Equal shares. */
function divide(shares: readonly Share[]): Fix | null {
  const [first, ...others] = shares;
  if (first === undefined) return null;
  const { owner, attribute } = first.pool;
  const names = others.map(({ pool }) => pool.owner.subject).join(', ');
  return {
    resource: owner.subject,
    type: owner.type,
    setting: attribute,
    value: Math.floor(all / shares.length),
    note: `and the same for ${names}, so that together they stay within ${String(all)} %`,
  };
}

/** A proxy of the database with its share of the connections. */
const proxy = (name: string, max_connections_percent: number): NonNullable<PolicyExample['resources']> => ({
  [`aws_db_proxy.${name}`]: { name, engine_family: 'POSTGRESQL' },
  [`aws_db_proxy_default_target_group.${name}`]: {
    db_proxy_name: `\${aws_db_proxy.${name}.name}`,
    connection_pool_config: [{ max_connections_percent }],
  },
  [`aws_db_proxy_target.${name}`]: {
    db_proxy_name: `\${aws_db_proxy.${name}.name}`,
    target_group_name: `\${aws_db_proxy_default_target_group.${name}.name}`,
    db_instance_identifier: '${aws_db_instance.orders.identifier}',
  },
});
/** Two proxies that share a database. */
const estate = (api: number, reports: number): PolicyExample => ({
  resources: {
    ...proxy('api', api),
    ...proxy('reports', reports),
    'aws_db_instance.orders': { identifier: 'orders', engine: 'postgres', engine_version: '16.4' },
  },
  configuration: {
    workloads: [
      {
        name: 'checkout-api',
        maxQueryDuration: '30s',
        path: [{ client: { name: 'api' } }, { proxy: 'aws_db_proxy.api' }, { database: 'aws_db_instance.orders' }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'proxy-pool-leaves-room',
  title: 'The proxies of a database ask for no more connections than it allows',
  severity: 'warning',
  per: 'estate',
  why:
    'RDS Proxy may open `max_connections_percent` of the connections that a database allows: 100 % unless its target group says ' +
    'otherwise. Each proxy counts for itself. Two that share a database can ask for more than there is, and the one that comes ' +
    'later is refused, while its callers wait and time out.',
  fix: 'Divide 100 % among the proxies of a database, and leave some of it for sessions that connect without a proxy.',
  refs: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-best-practices.configuration.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-rds-dbproxytargetgroup-connectionpoolconfigurationinfoformat.html',
  ],
  example: { bad: estate(100, 100), good: estate(60, 30) },
  check,
};

export default policy;
