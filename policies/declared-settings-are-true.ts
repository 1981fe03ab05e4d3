import {
  alterRole,
  attachedGroups,
  clip,
  code,
  databaseOf,
  familyOf,
  outgoing,
  parametersOf,
  parseGroupValue,
  parsePostgresValue,
  rolesNamed,
  rowsOf,
  valueOf,
  versionOf,
  writtenValue,
  type EstateCase,
  type EstateVerdict,
  type Graph,
  type Json,
  type Node,
  type ParameterSpec,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type Table,
} from 'holdfast/policy';

/** A role that was altered to 30 s, and what is declared of it. */
const settings = { statement_timeout: '30s' };
const estate = (declared: string): PolicyExample => ({
  collected: {
    resources: [{ type: 'rds:db', answer: { DBInstanceIdentifier: 'orders', Engine: 'postgres' } }],
    catalogs: [{ name: 'orders', loginRoles: ['app'], roleSettings: [{ role: 'app', database: null, settings }] }],
  },
  configuration: {
    declared: { roles: { app: { statement_timeout: declared } } },
    workloads: [{ name: 'checkout-api', roles: ['app'], maxQueryDuration: '20s', database: 'orders' }],
  },
});

const policy: Policy = {
  id: 'declared-settings-are-true',
  title: 'What is declared of roles and parameter groups is what the servers have',
  severity: 'warning',
  per: 'estate',
  why:
    'What no document shows may be declared: the settings of roles and of parameter groups. A plan is then judged by them, and ' +
    'nothing in the plan can contradict them. A role that was altered by hand since leaves a declaration that proves promises ' +
    'which the server breaks. Where an account or a catalog was read, the declared values are compared with it.',
  fix: 'Write what the server has into `declared`, or set the declared value on the role or in the parameter group.',
  refs: [
    'https://www.postgresql.org/docs/current/catalog-pg-db-role-setting.html',
    'https://www.postgresql.org/docs/current/sql-alterrole.html',
  ],
  example: { bad: estate('45s'), good: estate('30s') },
  check: ({ graph }: EstateCase) => [...verdictsOnRoles(graph), ...verdictsOnGroups(graph)],
};

/** What a server shows of one parameter, as it is written there; `undefined`: it is not set. */
type Shown =
  | { readonly is: 'shown'; readonly text: string | undefined }
  | { readonly is: 'open'; readonly why: string; readonly settles: string };

/** One declaration beside what was read of the same thing. */
type Comparison = {
  /** `declared.roles.app`. */
  readonly place: string;
  readonly declared: Table<string>;
  /** What shows it: `the catalog of orders`. */
  readonly source: string;
  readonly shown: (name: string) => Shown;
  readonly isEqual: (parameter: ParameterSpec, declared: string | undefined, shown: string | undefined) => boolean;
  readonly parameters: readonly ParameterSpec[];
  /** How to make the declared value true. */
  readonly set: (name: string, text: string | undefined) => string;
};

/** Every server of which a catalog was read, on each of which a role of this name is another role. */
function verdictsOnRoles(graph: Graph): readonly EstateVerdict[] {
  const servers = graph.catalogs.flatMap((one) => outgoing(graph, one, one.kind.catalog?.shows ?? ''));
  const [first] = servers;
  if (first === undefined) return [];
  return Object.entries(graph.declared.roles).flatMap(([role, declared]) => {
    const found = [...new Set(servers)].flatMap((server): readonly EstateVerdict[] => {
      const [shown] = rolesNamed({ graph, database: server }, role).filter(
        (node) => node.source === 'catalog' && databaseOf(node) === null,
      );
      if (shown === undefined) return [];
      const verdict = compare(roleComparison(role, declared, shown, server));
      return [{ resource: server, workload: null, role, verdict }];
    });
    if (found.length > 0) return found;
    const message = `no catalog that was read has the login role ${code(clip(role))}, so whether ${code(placeOf('roles', role))} is true cannot be told`;
    const settles = `read the catalog of its server with \`--postgres\`, or take it out of \`declared.roles\``;
    return [{ resource: first, workload: null, role, verdict: { outcome: 'unknown', message, settles } }];
  });
}

function roleComparison(role: string, declared: Table<string>, shown: Node, server: Node): Comparison {
  const carried = shown.kind.role?.parameters ?? [];
  const isEqual: Comparison['isEqual'] = (parameter, one, other) => {
    if (one === undefined || other === undefined) return one === other;
    const [a, b] = [one, other].map((text) => parsePostgresValue(text, parameter, versionOf(server)));
    return a?.ok === true && b?.ok === true && a.value === b.value;
  };
  return {
    place: placeOf('roles', role),
    declared,
    source: `the catalog of ${code(server.subject)}`,
    shown: (name) => textOf(shown, name),
    isEqual,
    parameters: Object.values(parametersOf(server)).filter(({ name }) => carried.includes(name)),
    set: (name, text) => alterRole(role, name, text),
  };
}

function textOf(role: Node, name: string): Shown {
  const setting = role.settings[name];
  if (setting === undefined) return { is: 'shown', text: undefined };
  if (setting.state !== 'known') return { is: 'open', why: setting.why, settles: setting.settles };
  return { is: 'shown', text: setting.value === null ? undefined : String(setting.value) };
}

