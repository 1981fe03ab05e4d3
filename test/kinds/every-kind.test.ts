import { readdirSync } from 'node:fs';
import path from 'node:path';
import { kinds } from '../../lib/kinds';
import { defineKind } from '../../lib/kinds/_kind';
import { parameters } from '../../lib/kinds/_parameters';
import type { Default, SettingSpec } from '../../lib/core/kind';
import { known, table, type Setting, type Table } from '../../lib/core/setting';

const folder = path.join(__dirname, '../../lib/kinds');
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.startsWith('_') && file !== 'index.ts')
  .map((file) => path.basename(file, '.ts'))
  .sort();
const byName = new Map(kinds.map((kind) => [kind.name, kind]));
const each = kinds.map((kind) => [kind.name, kind] as const);
/** A source that can be opened, or the configuration itself. */
const source = /https:\/\/\S+\.\S+|^(not )?declared/;

/** What conditions may look at: a default may depend on the protocol, on the type, on a 0. */
const conditions: readonly Table<Setting>[] = ['TCP', 'TLS', 'TCP_UDP', 'UDP', 'HTTP', 'GENEVE', 'SCTP', null, 0].map(
  (value) =>
    value === null
      ? table<Setting>()
      : table<Setting>(
          ['protocol', 'vpc_endpoint_type', 'statement_timeout', 'query_timeout'].map((name) => [name, known(value)]),
        ),
);

/** A property, or the value of a keyed element: `ConnectionSettings.IdleTimeout`, `LoadBalancerAttributes[Key=a.b].Value`. */
const property = /^[A-Z]\w*(\.[A-Z]\w*)*((\[[A-Z]\w*=[A-Za-z0-9_.:]+\])+\.Value)?$/;

/** A field of AWS's answer: ECS begins them in lower case. */
const field = /^[A-Za-z]\w*(\[Key=[a-z_.]+\]\.Value|\[Type=[A-Z_]+\]\.[A-Z]\w*|\.[A-Za-z]\w*)*$/;

/** What Terraform has an attribute for and AWS's answer does not say. */
const notInAccounts = new Map<string, readonly string[]>([
  // Terraform makes the name from it, and AWS has the name.
  ['parameter-group', ['name_prefix']],
  ['cluster-parameter-group', ['name_prefix']],
  // What holds the variables of a process holds secrets, so it is never collected.
  // Nor is what ECS answers of Service Connect.
  ['service', ['service_connect', 'idle_timeout', 'request_timeout', 'task_definition']],
  ['function', ['connections', 'runtime']],
]);

/** What core/client makes of a client's connections and puts on the node that stands on a path. */
const ofClients = ['read_timeout', 'query_timeout', 'command_timeout', 'conntrack_timeout', 'stop_timeout'];

/** What a template cannot say: AWS returns it once the resource is there, or there is no such property. */
const notInTemplates = new Map<string, readonly string[]>([
  // `GetAtt` returns endpoints; which version runs and which member writes is known only then.
  ['instance', ['engine_version_actual', 'address']],
  ['cluster-instance', ['engine_version_actual', 'endpoint', 'writer']],
  ['cluster', ['engine_version_actual', 'endpoint', 'reader_endpoint']],
  // A name is written as it is, or CloudFormation makes one.
  ['parameter-group', ['name_prefix']],
  ['cluster-parameter-group', ['name_prefix']],
]);

function numbersOf(spec: SettingSpec): readonly Default[] {
  const { default: plain, fixed } = spec;
  return conditions
    .flatMap((settings) => [typeof plain === 'function' ? plain(settings) : plain, fixed?.(settings)])
    .filter((value): value is Default => value !== null && value !== undefined);
}

