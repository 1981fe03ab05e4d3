import type { Report } from '../../lib/core/report';
import type { Json } from '../../lib/core/setting';
import { block, constant, plan, refers, row } from '../read/small-plan';
import { verdictOf } from './_command';
import { judgedDocuments } from './_judged';

const task = 'aws_ecs_task_definition.api';
const nat = 'aws_nat_gateway.out';
/** Behind a NAT gateway, at a database that sends no probes itself (a NAT gateway forgets after 350 s: aws-network 3). */
const way: readonly Json[] = [
  { nat },
  { database: { name: 'orders', settings: { statement_timeout: 0, tcp_keepalives_idle: 7200 } } },
];

function judged(container: { readonly [key: string]: Json }, client: { readonly [key: string]: Json }): Report {
  const container_definitions = JSON.stringify([{ name: 'web', ...container }]);
  const document = plan(
    [
      row('aws_ecs_service.api', { after: { name: 'api' }, unknown: { task_definition: true, id: true } }),
      row(task, { after: { family: 'api', container_definitions }, unknown: { arn: true } }),
      row(nat, { after: {}, unknown: { id: true } }),
    ],
    {
      resources: [
        block('aws_ecs_service.api', { name: constant('api'), task_definition: refers(`${task}.arn`, task) }),
        block(task, { family: constant('api') }),
        block(nat, {}),
      ],
    },
  );
  const report = judgedDocuments({ 'plan.json': document }, [
    { name: 'orders', maxQueryDuration: '10m', path: [client, ...way] },
  ]);
  expect(report.coverage.notes.filter(({ level }) => level === 'incomplete')).toEqual([]);
  return report;
}

/** The verdict, and what each timer of the client and the way does during a query. */
function outcome(report: Report): readonly string[] {
  const rows = report.workloads.flatMap(({ timeline }) => timeline);
  const shown = rows.filter(({ phase, resource }) => phase === 'query' && resource !== 'orders');
  return [
    ...report.workloads.map(verdictOf),
    ...shown.map(({ timer, effect, at }) => `${timer} ${effect} ${String(at?.from ?? null)}`).sort(),
  ];
}

const environment = (variables: { readonly [name: string]: string }): { environment: Json } => ({
  environment: Object.entries(variables).map(([name, value]) => ({ name, value })),
});
const systemControls = [{ namespace: 'net.ipv4.tcp_keepalive_time', value: '200' }];
const secrets = [{ name: 'DATABASE_URL', valueFrom: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:url' }];
const api = { client: 'aws_ecs_service.api' };
const url = environment({ DATABASE_URL: 'postgresql://app:Tr0ub4dor@db/shop' });
const jdbc = (parameters: string): { environment: Json } =>
  environment({ JDBC_URL: `jdbc:postgresql://db/shop?password=Tr0ub4dor&${parameters}` });

describe('what a container says of its connections', () => {
  // Facts: postgres-rds 5.1 (drivers), aws-network 5 (Linux probes after 7200 s unless a container sets it).
  it.each<[string, Parameters<typeof judged>[0], Parameters<typeof judged>[1], readonly string[]]>([
    [
      'pgjdbc without keepalive',
      jdbc('ApplicationName=x'),
      api,
      ['cut at 350 by aws_nat_gateway.out in query', 'nat.idle_timeout cuts 350'],
    ],
    [
      'pgjdbc with the kernel’s times',
      { ...jdbc('tcpKeepAlive=true'), systemControls },
      api,
      ['holds', 'nat.idle_timeout kept-alive 350'],
    ],
    [
      'pgjdbc with a read timeout',
      { ...jdbc('tcpKeepAlive=true&socketTimeout=60'), systemControls },
      api,
      [
        'cut at 60 by aws_ecs_task_definition.api in query',
        'client.read_timeout cuts 60',
        'nat.idle_timeout kept-alive 350',
      ],
    ],
    [
      'libpq with the kernel’s times',
      { ...url, systemControls },
      { ...api, driver: 'libpq' },
      ['holds', 'nat.idle_timeout kept-alive 350'],
    ],
    [
      'libpq with Linux’s',
      url,
      { ...api, driver: 'libpq' },
      ['cut at 350 by aws_nat_gateway.out in query', 'nat.idle_timeout cuts 350'],
    ],
    ['a driver that nobody names', { ...url, systemControls }, api, ['unknown', 'nat.idle_timeout may-cut 350']],
    [
      'a program that probes',
      url,
      { ...api, driver: 'pg', keepalive: { idle: '60s' } },
      ['holds', 'nat.idle_timeout kept-alive 350'],
    ],
    [
      'a string that is not in view',
      { secrets },
      { ...api, driver: 'pgjdbc' },
      [
        'unknown',
        'client.command_timeout may-cut null',
        'client.read_timeout may-cut null',
        'nat.idle_timeout may-cut 350',
      ],
    ],
    [
      'a string that is not in view, declared',
      { secrets, systemControls },
      { ...api, connection: 'jdbc:postgresql:///?tcpKeepAlive=true&socketTimeout=900' },
      ['holds', 'client.read_timeout outlives 900', 'nat.idle_timeout kept-alive 350'],
    ],
    [
      'Npgsql, described',
      {},
      { client: { name: 'app', driver: 'npgsql', keepalive: { idle: '60s' } } },
      ['cut at 30 by app in query', 'client.command_timeout cuts 30', 'nat.idle_timeout kept-alive 350'],
    ],
    [
      'postgres.js, described',
      {},
      { client: { name: 'app', driver: 'postgres-js' } },
      ['holds', 'nat.idle_timeout kept-alive 350'],
    ],
    [
      'a string, described',
      {},
      {
        client: {
          name: 'app',
          driver: 'libpq',
          connection: 'postgresql://app:Tr0ub4dor@db/shop?keepalives_idle=60&keepalives_interval=10',
        },
      },
      ['holds', 'nat.idle_timeout kept-alive 350'],
    ],
  ])('%s', (_, container, client, expected) => {
    const report = judged(container, client);
    expect(outcome(report)).toEqual(expected);
    expect(JSON.stringify(report)).not.toContain('Tr0ub4dor');
  });
});
