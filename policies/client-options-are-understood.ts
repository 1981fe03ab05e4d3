import {
  candidates,
  code,
  driverTitle,
  initQueryFix,
  placeOfOptions,
  probingOn,
  provenanceOf,
  readingsOf,
  sendsOptions,
  strangeParameterFix,
  withoutOptionsFix,
  type Fix,
  type Hop,
  type HopCase,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type Provenance,
  type StringReading,
  type WrittenParameters,
} from 'holdfast/policy';

/** What is wrong with one way to read a connection string: it fails, it may fail, or a parameter in it does nothing. */
type Trouble = {
  readonly does: 'refused' | 'unclear' | 'nothing';
  readonly message: string;
  readonly names: string;
  readonly settles: string;
  readonly fix: Fix | null;
};

function check(it: HopCase): PolicyVerdict | null {
  return refusedByNext(it) ?? misread(it);
}

/** Parameters that the client sends when it connects, where a proxy or pooler answers. */
function refusedByNext(it: HopCase): PolicyVerdict | null {
  const next = it.path.legs.find((leg) => leg.callerEnd === it.hop)?.serverEnd ?? null;
  const takes = next?.node.kind.hop?.startupOptions;
  const options = it.hop.member.settings.startup_options;
  if (next === null || takes === undefined) return null;
  const who = code(it.hop.member.subject);
  const at = code(next.node.subject);
  const all = (options === undefined ? [] : candidates(options))?.map((one) => parametersIn(one.value));
  const isSilent = options === undefined || all?.every((one) => one.length === 0) === true;
  if (isSilent && !sendsOptions(it.hop)) return null;
  const provenance = options === undefined ? provenanceOfStrings(readingsOf(it.hop)) : provenanceOf(options);
  const sent = all?.find((one) => one.length > 0) ?? unread;
  const names = sent.map(([name]) => code(name)).join(', ');
  if (!isSilent && options.state !== 'known')
    return {
      outcome: 'unknown',
      message: `what ${who} sends when it connects is not known, and ${at} ${takes === 'refused' ? 'refuses' : 'may refuse'} connections with options: ${options.why}`,
      provenance,
      settles: options.settles,
    };
  if (takes === 'may-drop')
    return {
      outcome: 'unknown',
      message: `${who} sends ${names} when it connects, which ${at} refuses unless its \`ignore_startup_parameters\` lists it, and then drops`,
      provenance,
      settles: `set ${names} on the role instead, and drop it ${placeOfOptions(it.hop)}`,
    };
  return {
    outcome: 'fail',
    message: `${who} sends ${names} when it connects, so its connections fail: ${at} answers FATAL: Feature not supported: RDS Proxy currently doesn't support ${refusal(it.hop, sent)}`,
    provenance,
    expected: 'no options',
    actual: sent.map(([name]) => name).join(', '),
    unit: 'text',
    fix:
      sent === unread
        ? withoutOptionsFix(it.hop)
        : initQueryFix(it.graph, next, sent, `and drop ${names} ${placeOfOptions(it.hop)}`),
  };
}

/** Options that set what is not judged here: nothing of them is known but that they are there. */
const unread: WrittenParameters = [['options', null]];

function parametersIn(value: unknown): WrittenParameters {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (Object.entries(value) as WrittenParameters)
    : [];
}

/** The proxy words it by how the parameters came: within `options`, or one by one. */
function refusal(client: Hop, sent: WrittenParameters): string {
  const first = sent[0]?.[0] ?? '';
  const byName = readingsOf(client).some(({ from }) => from.connection.parameters.some(({ name }) => name === first));
  return byName && sent !== unread ? `the option ${first}` : 'command-line options';
}

/** Parameters that the driver which reads the string does not know. Of a string that is not in view nothing is said here. */
function misread(it: HopCase): PolicyVerdict | null {
  const readings = readingsOf(it.hop);
  const [first] = readings;
  if (first === undefined) return null;
  const troubles = readings.map((one) => troubleOf(one, it));
  const provenance = provenanceOfStrings(readings);
  const worst = troubles.find((one) => one?.does === 'refused') ?? troubles.find((one) => one?.does === 'unclear');
  if (worst == null) return harmless(it, readings, troubles);
  const isSure = worst.does === 'refused' && troubles.every((one) => one?.does === 'refused');
  if (isSure)
    return {
      outcome: 'fail',
      message: worst.message,
      provenance,
      expected: 'parameters that the driver takes',
      actual: worst.names,
      unit: 'text',
      fix: worst.fix,
    };
  const others = readings.length > 1 ? '; which driver and which string it uses is not known' : '';
  return { outcome: 'unknown', message: `${worst.message}${others}`, provenance, settles: worst.settles };
}