describe('the kinds', () => {
  it('are the files of the folder, by their names', () => {
    expect(kinds.map((kind) => kind.name).sort()).toEqual(files);
  });

  it('name each Terraform type once, or tell its kinds apart', () => {
    const owners = new Map<string, string[]>();
    for (const kind of kinds)
      for (const type of kind.terraform?.types ?? []) owners.set(type, [...(owners.get(type) ?? []), kind.name]);
    const shared = [...owners.values()].filter((names) => names.length > 1).flat();
    expect(shared.filter((name) => byName.get(name)?.terraform?.when === undefined)).toEqual([]);
    expect([...new Set(shared)].sort()).toEqual(['alb', 'gwlb', 'nlb']);
  });

  it('name each CloudFormation type once, or tell its kinds apart', () => {
    const owners = new Map<string, string[]>();
    for (const kind of kinds.filter((one) => one.cloudformation?.beside === undefined))
      for (const type of kind.cloudformation?.types ?? []) owners.set(type, [...(owners.get(type) ?? []), kind.name]);
    const shared = [...owners.values()].filter((names) => names.length > 1).flat();
    expect(shared.filter((name) => byName.get(name)?.cloudformation?.when === undefined)).toEqual([]);
    expect([...new Set(shared)].sort()).toEqual(['alb', 'cluster-instance', 'gwlb', 'instance', 'nlb']);
    // What a resource is besides, it is beside a kind of its own.
    const beside = kinds.filter((kind) => kind.cloudformation?.beside === true);
    expect(beside.map((kind) => kind.name).sort()).toEqual(['proxy-target', 'target-group-attachment']);
    expect(beside.flatMap((kind) => kind.cloudformation?.types ?? []).filter((type) => !owners.has(type))).toEqual([]);
  });

  it('name each type of an account once, or tell its kinds apart', () => {
    const owners = new Map<string, string[]>();
    for (const kind of kinds.filter((one) => one.account?.beside === undefined))
      for (const type of kind.account?.types ?? []) owners.set(type, [...(owners.get(type) ?? []), kind.name]);
    const shared = [...owners.values()].filter((names) => names.length > 1).flat();
    expect(shared.filter((name) => byName.get(name)?.account?.when === undefined)).toEqual([]);
    expect([...new Set(shared)].sort()).toEqual(['alb', 'cluster-instance', 'gwlb', 'instance', 'nlb']);
    const beside = kinds.filter((kind) => kind.account?.beside === true);
    expect(beside.map((kind) => kind.name).sort()).toEqual(['proxy-target', 'target-group-attachment']);
    expect(beside.flatMap((kind) => kind.account?.types ?? []).filter((type) => !owners.has(type))).toEqual([]);
  });

  it('are in accounts but for those that AWS does not answer for', () => {
    const missing = kinds.filter((kind) => kind.terraform !== undefined && kind.account === undefined);
    // Neither these services are asked nor is what holds the variables of a process; a role is in the catalog of its server.
    expect(missing.map((kind) => kind.name).sort()).toEqual([
      'accelerator',
      'app-runner-service',
      'autoscaling-attachment',
      'autoscaling-group',
      'beanstalk-environment',
      'distribution',
      'ec2-instance',
      'function-alias',
      'graphql-api',
      'http-api',
      'http-integration',
      'lattice-service',
      'launch-template',
      'rest-api',
      'rest-integration',
      'role',
      'ssm-parameter',
      'task-definition',
    ]);
  });

  it('are in CloudFormation but for those that have no resource there', () => {
    const missing = kinds.filter((kind) => kind.terraform !== undefined && kind.cloudformation === undefined);
    // A role is made by SQL; the target groups of an Auto Scaling group are among its own properties.
    expect(missing.map((kind) => kind.name).sort()).toEqual(['autoscaling-attachment', 'role']);
  });

  it('have one inline form for each key of a path at most', () => {
    const keys = kinds.flatMap((kind) => (kind.hop?.inline === undefined ? [] : [kind.hop.key])).sort();
    expect(keys).toEqual([
      'accelerator',
      'alb',
      'api',
      'cdn',
      'clb',
      'client',
      'database',
      'endpoint',
      'firewall',
      'function',
      'gwlb',
      'lattice',
      'mesh',
      'nat',
      'nlb',
      'pooler',
      'proxy',
    ]);
  });

  it('offer every key that a path may have', () => {
    const keys = new Set(kinds.flatMap((kind) => (kind.hop === undefined ? [] : [kind.hop.key])));
    expect([...keys].sort()).toEqual([
      'accelerator',
      'alb',
      'api',
      'cdn',
      'clb',
      'client',
      'database',
      'endpoint',
      'firewall',
      'function',
      'gwlb',
      'lattice',
      'mesh',
      'nat',
      'nlb',
      'pooler',
      'proxy',
    ]);
  });

  it('have dictionaries without a prototype', () => {
    for (const kind of kinds)
      for (const dictionary of [kind.settings, kind.links, kind.hop?.inline, kind.session?.parameters])
        expect(dictionary === undefined ? null : Object.getPrototypeOf(dictionary)).toBeNull();
  });

  it('give the same meaning to timers of one name', () => {
    const first = new Map<string, string>();
    const differing = kinds.flatMap((kind) =>
      kind.timers.filter((timer) => {
        const meaning = JSON.stringify([timer.class, timer.phases, timer.bounds ?? null, timer.uncertain ?? null]);
        const seen = first.get(timer.name) ?? meaning;
        first.set(timer.name, seen);
        return seen !== meaning;
      }),
    );
    expect(differing).toEqual([]);
    expect([...first.keys()].sort()).toEqual([
      'accelerator.idle_timeout',
      'alb.idle_timeout',
      'api.integration_timeout',
      'api.stream_idle_timeout',
      'app-runner-service.request_timeout',
      'beanstalk-environment.elb_idle_timeout',
      'beanstalk-environment.elbv2_idle_timeout',
      'clb.connection_draining_timeout',
      'clb.idle_timeout',
      'client.command_timeout',
      'client.conntrack_timeout',
      'client.query_timeout',
      'client.read_timeout',
      'client.stop_timeout',
      'database.idle_in_transaction_session_timeout',
      'database.idle_session_timeout',
      'database.max_standby_streaming_delay',
      'database.statement_timeout',
      'database.transaction_timeout',
      'distribution.origin_read_timeout',
      'distribution.response_completion_timeout',
      'distribution.vpc_origin_read_timeout',
      'endpoint.idle_timeout',
      'firewall.tcp_idle_timeout',
      'function.timeout',
      'graphql-api.request_timeout',
      'http-api.integration_timeout',
      'lattice-service.connection_duration',
      'lattice-service.idle_timeout',
      'listener.tcp_idle_timeout',
      'mesh.idle_timeout',
      'mesh.request_timeout',
      'nat.idle_timeout',
      'pooler.client_idle_timeout',
      'pooler.query_timeout',
      'proxy.connection_lifetime',
      'proxy.idle_client_timeout',
      'target-group.deregistration_delay',
      'target-group.unhealthy_draining_interval',
    ]);
  });
});

