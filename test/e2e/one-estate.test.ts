import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding, Report } from '../../lib/core/report';
import { check, configuration, findingOf, holdfast, sorted, verdictsOf, type Judged } from './_command';

const fileOf = (name: string): string => path.join(__dirname, 'one-estate', `${name}.json`);
const judged = (...names: readonly string[]): Promise<Judged> =>
  check(
    'one-estate',
    names.map((name) => `${name}=${fileOf(name)}`),
  );

/** What the account calls the resources of the state. */
const live: Readonly<Record<string, string>> = {
  'aws_lb.public': 'loadbalancer:public',
  'aws_lb_target_group.api': 'targetgroup:api',
  'aws_ecs_service.api': 'service:api',
  'aws_db_proxy.orders': 'db-proxy:orders',
  'aws_db_proxy_default_target_group.orders': 'target-group:orders/default',
  'aws_db_parameter_group.orders': 'pg:orders-pg16',
  'aws_db_instance.orders': 'db:orders',
  'aws_lb.warehouse': 'loadbalancer:warehouse',
  'aws_lb_listener.warehouse': 'listener:warehouse:5432',
  'aws_lb_target_group.warehouse': 'targetgroup:warehouse',
  'aws_rds_cluster_parameter_group.warehouse': 'cluster-pg:warehouse',
  'aws_rds_cluster.warehouse': 'cluster:warehouse',
  'aws_rds_cluster_instance.one': 'db:warehouse-1',
  'aws_rds_cluster_instance.two': 'db:warehouse-2',
  'aws_nat_gateway.out': 'natgateway:nat-0a1b2c3d4e5f60718',
  'aws_networkfirewall_firewall.inspection': 'firewall:inspection',
  'aws_networkfirewall_firewall_policy.strict': 'firewall-policy:strict',
  'aws_elb.legacy': 'loadbalancer-classic:legacy',
  'aws_db_instance.ledger': 'db:ledger',
};
const inAccount = (resource: string): string => live[resource] ?? resource;

type Row = readonly [...(string | null)[], outcome: Finding['outcome'], actual: Finding['actual']];
const rowsOf = ({ findings }: Report, named = (resource: string): string => resource): readonly Row[] =>
  sorted(
    findings.map(({ policy, resource, workload, role, outcome, actual }): Row => [
      policy,
      named(resource),
      workload,
      role,
      outcome,
      typeof actual === 'string' ? named(actual) : actual,
    ]),
  );

describe('one estate as a state and as what an account answered', () => {
  it('has the same findings, but for what only the account knows', async () => {
    const [state, collected] = await Promise.all([judged('state'), judged('collected')]);
    expect([state.code, collected.code]).toEqual([1, 1]);
    const [applied, others] = [true, false].map((is) =>
      rowsOf(collected.report).filter(([policy]) => (policy === 'parameter-is-applied') === is),
    );
    expect(others).toEqual(rowsOf(state.report, inAccount));
    expect(others).toHaveLength(29);
    // One for each database that a workload queries.
    expect(applied?.map((row) => row.at(-2))).toEqual(Array.from({ length: 5 }, () => 'pass'));
    expect(collected.report.coverage.judged).toEqual(state.report.coverage.judged.map(inAccount));
    expect(collected.report.coverage.documents).toEqual([{ name: 'collected', source: 'account', resources: 21 }]);
  });

  it('has the same verdicts, worked out by hand', async () => {
    const { report } = await judged('collected');
    expect(verdictsOf(report)).toEqual({
      // A request may take 90 s, and the load balancer waits 60 s for a byte.
      checkout: 'cut at 60 by loadbalancer:public in query',
      // The client probes every 400 s and the cluster's group has the server do so too: the listener forgets at 350 s.
      etl: 'cut at 350 by listener:warehouse:5432 in query',
      // 6 min of silence, and the classic load balancer closes at 4 min.
      reports: 'cut at 240 by loadbalancer-classic:legacy in query',
      // RDS probes every 300 s, and the firewall forgets at 120 s.
      audit: 'cut at 120 by firewall-policy:strict in query',
    });
  });

  it('says what to change in the language of its source', async () => {
    const out = async (name: string): Promise<string> =>
      (await holdfast(['check', '-c', configuration('one-estate'), fileOf(name), '--no-color'])).out;
    const [state, collected] = [await out('state'), await out('collected')];
    expect(state).toContain('idle_timeout = 91');
    expect(state).not.toContain('aws elbv2');
    expect(collected).toContain(
      'aws elbv2 modify-load-balancer-attributes --load-balancer-arn arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/public/50dc6c495c0c9188 --attributes Key=idle_timeout.timeout_seconds,Value=91 --region eu-west-1',
    );
    expect(collected).toContain(
      'aws rds modify-db-proxy --db-proxy-name orders --idle-client-timeout 601 --region eu-west-1',
    );
    // Its group is a default one, which cannot be changed.
    expect(collected).toContain(
      'aws rds modify-db-instance --db-instance-identifier ledger --db-parameter-group-name ledger-parameters --region eu-west-1',
    );
    expect(collected).not.toContain('resource "');
  });

  it('names in the fix what a command takes', async () => {
    const { report } = await judged('collected');
    expect(findingOf(report, 'proxy-borrow-timeout-fits', 'checkout').fix).toMatchObject({
      resource: 'target-group:orders/default',
      type: 'rds:target-group',
      setting: 'ConnectionPoolConfig.ConnectionBorrowTimeout',
      identity: {
        arn: 'arn:aws:rds:eu-west-1:123456789012:target-group:prx-tg-0a1b2c3d4e5f60718',
        account: '123456789012',
        region: 'eu-west-1',
        identifier: 'orders',
      },
    });
  });
});

