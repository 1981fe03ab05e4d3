import type { Finding, Report } from '../../lib/core/report';
import type { Collection } from '../../lib/read/collection/collection';
import type { Io } from '../../lib/shell/io';
import { withEnvironment } from '../shell/aws/server/environment';
import { startAws, type Aws, type Options } from '../shell/aws/server/start';
import { deadPort } from '../shell/postgres/_servers';
import { world, type Outcome, type World } from '../shell/world';
import { describePostgres, startPostgres, type Postgres } from '../postgres/start-postgres';
import { findingsOf, verdictsOf } from './_command';
import { configuration, declared, region, roles, secretsOfAws, state, type Values } from './_live';

const auditor = { user: 'auditor', password: 's3cret-of-the-auditor' };

const reportOf = ({ out }: Outcome): Report => JSON.parse(out) as Report;

/** What a resource of the state is called live. */
const liveNames: Readonly<Record<string, string>> = {
  'aws_db_instance.orders': 'db:shop-orders',
  'aws_db_parameter_group.orders': 'pg:shop-pg18',
  'aws_db_proxy.orders': 'db-proxy:shop-orders-proxy',
  'aws_db_proxy_default_target_group.orders': 'target-group:shop-orders-proxy/default',
  'aws_ecs_service.api': 'service:shop-api',
  'aws_lb.public': 'loadbalancer:shop-public',
  'aws_lb.etl': 'loadbalancer:shop-etl',
  'aws_lb_listener.etl': 'listener:shop-etl:5432',
  'aws_lb_target_group.web': 'targetgroup:shop-web',
  'aws_lb_target_group.etl': 'targetgroup:shop-etl',
  'postgresql_role.app_user': 'app_user',
  'postgresql_role.etl_nightly': 'etl_nightly',
};

/** What was found, whatever the resources are called, without what only an account shows. */
function judged({ findings }: Report): readonly unknown[] {
  return findings
    .filter(({ policy }) => policy !== 'parameter-is-applied')
    .map(({ policy, severity, outcome, workload, role, resource, actual, unit, expected }: Finding) =>
      JSON.stringify([
        policy,
        severity,
        outcome,
        workload,
        role,
        liveNames[resource] ?? resource,
        actual,
        unit,
        expected,
      ]),
    )
    .sort();
}

