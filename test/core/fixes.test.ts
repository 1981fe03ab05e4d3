import type { PathEntry, Workload } from '../../lib/core/configuration';
import type { Fact } from '../../lib/core/fact';
import type { Kind } from '../../lib/core/kind';
import type { Policy } from '../../lib/core/policy';
import type { Finding } from '../../lib/core/report';
import { timerVerdict } from '../../lib/core/verdicts';
import { kinds } from '../../lib/kinds';
import { catalog, running, type CatalogText } from './catalog';
import { fact, hop, inline, judged, probing, rows, workload } from './estate';

const all: Policy = {
  id: 'all',
  title: 't',
  severity: 'error',
  why: 'w',
  fix: 'f',
  refs: [],
  per: 'timer',
  judges: kinds.flatMap((kind) =>
    kind.timers.flatMap((timer) => timer.phases.map((phase) => ({ timer: timer.name, phase }))),
  ),
  check: (it) => timerVerdict(it),
};
const client = inline('client', 'client', 'app');
const db = hop('database', 'db');
const grouped = [
  fact('instance', 'db', { links: { parameter_group: 'g' } }),
  fact('parameter-group', 'g', {
    type: 'aws_db_parameter_group',
    settings: { parameters: rows({ statement_timeout: '1000' }) },
  }),
];
const role = fact('role', 'r', {
  type: 'postgresql_role',
  settings: { name: 'app', statement_timeout: '2000' },
  links: { database: 'db' },
});

function failing(facts: readonly Fact[], path: readonly PathEntry[], own: Partial<Workload> = {}): Finding | undefined {
  const { findings } = judged(facts, [workload({ path, ...own })], { policies: [all] });
  return findings.find((one) => one.outcome === 'fail');
}

describe('the change that mends a limit of PostgreSQL is made where the value comes from', () => {
  it.each<[string, readonly Fact[], readonly PathEntry[], readonly string[], object]>([
    [
      'the parameter group',
      grouped,
      [client, db],
      [],
      { resource: 'g', type: 'aws_db_parameter_group', setting: 'statement_timeout', value: '301000' },
    ],
    [
      'the role that a document carries',
      [...grouped, role],
      [client, db],
      ['app'],
      { resource: 'r', type: 'postgresql_role', value: 301_000 },
    ],
    [
      'a role in SQL, so that a group stays as it is for others',
      grouped,
      [client, db],
      ['etl'],
      { resource: 'etl', type: 'role', value: '301000' },
    ],
    [
      'the client that sets it',
      grouped,
      [inline('client', 'client', 'job', { session_parameters: { statement_timeout: '5s' } }), db],
      ['app'],
      { resource: 'job', type: 'client', value: '301000' },
    ],
    [
      'the init query',
      [
        ...grouped,
        fact('proxy', 'p'),
        fact('proxy-target-group', 'pool', {
          links: { proxy: 'p' },
          settings: { init_query: 'SET statement_timeout = 5000' },
        }),
      ],
      [client, hop('proxy', 'p'), db],
      [],
      { resource: 'pool', type: 'init-query', value: '301000' },
    ],
  ])('%s', (_, facts, path, roles, fix) => {
    expect(failing(facts, path, { roles })?.fix).toMatchObject(fix);
  });
});

describe('the change that mends what a catalog shows', () => {
  const seconds = { settings: { statement_timeout: '10s' } };
  const live = fact('instance', 'db', { source: 'account', links: { parameter_group: 'g' } });
  const group = fact('parameter-group', 'g', {
    type: 'rds:pg',
    source: 'account',
    settings: { parameters: rows({ statement_timeout: '60000' }) },
  });
  const [set, value] = ['statement_timeout', '301000'];
  it.each<[string, CatalogText, readonly string[], object]>([
    [
      'a role, in SQL',
      { roleSettings: [{ role: 'app', ...seconds }] },
      ['app'],
      { resource: 'app', type: 'role', setting: set, value },
    ],
    [
      'a role in one database, where its own value has no say',
      {
        roleSettings: [
          { role: 'app', ...seconds },
          { role: 'app', database: 'shop', ...seconds },
        ],
      },
      ['app'],
      { resource: 'app', type: 'role', setting: set, value, inDatabase: 'shop' },
    ],
    [
      'a database, by the role that it is too short for',
      { roleSettings: [{ database: 'shop', ...seconds }] },
      ['app'],
      { resource: 'app', type: 'role', setting: set, value },
    ],
    [
      'a database, where no role is declared',
      { roleSettings: [{ database: 'shop', ...seconds }] },
      [],
      { resource: 'shop', type: 'database', setting: set, value },
    ],
    [
      'what the server runs, in its parameter group',
      { settings: [running(set, '10000')] },
      [],
      { resource: 'g', type: 'rds:pg', setting: set, value },
    ],
  ])('%s', (_, own, roles, fix) => {
    expect(failing([live, group, ...catalog(own)], [client, db], { roles })?.fix).toMatchObject(fix);
  });
});

