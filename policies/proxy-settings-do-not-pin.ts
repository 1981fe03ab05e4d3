import {
  code,
  initQueryFix,
  poolSetting,
  valueOf,
  type HopCase,
  type Json,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type WrittenParameters,
} from 'holdfast/policy';

const api = 'https://github.com/boto/botocore/blob/develop/botocore/data/rds/2014-10-31/service-2.json';
const filters = { value: null, cite: `SessionPinningFilters: none unless set, ${api}` };

function check(it: HopCase): PolicyVerdict | null {
  const { client } = it.path;
  if (client === null) return null;
  const proxy = code(it.hop.node.subject);
  const caller = code(client.member.subject);
  const remark = filterRemark(it);
  const shown = client.member.settings.session_parameters;
  const value = valueOf(shown);
  const settings: WrittenParameters =
    value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
  const names = settings.map(([name]) => name);
  if (names.length > 0)
    return {
      outcome: 'fail',
      message:
        `${caller} sets ${names.map(code).join(', ')} in its session, so ${proxy} pins the session to one database connection until it ends, ` +
        `and others wait for a free one${remark}`,
      expected: 'no SET',
      actual: names.join(', '),
      unit: 'text',
      fix: initQueryFix(
        it.graph,
        it.hop,
        settings,
        `and drop the SET of ${client.member.subject}, or set it on the role`,
      ),
    };
  if (shown !== undefined && shown.state !== 'known')
    return {
      outcome: 'unknown',
      message: `what ${caller} sets in its session, which would pin it to one database connection of ${proxy}, is not known${remark}`,
      settles: 'write its settings literally',
    };
  // Of a client that shows nothing there is nothing to judge: most resources that open connections never say what they SET.
  if (shown === undefined && client.member.source !== 'configuration') return null;
  if (client.membership === 'implied') return null;
  return {
    outcome: 'pass',
    message: `${caller} sets nothing in its session, so ${proxy} pins none of its sessions for that${remark}`,
  };
}

/** Filters are for MySQL: on PostgreSQL they change nothing, whatever their author hoped. */
function filterRemark({ graph, hop }: HopCase): string {
  const own = hop.member.settings.session_pinning_filters;
  const { attribute, owner, value } =
    own === undefined
      ? poolSetting(graph, hop.member, 'session_pinning_filters', filters)
      : { owner: hop.member, attribute: 'session_pinning_filters', value: own };
  const set = valueOf(value);
  const isSet = Array.isArray(set) ? set.length > 0 : typeof set === 'string' && set !== '';
  const isPostgres = valueOf(hop.member.settings.engine_family) === 'POSTGRESQL';
  return isSet && isPostgres
    ? `; ${code(attribute)} of ${code(owner.subject)} does nothing about it, since AWS supports it for MySQL only`
    : '';
}

/** A client behind RDS Proxy, and where its limit is set. */
const estate = (
  client: { readonly name: string; readonly [key: string]: Json },
  connection_pool_config: readonly { readonly [attribute: string]: Json }[],
): PolicyExample => ({
  resources: {
    'aws_db_proxy.orders': { name: 'orders', engine_family: 'POSTGRESQL' },
    'aws_db_proxy_default_target_group.orders': {
      db_proxy_name: '${aws_db_proxy.orders.name}',
      connection_pool_config,
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
        path: [{ client }, { proxy: 'aws_db_proxy.orders' }, { database: 'aws_db_instance.orders' }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'proxy-settings-do-not-pin',
  title: 'What a client sets does not pin its session behind RDS Proxy',
  severity: 'warning',
  per: 'hop',
  kinds: ['proxy'],
  why:
    'RDS Proxy shares database connections among clients. A client that runs SET gets one for itself until it disconnects: it ' +
    'is pinned, and the pool runs dry while queries are long. Session pinning filters are for MySQL only.',
  fix: 'Set the parameters where the session gets them without a SET: in the init query of the proxy, on the role, or in the parameter group.',
  refs: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-connections.html',
    'https://github.com/psycopg/psycopg2/issues/1577',
    'https://github.com/aws/agent-toolkit-for-aws/blob/main/skills/specialized-skills/database-skills/rds-oss/references/proxy-pinning-postgresql.md',
  ],
  example: {
    bad: estate({ name: 'api', settings: { statement_timeout: '60s' } }, [{ max_connections_percent: 90 }]),
    good: estate({ name: 'api' }, [{ max_connections_percent: 90, init_query: "SET statement_timeout = '60s'" }]),
  },
  check,
};

export default policy;