function troubleOf(reading: StringReading, it: HopCase): Trouble | null {
  const { driver, from, strange, unnamed } = reading;
  const where = `${code(from.connection.name)} of ${code(from.carrier.subject)}`;
  const refused = strange.filter((one) => one.become !== 'ignored');
  const names = (of: typeof strange): string => of.map(({ name }) => code(name)).join(', ');
  const settles = `name the driver beside \`client\`: \`driver: ${driver.name}\``;
  const [first] = refused;
  if (first !== undefined) {
    const answer =
      first.become === 'sent'
        ? `sent to the server by ${driverTitle(driver)}, so connections fail: FATAL: unrecognized configuration parameter "${first.name}"`
        : `not known to ${driverTitle(driver)}, which refuses the whole string, so no connection is made`;
    const message = `${names(refused)} in ${where} is ${answer}`;
    return {
      does: 'refused',
      message,
      names: refused.map(({ name }) => name).join(', '),
      settles,
      fix: fixOf(reading, it),
    };
  }
  if (driver.others.become === 'ignored') {
    const nobodys = unnamed === 0 ? [] : [`${counted(unnamed)} that no driver documents`];
    if (strange.length + unnamed === 0) return null;
    const message = `${[...strange.map(({ name }) => code(name)), ...nobodys].join(', ')} in ${where} does nothing, since ${driverTitle(driver)} does not read it there`;
    return {
      does: 'nothing',
      message,
      names: strange.map(({ name }) => name).join(', '),
      settles,
      fix: fixOf(reading, it),
    };
  }
  if (unnamed === 0) return null;
  const fate =
    driver.others.become === 'sent'
      ? `${driverTitle(driver)} sends to the server`
      : `${driverTitle(driver)} may refuse`;
  return {
    does: 'unclear',
    message: `${where} has ${counted(unnamed)} that no driver documents, which ${fate}`,
    names: '',
    settles: 'compare the names in it with the documentation of the driver, and with pg_settings of the server',
    fix: null,
  };
}

const counted = (unnamed: number): string => `${String(unnamed)} ${unnamed === 1 ? 'parameter' : 'parameters'}`;

function fixOf(reading: StringReading, { hop, leg }: HopCase): Fix | null {
  return strangeParameterFix(hop, reading, probingOn(leg));
}

/** An ignored parameter breaks nothing by itself. It fails where it was to keep a flow alive that is forgotten now. */
function harmless(
  it: HopCase,
  readings: readonly StringReading[],
  troubles: readonly (Trouble | null)[],
): PolicyVerdict {
  const [first] = troubles;
  const provenance = provenanceOfStrings(readings);
  const isMissed =
    it.leg.some(({ timer, effect }) => timer.class === 'packet-idle' && effect === 'cuts') &&
    readings.every(({ strange }) => strange.some(({ meant }) => meant?.startsWith('keepalive')));
  if (isMissed && first != null)
    return {
      outcome: 'fail',
      message: `${first.message}, so nothing keeps a silent flow alive that is forgotten on the way`,
      provenance,
      expected: 'parameters that the driver takes',
      actual: first.names,
      unit: 'text',
      fix: first.fix,
    };
  const remarks = [...new Set(troubles.flatMap((one) => one?.message ?? []))];
  const strings = [
    ...new Set(readings.map(({ from }) => `${code(from.connection.name)} of ${code(from.carrier.subject)}`)),
  ];
  const message =
    remarks.length === 0
      ? `${strings.join(' and ')} has no parameter that its driver does not take`
      : `${remarks.join('; ')}, which changes no verdict`;
  return { outcome: 'pass', message, provenance };
}

function provenanceOfStrings(readings: readonly StringReading[]): Provenance {
  const carriers = [...new Set(readings.map(({ from }) => from.carrier))];
  return carriers.flatMap(({ settings }) =>
    settings.connections === undefined ? [] : provenanceOf(settings.connections),
  );
}

/** A program on psycopg and its connection string. */
const estate = (connection: string): PolicyExample => ({
  configuration: {
    workloads: [
      {
        name: 'checkout-api',
        maxQueryDuration: '30s',
        path: [{ client: { name: 'api', driver: 'libpq', connection } }, { database: { name: 'orders' } }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'client-options-are-understood',
  title: 'What a connection string says is understood by its driver, and by what answers it',
  severity: 'error',
  per: 'client',
  why:
    'Each driver has its own words. libpq refuses a string with `statement_timeout` in it, pgx hands what it does not know to the ' +
    'server, which refuses the connection, and the JDBC driver and node-postgres drop it without a word, so that a keepalive ' +
    'that was written down does nothing. RDS Proxy refuses connections with startup options altogether.',
  fix:
    'Use the parameters of the driver that reads the string, and put parameters of PostgreSQL into `options` ' +
    '(`options=-c%20statement_timeout%3D300000`) or on the role. Behind RDS Proxy, set them in its init query or on the role.',
  refs: [
    'https://www.postgresql.org/docs/current/libpq-connect.html',
    'https://github.com/jackc/pgx/blob/master/pgconn/config.go',
    'https://github.com/psycopg/psycopg2/issues/1577',
    'https://github.com/n8n-io/n8n/pull/27295',
  ],
  example: {
    bad: estate('postgresql://orders.internal/app?statement_timeout=60000'),
    good: estate('postgresql://orders.internal/app?options=-c%20statement_timeout%3D60000'),
  },
  check,
};

export default policy;
