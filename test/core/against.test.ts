import type { Evaluation } from '../../lib/core/evaluate';
import { everyTimer } from '../../lib/core/every-timer';
import type { Fact } from '../../lib/core/fact';
import type { DriftReport, Report } from '../../lib/core/report';
import { unknown, type Json } from '../../lib/core/setting';
import { builtinPolicies } from '../../lib/shell/builtin-policies';
import { at, declared, live, view } from './_drift';
import { hop, inline, judged, probing, readingsOf, rows, workload } from './estate';

const path = [hop('alb', ['public', 'aws_lb.public']), inline('client', 'client', 'app'), hop('database', 'orders')];
const policies = builtinPolicies.filter(({ per }) => per === 'drift');

type Change = {
  readonly idle?: Json;
  readonly parameters?: Record<string, string>;
  readonly role?: Json;
  readonly group?: string | null;
};

/** An ALB, a database with its parameter group, and a role. */
function estate(
  make: typeof declared,
  prefix: string,
  { idle, parameters = {}, role = null, group = 'pg' }: Change,
): readonly Fact[] {
  return [
    make('alb', prefix === '' ? 'public' : 'aws_lb.public', {
      ...at('public'),
      settings: idle === undefined ? {} : { idle_timeout: idle },
    }),
    make('instance', `${prefix}orders`, {
      ...at('orders'),
      names: ['orders'],
      settings: { engine: 'postgres', engine_version: '16.4' },
      links: { parameter_group: group === null ? null : `${prefix}${group}` },
    }),
    make('parameter-group', `${prefix}pg`, {
      ...at('orders-pg16'),
      settings: { family: 'postgres16', parameters: rows(parameters) },
    }),
    make('parameter-group', `${prefix}tight`, {
      ...at('tight'),
      settings: { family: 'postgres16', parameters: rows({ statement_timeout: '20000' }) },
    }),
    make('role', 'app_user', {
      settings: { name: 'app_user', statement_timeout: role },
      links: { database: `${prefix}orders` },
    }),
  ];
}

function audit(was: Change, is: Change, own: Partial<Evaluation> = {}, more: readonly Fact[] = []): Report {
  const readings = readingsOf([...estate(live, '', is), ...more]).map((reading) => ({ ...reading, views: [view()] }));
  const against = readingsOf(estate(declared, 'aws.', was));
  const one = workload({
    name: 'checkout',
    path,
    roles: ['app_user'],
    maxQueryDuration: 30,
    request: { maxDuration: 90, maxSilence: null, maxConnectionAge: null },
  });
  return judged([], [one], { readings, against, policies, ...own });
}

const told = (report: Report): readonly string[] =>
  report.findings
    .filter(({ outcome }) => outcome !== 'pass')
    .map(({ severity, outcome, policy, resource, workload: whose, role }) =>
      [severity, outcome, policy, resource, whose ?? '-', role ?? '-'].join(' '),
    );
const drift = ({ drift: found }: Report): DriftReport => {
  if (found === undefined) throw new Error('nothing was compared');
  return found;
};