describe.each(each)('%s', (_name, kind) => {
  it('is kebab-case and has a title', () => {
    expect(kind.name).toMatch(/^[a-z][a-z0-9]*(-[a-z]+)*$/);
    expect(kind.title).toMatch(/\S/);
  });

  it('brings a source with every setting, default, range and timer', () => {
    const cites = [
      ...Object.values(kind.settings).flatMap((spec) => [
        spec.cite,
        ...numbersOf(spec).map((value) => value.cite),
        ...(spec.range === undefined ? [] : [spec.range.cite]),
      ]),
      ...kind.timers.map((timer) => timer.cite),
    ];
    expect(cites.filter((cite) => !source.test(cite))).toEqual([]);
  });

  it('keeps its defaults within its ranges', () => {
    const outside = Object.entries(kind.settings).filter(([, { range, ...spec }]) =>
      numbersOf(spec).some(
        ({ value }) => range !== undefined && typeof value === 'number' && (value < range.min || value > range.max),
      ),
    );
    expect(outside.map(([name]) => name)).toEqual([]);
  });

  it('names each timer after the setting it reads', () => {
    for (const timer of kind.timers) {
      const read = 'parameter' in timer.value ? timer.value.parameter : timer.value.setting;
      const owner = 'parameter' in timer.value ? (kind.session?.parameters ?? {}) : kind.settings;
      expect([...Object.keys(owner), ...(kind.client === undefined ? [] : ofClients)]).toContain(read);
      expect(timer.name).toMatch(new RegExp(`^[a-z]+(-[a-z]+)*\\.${read}$`));
      expect(timer.phases.length).toBeGreaterThan(0);
    }
  });

  it('refers to kinds that exist', () => {
    const links = Object.values(kind.links).flatMap((link) => link.to);
    expect(links.filter((to) => to !== 'other' && !byName.has(to))).toEqual([]);
    for (const member of kind.hop?.members ?? [])
      if ('kind' in member) expect(byName.get(member.kind)?.links[member.link]?.to).toContain(kind.name);
      else expect(Object.keys(kind.links)).toContain(member.outgoing);
    const parts = kind.hop?.parts;
    if (Array.isArray(parts))
      for (const part of parts as readonly { kind: string; link: string }[])
        expect(byName.get(part.kind)?.links[part.link]?.to).toContain(kind.hop?.key);
  });

  it('links by attributes that Terraform has', () => {
    for (const link of Object.values(kind.links)) {
      expect(link.terraform).toMatch(/^[a-z_]+(\.[a-z_]+)*$/);
      expect(link.by.length).toBeGreaterThan(0);
      expect(link.to.length).toBeGreaterThan(0);
    }
  });

  it('says what CloudFormation calls its settings and links', () => {
    const spelled = [...Object.entries(kind.settings), ...Object.entries(kind.links)];
    const paths = spelled.flatMap(([, spec]) => spec.cloudformation ?? []);
    expect(paths.filter((path) => path !== 'Ref' && !property.test(path))).toEqual([]);
    // One property may be read for several things (the containers of a task), and hold a name besides leading somewhere.
    const reads = [
      ...Object.values(kind.settings).map(({ as, cloudformation }) => ({ as: as as string, cloudformation })),
      ...Object.values(kind.links).map(({ cloudformation }) => ({ as: 'link', cloudformation })),
    ].flatMap(({ as, cloudformation }) => (cloudformation === undefined ? [] : [`${as} ${cloudformation}`]));
    expect(new Set(reads).size).toBe(reads.length);
    for (const name of kind.cloudformation?.names ?? []) expect(name).toMatch(property);
    if (kind.cloudformation === undefined) expect(paths).toEqual([]);
    else
      expect(
        spelled.flatMap(([name, spec]) =>
          spec.terraform !== undefined && spec.cloudformation === undefined ? [name] : [],
        ),
      ).toEqual(notInTemplates.get(kind.name) ?? []);
  });

  it('says what AWS calls its settings and links', () => {
    const spelled = [...Object.entries(kind.settings), ...Object.entries(kind.links)];
    const paths = spelled.flatMap(([, spec]) => spec.account ?? []);
    expect(paths.filter((path) => path !== 'Ref' && !field.test(path))).toEqual([]);
    for (const name of kind.account?.names ?? []) expect(name).toMatch(field);
    if (kind.account === undefined) expect(paths).toEqual([]);
    else
      expect(
        spelled.flatMap(([name, spec]) => (spec.terraform !== undefined && spec.account === undefined ? [name] : [])),
      ).toEqual(notInAccounts.get(kind.name) ?? []);
  });

  it('declares inline keys for settings that it has', () => {
    for (const [key, inline] of Object.entries(kind.hop?.inline ?? {})) {
      expect(key).toMatch(/^[a-z]+([A-Z][a-z]+)*$/);
      expect(key).not.toBe('name');
      expect(Object.keys(kind.settings)).toContain(inline.setting);
      expect(inline.description).toMatch(/^[A-Z\w].*\.$/);
    }
  });

  it('finds its parameter groups over links that exist', () => {
    for (const group of kind.session?.groups ?? []) {
      const via = group.via === undefined ? [kind] : (kind.links[group.via]?.to ?? []).map((to) => byName.get(to));
      for (const owner of via) expect(Object.keys(owner?.links ?? {})).toContain(group.link);
    }
    expect(kind.session === undefined || kind.session.parameters === parameters).toBe(true);
  });
});

it('a kind is safe to ask for names that every object has', () => {
  const kind = defineKind({
    name: 'x',
    title: 'x',
    settings: {},
    links: {},
    timers: [],
    hop: { key: 'x', side: 'either', does: 'passes', inline: {} },
  });
  for (const name of ['constructor', 'toString', '__proto__'])
    expect([kind.settings[name], kind.links[name], kind.hop?.inline?.[name]]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
});
