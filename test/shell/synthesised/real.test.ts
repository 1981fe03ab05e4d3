import path from 'node:path';
import * as cdk from 'aws-cdk-lib';
import { CfnLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as cdktf from 'cdktf';
import * as cdktn from 'cdktn';
import { Construct } from 'constructs';
import type { Report } from '../../../lib/core/report';
import { world, type World } from '../world';

type Judged = { readonly code: number; readonly err: string; readonly report: Report };

async function check(here: World, args: string): Promise<Judged> {
  const { code, out, err } = await here.run(`check ${args} --max-query-duration 90s -o json`);
  return { code, err, report: JSON.parse(out) as Report };
}

const documents = ({ report }: Judged): unknown =>
  report.coverage.documents.map(({ name, source, resources }) => [name, source, resources]);
const failed = ({ report }: Judged): unknown =>
  report.findings.filter(({ outcome }) => outcome === 'fail').map(({ policy, resource }) => [policy, resource]);

describe.each([
  ['cdktf', cdktf as unknown as typeof cdktn],
  ['cdktn', cdktn],
])('an app that %s has synthesised', (_, { App, TerraformResource, TerraformStack }) => {
  class Resource extends TerraformResource {
    constructor(
      scope: Construct,
      id: string,
      type: string,
      private readonly written: object,
    ) {
      super(scope, id, { terraformResourceType: type, terraformGeneratorMetadata: { providerName: 'aws' } });
    }
    protected override synthesizeAttributes(): { [name: string]: unknown } {
      return { ...this.written };
    }
  }

  /** Two stacks in a scope of their own, whose name an identifier may not hold: the second refers to the first. */
  function synthesised(): World {
    const here = world();
    const app = new App({ outdir: path.join(here.folder, 'cdktf.out'), skipValidation: true });
    const scope = new Construct(app, 'prod.eu env');
    const group = new Resource(new TerraformStack(scope, 'net'), 'group', 'aws_db_parameter_group', {
      name: 'ours',
      family: 'postgres16',
      parameter: [{ name: 'statement_timeout', value: '60000' }],
    });
    const shop = new TerraformStack(scope, 'shop');
    new Resource(shop, 'lb', 'aws_lb', { name: 'public', idle_timeout: 120 });
    new Resource(shop, 'orders', 'aws_db_instance', {
      identifier: 'orders',
      engine: 'postgres',
      engine_version: '16.4',
      parameter_group_name: group.getStringAttribute('name'),
    });
    app.synth();
    return here;
  }

  it('is judged with what one of its stacks says of the other', async () => {
    const judged = await check(synthesised(), 'cdktf.out');
    expect(documents(judged)).toEqual([
      ['cdktf.out/stacks/net/cdk.tf.json', 'cdktf', 1],
      ['cdktf.out/stacks/shop/cdk.tf.json', 'cdktf', 2],
    ]);
    expect([judged.code, judged.err]).toEqual([1, '']);
    expect(failed(judged)).toEqual([['statement-timeout-allows-query', 'aws_db_instance.orders']]);
  });

  it('is refused where it was written as HCL, and told how to write it', async () => {
    // What `cdktf synth --hcl` sets.
    process.env.SYNTH_HCL_OUTPUT = 'true';
    const here = synthesised();
    delete process.env.SYNTH_HCL_OUTPUT;
    const outcome = await here.run('check cdktf.out --max-query-duration 90s');
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toMatch(/^holdfast: cdktf\.out\/stacks\/net\/cdk\.tf: .*without `--hcl`/);
  });
});

describe('an app that the AWS CDK has synthesised', () => {
  const environment = { account: '123456789012', region: 'eu-west-1' };
  // Not what is tested, and slow.
  process.env.CDK_VALIDATION = 'false';

  /** As `node app.js` does it, or with what the command line tool asks for. */
  function synthesised(context: { [name: string]: unknown } = {}): World {
    const here = world();
    const app = new cdk.App({ outdir: path.join(here.folder, 'cdk.out'), context, analyticsReporting: false });
    for (const [scope, idle] of [
      [app, 120],
      [new cdk.Stage(app, 'Prod'), 60],
    ] as const) {
      const shop = new cdk.Stack(scope, 'Shop', { env: environment });
      new CfnLoadBalancer(shop, 'Lb', {
        type: 'application',
        loadBalancerAttributes: [{ key: 'idle_timeout.timeout_seconds', value: String(idle) }],
      });
      const parameters = { Timeout: idle === 60 ? '60000' : '120000' };
      const nested = new cdk.NestedStack(shop, 'Db', { parameters });
      const timeout = new cdk.CfnParameter(nested, 'Timeout');
      const group = new cdk.CfnResource(nested, 'Group', {
        type: 'AWS::RDS::DBParameterGroup',
        properties: {
          Description: 'ours',
          Family: 'postgres16',
          Parameters: { statement_timeout: timeout.valueAsString },
        },
      });
      new cdk.CfnResource(nested, 'Orders', {
        type: 'AWS::RDS::DBInstance',
        properties: { Engine: 'postgres', EngineVersion: '16.4', DBParameterGroupName: group.ref },
      });
    }
    app.synth();
    return here;
  }

  it.each<readonly [string, { [name: string]: unknown }]>([
    ['by itself', {}],
    ['under its command line tool', { 'aws:cdk:enable-asset-metadata': true, 'aws:cdk:enable-path-metadata': true }],
  ])('%s is judged with its stages and nested stacks', async (_, context) => {
    const judged = await check(synthesised(context), 'cdk.out');
    expect(documents(judged)).toEqual([
      ['cdk.out/Shop.template.json', 'template', 2],
      [expect.stringMatching(/^cdk\.out\/ShopDb\w+\.nested\.template\.json$/), 'template', 2],
      [expect.stringMatching(/^cdk\.out\/assembly-Prod\/ProdShop\w+\.template\.json$/), 'template', 2],
      [expect.stringMatching(/^cdk\.out\/assembly-Prod\/ProdShopDb\w+\.nested\.template\.json$/), 'template', 2],
    ]);
    expect([judged.code, judged.err]).toEqual([1, '']);
    // What the parent passes to the parameter of its nested stack counts: 120 s in one, 60 s in the other.
    expect(failed(judged)).toEqual([
      ['alb-idle-timeout-outlasts-query', expect.stringContaining('assembly-Prod/')],
      ['statement-timeout-allows-query', expect.stringContaining('assembly-Prod/')],
    ]);
  });

  // Only its command line tool has the AWS CDK write the paths into the templates.
  it('knows resources by the paths of their constructs', async () => {
    const here = synthesised();
    const path = [{ alb: 'Prod/Shop/Lb' }, { client: { name: 'api' } }, { database: 'Prod/Shop/Db/Orders' }];
    here.write(
      'holdfast.yaml',
      JSON.stringify({ version: 1, workloads: [{ name: 'w', maxQueryDuration: '90s', roles: [], path }] }),
    );
    const { code, out } = await here.run('check cdk.out -o json');
    const report = JSON.parse(out) as Report;
    const found = report.findings.find(({ policy }) => policy === 'alb-idle-timeout-outlasts-query');
    expect([code, found?.outcome, found?.locations[0]?.construct]).toEqual([1, 'fail', 'Prod/Shop/Lb']);
    expect(report.workloads.map(({ paths }) => paths.length)).toEqual([1]);
  });
});