describe('a live value that differs', () => {
  it.each<[string, Change, Change, readonly string[], readonly string[]]>([
    ['nothing', { idle: 120 }, { idle: 120 }, [], []],
    [
      'breaks a promise that the declared value keeps',
      { idle: 120 },
      { idle: 60 },
      ['error fail drift-breaks-no-promise public checkout -'],
      ['checkout'],
    ],
    ['keeps it all the same', { idle: 120 }, { idle: 110 }, ['warning fail live-matches-declared public - -'], []],
    [
      'breaks what the declared value breaks too',
      { idle: 50 },
      { idle: 60 },
      ['warning fail live-matches-declared public - -'],
      [],
    ],
    [
      'breaks it by a row of a group',
      { idle: 120, parameters: { statement_timeout: '120000' } },
      { idle: 120, parameters: { statement_timeout: '20000' } },
      ['error fail drift-breaks-no-promise pg checkout app_user'],
      ['checkout'],
    ],
    [
      'breaks it by a row that the document does not have',
      { idle: 120 },
      { idle: 120, parameters: { statement_timeout: '20000' } },
      ['error fail drift-breaks-no-promise pg checkout app_user'],
      ['checkout'],
    ],
    [
      'breaks it by a role',
      { idle: 120, role: '60000' },
      { idle: 120, role: '20s' },
      ['error fail drift-breaks-no-promise app_user checkout app_user'],
      ['checkout'],
    ],
    [
      'is overruled by the role',
      { idle: 120, role: '60000', parameters: { statement_timeout: '120000' } },
      { idle: 120, role: '1min', parameters: { statement_timeout: '20000' } },
      ['warning fail live-matches-declared pg - -'],
      [],
    ],
    [
      'breaks it by another group',
      { idle: 120 },
      { idle: 120, group: 'tight' },
      ['error fail drift-breaks-no-promise orders checkout app_user'],
      ['checkout'],
    ],
    [
      'attaches no group, which gives the same',
      { idle: 120 },
      { idle: 120, group: null },
      ['warning fail live-matches-declared orders - -'],
      [],
    ],
  ])('%s', (_, was, is, findings, breaks) => {
    const report = audit(was, is);
    expect(told(report)).toEqual(findings);
    expect(drift(report).rows.flatMap((row) => row.breaks)).toEqual(breaks);
    expect(drift(report).rows).toHaveLength(findings.length);
    expect(report.coverage.notes.filter(({ level }) => level === 'incomplete')).toEqual([]);
  });

  it('is judged as it is live, not as it was declared', () => {
    expect(audit({ idle: 120 }, { idle: 60 }).workloads[0]).toMatchObject({
      verdict: 'cut',
      cutAt: 60,
      cutBy: 'public',
    });
    expect(audit({ idle: 60 }, { idle: 120 }).workloads[0]).toMatchObject({ verdict: 'holds' });
  });

  it('is told with both values and what follows', () => {
    const broken = audit({ idle: 120 }, { idle: 60 }).findings.find(({ outcome }) => outcome === 'fail');
    expect(broken).toMatchObject({
      message:
        '`idle_timeout.timeout_seconds` of `public` is 60 s live and 2 min in state.json: callers get HTTP 504 at 60 s and the query runs on while a request of `checkout` may take 90 s',
      expected: '120',
      actual: 60,
      unit: 's',
      fix: { resource: 'public', setting: 'idle_timeout.timeout_seconds', value: 120 },
    });
    expect(broken?.fix?.note).toMatch(
      /^`terraform apply` does it as well; to keep 60 s, write it where `aws_lb.public` is declared/,
    );
    const harmless = audit({ idle: 120 }, { idle: 110 }).findings.find(({ outcome }) => outcome === 'fail');
    expect(harmless).toMatchObject({
      message:
        '`idle_timeout.timeout_seconds` of `public` is 110 s live and 2 min in state.json; every promise still holds',
      fix: {
        resource: 'aws_lb.public',
        setting: 'idle_timeout',
        value: 110,
        note: 'where 110 s is meant; else `terraform apply` brings back 2 min',
      },
    });
  });

  it('is set back to what is not set in words', () => {
    const report = audit({ idle: 120, group: null }, { idle: 120, group: 'tight' });
    expect(report.findings.find(({ outcome }) => outcome === 'fail')?.fix).toEqual({
      resource: 'orders',
      type: 'unset',
      setting: 'DBParameterGroups.DBParameterGroupName',
      value: "AWS's default group",
      note: '`terraform apply` does it as well; to keep `tight`, write it where `aws.orders` is declared, and change the promise',
    });
  });

  it('that may break a promise is unknown', () => {
    const net = (make: typeof declared, prefix: string, idle: number): readonly Fact[] => [
      make('nlb', `${prefix}nlb`, { ...at('nlb'), names: ['nlb'] }),
      make('listener', `${prefix}tcp`, {
        ...at('tcp'),
        settings: { protocol: 'TCP', tcp_idle_timeout: idle },
        links: { load_balancer: `${prefix}nlb` },
      }),
    ];
    const client = inline('client', 'client', 'app', { keepalive_idle: unknown('not shown', 'declare it') });
    const one = workload({ name: 'etl', path: [client, hop('nlb', 'nlb')], maxQueryDuration: 400 });
    const against = readingsOf(net(declared, 'aws.', 600));
    const report = judged([], [one], { readings: readingsOf(net(live, '', 350)), against, policies });
    expect(told(report)).toEqual([
      'warning fail live-matches-declared tcp - -',
      'error unknown drift-breaks-no-promise tcp etl -',
    ]);
  });

  it('that breaks what the declared one may break as well is unknown', () => {
    const net = (make: typeof declared, prefix: string, settings: Record<string, Json>): readonly Fact[] => [
      make('nlb', `${prefix}nlb`, { ...at('nlb'), names: ['nlb'] }),
      make('listener', `${prefix}tcp`, { ...at('tcp'), settings, links: { load_balancer: `${prefix}nlb` } }),
    ];
    const client = inline('client', 'client', 'app');
    const one = workload({
      name: 'etl',
      path: [client, hop('nlb', 'nlb'), inline('database', 'declared-database', 'pg', { keepalive_idle: null })],
      maxQueryDuration: 400,
    });
    // The 350 s of TCP_UDP have no verified source.
    const against = readingsOf(net(declared, 'aws.', { protocol: 'TCP_UDP' }));
    const readings = readingsOf(net(live, '', { protocol: 'TCP', tcp_idle_timeout: 300 }));
    const report = judged([], [one], { readings, against, policies });
    const found = report.findings.find(({ policy }) => policy === 'drift-breaks-no-promise');
    expect([report.workloads[0]?.verdict, found?.outcome]).toEqual(['cut', 'unknown']);
    expect(found?.message).toMatch(
      /the flow is forgotten at 5 min .*; whether the declared value keeps that cannot be told$/,
    );
  });

  it("counts the server's keepalive that held a connection open", () => {
    const chain = [probing(7200, 75), hop('nlb', 'nlb'), hop('database', 'orders')];
    const net = (make: typeof declared, prefix: string): readonly Fact[] => [
      make('nlb', `${prefix}nlb`, { ...at('nlb'), names: ['nlb'] }),
      make('listener', `${prefix}tcp`, {
        ...at('tcp'),
        settings: { protocol: 'TCP' },
        links: { load_balancer: `${prefix}nlb` },
      }),
    ];
    const keepalive = (idle: string): Record<string, string> => ({
      tcp_keepalives_idle: idle,
      tcp_keepalives_interval: '60',
    });
    const readings = readingsOf([...estate(live, '', { parameters: keepalive('7200') }), ...net(live, '')]);
    const against = readingsOf([
      ...estate(declared, 'aws.', { parameters: keepalive('60') }),
      ...net(declared, 'aws.'),
    ]);
    const report = judged([], [workload({ name: 'etl', path: chain, maxQueryDuration: 3600 })], {
      readings,
      against,
      policies,
    });
    expect(told(report)).toEqual(['error fail drift-breaks-no-promise pg etl -']);
    expect(report.findings[0]?.message).toMatch(
      /^`tcp_keepalives_idle` of `pg` is 2 h live and 60 s in state.json: the flow is forgotten at 350 s while a query of `etl` may take 1 h/,
    );
  });

  it('tells several values of one resource together, and what breaks a promise apart from what does not', () => {
    const both = { tcp_keepalives_count: '3', statement_timeout: '20000', transaction_timeout: '10000' };
    const report = audit({ idle: 120 }, { idle: 120, parameters: both });
    expect(told(report)).toEqual([
      'error fail drift-breaks-no-promise pg checkout app_user',
      'warning fail live-matches-declared pg - -',
    ]);
    expect(drift(report)).toMatchObject({ matched: 5, drifted: 1 });
    expect(drift(report).rows.map(({ attribute, breaks }) => [attribute, breaks])).toEqual([
      ['statement_timeout', ['checkout']],
      ['tcp_keepalives_count', []],
      // PostgreSQL 16 does not have it, so it ends nothing.
      ['transaction_timeout', []],
    ]);
  });
});

