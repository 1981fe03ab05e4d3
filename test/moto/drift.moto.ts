import { DeleteDBInstanceCommand, DeleteDBProxyCommand } from '@aws-sdk/client-rds';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { dismiss, ownerOf, setInClusterGroup, setInGroup, type Owner } from './_account';
import { deskAt, type Desk } from './_command';
import {
  configuration,
  createShop,
  createWarehouse,
  setIdleTimeout,
  shopRegion,
  warehouseRegion,
  type Shop,
} from './_estate';
import { rowsOf, sorted, verdictsOf } from './_findings';
import { account, startMoto, type Moto } from './_moto';
import { shopState, warehouseState } from './_state';

const regions = ['--regions', `${shopRegion},${warehouseRegion}`];
const against = ['--against', 'shop.json', '--against', 'warehouse.json'];

describe('an account beside the states that it was created from', () => {
  let moto: Moto;
  let desk: Desk;
  let owners: { readonly shop: Owner; readonly warehouse: Owner };
  let shop: Shop;

  beforeAll(async () => {
    moto = await startMoto();
    owners = { shop: ownerOf(moto.url, shopRegion), warehouse: ownerOf(moto.url, warehouseRegion) };
    shop = await createShop(owners.shop);
    const warehouse = await createWarehouse(owners.warehouse);
    desk = deskAt(moto.url);
    desk.write('holdfast.yaml', configuration);
    desk.write('shop.json', shopState(shop));
    desk.write('warehouse.json', warehouseState(warehouse));
  });
  afterAll(async () => {
    Object.values(owners).forEach(dismiss);
    desk.remove();
    await moto.stop();
  });

  it('has not drifted at first: a default that is spelled out is the default that is not', async () => {
    const { report } = await desk.audit(...regions, ...against);
    expect(report.drift?.rows).toEqual([]);
    expect(report.drift?.notCompared).toEqual([]);
    expect(rowsOf(report, 'fail')).toEqual(
      sorted([
        ['alb-idle-timeout-outlasts-query', 'loadbalancer:internal', 'back-office', 60],
        ['statement-timeout-allows-query', `${warehouseRegion}:db:orders`, 'drill', 15],
      ]),
    );
  });

  it('is not compared where another account was read', async () => {
    const elsewhere = deskAt(moto.url, await credentialsOf('111111111111', moto.url));
    for (const [name, content] of [
      ['shop.json', shopState(shop)],
      ['holdfast.yaml', configuration],
    ] as const)
      elsewhere.write(name, content);
    const { code, report } = await elsewhere.audit(
      '--regions',
      shopRegion,
      '--against',
      'shop.json',
      '--workload',
      'checkout',
    );
    elsewhere.remove();
    expect(code).toBe(2);
    expect(report.drift?.rows).toEqual([]);
    const why = `${account} ${shopRegion} was not read`;
    const settles = `run the audit with the credentials of ${account} and --regions ${shopRegion}`;
    for (const resource of ['aws_lb.public', 'aws_db_proxy.orders-proxy', 'aws_db_instance.orders'])
      expect(report.drift?.notCompared).toContainEqual({ resource, attribute: null, why, settles });
  });

  describe('once it was changed behind its back', () => {
    let audited: Awaited<ReturnType<Desk['audit']>>;

    beforeAll(async () => {
      await desk.holdfast('collect', '--quiet', ...regions, '-o', 'before.json');
      await setIdleTimeout(owners.shop, shop.publicly, 60);
      await setInGroup(owners.shop, 'orders-pg16', { tcp_keepalives_idle: '90' });
      const values = { statement_timeout: '16200000', tcp_keepalives_idle: '7200' };
      await setInClusterGroup(owners.warehouse, 'warehouse-aurora16', values);
      await owners.shop.rds.send(
        new DeleteDBInstanceCommand({ DBInstanceIdentifier: 'legacy', SkipFinalSnapshot: true }),
      );
      await owners.warehouse.rds.send(new DeleteDBProxyCommand({ DBProxyName: 'reports-proxy' }));
      audited = await desk.audit(...regions, ...against);
    });

    it('breaks promises: what is live is judged', () => {
      expect(verdictsOf(audited.report)).toEqual({
        checkout: 'cut at 60 s by loadbalancer:public',
        'back-office': 'cut at 60 s by loadbalancer:internal',
        // The server's first probe comes an hour after the load balancer forgot the flow.
        'nightly-etl': 'cut at 3600 s by listener:warehouse-edge:5432',
        // Its proxy is gone.
        reports: 'unknown',
        drill: `cut at 15 s by ${warehouseRegion}:db:orders`,
      });
      expect(audited.code).toBe(1);
    });

    it('names every value that differs, declared and live, and the promises that it breaks', () => {
      const values = audited.report.drift?.rows.flatMap((row) => (row.is === 'value' ? [row] : [])) ?? [];
      expect(
        values
          .map((row) => [row.live, row.attribute, row.document, row.declaredValue, row.liveValue, row.breaks])
          .sort(),
      ).toEqual([
        ['cluster-pg:warehouse-aurora16', 'statement_timeout', 'warehouse.json', 18_000, 16_200, []],
        ['cluster-pg:warehouse-aurora16', 'tcp_keepalives_idle', 'warehouse.json', 120, 7200, ['nightly-etl']],
        [`${shopRegion}:pg:orders-pg16`, 'tcp_keepalives_idle', 'shop.json', 60, 90, []],
        ['loadbalancer:public', 'idle_timeout.timeout_seconds', 'shop.json', 120, 60, ['checkout']],
      ]);
    });

    it('fails with an error for what breaks a promise, and warns of the rest', () => {
      const failed = audited.report.findings.filter(
        ({ policy, outcome }) =>
          outcome === 'fail' && ['drift-breaks-no-promise', 'live-matches-declared'].includes(policy),
      );
      expect(
        failed.map(({ severity, resource, workload, actual }) => [severity, resource, workload, actual]).sort(),
      ).toEqual([
        ['error', 'cluster-pg:warehouse-aurora16', 'nightly-etl', 7200],
        ['error', 'loadbalancer:public', 'checkout', 60],
        // In Terraform's own words, since it is not live.
        ['warning', 'aws_db_proxy.reports-proxy', null, 'not live'],
        ['warning', 'cluster-pg:warehouse-aurora16', null, 16_200],
        ['warning', `${shopRegion}:pg:orders-pg16`, null, 90],
      ]);
      expect(failed.find(({ resource }) => resource === 'loadbalancer:public')?.message).toBe(
        '`idle_timeout.timeout_seconds` of `loadbalancer:public` is 60 s live and 2 min in shop.json: callers get HTTP 504 ' +
          'at 60 s and the query runs on while a request of `checkout` may take 90 s',
      );
    });

    it('is sure that something is gone only where all of its service was read', () => {
      // With its one proxy gone, nothing was left in the warehouse to ask moto for in vain.
      expect(audited.report.drift?.rows.filter((row) => row.is === 'not-live').map(({ declared }) => declared)).toEqual(
        ['aws_db_proxy.reports-proxy'],
      );
      expect(rowsOf(audited.report, 'unknown')).toContainEqual([
        'live-matches-declared',
        'aws_db_instance.legacy',
        null,
        null,
      ]);
    });

    it('holds in what was collected before', async () => {
      const { report } = await desk.audit('--collected', 'before.json', ...against);
      expect(report.drift?.rows).toEqual([]);
      expect(verdictsOf(report)).toMatchObject({ checkout: 'holds', 'nightly-etl': 'holds', reports: 'holds' });
    });
  });
});

/** Credentials of a role in another account of that server. */
async function credentialsOf(number: string, endpoint: string): Promise<NodeJS.ProcessEnv> {
  const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };
  const client = new STSClient({ region: shopRegion, endpoint, credentials });
  const role = { RoleArn: `arn:aws:iam::${number}:role/audit`, RoleSessionName: 'audit' };
  const { Credentials } = await client.send(new AssumeRoleCommand(role));
  client.destroy();
  return {
    AWS_ACCESS_KEY_ID: Credentials!.AccessKeyId,
    AWS_SECRET_ACCESS_KEY: Credentials!.SecretAccessKey,
    AWS_SESSION_TOKEN: Credentials!.SessionToken,
  };
}
