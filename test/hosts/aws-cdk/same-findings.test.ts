import path from 'node:path';
import { App, Aspects, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import { QuerySlaAspect } from '../../../lib/hosts/aws-cdk/query-sla-aspect';
import { QuerySlaValidation } from '../../../lib/hosts/aws-cdk/query-sla-validation';
import { judge, rulesOf } from '../../../lib/hosts/judge';
import { kinds } from '../../../lib/kinds';
import { readableDocuments } from '../../../lib/shell/files';
import { annotations, configuration, database, inFolder, loadBalancer, outcomeOf, promise } from './_shop';

const config = configuration(
  promise('Shop/Lb', 'Shop/Data/Db'),
  promise('prod/Shop/Lb', 'prod/Shop/Db', 'reports'),
  promise('Shop/Nowhere', 'Shop/Data/Db', 'lost'),
);

/** A load balancer in a nested stack, one in a Stage, and a database of each. */
function build(app: App): readonly [Stack, Stage, Stack] {
  const shop = new Stack(app, 'Shop');
  loadBalancer(shop, 'Lb', 61);
  database(new NestedStack(shop, 'Data'), 'Db', '20000');
  const prod = new Stage(app, 'prod');
  const inProd = new Stack(prod, 'Shop');
  loadBalancer(inProd, 'Lb');
  database(inProd, 'Db');
  return [shop, prod, inProd];
}

const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();

it('the validation, the aspect and `holdfast check cdk.out` find the same in one app', () => {
  inFolder((folder) => {
    const outdir = path.join(folder, 'cdk.out');
    // As the command line sets it, so that templates name their constructs.
    const app = new App({ outdir, context: { 'aws:cdk:enable-path-metadata': true } });
    Validations.of(app).addPlugins(new QuerySlaValidation({ config }));
    const [shop, prod, inProd] = build(app);
    const aspect = new QuerySlaAspect({ config });
    for (const scope of [app, prod]) Aspects.of(scope).add(aspect);
    const { violations } = outcomeOf(app, outdir);

    const stdin = { isPiped: false, read: () => new Uint8Array() };
    const { readings, problems } = readableDocuments([{ name: 'cdk.out', path: outdir }], stdin, kinds);
    expect(problems).toEqual([]);
    const { findings } = judge(readings, rulesOf({ config }));
    const failed = findings.filter(({ outcome }) => outcome === 'fail');
    // Logical ids that are in both stacks are named after their documents, which have other names here and there.
    const text = (message: string): string =>
      message.replace(/`[^`]*:(Lb|Db|DbGroup)`/g, '`$1`').replace(/ \[ack: .*\]$/, '');
    const found = sorted(failed.map(({ policy, message }) => `${policy}: ${text(message)}`));
    expect(found).toEqual([
      expect.stringMatching(/^alb-.*`Lb` is 60 s \(default\).*`reports` may take 90 s$/),
      expect.stringMatching(/^alb-.*`Lb` is 61 s, .*`checkout-api` may take 90 s$/),
      expect.stringMatching(/^statement-timeout-allows-query: .*`Db` is 20 s \(set by parameter group `DbGroup`\)/),
    ]);

    const policies = violations.filter(({ ruleName }) => ruleName !== 'holdfast-could-not-judge');
    expect(sorted(policies.map(({ ruleName, description }) => `${ruleName}: ${text(description)}`))).toEqual(found);

    const errors = annotations(shop, inProd).map((one) => one.replace(/^error [^:]*: /, '').split('\n')[0] ?? '');
    expect(sorted(errors.filter((one) => !one.startsWith('holdfast could not')).map(text))).toEqual(found);
  });
});