it('is told with one duration for every timer as well', () => {
  const { workloads, ...rest } = everyTimer(100);
  const report = audit({ idle: 120 }, { idle: 60 }, { configuration: { ...rest, workloads } });
  expect(told(report)).toContain('error fail drift-breaks-no-promise public every timer in view -');
});

describe('what a catalog says that the server runs', () => {
  it('is the changed value, and hides no broken promise', () => {
    const catalog: readonly Fact[] = [
      {
        ...live('catalog-server', 'catalog of orders', {
          source: 'catalog',
          document: 'live.json',
          settings: {
            name: 'orders',
            version: '16.4',
            databases: ['shop'],
            parameters: [
              {
                name: 'statement_timeout',
                unit: 'ms',
                setting: '20000',
                resetVal: '20000',
                bootVal: '0',
                source: 'configuration file',
                pendingRestart: false,
              },
            ],
          },
        }),
      },
    ];
    const report = audit(
      { idle: 120, parameters: { statement_timeout: '120000' } },
      { idle: 120, parameters: { statement_timeout: '20000' } },
      {},
      catalog,
    );
    expect(report.workloads[0]).toMatchObject({ verdict: 'cut', cutAt: 20 });
    expect(told(report)).toEqual(['error fail drift-breaks-no-promise pg checkout app_user']);
  });
});

