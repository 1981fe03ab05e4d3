import {
  clip,
  code,
  familyOf,
  inOwnUnit,
  parametersIn,
  rangeText,
  parseGroupValue,
  parsePostgresValue,
  provenanceOf,
  rowsOf,
  valueOf,
  versionOf,
  type EstateCase,
  type EstateVerdict,
  type Fix,
  type Graph,
  type GroupParameter,
  type Node,
  type ParameterSpec,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type Table,
} from 'holdfast/policy';

/** A database with one parameter in a group of its own. */
const estate = (value: string): PolicyExample => ({
  resources: {
    'aws_db_instance.orders': { engine: 'postgres', parameter_group_name: '${aws_db_parameter_group.orders.name}' },
    'aws_db_parameter_group.orders': { family: 'postgres16', parameter: [{ name: 'statement_timeout', value }] },
  },
  configuration: { workloads: [{ name: 'checkout-api', maxQueryDuration: '10m' }] },
});

const policy: Policy = {
  id: 'parameter-is-valid',
  title: 'Each parameter exists in its version of PostgreSQL and takes its value',
  severity: 'warning',
  per: 'estate',
  why:
    'A parameter that RDS or PostgreSQL refuses stops the apply, or worse, does nothing: a group takes plain integers in the ' +
    "parameter's own unit, so `30min` is refused there although `ALTER ROLE` takes it; a parameter that the family does not " +
    'know ends in ERROR 42704; and Linux refuses a keepalive above 32767 s without an error, so the value before it stays.',
  fix: 'Write the number in the unit of the parameter, within its range, in a family that knows it.',
  refs: [
    'https://www.postgresql.org/docs/current/config-setting.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html',
    'https://github.com/postgres/postgres/blob/REL9_5_STABLE/doc/src/sgml/release-9.5.sgml',
  ],
  example: { bad: estate('30min'), good: estate('1800000') },
  check: ({ graph }: EstateCase) => {
    const specs = parametersIn(graph);
    return [
      ...graph.groups.flatMap((group) => groupVerdict(group, specs)),
      ...graph.roles.flatMap((role) => roleVerdict(role, graph, specs)),
    ];
  },
};

/** What is to be said of one parameter. `instead`: a value that is valid, where it is clear which one was meant. */
type Remark =
  | { readonly is: 'valid' }
  | { readonly is: 'open'; readonly what: string; readonly settles: string }
  | {
      readonly is: 'invalid';
      readonly what: string;
      readonly name: string;
      readonly text: string | null;
      readonly expected: string;
      readonly instead: string | null;
    };

function groupVerdict(group: Node, specs: Table<ParameterSpec>): readonly EstateVerdict[] {
  const family = valueOf(group.settings[group.kind.group?.family ?? '']);
  const setting = group.settings[group.kind.group?.parameters ?? ''];
  const major = typeof family === 'string' ? (familyOf(family)?.major ?? null) : null;
  const ofAnotherEngine = typeof family === 'string' && major === null;
  if (setting === undefined || ofAnotherEngine) return [];
  const rows = rowsOf(valueOf(setting) ?? null);
  const remarks = rows.flatMap((row) =>
    remarkOn(row, rows, specs, typeof family === 'string' ? { name: family, major } : null),
  );
  if (setting.state !== 'known') remarks.push(...open(setting.why, setting.settles));
  return verdictOf(group, null, remarks, provenanceOf(setting));
}

function open(what: string, settles: string): readonly Remark[] {
  return [{ is: 'open', what, settles }];
}

type FamilyName = { readonly name: string; readonly major: number | null };

function remarkOn(
  row: GroupParameter,
  rows: readonly GroupParameter[],
  specs: Table<ParameterSpec>,
  family: FamilyName | null,
): readonly Remark[] {
  const { name } = row;
  if (name === null) return open('the name of a parameter is known only after apply', 'write the name literally');
  const spec = specs[name];
  if (spec === undefined) return [];
  const text = row.state === 'known' ? row.value : null;
  const invalid = (what: string, expected: string): readonly Remark[] => [
    { is: 'invalid', what, name, text: text === null ? null : clip(text), expected, instead: null },
  ];
  const same = rows.filter((one) => one.name === name);
  if (same.length > 1 && same[0] === row)
    return invalid(
      `${code(name)} is set ${String(same.length)} times (case does not count), and nobody says which one wins: keep one`,
      'set once',
    );
  if (same.length > 1) return [];
  if (spec.context === 'internal')
    return invalid(`${code(name)} does nothing since PostgreSQL 9.5, which accepts only 0: remove it`, 'not set');
  if (family?.major != null && family.major < spec.since) {
    const what = `${code(name)} exists from PostgreSQL ${String(spec.since)} on, so family ${code(family.name)} refuses it (ERROR 42704): remove it, or use a later family`;
    return invalid(what, `PostgreSQL ${String(spec.since)} or later`);
  }
  if (row.state === 'one-of') return remarkOnEither(row, (one) => remarkOnText(one, spec, family));
  if (row.state === 'sensitive') return open(`${code(name)} is marked sensitive`, 'unmark it with nonsensitive()');
  if (text !== null) return remarkOnText(text, spec, family);
  return open(`${code(name)} ${row.why ?? 'is known only after apply'}`, row.settles ?? 'write the value literally');
}

