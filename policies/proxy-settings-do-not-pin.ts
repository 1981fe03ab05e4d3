import {
  code,
  poolSetting,
  valueOf,
  type Fix,
  type HopCase,
  type Json,
  type Node,
  type Policy,
  type PolicyVerdict,
  type PoolSetting,
} from 'holdfast/policy';

const api = 'https://github.com/boto/botocore/blob/develop/botocore/data/rds/2014-10-31/service-2.json';
const filters = { value: null, cite: `SessionPinningFilters: none unless set, ${api}` };
const noQuery = { value: null, cite: `InitQuery: none unless set, ${api}` };

/** PostgreSQL parameters by name, as the client writes them. */
type Written = readonly (readonly [name: string, value: Json])[];

function written(node: Node, setting: 'session_parameters' | 'startup_options'): Written {
  const value = valueOf(node.settings[setting]);
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [];
}

function check(it: HopCase): PolicyVerdict | null {
  const { client } = it.path;
  if (client === null) return null;
  const proxy = code(it.hop.node.subject);
  const caller = code(client.member.subject);
  const remark = filterRemark(it);
  // Behind a pooler the startup packet that reaches the proxy is the pooler's own.
  const isNext = it.path.legs.some((leg) => leg.hops.includes(it.hop) && leg.callerEnd === client);
  const options = isNext ? written(client.member, 'startup_options') : [];
  const settings = written(client.member, 'session_parameters');
  if (options.length > 0)
    return {
      outcome: 'fail',
      message:
        `${caller} sends ${names(options)} when it connects, so its connections fail: ${proxy} answers ` +
        `FATAL: Feature not supported: RDS Proxy currently doesn't support command-line options${remark}`,
      expected: 'no options',
      actual: list(options),
      unit: 'text',
      fix: initQuery(it, options, `and drop the options of ${client.member.subject}`),
    };
  if (settings.length > 0)
    return {
      outcome: 'fail',
      message:
        `${caller} sets ${names(settings)} in its session, so ${proxy} pins the session to one database connection until it ends, ` +
        `and others wait for a free one${remark}`,
      expected: 'no SET',
      actual: list(settings),
      unit: 'text',
      fix: initQuery(it, settings, `and drop the SET of ${client.member.subject}, or set it on the role`),
    };
  const shown = ['session_parameters', 'startup_options'].flatMap((name) => client.member.settings[name] ?? []);
  if (shown.some((setting) => setting.state !== 'known'))
    return {
      outcome: 'unknown',
      message: `what ${caller} sets in its session, which would pin it to one database connection of ${proxy}, is not known${remark}`,
      settles: 'write its settings and options literally',
    };
  // Of a client that shows nothing there is nothing to judge: most resources that open connections never say what they SET.
  if (shown.length === 0 && client.member.source !== 'configuration') return null;
  if (client.membership === 'implied') return null;
  return {
    outcome: 'pass',
    message: `${caller} sets nothing in its session and sends no options, so ${proxy} pins none of its sessions for that${remark}`,
  };
}

const names = (parameters: Written): string => parameters.map(([name]) => code(name)).join(', ');
const list = (parameters: Written): string => parameters.map(([name]) => name).join(', ');

/** Filters are for MySQL: on PostgreSQL they change nothing, whatever their author hoped. */
function filterRemark(it: HopCase): string {
  const { attribute, owner, value } = pool(it, 'session_pinning_filters', filters);
  const set = valueOf(value);
  const isSet = Array.isArray(set) ? set.length > 0 : typeof set === 'string' && set !== '';
  const isPostgres = valueOf(it.hop.member.settings.engine_family) === 'POSTGRESQL';
  return isSet && isPostgres
    ? `; ${code(attribute)} of ${code(owner.subject)} does nothing about it, since AWS supports it for MySQL only`
    : '';
}

function pool(it: HopCase, name: string, documented: typeof filters): PoolSetting {
  const own = it.hop.member;
  const value = own.settings[name];
  return value === undefined ? poolSetting(it.graph, own, name, documented) : { owner: own, attribute: name, value };
}

/** SQL for the init query, which every database connection of the proxy runs once, after what stands there already. */
function initQuery(it: HopCase, parameters: Written, note: string): Fix | null {
  if (!parameters.every(([name]) => /^[a-z_][a-z0-9_.]*$/i.test(name))) return null;
  const { attribute, owner, value } = pool(it, 'init_query', noQuery);
  if (value.state !== 'known') return null;
  const before = value.value;
  const kept = typeof before === 'string' ? [before.replace(/[;\s]+$/, '')].filter((sql) => sql !== '') : [];
  const set = parameters.map(([name, text]) => `SET ${name} = '${String(text).replace(/'/g, "''")}'`);
  return { resource: owner.subject, type: owner.type, setting: attribute, value: [...kept, ...set].join('; '), note };
}

const policy: Policy = {
  id: 'proxy-settings-do-not-pin',
  title: 'What a client sets does not pin its session behind RDS Proxy',
  severity: 'warning',
  per: 'hop',
  kinds: ['proxy'],
  why:
    'RDS Proxy shares database connections among clients. A client that runs SET gets one for itself until it disconnects: it ' +
    'is pinned, and the pool runs dry while queries are long. Parameters in the startup packet are refused outright. Session ' +
    'pinning filters are for MySQL only.',
  fix: 'Set the parameters where the session gets them without a SET: in the init query of the proxy, on the role, or in the parameter group.',
  refs: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-connections.html',
    'https://github.com/psycopg/psycopg2/issues/1577',
    'https://github.com/aws/agent-toolkit-for-aws/blob/main/skills/specialized-skills/database-skills/rds-oss/references/proxy-pinning-postgresql.md',
  ],
  check,
};

export default policy;
