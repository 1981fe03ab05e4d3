import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Construct } from 'constructs';
import { acknowledge, checkStack, QuerySlaAspect, type Acknowledgement } from '../../../lib/cdktf';
import {
  annotated,
  annotations,
  config,
  database,
  failureOf,
  forks,
  options,
  outdir,
  resource,
  shop,
} from './_programs';

const policy = 'alb-idle-timeout-outlasts-query';
const excuse: Acknowledgement = { policy, reason: 'retired with the move', owner: 'payments', until: '2999-12-31' };

describe.each(forks)('what is acknowledged in %s', (_, fork) => {
  const judged = (): ReturnType<typeof shop> => {
    const program = shop(fork);
    fork.Aspects.of(program.stack).add(new QuerySlaAspect(options));
    return program;
  };

  it.each<[string, (program: ReturnType<typeof shop>) => Construct, boolean]>([
    ['on the construct itself', ({ lb }) => lb, true],
    ['on its stack', ({ stack }) => stack, true],
    ['on the app', ({ app }) => app, true],
    ['on another construct', ({ instance }) => instance, false],
  ])('%s', (_name, where, isExcused) => {
    const program = judged();
    acknowledge(where(program), excuse);
    expect(failureOf(() => program.app.synth()) === '').toBe(isExcused);
    const info = annotated(program.app, 'info').join('\n');
    if (isExcused) {
      expect(info).toContain('1 finding is waived:');
      expect(info).toContain(`${policy} on aws_lb.public until 2999-12-31, payments: retired with the move`);
    } else expect(info).toBe('');
  });

  it('is a waiver in the report', () => {
    const { lb, stack } = shop(fork);
    acknowledge(lb, { ...excuse, policy: 'alb-*' });
    const report = checkStack(stack, options);
    const found = report.findings.filter(
      ({ resource: name, outcome }) => name === 'aws_lb.public' && outcome !== 'pass',
    );
    expect(found.map(({ outcome, waiver }) => [outcome, waiver?.resource, waiver?.owner])).toEqual([
      ['waived', 'shop/public', 'payments'],
    ]);
    expect([report.summary.waived, report.summary.failed]).toEqual([1, 0]);
  });

  it('reaches what is inside, and nothing whose path only begins alike', () => {
    const app = new fork.App({ outdir: outdir() });
    const stack = new fork.TerraformStack(app, 'shop');
    const api = new Construct(stack, 'api');
    resource(fork, api, 'lb', 'aws_lb', { name: 'a' }).overrideLogicalId('a');
    resource(fork, new Construct(stack, 'api-two'), 'lb', 'aws_lb', { name: 'b' }).overrideLogicalId('b');
    database(fork, stack);
    acknowledge(api, excuse);
    const [workload] = config.workloads;
    const to = (name: string, lb: string): object => ({
      ...workload,
      name,
      path: [{ alb: lb }, { client: { name: 'api' } }, { database: 'aws_db_instance.orders' }],
    });
    const report = checkStack(app, {
      config: { version: 1, workloads: [to('one', 'aws_lb.a'), to('two', 'aws_lb.b')] },
    });
    const found = report.findings.filter((one) => one.policy === policy);
    expect(Object.fromEntries(found.map((one) => [one.resource, one.outcome]))).toEqual({
      'aws_lb.a': 'waived',
      'aws_lb.b': 'fail',
    });
  });

  it('fails again once it has ended, and says so', () => {
    const { app, lb } = judged();
    acknowledge(lb, { ...excuse, until: '2020-02-29' });
    const failure = failureOf(() => app.synth());
    expect(failure).toContain(`[shop/public] ${policy}`);
    expect(failure).toContain('its waiver ended on 2020-02-29 (payments: retired with the move)');
  });

  it.each<[string, object, string]>([
    ['no reason', { policy, owner: 'payments', until: '2999-12-31' }, '`acknowledge` has no `reason`'],
    ['no end', { policy, owner: 'payments', reason: 'r' }, '`acknowledge` has no `until`'],
    [
      'a day that is none',
      { ...excuse, until: '2026-02-30' },
      '`acknowledge.until` is "2026-02-30", a day that no calendar has',
    ],
    ['a policy that is none', { ...excuse, policy: 'alb-idle' }, '`acknowledge.policy` matches no policy'],
    ['a key that is none', { ...excuse, untill: 'x' }, 'untill'],
  ])('is an error where it has %s', (_name, broken, told) => {
    const { app, stack, lb } = judged();
    acknowledge(lb, broken as Acknowledgement);
    failureOf(() => app.synth());
    const errors = annotated(app, 'error');
    expect(errors).toHaveLength(2);
    expect(errors.join('\n')).toContain(`shop/public error holdfast: `);
    expect(errors.join('\n')).toContain(told);
    expect(() => checkStack(stack, options)).toThrow(told);
  });

  it('is an error on the stack where the broken one stands on the app', () => {
    const { app } = judged();
    acknowledge(app, { ...excuse, until: 'soon' });
    failureOf(() => app.synth());
    expect(annotations(app).some((one) => one.startsWith('shop error holdfast: `acknowledge.until` is "soon"'))).toBe(
      true,
    );
  });

  it('is never written', () => {
    const { app, stack, lb } = judged();
    acknowledge(lb, excuse);
    app.synth();
    const written = readFileSync(path.join(app.outdir, 'stacks', 'shop', 'cdk.tf.json'), 'utf8');
    expect(written).toContain('aws_lb');
    expect(written + JSON.stringify(stack.toTerraform())).not.toMatch(/retired|payments|acknowledged/);
  });
});