describe('what only one side has', () => {
  it('is named', () => {
    const stray = live('proxy', 'stray', at('stray'));
    const report = audit({ idle: 120 }, { idle: 120 }, {}, [stray]);
    expect(told(report)).toEqual([]);
    expect(drift(report).rows).toMatchObject([{ is: 'not-declared', live: 'stray', declared: null, document: null }]);
  });

  it('is a finding where it was declared and is gone, and unknown where a call was denied', () => {
    const against = readingsOf([
      ...estate(declared, 'aws.', { idle: 120 }),
      declared('proxy', 'aws_db_proxy.orders', at('orders')),
    ]);
    expect(told(audit({}, { idle: 120 }, { against }))).toEqual([
      'warning fail live-matches-declared aws_db_proxy.orders - -',
    ]);
    const readings = readingsOf(estate(live, '', { idle: 120 })).map((one) => ({ ...one, views: [view('rds')] }));
    expect(told(audit({}, {}, { against, readings }))).toEqual([
      'warning unknown live-matches-declared aws_db_proxy.orders - -',
    ]);
  });
});

describe('a document of which nothing is live', () => {
  it.each<[string, readonly Fact[], RegExp]>([
    [
      'of another account',
      [
        declared('alb', 'aws_lb.x', {
          identity: { account: '999999999999', region: 'eu-west-1', identifier: 'public' },
        }),
      ],
      /^none of its 1 resources is among what was read live, so nothing was compared/,
    ],
    ['that is empty', [], /^it holds no resource, so nothing was compared/],
  ])('%s leaves the comparison incomplete', (_, facts, why) => {
    const against = [{ document: 'state.json', source: 'state' as const, facts, notes: [] }];
    const report = audit({}, { idle: 120 }, { against });
    const notes = report.coverage.notes.filter(({ level }) => level === 'incomplete');
    expect(notes).toMatchObject([{ what: 'state.json', why: expect.stringMatching(why) as string }]);
    expect(drift(report)).toMatchObject({ matched: 0, documents: [{ name: 'state.json', matched: 0 }] });
  });

  it('carries on what the document says of itself', () => {
    const against = readingsOf(estate(declared, 'aws.', { idle: 120 })).map((one) => ({
      ...one,
      notes: [{ what: 'state.json', why: 'it is a plan with errors', level: 'incomplete' as const }],
    }));
    expect(audit({}, { idle: 120 }, { against }).coverage.notes).toContainEqual({
      what: 'state.json',
      why: 'it is a plan with errors',
      level: 'incomplete',
    });
  });
});

describe('the report', () => {
  it('has no part for what was not asked', () => {
    const documents = judged(estate(declared, 'aws.', {}), [workload({ path: [] })], { policies });
    expect(Object.keys(documents)).not.toEqual(expect.arrayContaining(['drift']));
    expect(documents.judgedOn).toBeUndefined();
    expect(judged(estate(live, '', {}), [workload({ path: [] })], { policies }).judgedOn).toBe('2027-01-15');
  });

  it('counts what could not be compared, with the reason', () => {
    const open = unknown('is known only after apply', 'apply, then compare with the state');
    const against = readingsOf([
      declared('alb', 'aws_lb.public', { ...at('public'), settings: { idle_timeout: open } }),
    ]);
    expect(drift(audit({}, { idle: 120 }, { against })).notCompared).toEqual([
      { resource: 'public', attribute: 'idle_timeout.timeout_seconds', why: open.why, settles: open.settles },
    ]);
  });

  it('changes nothing of what it is given', () => {
    const freeze = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
        Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    const facts = freeze(estate(live, '', { idle: 60, parameters: { statement_timeout: '20000' }, group: 'tight' }));
    const against = freeze(readingsOf(estate(declared, 'aws.', { idle: 120, role: '60000' })));
    expect(drift(audit({}, {}, { against, readings: freeze(readingsOf(facts)) })).rows.length).toBeGreaterThan(1);
  });
});
