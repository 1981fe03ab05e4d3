import { App as AwsApp, Stack as AwsStack, type IAspect as AwsAspect } from 'aws-cdk-lib';
import * as cdktf from 'cdktf';
import * as cdktn from 'cdktn';
import { applyTo, InputError, QuerySlaAspect, type AspectsLike, type ConstructLike } from '../../../lib/cdktf';
import { annotated, failureOf, forks, options, outdir, shop } from './_programs';

describe.each(forks)('applyTo in %s', (_, fork) => {
  it('has every stack of an app judged, which an aspect on the app has not', () => {
    const ignored = shop(fork);
    fork.Aspects.of(ignored.app).add(new QuerySlaAspect(options));
    expect(failureOf(() => ignored.app.synth())).toBe('');
    const { app } = shop(fork);
    applyTo(app, fork.Aspects, options);
    expect(failureOf(() => app.synth())).toContain('[shop/public] alb-idle-timeout-outlasts-query');
  });

  it('throws where there is no stack yet', () => {
    const app = new fork.App({ outdir: outdir() });
    expect(() => applyTo(app, fork.Aspects, options)).toThrow(InputError);
    expect(() => applyTo(app, fork.Aspects, options)).toThrow('after the stacks are created');
  });

  it('does its work with the Aspects of another copy, which the program never visits', () => {
    const { app } = shop(fork);
    const elsewhere: AspectsLike = { of: () => ({ add: () => undefined }) };
    applyTo(app, elsewhere, options);
    failureOf(() => app.synth());
    expect(annotated(app, 'error')).toHaveLength(1);
  });
});

describe('QuerySlaAspect', () => {
  it('has the types that both forks ask for', () => {
    const aspect = new QuerySlaAspect(options);
    const both: [cdktf.IAspect, cdktn.IAspect] = [aspect, aspect];
    const constructs = (app: cdktf.App, stack: cdktn.TerraformStack): ConstructLike[] => [app, stack];
    const aspects: AspectsLike[] = [cdktf.Aspects, cdktn.Aspects];
    expect([both.length, constructs.length, aspects.length]).toEqual([2, 2, 2]);
  });

  it('says in a program of the AWS CDK that it is the wrong one', () => {
    const app = new AwsApp();
    const aspect: AwsAspect = new QuerySlaAspect(options);
    for (const construct of [app, new AwsStack(app, 'Shop')]) aspect.visit(construct);
    const all = app.node.findAll().flatMap(({ node }) => node.metadata);
    const said = all.filter(({ type }) => type === 'aws:cdk:error');
    expect(said.map(({ type, data }) => [type, String(data)])).toEqual([
      ['aws:cdk:error', expect.stringContaining('import the one of `holdfast/aws-cdk`')],
    ]);
  });
});
