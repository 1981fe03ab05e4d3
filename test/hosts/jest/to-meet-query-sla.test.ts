import { expect as imported } from '@jest/globals';
import { App as AwsApp, aws_elasticloadbalancingv2 as elb, aws_rds as rds, Stack as AwsStack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { toMeetQuerySla } from '../../../lib/jest';
import { config, failureOf, forks, options, resource, shop } from '../cdktf/_programs';

const policy = 'alb-idle-timeout-outlasts-query';

describe.each(forks)('toMeetQuerySla with %s', (_, fork) => {
  const holding = () => shop(fork, { idle_timeout: 120 });
  const cut = () => shop(fork);
  type Program = ReturnType<typeof holding>;

  it.each<[string, (program: Program) => unknown]>([
    ['a stack', ({ stack }) => stack],
    ['an app', ({ app }) => app],
    ['what Testing.synth returns', ({ stack }) => fork.Testing.synth(stack)],
    ['the same, parsed', ({ stack }) => JSON.parse(fork.Testing.synth(stack)) as unknown],
    ['a stack as JSON', ({ stack }) => stack.toTerraform() as unknown],
  ])('takes %s', (_name, given) => {
    expect(given(holding())).toMeetQuerySla(options);
    expect(given(cut())).not.toMeetQuerySla(options);
  });

  it('shows what fails and the fix', () => {
    const message = failureOf(() => expect(cut().stack).toMeetQuerySla(options));
    expect(message).toContain('The promises do not hold.');
    expect(message).toContain(`error ${policy}: aws_lb.public`);
    expect(message).toContain('idleTimeout: 91');
    expect(message).not.toContain('\u001b');
  });

  it('shows the verdicts where a test says that they are otherwise', () => {
    const message = failureOf(() => expect(holding().stack).not.toMeetQuerySla(options));
    expect(message).toContain('The promises hold, and the test says that they do not.');
    expect(message).toContain('checkout-api holds');
  });

  it('passes what is unknown unless told otherwise', () => {
    const { stack, lb } = holding();
    const idle = new fork.TerraformVariable(stack, 'idle', { type: 'number' });
    lb.attributes = { ...lb.attributes, idle_timeout: idle.numberValue };
    expect(stack).toMeetQuerySla(options);
    expect(stack).not.toMeetQuerySla({ ...options, onUnknown: 'fail' });
    const message = failureOf(() => expect(stack).toMeetQuerySla({ ...options, onUnknown: 'fail' }));
    expect(message).toContain(`unknown ${policy}: aws_lb.public`);
  });

  it('fails both ways what could not be judged', () => {
    const { stack } = holding();
    stack.node.tryRemoveChild('public');
    stack.node.tryRemoveChild('orders');
    resource(fork, stack, 'bucket', 'aws_s3_bucket', {});
    for (const run of [() => expect(stack).toMeetQuerySla(options), () => expect(stack).not.toMeetQuerySla(options)]) {
      const message = failureOf(run);
      expect(message).toContain('Whether the promises hold could not be judged:');
      expect(message).toContain('`alb: aws_lb.public` in the path of workload checkout-api matches nothing');
    }
  });

  it('fails both ways with a broken configuration, and says where', () => {
    const broken = { config: { version: 1, workloads: [{ name: 'a', maxQueryDuration: 30 }] } };
    for (const run of [
      () => expect(holding().stack).toMeetQuerySla(broken),
      () => expect(holding().stack).not.toMeetQuerySla(broken),
    ])
      expect(failureOf(run)).toContain('config: `workloads[0].maxQueryDuration`');
  });
});

describe('toMeetQuerySla', () => {
  const cyclic: { self?: unknown } = {};
  cyclic.self = cyclic;

  it.each<[string, unknown, string]>([
    ['a number', 7, 'neither a stack or app'],
    ['nothing', undefined, 'neither a stack or app'],
    ['a function', () => 7, 'neither a stack or app'],
    ['what refers to itself', cyclic, 'neither a stack or app'],
    ['a text that is no document', 'terraform', 'synthesised'],
    ['an object that is no document', {}, 'neither a Terraform plan'],
  ])('fails both ways for %s', (_name, given, message) => {
    for (const run of [() => expect(given).toMeetQuerySla(options), () => expect(given).not.toMeetQuerySla(options)])
      expect(failureOf(run)).toContain(message);
  });

  it('is there where expect is imported, and by its name', () => {
    const { stack } = shop(forks[0]![1], { idle_timeout: 120 });
    imported(stack).toMeetQuerySla(options);
    expect(toMeetQuerySla.call({}, stack, options).pass).toBe(true);
  });

  describe('with the AWS CDK', () => {
    const [workload] = config.workloads;
    const path = [{ alb: 'Public' }, { client: { name: 'api' } }, { database: 'Orders' }];
    const promised = { config: { version: 1, workloads: [{ ...workload, path }] } };

    /** A load balancer whose idle timeout is given, and a database, both as they are in a template. */
    function awsShop(idle: string): { app: AwsApp; stack: AwsStack } {
      const app = new AwsApp({ context: { 'aws:cdk:disable-stack-trace': true } });
      const stack = new AwsStack(app, 'Shop');
      new elb.CfnLoadBalancer(stack, 'Public', {
        type: 'application',
        loadBalancerAttributes: [{ key: 'idle_timeout.timeout_seconds', value: idle }],
      });
      new rds.CfnDBInstance(stack, 'Orders', { engine: 'postgres', engineVersion: '16.4' });
      return { app, stack };
    }
    const validation = process.env.CDK_VALIDATION;
    beforeAll(() => {
      process.env.CDK_VALIDATION = 'false';
    });
    afterAll(() => {
      if (validation === undefined) delete process.env.CDK_VALIDATION;
      else process.env.CDK_VALIDATION = validation;
    });

    it.each<[string, (program: ReturnType<typeof awsShop>) => unknown]>([
      ['a stack', ({ stack }) => stack],
      ['an app', ({ app }) => app],
      ['a Template', ({ stack }) => Template.fromStack(stack)],
      ['a Template as JSON', ({ stack }) => Template.fromStack(stack).toJSON()],
    ])('takes %s', (_name, given) => {
      expect(given(awsShop('120'))).toMeetQuerySla(promised);
      expect(given(awsShop('60'))).not.toMeetQuerySla(promised);
    });
  });
});