/** The groups of accounts that were read; of a group that a database there has and that was not read, nothing can be told. */
function verdictsOnGroups(graph: Graph): readonly EstateVerdict[] {
  const live = graph.hops.filter((node) => node.kind.session !== undefined && isLive(node));
  return Object.entries(graph.declared.parameterGroups).flatMap(([name, declared]): readonly EstateVerdict[] => {
    const shown = graph.groups.filter((node) => isLive(node) && node.names.includes(name));
    if (shown.length > 0)
      return shown.map((group) => {
        const specs = Object.values(parametersOf(live[0]));
        return {
          resource: group,
          workload: null,
          role: null,
          verdict: compare(groupComparison(name, declared, group, specs)),
        };
      });
    const [user] = live.filter((node) =>
      attachedGroups(graph, node).some(({ to }) => to.state === 'named' && to.name === name),
    );
    if (user === undefined) return [];
    const message = `parameter group ${code(clip(name))} of ${code(user.subject)} was not read, so whether ${code(placeOf('parameterGroups', name))} is true cannot be told`;
    const verdict = {
      outcome: 'unknown',
      message,
      settles: 'allow rds:DescribeDBParameters, then look again',
    } as const;
    return [{ resource: user, workload: null, role: null, verdict }];
  });
}

/** A group that is silent leaves the engine's default, so that a default that is spelled out says the same as none. */
function groupComparison(
  name: string,
  declared: Table<string>,
  group: Node,
  parameters: readonly ParameterSpec[],
): Comparison {
  const setting = group.settings[group.kind.group?.parameters ?? ''];
  const rows = setting?.state === 'known' ? rowsOf(setting.value) : [];
  const family = valueOf(group.settings[group.kind.group?.family ?? '']);
  const flavour = (typeof family === 'string' ? familyOf(family)?.flavour : undefined) ?? 'rds';
  const meant = (parameter: ParameterSpec, text: string | undefined): Json | undefined => {
    if (text === undefined) return parameter.defaults[flavour].value;
    const read = parseGroupValue(text, parameter);
    return read.ok ? read.value : undefined;
  };
  return {
    place: placeOf('parameterGroups', name),
    declared,
    source: code(group.subject),
    shown: (parameter) => {
      if (setting !== undefined && setting.state !== 'known')
        return { is: 'open', why: setting.why, settles: setting.settles };
      const row = rows.find((one) => one.name === parameter);
      if (row === undefined) return { is: 'shown', text: undefined };
      if (row.state !== 'known' || row.value === null)
        return { is: 'open', why: row.why ?? 'is not shown', settles: row.settles ?? 'collect it again' };
      return { is: 'shown', text: row.value };
    },
    isEqual: (parameter, one, other) => {
      const [a, b] = [meant(parameter, one), meant(parameter, other)];
      return a !== undefined && a === b;
    },
    parameters,
    set: (parameter, text) => `${text === undefined ? `reset ${parameter}` : `set ${parameter} to ${text}`} in ${name}`,
  };
}

function compare(it: Comparison): PolicyVerdict {
  const { place, declared, source, parameters } = it;
  const all = parameters.map((parameter) => ({ parameter, shown: it.shown(parameter.name) }));
  const wrong = all.flatMap(({ parameter, shown }) =>
    shown.is === 'open' || it.isEqual(parameter, declared[parameter.name], shown.text)
      ? []
      : [{ name: parameter.name, declared: declared[parameter.name], shown: shown.text }],
  );
  const open = all.find(({ parameter, shown }) => shown.is === 'open' && declared[parameter.name] !== undefined);
  if (wrong.length > 0) {
    const differ = wrong.map(
      (one) => `${code(one.name)} is ${writtenValue(one.declared)} there and ${writtenValue(one.shown)} in ${source}`,
    );
    return {
      outcome: 'fail',
      message: `${code(place)} is not true: ${differ.join('; ')}. Plans are judged by the declared value`,
      expected: wrong.map((one) => `${one.name} = ${plain(one.declared)}`).join(', '),
      actual: wrong.map((one) => `${one.name} = ${plain(one.shown)}`).join(', '),
      unit: 'text',
      fix: {
        resource: 'holdfast.yaml',
        type: 'configuration',
        setting: place,
        value: yamlOf(
          all.flatMap(({ parameter: { name }, shown }): readonly (readonly [string, string])[] => {
            const text = shown.is === 'shown' ? shown.text : declared[name];
            return text === undefined ? [] : [[name, clip(text)]];
          }),
        ),
        note: `or make it true: ${wrong.map((one) => it.set(one.name, one.declared)).join('; ')}`,
      },
    };
  }
  if (open?.shown.is === 'open')
    return {
      outcome: 'unknown',
      message: `whether ${code(place)} is true cannot be told by ${code(open.parameter.name)} in ${source}: ${open.shown.why}`,
      settles: open.shown.settles,
    };
  return { outcome: 'pass', message: `${code(place)} is what ${source} has` };
}

function isLive({ source }: Node): boolean {
  return source === 'account';
}

function placeOf(part: 'roles' | 'parameterGroups', name: string): string {
  return `declared.${part}.${clip(name)}`;
}

function plain(text: string | undefined): string {
  return text === undefined ? 'not set' : clip(text);
}

function yamlOf(entries: readonly (readonly [string, string])[]): string {
  return entries.length === 0 ? '{}' : `{ ${entries.map(([name, text]) => `${name}: ${text}`).join(', ')} }`;
}

export default policy;