describe('the change that mends a hop', () => {
  it('raises its setting, drains with equality', () => {
    expect(failing([fact('alb', 'lb', { type: 'aws_lb' })], [hop('alb', 'lb'), client])?.fix).toEqual({
      resource: 'lb',
      type: 'aws_lb',
      setting: 'idle_timeout',
      value: 301,
    });
    const drains = [
      fact('alb', 'lb', { settings: { idle_timeout: 4000 } }),
      fact('listener', 'l', { links: { load_balancer: 'lb', target_groups: ['tg'] } }),
      fact('target-group', 'tg', { settings: { deregistration_delay: 30, protocol: 'HTTP' } }),
    ];
    expect(failing(drains, [hop('alb', 'lb'), client])?.fix).toMatchObject({
      resource: 'tg',
      setting: 'deregistration_delay',
      value: 300,
    });
  });

  it('is none where no value outlives the promise, and the message says so', () => {
    const finding = failing([fact('alb', 'lb')], [hop('alb', 'lb'), client], { maxQueryDuration: 4000 });
    expect(finding).toMatchObject({
      fix: null,
      message: expect.stringMatching(/; 4000 s is its maximum, so no value outlives the promise$/) as string,
    });
  });

  it('is the server’s keepalive on the leg that ends at the database, and the client’s on any other', () => {
    const slow = [
      fact('instance', 'db', { links: { parameter_group: 'g' } }),
      fact('parameter-group', 'g', { settings: { parameters: rows({ tcp_keepalives_idle: '7200' }) } }),
      fact('nat', 'nat'),
    ];
    const direct = failing(slow, [client, hop('nat', 'nat'), db], { maxQueryDuration: 3600 });
    expect(direct?.fix).toMatchObject({ resource: 'g', setting: 'tcp_keepalives_idle', value: '60' });
    const pooler = inline('pooler', 'pooler', 'bouncer');
    const behind = failing(slow, [client, hop('nat', 'nat'), pooler, db], { maxQueryDuration: 3600 });
    expect(behind?.fix).toMatchObject({
      resource: 'app',
      setting: 'keepalive',
      note: "the server's tcp_keepalives_* do not reach past bouncer",
    });
  });
});

it('a pass says why it holds', () => {
  const { findings } = judged(
    [fact('nat', 'nat'), fact('instance', 'db')],
    [workload({ maxQueryDuration: 3600, path: [probing(60, 10), hop('nat', 'nat'), db] })],
    { policies: [all] },
  );
  expect(findings.find((one) => one.resource === 'nat')).toMatchObject({
    outcome: 'pass',
    message:
      '`idle_timeout` of `nat` is 350 s (default); app sends a keepalive probe every 60 s, so it never fires while a query of `checkout` may take 1 h',
    expected: '> 3600',
    actual: 350,
  });
});

it('an attribute in milliseconds is fixed in milliseconds', () => {
  const slow: readonly Kind[] = kinds.map((kind) =>
    kind.name === 'alb'
      ? {
          ...kind,
          settings: { ...kind.settings, idle_timeout: { as: 'milliseconds', terraform: 'idle_ms', cite: 'c' } },
        }
      : kind,
  );
  const { findings } = judged(
    [fact('alb', 'lb', { settings: { idle_timeout: 60 } })],
    [workload({ maxQueryDuration: 90, path: [hop('alb', 'lb'), client] })],
    { policies: [all], kinds: slow },
  );
  expect(findings.find((one) => one.outcome === 'fail')?.fix).toMatchObject({ resource: 'lb', value: 91_000 });
});