describe('a call that was denied', () => {
  const denied = (
    action: string,
    subject: string | null,
    change: (resource: Collected) => Collected | null,
  ): Uint8Array => {
    const body = JSON.parse(readFileSync(fileOf('collected'), 'utf8')) as {
      regions: [{ resources: Collected[]; failed: unknown[] }];
    };
    const [region] = body.regions;
    const [service, name] = action.split(':');
    region.failed = [{ service, action: name, subject, why: 'denied', message: 'not authorized' }];
    region.resources = region.resources.flatMap((resource) => change(resource) ?? []);
    return Buffer.from(JSON.stringify(body));
  };
  type Collected = { type: string; answer: { [field: string]: unknown }; unread: { [field: string]: number } };
  const piped = async (bytes: Uint8Array, ...more: readonly string[]): Promise<{ code: number; report: Report }> => {
    const { code, out } = await holdfast(
      ['check', '-o', 'json', '-c', configuration('one-estate'), '-', ...more],
      bytes,
    );
    return { code, report: JSON.parse(out) as Report };
  };

  it('leaves the load balancer unknown, and exits 2 as far as nothing else failed', async () => {
    const bytes = denied('elasticloadbalancing:DescribeLoadBalancerAttributes', 'x', (resource) => {
      if (resource.answer.LoadBalancerName !== 'public') return resource;
      const { LoadBalancerAttributes: _, ...answer } = resource.answer;
      return { ...resource, answer, unread: { LoadBalancerAttributes: 0 } };
    });
    const { code, report } = await piped(bytes, '--policy', 'alb-*');
    expect(code).toBe(2);
    expect(findingOf(report, 'alb-idle-timeout-outlasts-query', 'checkout')).toMatchObject({
      outcome: 'unknown',
      settles: expect.stringContaining('allow elasticloadbalancing:DescribeLoadBalancerAttributes') as string,
    });
    expect(report.workloads[0]).toMatchObject({ name: 'checkout', verdict: 'unknown' });
  });

  it('leaves the rows of a group unknown, and with them what a role gets that sets nothing itself', async () => {
    const bytes = denied('rds:DescribeDBClusterParameters', 'warehouse', (resource) => {
      if (resource.type !== 'rds:cluster-pg') return resource;
      const { Parameters: _, ...answer } = resource.answer;
      return { ...resource, answer, unread: { Parameters: 0 } };
    });
    const { code, report } = await piped(bytes, '--workload', 'etl', '--policy', 'nlb-*');
    expect(code).toBe(2);
    // Whether the server probes before 350 s is not known, and the client does not.
    expect(findingOf(report, 'nlb-idle-timeout-is-kept-alive', 'etl').outcome).toBe('unknown');
  });

  it('is named where a whole list was denied', async () => {
    const bytes = denied('rds:DescribeDBProxies', null, (resource) =>
      ['rds:db-proxy', 'rds:target-group'].includes(resource.type) ? null : resource,
    );
    const { report } = await piped(bytes);
    expect(report.coverage.notes).toContainEqual({
      what: '123456789012 eu-west-1',
      why: 'rds:DescribeDBProxies was denied, so no RDS proxies were read; allow rds:DescribeDBProxies to the role that reads, and collect again',
      level: 'incomplete',
    });
  });
});