describePostgres('an audit of a live estate', () => {
  let server: Postgres;
  let aws: Aws;
  let here: World;

  beforeAll(async () => {
    const settings = { statement_timeout: '60s', tcp_keepalives_idle: '60', tcp_keepalives_interval: '10' };
    server = await startPostgres({ settings });
    await server.sql('CREATE DATABASE orders');
    await server.sql(roles);
  }, 60_000);
  afterAll(() => server.stop());

  beforeEach(() => {
    here = world();
    here.write('holdfast.yaml', configuration);
    here.write('state.json', state());
  });
  afterEach(() => aws.close());

  /** Runs a command line against the stand-in for AWS and the real server. */
  async function holdfast(
    args: string,
    { values = declared, change = {}, ...options }: Options & { values?: Values; change?: Partial<Io> } = {},
  ): Promise<Outcome> {
    aws = await startAws({ estate: { 'eu-west-1': region(values) }, ...options });
    return withEnvironment({ ...aws.env, AWS_SESSION_TOKEN: 's3cret-session-token' }, () =>
      here.run(args, { env: { HOME: '/nowhere' }, ...change }),
    );
  }
  const live = (): string => `--regions eu-west-1 --postgres shop-orders=${server.url(auditor, 'orders')}`;

  it('holds where every promise is kept, and everything was read', async () => {
    const outcome = await holdfast(`audit ${live()} -o json`);
    expect(verdictsOf(reportOf(outcome))).toEqual({ 'checkout-api': 'holds', 'nightly-etl': 'holds' });
    expect(findingsOf(reportOf(outcome), 'fail')).toEqual([]);
    expect(reportOf(outcome).coverage.notes.filter(({ level }) => level !== 'info')).toEqual([]);
    expect(outcome.code).toBe(0);
  });

  it('finds what a state of the same estate gives', async () => {
    const outcome = await holdfast(`audit ${live()} -o json`);
    const checked = await here.run('check state.json -o json');
    expect(judged(reportOf(outcome))).toEqual(judged(reportOf(checked)));
    expect(verdictsOf(reportOf(outcome))).toEqual(verdictsOf(reportOf(checked)));
  });

  it('sees no drift where nothing was changed', async () => {
    const outcome = await holdfast(`audit ${live()} --against state.json -o json`);
    expect(outcome.code).toBe(0);
    const { drift } = reportOf(outcome);
    expect(drift?.rows).toEqual([]);
    expect(drift?.matched).toBeGreaterThan(10);
  });

  it('says declared, live and promised of a value that was changed behind its back', async () => {
    const outcome = await holdfast(`audit ${live()} --against state.json -o json`, {
      values: { ...declared, idleTimeout: 60 },
    });
    expect(outcome.code).toBe(1);
    const report = reportOf(outcome);
    expect(verdictsOf(report)['checkout-api']).toBe('cut at 60 by loadbalancer:shop-public in query');
    expect(report.drift?.rows).toMatchObject([
      {
        is: 'value',
        live: 'loadbalancer:shop-public',
        declared: 'aws_lb.public',
        document: 'state.json',
        liveValue: 60,
        declaredValue: 120,
        unit: 's',
        breaks: ['checkout-api'],
      },
    ]);
    const [told] = report.findings.filter(({ message }) => message.includes('state.json'));
    expect(told).toMatchObject({ outcome: 'fail', severity: 'error', resource: 'loadbalancer:shop-public' });
    for (const part of ['60 s', '2 min', 'checkout-api', '90 s']) expect(told?.message).toContain(part);
  });

  it('calls a change harmless that breaks no promise', async () => {
    const outcome = await holdfast(`audit ${live()} --against state.json -o json`, {
      values: { ...declared, idleTimeout: 180 },
    });
    expect(outcome.code).toBe(0);
    const report = reportOf(outcome);
    expect(report.drift?.rows).toMatchObject([{ liveValue: 180, declaredValue: 120, breaks: [] }]);
    const [told] = report.findings.filter(({ message }) => message.includes('state.json'));
    expect(told).toMatchObject({ outcome: 'fail', severity: 'warning' });
  });

  it('sees what a role sets in the catalog', async () => {
    await server.sql("ALTER ROLE app_user SET statement_timeout = '20s'");
    try {
      const outcome = await holdfast(`audit ${live()} --against state.json -o json`);
      expect(outcome.code).toBe(1);
      expect(verdictsOf(reportOf(outcome))['checkout-api']).toBe('cut at 20 by db:shop-orders in query');
      expect(reportOf(outcome).drift?.rows).toMatchObject([
        { liveValue: 20, declaredValue: 45, breaks: ['checkout-api'] },
      ]);
    } finally {
      await server.sql("ALTER ROLE app_user SET statement_timeout = '45s'");
    }
  });

  it('says what changed since an earlier report', async () => {
    const before = await holdfast(`audit ${live()} -o json=before.json --quiet`);
    await aws.close();
    const after = await holdfast(`audit ${live()} --since before.json -o json`, {
      values: { ...declared, idleTimeout: 60 },
    });
    expect([before.code, after.code]).toEqual([0, 1]);
    expect(reportOf(after).since).toMatchObject({
      day: '2026-11-22',
      newFailures: [{ policy: 'alb-idle-timeout-outlasts-query', resource: 'loadbalancer:shop-public' }],
      goneFailures: [],
      verdicts: [{ workload: 'checkout-api', from: 'holds', to: 'cut' }],
    });
  });

  it.each([
    ['DescribeLoadBalancerAttributes', 'elasticloadbalancing:DescribeLoadBalancerAttributes'],
    ['DescribeDBParameters', 'rds:DescribeDBParameters'],
    ['DescribeDBInstances', 'rds:DescribeDBInstances'],
  ])('exits 2 and names the permission where %s is denied', async (action, permission) => {
    const outcome = await holdfast(`audit ${live()}`, { faults: [{ action, does: 'denies' }] });
    expect(outcome.code).toBe(2);
    expect(outcome.out).toContain(permission);
    expect(outcome.err).toContain(permission);
  });

  it('exits 2 where a catalog cannot be read, and judges the rest', async () => {
    const dead = `shop-orders=postgres://auditor:s3cret-of-the-auditor@127.0.0.1:${String(await deadPort())}/orders`;
    const outcome = await holdfast(`audit --regions eu-west-1 --postgres ${dead} --workload checkout-api -o json`);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('exit 2: ');
    expect(reportOf(outcome).findings.some(({ outcome: one }) => one === 'pass')).toBe(true);
  });

  it('judges what was read at Ctrl-C, says that it is not all, and exits 2', async () => {
    let press = (): void => undefined;
    const onInterrupt: Io['onInterrupt'] = (listener) => {
      press = listener;
      return () => undefined;
    };
    const outcome = await holdfast(`audit ${live()} --save live.json`, {
      faults: [{ api: 'lambda', does: 'hangs' }],
      onCall: (_, calls) => {
        // Late, when load balancers have been read.
        if (
          calls.some(({ api }) => api === 'lambda') &&
          calls.some(({ action }) => action === 'DescribeDBProxyTargets')
        )
          press();
      },
      change: { onInterrupt },
    });
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('holdfast: interrupted; ');
    expect((JSON.parse(here.read('live.json')) as Collection).complete).toBe(false);
    expect(outcome.out).toContain('interrupted');
  });

  it.each([
    ['collect', ''],
    ['collect', '-o live.json --quiet'],
    ['audit', '--verbose'],
    ['audit', '-o json --against state.json --save live.json'],
    ['audit', '--verbose --against state.json'],
  ])('shows no secret at any verbosity: %s %s', async (command, more) => {
    const address = `127.0.0.1:${String(server.port)}`;
    const wrong = `ledger=postgres://auditor:s3cret-of-the-url@${address}/orders?sslpassword=s3cret-of-the-query`;
    const env = {
      HOME: '/nowhere',
      PGPASSWORD: 's3cret-of-the-app',
      HOLDFAST_POSTGRES: `shop-orders=host=127.0.0.1 port=${String(server.port)} user=app_user dbname=orders`,
    };
    const options = { faults: [{ action: 'DescribeDBProxyTargets', does: 'denies' as const }], change: { env } };
    const byFlag = await holdfast(`${command} ${live()} --postgres ${wrong} ${more}`, options);
    const { AWS_SECRET_ACCESS_KEY = '', AWS_ACCESS_KEY_ID = '' } = aws.env;
    await aws.close();
    const byVariable = await holdfast(`${command} --regions eu-west-1 ${more}`, options);
    const saved = more.includes('live.json') ? [here.read('live.json')] : [];
    const seen = [byFlag, byVariable].flatMap(({ out, err }) => [out, err]);
    const all = [...seen, ...saved].join('\n');
    expect([byFlag.code, byVariable.code]).toEqual([2, 2]);
    expect(all).toContain('DescribeDBProxyTargets');
    for (const secret of [...secretsOfAws, 's3cret', AWS_SECRET_ACCESS_KEY, AWS_ACCESS_KEY_ID]) {
      expect(all).not.toContain(secret);
    }
  });
});