/** Of several values that may hold: valid or invalid where all of them are. */
function remarkOnEither(
  { candidates = [], why = 'is not known', settles = 'write the value literally' }: GroupParameter,
  remarkOnOne: (text: string) => readonly Remark[],
): readonly Remark[] {
  const all = candidates.flatMap((one): readonly Remark[] => (one === null ? [{ is: 'valid' }] : remarkOnOne(one)));
  const wrong = all.find((one) => one.is !== 'valid');
  if (wrong === undefined) return [{ is: 'valid' }];
  if (wrong.is === 'open' || all.every((one) => one.is === 'invalid')) return [wrong];
  return open(`${wrong.what}; it ${why}`, settles);
}

function remarkOnText(text: string, spec: ParameterSpec, family: FamilyName | null): readonly Remark[] {
  const name = code(spec.name);
  const parsed = parseGroupValue(text, spec);
  if (!parsed.ok && parsed.as === 'formula') return open(`${name} is ${parsed.reason}`, 'write the number');
  if (!parsed.ok)
    return [
      {
        is: 'invalid',
        what: `${name} is "${clip(text)}": ${parsed.reason}`,
        name: spec.name,
        text: clip(text),
        expected: rangeText(spec),
        instead: inOwnUnit(text, spec, family?.major ?? null),
      },
    ];
  if (family === null)
    return open(
      `whether its family knows ${name} cannot be told, since the family is not known`,
      'write the family literally',
    );
  return tooLong(parsed.value, spec, text) ?? [{ is: 'valid' }];
}

/** Linux refuses the value in silence. */
function tooLong(value: number | null, spec: ParameterSpec, text: string): readonly Remark[] | null {
  const most = spec.effectiveMax?.value;
  if (most === undefined || value === null || value <= most) return null;
  const what = `${code(spec.name)} is ${clip(text)}, and Linux refuses more than ${String(most)} without an error, so the value before it stays in force`;
  return [
    { is: 'invalid', what, name: spec.name, text: clip(text), expected: `<= ${String(most)}`, instead: String(most) },
  ];
}

/** A role takes what SQL takes, so units are legal. */
function roleVerdict(role: Node, graph: Graph, specs: Table<ParameterSpec>): readonly EstateVerdict[] {
  const spec = role.kind.role;
  const link = role.links[spec?.database ?? '']?.[0];
  const database = link?.state === 'linked' ? graph.nodes[link.node] : undefined;
  const version = database === undefined ? null : versionOf(database);
  const name = valueOf(role.settings[spec?.name ?? '']);
  const remarks = (spec?.parameters ?? []).flatMap((parameter): readonly Remark[] => {
    const setting = role.settings[parameter];
    const known = specs[parameter];
    if (setting === undefined || known === undefined || (setting.state === 'known' && setting.value === null))
      return [];
    if (setting.state !== 'known') return open(setting.why, setting.settles);
    const text = String(setting.value);
    const parsed = parsePostgresValue(text, known, version);
    if (parsed.ok) return tooLong(parsed.value, known, text) ?? [{ is: 'valid' }];
    return [
      {
        is: 'invalid',
        what: `${code(parameter)} is "${clip(text)}": ${parsed.reason}`,
        name: parameter,
        text: clip(text),
        expected: rangeText(known),
        instead: null,
      },
    ];
  });
  return verdictOf(role, typeof name === 'string' ? name : null, remarks, []);
}

/** One verdict for all parameters of a resource: the first that is invalid is mended first. */
function verdictOf(
  resource: Node,
  role: string | null,
  remarks: readonly Remark[],
  provenance: ReturnType<typeof provenanceOf>,
): readonly EstateVerdict[] {
  if (remarks.length === 0) return [];
  const subject = code(resource.subject);
  const bad = remarks.flatMap((one) => (one.is === 'invalid' ? [one] : []));
  const unsure = remarks.flatMap((one) => (one.is === 'open' ? [one] : []));
  const [worst] = bad;
  const [firstOpen] = unsure;
  const say = (verdict: PolicyVerdict): readonly EstateVerdict[] => [{ resource, workload: null, role, verdict }];
  if (worst !== undefined)
    return say({
      outcome: 'fail',
      message: `${subject}: ${bad.map((one) => one.what).join('; ')}`,
      provenance,
      expected: worst.expected,
      actual: worst.text,
      unit: 'text',
      fix: worst.instead === null ? null : fixOf(resource, worst.name, worst.instead),
    });
  if (firstOpen !== undefined)
    return say({
      outcome: 'unknown',
      message: `${subject}: ${unsure.map((one) => one.what).join('; ')}`,
      provenance,
      settles: firstOpen.settles,
    });
  return say({
    outcome: 'pass',
    message:
      remarks.length === 1
        ? `the one parameter of ${subject} that bears on time is valid`
        : `each of the ${String(remarks.length)} parameters of ${subject} that bear on time is valid`,
    provenance,
  });
}

function fixOf(resource: Node, setting: string, value: string): Fix {
  return { resource: resource.subject, type: resource.type, setting, value };
}

export default policy;
