// What a program with the AWS CDK writes: it has to compile and to fail at the load balancer that cuts the query.
import { App, Aspects, Stack, Validations } from 'aws-cdk-lib';
import { CfnLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { CfnDBInstance } from 'aws-cdk-lib/aws-rds';
import { QuerySlaAspect, QuerySlaValidation } from 'holdfast/aws-cdk';

const config = {
  version: 1,
  workloads: [
    {
      name: 'checkout-api',
      maxQueryDuration: '90s',
      path: [{ alb: 'Shop/Public' }, { client: { name: 'api' } }, { database: 'Shop/Orders' }],
    },
  ],
};

function program(idleTimeout: number): App {
  const app = new App({ outdir: 'cdk.out', analyticsReporting: false });
  const stack = new Stack(app, 'Shop');
  new CfnLoadBalancer(stack, 'Public', {
    type: 'application',
    loadBalancerAttributes: [{ key: 'idle_timeout.timeout_seconds', value: String(idleTimeout) }],
  });
  new CfnDBInstance(stack, 'Orders', { engine: 'postgres', engineVersion: '16.4' });
  return app;
}

/** The error annotations of a program with the aspect. */
function errors(app: App): readonly string[] {
  Aspects.of(app).add(new QuerySlaAspect({ config }));
  const { messages } = app.synth().getStackByName('Shop');
  return messages.filter(({ level }) => level === 'error').map(({ id, entry }) => `${id}: ${String(entry.data)}`);
}

const [said = 'nothing', ...more] = errors(program(60));
if (more.length > 0 || !/Shop\/Public[^]*60 s[^]*90 s/.test(said)) {
  throw new Error(`the annotations say: ${[said, ...more].join('\n')}`);
}
const unexpected = errors(program(91));
if (unexpected.length > 0) throw new Error(`the annotations say: ${unexpected.join('\n')}`);

/** Whether the synth of a program with the validation succeeds. */
function succeeds(app: App): boolean {
  Validations.of(app).addPlugins(new QuerySlaValidation({ config }));
  try {
    app.synth();
    return true;
  } catch {
    return false;
  }
}

if (succeeds(program(60))) throw new Error('the validation lets 60 s pass');
if (!succeeds(program(91))) throw new Error('the validation does not let 91 s pass');
