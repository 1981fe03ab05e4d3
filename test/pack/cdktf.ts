// What a program with CDKTF, or CDK Terrain in its place, writes: it has to compile and to fail at the load balancer that cuts
// the query.
import { App, Aspects, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { QuerySlaAspect, applyTo, checkStack } from 'holdfast/cdktf';

type Attributes = { readonly [name: string]: string | number };

class Provider extends TerraformProvider {
  constructor(scope: Construct) {
    super(scope, 'aws', { terraformResourceType: 'aws', terraformGeneratorMetadata: { providerName: 'aws' } });
  }
}

class Resource extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    type: string,
    private readonly attributes: Attributes,
  ) {
    super(scope, id, { terraformResourceType: type, terraformGeneratorMetadata: { providerName: 'aws' } });
  }

  protected override synthesizeAttributes(): Attributes {
    return this.attributes;
  }
}

const config = {
  version: 1,
  workloads: [
    {
      name: 'checkout-api',
      maxQueryDuration: '90s',
      path: [{ alb: 'aws_lb.public' }, { client: { name: 'api' } }, { database: 'aws_db_instance.orders' }],
    },
  ],
};

function program(idleTimeout: number): { readonly app: App; readonly stack: TerraformStack } {
  const app = new App({ outdir: 'cdktf.out' });
  const stack = new TerraformStack(app, 'shop');
  new Provider(stack);
  new Resource(stack, 'public', 'aws_lb', { load_balancer_type: 'application', idle_timeout: idleTimeout });
  new Resource(stack, 'orders', 'aws_db_instance', { engine: 'postgres', engine_version: '16.4' });
  return { app, stack };
}

/** What the synth of a program says; empty where it succeeds. */
function complaint(app: App): string {
  try {
    app.synth();
    return '';
  } catch (error) {
    return String(error);
  }
}

const failing = program(60);
Aspects.of(failing.stack).add(new QuerySlaAspect({ config }));
const said = complaint(failing.app);
if (!/shop\/public[^]*idle_timeout[^]*60 s[^]*90 s/.test(said)) throw new Error(`the synth says: ${said}`);

const holding = program(91);
applyTo(holding.app, Aspects, { config });
const unexpected = complaint(holding.app);
if (unexpected !== '') throw new Error(`the synth says: ${unexpected}`);
const { verdict } = checkStack(holding.stack, { config }).workloads[0] ?? { verdict: 'none' };
if (verdict !== 'holds') throw new Error(`the verdict is ${verdict}`);
