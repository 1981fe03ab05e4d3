import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Collection } from '../../lib/read/collection/collection';
import { dismiss, ownerOf, password } from './_account';
import { deskAt, type Desk } from './_command';
import { configuration, createShop, createWarehouse, shopRegion, warehouseRegion } from './_estate';
import { rowsOf, sorted, unanswered, verdictsOf, type Row } from './_findings';
import { account, startMoto, type Moto } from './_moto';

const regions = ['--regions', `${shopRegion},${warehouseRegion}`];

/** What moto does not do. Each costs its own part, and no more. */
const notDone = [
  `${account} ${shopRegion} network-firewall:ListFirewallPolicies`,
  `${account} ${shopRegion} rds:DescribeDBProxyEndpoints`,
  `${account} ${warehouseRegion} network-firewall:ListFirewallPolicies`,
  `${account} ${warehouseRegion} rds:DescribeDBProxyEndpoints`,
];

describe('an account with two Regions', () => {
  let moto: Moto;
  let desk: Desk;
  let audited: Awaited<ReturnType<Desk['audit']>>;

  beforeAll(async () => {
    moto = await startMoto();
    const owners = [shopRegion, warehouseRegion].map((region) => ownerOf(moto.url, region));
    await createShop(owners[0]!);
    await createWarehouse(owners[1]!);
    owners.forEach(dismiss);
    desk = deskAt(moto.url);
    desk.write('holdfast.yaml', configuration);
    audited = await desk.audit('-c', 'holdfast.yaml', ...regions);
  });
  afterAll(async () => {
    desk.remove();
    await moto.stop();
  });

  it('is judged: two promises are cut, by a default that the load balancer does not even name, and by a parameter', () => {
    expect(verdictsOf(audited.report)).toEqual({
      checkout: 'holds',
      'back-office': 'cut at 60 s by loadbalancer:internal',
      'nightly-etl': 'holds',
      reports: 'holds',
      drill: `cut at 15 s by ${warehouseRegion}:db:orders`,
    });
    expect(rowsOf(audited.report, 'fail')).toEqual(
      sorted([
        ['alb-idle-timeout-outlasts-query', 'loadbalancer:internal', 'back-office', 60],
        ['statement-timeout-allows-query', `${warehouseRegion}:db:orders`, 'drill', 15],
      ]),
    );
    // An outright failure counts more than what could not be read.
    expect(audited.code).toBe(1);
  });

  it('knows nothing for sure only where no verified source names a default', () => {
    // max_standby_streaming_delay of the one Aurora instance that is no writer.
    expect(rowsOf(audited.report, 'unknown')).toEqual(
      sorted([
        ['reader-conflict-outlasts-query', 'db:warehouse-2', 'nightly-etl', null],
        ['reader-conflict-outlasts-query', 'db:warehouse-2', 'reports', null],
      ]),
    );
  });

  it.each<Row>([
    ['alb-idle-timeout-outlasts-query', 'loadbalancer:public', 'checkout', 120],
    ['statement-timeout-allows-query', `${shopRegion}:db:orders`, 'checkout', 60],
    ['statement-timeout-allows-query', `${shopRegion}:db:orders`, 'back-office', 60],
    ['proxy-idle-timeout-outlasts-idle', 'db-proxy:orders-proxy', 'checkout', 1800],
    ['proxy-borrow-timeout-fits', 'db-proxy:orders-proxy', 'checkout', 30],
    ['target-group-drains-after-query', 'targetgroup:public', 'checkout', 300],
    ['parameter-is-applied', `${shopRegion}:db:orders`, 'checkout', 'in sync'],
    // The server's probes every 120 s keep a flow alive that is forgotten after an hour of silence.
    ['nlb-idle-timeout-is-kept-alive', 'listener:warehouse-edge:5432', 'nightly-etl', 3600],
    // A cluster is all of its instances, and its group is theirs.
    ['statement-timeout-allows-query', 'db:warehouse-1', 'nightly-etl', 18_000],
    ['statement-timeout-allows-query', 'db:warehouse-2', 'nightly-etl', 18_000],
    ['statement-timeout-allows-query', 'db:warehouse-1', 'reports', 18_000],
    ['statement-timeout-allows-query', 'db:warehouse-2', 'reports', 18_000],
    ['proxy-idle-timeout-outlasts-idle', 'db-proxy:reports-proxy', 'reports', 1800],
  ])('%s holds on %s for %s with %s', (...row) => {
    expect(rowsOf(audited.report, 'pass')).toContainEqual(row);
  });

  it('keeps the Regions apart: two databases of one name have two groups of one name', () => {
    const groups = audited.report.findings.filter(({ policy }) => policy === 'parameter-is-valid');
    expect(groups.map(({ resource, outcome }) => [resource, outcome]).sort()).toEqual([
      ['cluster-pg:warehouse-aurora16', 'pass'],
      [`${shopRegion}:pg:orders-pg16`, 'pass'],
      [`${warehouseRegion}:pg:orders-pg16`, 'pass'],
    ]);
  });

  it('says what no path uses and which calls gave no answer', () => {
    expect(audited.report.coverage.onNoPath).toEqual(['db:legacy']);
    expect(unanswered(audited.report, 'incomplete')).toEqual(notDone);
    // What it would have answered is documented, so nothing is missing.
    expect(unanswered(audited.report, 'info')).toEqual([
      `${account} ${shopRegion} rds:DescribeEngineDefaultParameters`,
    ]);
  });

  it('exits with 2 where all that was judged holds and those calls gave no answer', async () => {
    const holding = ['checkout', 'nightly-etl', 'reports'].flatMap((name) => ['--workload', name]);
    const { code, err, report } = await desk.audit(...regions, ...holding);
    expect(rowsOf(report, 'fail')).toEqual([]);
    expect(code).toBe(2);
    for (const call of notDone) expect(err).toContain(`exit 2: ${call.replace(/ (?=\S+$)/, ': ')} failed`);
  });

  it('reads one Region alone, where the name is then enough', async () => {
    const { report } = await desk.audit('--regions', warehouseRegion, '--workload', 'drill');
    expect(verdictsOf(report)).toEqual({ drill: 'cut at 15 s by db:orders' });
    expect(unanswered(report, 'incomplete')).toEqual(notDone.slice(2));
  });

  it('is collected into one document without secrets, which is judged alike', async () => {
    const collected = await desk.holdfast('collect', '--quiet', ...regions, '-o', 'live.json');
    expect(collected.code).toBe(2);
    const text = readFileSync(path.join(desk.folder, 'live.json'), 'utf8');
    const { complete, regions: read } = JSON.parse(text) as Collection;
    expect(complete).toBe(true);
    expect(read.map((one) => [one.account, one.region, count(one)])).toEqual([
      [
        account,
        shopRegion,
        {
          'elasticloadbalancing:listener': 2,
          'elasticloadbalancing:loadbalancer': 2,
          'elasticloadbalancing:targetgroup': 2,
          'rds:db': 2,
          'rds:db-proxy': 1,
          'rds:pg': 2,
          'rds:target-group': 1,
        },
      ],
      [
        account,
        warehouseRegion,
        {
          'elasticloadbalancing:listener': 1,
          'elasticloadbalancing:loadbalancer': 1,
          'elasticloadbalancing:targetgroup': 1,
          'rds:cluster': 1,
          'rds:cluster-pg': 1,
          'rds:db': 3,
          'rds:db-proxy': 1,
          'rds:pg': 2,
          'rds:target-group': 1,
        },
      ],
    ]);
    for (const secret of [password, 'MasterUsername', 'secretsmanager']) expect(text).not.toContain(secret);
    const { code, out } = await desk.holdfast('check', '-o', 'json', 'live.json');
    expect(code).toBe(1);
    expect(rowsOf(JSON.parse(out) as typeof audited.report, 'fail')).toEqual(rowsOf(audited.report, 'fail'));
  });
});

function count({ resources }: Collection['regions'][number]): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const { type } of resources) counted[type] = (counted[type] ?? 0) + 1;
  return counted;
}
