import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { QuerySlaValidation } from '../../../lib/hosts/aws-cdk/query-sla-validation';
import { configuration, database, inFolder, loadBalancer, outcomeOf, promise, told } from './_shop';

const alb = 'alb-idle-timeout-outlasts-query';
const statement = 'statement-timeout-allows-query';

describe('policyValidationBeta1, which later versions still take', () => {
  it('judges and fails the synth', () => {
    inFolder((outdir) => {
      const config = configuration(promise('Shop/Lb', 'Shop/Db'));
      const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
      const app = new App({ outdir, policyValidationBeta1: [new QuerySlaValidation({ config })] });
      expect(String(warn.mock.calls[0])).toContain('policyValidationBeta1 is deprecated');
      warn.mockRestore();
      const stack = new Stack(app, 'Shop');
      loadBalancer(stack, 'Lb');
      database(stack, 'Db');
      const { error, violations } = outcomeOf(app, outdir);
      expect(error).not.toBeNull();
      expect(told(violations)).toEqual([[alb, ['Shop/Lb']]]);
    });
  });
});

/** What 2.200 hands in: the paths, and no app. */
function judged(build: (app: App) => void, config: object): ReturnType<QuerySlaValidation['validate']> {
  return inFolder((outdir) => {
    const app = new App({ outdir });
    build(app);
    app.synth();
    const templates = readdirSync(outdir, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.template.json') && !file.endsWith('.nested.template.json'),
    );
    const templatePaths = templates.map((file) => path.join(outdir, file));
    return new QuerySlaValidation({ config }).validate({ templatePaths });
  });
}

describe('where AWS CDK hands in nothing but paths', () => {
  it('every violating resource has a logical id and a file, which the report of 2.200 asks for', () => {
    const { success, violations } = judged(
      (app) => {
        const stack = new Stack(app, 'Shop');
        loadBalancer(stack, 'Lb');
        database(stack, 'Db');
      },
      configuration(promise('Shop/Lb', 'Shop/Db'), promise('Shop/Nowhere', 'Shop/Db', 'reports')),
    );
    expect(success).toBe(false);
    expect(violations.map(({ ruleName }) => ruleName)).toEqual([alb, 'holdfast-could-not-judge']);
    expect(violations[0]?.violatingResources).toEqual([
      { resourceLogicalId: 'Lb', templatePath: expect.stringMatching(/\/Shop\.template\.json$/), locations: [] },
    ]);
    for (const { violatingResources } of violations) {
      expect(violatingResources.length).toBeGreaterThan(0);
      for (const one of violatingResources) {
        expect([typeof one.resourceLogicalId, typeof one.templatePath]).toEqual(['string', 'string']);
      }
    }
  });

  it('speaks of no acknowledgement, since there is none', () => {
    const { violations } = judged(
      (app) => {
        const stack = new Stack(app, 'Shop');
        loadBalancer(stack, 'Lb');
        database(stack, 'Db');
      },
      configuration(promise('Shop/Lb', 'Shop/Db')),
    );
    expect(violations[0]?.description).toMatch(/may take 90 s$/);
  });

  it('finds nested stacks by their assets, and Stages by their folders', () => {
    const { success, violations } = judged(
      (app) => {
        const stack = new Stack(new Stage(app, 'prod'), 'Shop');
        loadBalancer(new NestedStack(stack, 'Edge'), 'Lb');
        database(new NestedStack(stack, 'Data'), 'Db', '20000');
      },
      configuration(promise('prod/Shop/Edge/Lb', 'prod/Shop/Data/Db')),
    );
    expect(success).toBe(false);
    expect(violations.map(({ ruleName }) => ruleName)).toEqual([alb, statement]);
    expect(violations[0]?.violatingResources[0]?.templatePath).toMatch(
      /\/assembly-prod\/prodShopEdge\w+\.nested\.template\.json$/,
    );
  });

  it('a template that cannot be read is no pass', () => {
    inFolder((folder) => {
      mkdirSync(path.join(folder, 'cdk.out'));
      const plugin = new QuerySlaValidation({ config: configuration(promise('Shop/Lb', 'Shop/Db')) });
      const { success, violations } = plugin.validate({
        templatePaths: [path.join(folder, 'cdk.out', 'Gone.template.json')],
      });
      expect(success).toBe(false);
      expect(violations.map(({ description }) => description).join('\n')).toMatch(
        /Gone\.template\.json: cannot be read, so nothing in it was judged/,
      );
    });
  });

  it('a folder that is not there neither', () => {
    const { success, violations } = new QuerySlaValidation({ config: configuration() }).validate({
      templatePaths: ['nowhere/Shop.template.json'],
    });
    expect(success).toBe(false);
    expect(violations).not.toEqual([]);
  });

  it('nor no template at all', () => {
    const config = configuration(promise('Shop/Lb', 'Shop/Db'));
    const { success, violations } = new QuerySlaValidation({ config }).validate({ templatePaths: [] });
    expect(success).toBe(false);
    expect(violations.map(({ ruleName }) => ruleName)).toContain('holdfast-could-not-judge');
  });
});
