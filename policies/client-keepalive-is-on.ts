import {
  candidates,
  clientKeepaliveFix,
  code,
  connectionsOf,
  decisive,
  driverTitle,
  driversOf,
  formatDuration,
  probingOn,
  provenanceOf,
  readingsOf,
  type HopCase,
  type Policy,
  type PolicyExample,
  type PolicyVerdict,
  type Step,
} from 'holdfast/policy';

function check(it: HopCase): PolicyVerdict | null {
  const { subject, settings } = it.hop.member;
  const idle = settings.keepalive_idle;
  // Of a client that shows neither a connection string nor a driver there is nothing to judge.
  if (idle === undefined || (idle.state === 'known' && driversOf(it.hop).length === 0)) return null;
  const values = candidates(idle);
  const provenance = provenanceOf(idle);
  if (values?.every((one) => one.value === null)) return off(it, decisive(provenance));
  if (values !== null && values.every((one) => one.value !== null)) {
    const least = Math.min(...values.map((one) => Number(one.value)));
    const first =
      values.length === 1 ? `after ${formatDuration(least)}` : `after ${formatDuration(least)} at the earliest`;
    return {
      outcome: 'pass',
      message: `connections of ${code(subject)} send keepalive probes: the first one ${first} of silence`,
      provenance,
    };
  }
  const open = idle.state === 'known' ? { why: 'its value is not a number', settles: 'declare `keepalive`' } : idle;
  return {
    outcome: 'unknown',
    message: `whether connections of ${code(subject)} send keepalive probes is not known: ${open.why}`,
    provenance,
    settles: open.settles,
  };
}

function off(it: HopCase, step: Step | undefined): PolicyVerdict {
  const who = code(it.hop.member.subject);
  return {
    outcome: 'fail',
    message:
      `${reason(it, step)}, so connections of ${who} send no keepalive probes: one that is lost on the way is noticed only ` +
      `when the client sends, and a client that waits for its result waits for ever${inVain(it)}`,
    provenance: provenanceOf(it.hop.member.settings.keepalive_idle ?? { state: 'known', from: [], value: null }),
    expected: 'on',
    actual: 'off',
    unit: 'text',
    fix: clientKeepaliveFix(it.hop, probingOn(it.leg)),
  };
}

/** Whose keepalive it is and who left it off: the string that says so, or the driver that nobody told otherwise. */
function reason(it: HopCase, step: Step | undefined): string {
  const strings = connectionsOf(it.hop).map(
    ({ connection, carrier }) => `${code(connection.name)} of ${code(carrier.subject)}`,
  );
  const where = strings.length === 0 ? code(it.hop.member.subject) : [...new Set(strings)].join(' and ');
  if (step?.level === 'declared') return `keepalive of ${code(it.hop.member.subject)} is declared to be off`;
  if (step !== undefined && step.level !== 'default')
    return `${where} sets ${code(step.attribute)} to ${step.text ?? 'off'}`;
  const drivers = driversOf(it.hop);
  const parts = drivers.map((driver) => `${code(driver.defaults.keepalive_on.attribute)} of ${driverTitle(driver)}`);
  const isElsewhere = drivers.some(({ defaults }) => defaults.keepalive_on.inProgram !== undefined);
  const assumed = isElsewhere ? ', assuming that the program does not switch it on' : '';
  return `${where} leaves ${parts.join(' or ')} at its default, off${assumed}`;
}

/** What the string says about keepalive in the words of another driver. */
function inVain(it: HopCase): string {
  const [reading, ...others] = readingsOf(it.hop);
  if (reading === undefined || others.length > 0) return '';
  const ignored = reading.strange.filter(({ become, meant }) => become === 'ignored' && meant?.startsWith('keepalive'));
  const names = ignored.map(({ name }) => code(name)).join(', ');
  return names === ''
    ? ''
    : `; ${names} there does nothing, since ${driverTitle(reading.driver)} does not read it there`;
}

/** A service with its connection string, and the database that it queries. */
const estate = (url: string): PolicyExample => ({
  resources: {
    'aws_ecs_task_definition.api': {
      family: 'api',
      container_definitions: JSON.stringify([
        { name: 'api', image: 'api', environment: [{ name: 'DATABASE_URL', value: url }] },
      ]),
    },
    'aws_ecs_service.api': { name: 'api', task_definition: '${aws_ecs_task_definition.api.arn}' },
    'aws_db_instance.orders': { identifier: 'orders', engine: 'postgres', engine_version: '16.4' },
  },
  configuration: {
    workloads: [
      {
        name: 'checkout-api',
        maxQueryDuration: '30s',
        path: [{ client: 'aws_ecs_service.api' }, { database: 'aws_db_instance.orders' }],
      },
    ],
  },
});

const policy: Policy = {
  id: 'client-keepalive-is-on',
  title: 'The client sends TCP keepalive probes on its connections',
  severity: 'warning',
  per: 'client',
  why:
    'A client that waits for the result of a query sends nothing. Where its connection is lost on the way (a flow that a load ' +
    'balancer or NAT gateway forgot, a failover, a host that died) it therefore learns of it only by keepalive probes, and ' +
    'without them it waits for ever. libpq, Go and postgres.js probe unasked; the JDBC driver, node-postgres and Npgsql do not.',
  fix:
    'Turn keepalive on where the driver takes it: `tcpKeepAlive=true` (JDBC), `Tcp Keepalive=true` (Npgsql), `keepAlive: true` ' +
    'in the options of node-postgres. The kernel then probes after 7200 s unless the driver or `net.ipv4.tcp_keepalive_time` says otherwise.',
  refs: [
    'https://github.com/pgjdbc/pgjdbc/issues/1508',
    'https://github.com/brianc/node-postgres/blob/master/packages/pg/lib/client.js',
    'https://github.com/npgsql/doc/blob/main/conceptual/Npgsql/connection-string-parameters.md',
    'https://www.postgresql.org/docs/current/libpq-connect.html',
  ],
  example: {
    bad: estate('jdbc:postgresql://orders.internal/app'),
    good: estate('jdbc:postgresql://orders.internal/app?tcpKeepAlive=true'),
  },
  check,
};

export default policy;
