import {
  App,
  Aspects,
  type IAspect,
  type IPolicyValidationPlugin,
  type IPolicyValidationPluginBeta1,
  Validations,
} from 'aws-cdk-lib';
import { QuerySlaAspect, QuerySlaValidation } from '../../../lib/aws-cdk';

const config = { version: 1, workloads: [{ name: 'checkout-api', maxQueryDuration: '30s' }] };

// The compiler does the work here: `npm run typecheck` fails where a shape no longer fits.
describe('the shapes that AWS CDK asks for', () => {
  it('a validation plugin, stable and beta', () => {
    const plugin: IPolicyValidationPlugin & IPolicyValidationPluginBeta1 = new QuerySlaValidation({ config });
    const app = new App();
    Validations.of(app).addPlugins(plugin);
    expect(plugin.name).toBe('holdfast');
    expect(plugin.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(plugin.ruleIds).toContain('alb-idle-timeout-outlasts-query');
  });

  it('an aspect', () => {
    const aspect: IAspect = new QuerySlaAspect({ config });
    const app = new App();
    Aspects.of(app).add(aspect);
    expect(Aspects.of(app).all).toEqual([aspect]);
  });
});
