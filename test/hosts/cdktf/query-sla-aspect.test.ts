import { QuerySlaAspect } from '../../../lib/cdktf';
import {
  annotated,
  annotations,
  failureOf,
  forks,
  options,
  outdir,
  resource,
  shop,
  type Attributes,
} from './_programs';

const policy = 'alb-idle-timeout-outlasts-query';

describe.each(forks)('QuerySlaAspect in %s', (_, fork) => {
  /** A shop whose stack has the aspect, with the load balancer as given. */
  const judged = (attributes: Attributes = {}, appConfig: Parameters<typeof shop>[2] = {}) => {
    const program = shop(fork, attributes, appConfig);
    fork.Aspects.of(program.stack).add(new QuerySlaAspect(options));
    return program;
  };

  it('fails the synthesis on the construct whose timer cuts, with the numbers and the fix', () => {
    const { app } = judged();
    const failure = failureOf(() => app.synth());
    expect(failure).toContain(`[shop/public] ${policy}: \`idle_timeout\` of \`aws_lb.public\` is 60 s (default)`);
    expect(failure).toContain('a request of `checkout-api` may take 90 s');
    expect(failure).toContain('idleTimeout: 91');
    expect(annotated(app, 'error')).toHaveLength(1);
  });

  it('lets pass what holds, and says nothing then', () => {
    const { app } = judged({ idle_timeout: 120 });
    expect(failureOf(() => app.synth())).toBe('');
    expect(annotations(app)).toEqual([]);
  });

  it.each<[string, number | undefined, string, 'error' | 'info' | null]>([
    ['holds', 120, 'a default that holds', 'info'],
    ['cuts', 60, 'a default that cuts', 'error'],
    ['is not known', undefined, 'no default', null],
  ])('takes no token for a number: a variable that %s', (_name, value, _what, level) => {
    const { app, stack, lb } = judged();
    const variable = new fork.TerraformVariable(stack, 'idle', {
      type: 'number',
      ...(value === undefined ? {} : { default: value }),
    });
    lb.attributes = { ...lb.attributes, idle_timeout: variable.numberValue };
    expect(variable.numberValue).toBeLessThan(0);
    const failure = failureOf(() => app.synth());
    const errors = annotated(app, 'error').filter((one) => one.includes(policy));
    expect(errors).toHaveLength(level === 'error' ? 1 : 0);
    if (level === 'error') expect(failure).toContain('`idle_timeout` of `aws_lb.public` is 60 s');
    expect(annotated(app, 'info').join('\n')).toContain(level === null ? `${policy}: ` : 'var.idle');
    expect(annotated(app, 'info').join('\n')).toContain('terraform show -json PLAN | holdfast check -');
  });

  it.each<[string, (program: ReturnType<typeof shop>) => void, string]>([
    [
      'an override of a resource',
      ({ lb }) => void lb.addOverride('idle_timeout', 30),
      `shop/public error ${policy}: \`idle_timeout\` of \`aws_lb.public\` is 30 s`,
    ],
    [
      'a parameter that an override appends',
      ({ group }) => void group.addOverride('parameter', [{ name: 'idle_session_timeout', value: '5000' }]),
      '',
    ],
    [
      'a parameter that an override appends and that cuts',
      ({ group }) => {
        group.attributes = { ...group.attributes, parameter: [{ name: 'application_name', value: 'shop' }] };
        group.addOverride('parameter', [{ name: 'statement_timeout', value: '5000' }]);
      },
      'shop/orders error statement-timeout-allows-query: `statement_timeout` of `aws_db_instance.orders` is 5 s',
    ],
    [
      'a resource that only an override of the stack makes, on the stack',
      ({ stack, lb }) => {
        lb.node.scope?.node.tryRemoveChild('public');
        stack.addOverride('resource.aws_lb.public', { name: 'public', idle_timeout: 45 });
      },
      `shop error ${policy}: \`idle_timeout\` of \`aws_lb.public\` is 45 s`,
    ],
  ])('sees %s', (_name, change, error) => {
    const program = judged({ idle_timeout: 120 });
    change(program);
    failureOf(() => program.app.synth());
    const errors = annotated(program.app, 'error');
    expect(errors.map((one) => one.slice(0, error.length))).toEqual(error === '' ? [] : [error]);
  });

  it.each([
    ['mends', 60, 120, 0],
    ['breaks', 120, 60, 1],
  ])('judges what a later aspect %s', (_name, before, after, errors) => {
    const { app, stack, lb } = judged({ idle_timeout: before });
    fork.Aspects.of(stack).add({
      visit: (node) => {
        if (node === lb) lb.attributes = { ...lb.attributes, idle_timeout: after };
      },
    });
    failureOf(() => app.synth());
    expect(annotated(app, 'error')).toHaveLength(errors);
  });

  it.each([
    ['without validations', { skipValidation: true }],
    ['that writes HCL', { hclOutput: true }],
  ])('judges a synthesis %s', (_name, appConfig) => {
    const { app } = judged({}, appConfig);
    expect(failureOf(() => app.synth())).toContain(`[shop/public] ${policy}`);
  });

  it('expands what is made for each element', () => {
    const { app, stack, lb } = judged();
    const timeouts = new fork.TerraformLocal(stack, 'timeouts', { fast: 60, slow: 120 });
    const each = fork.TerraformIterator.fromMap(timeouts.asAnyMap);
    lb.forEach = each;
    lb.attributes = { name: 'public', idle_timeout: each.value };
    failureOf(() => app.synth());
    expect(annotated(app, 'error').map((one) => one.split(', so')[0])).toEqual([
      `shop/public error ${policy}: \`idle_timeout\` of \`aws_lb.public["fast"]\` is 60 s`,
    ]);
  });

  it('says that a module is not shown, and does not pass for it', () => {
    const { app, stack, lb } = judged();
    const module = new fork.TerraformHclModule(stack, 'timeouts', { source: 'example/timeouts/aws' });
    lb.attributes = { ...lb.attributes, idle_timeout: module.getNumber('idle') };
    failureOf(() => app.synth());
    expect(annotated(app, 'error')).toEqual([]);
    const [info = ''] = annotated(app, 'info');
    expect(info).toContain(`${policy}: \`idle_timeout\` of \`aws_lb.public\` is not known`);
    expect(info).toContain('module.timeouts: ');
  });

  it('says everything once, however often a program is synthesised and however many aspects there are', () => {
    const { app, stack } = judged();
    fork.Aspects.of(stack).add(new QuerySlaAspect(options));
    fork.Aspects.of(stack).add(new QuerySlaAspect({ ...options, partial: true }));
    failureOf(() => app.synth());
    failureOf(() => fork.Testing.synth(stack, true));
    failureOf(() => app.synth());
    expect(annotated(app, 'error')).toHaveLength(1);
  });

  it('judges a program anew when it is synthesised anew', () => {
    const { app, lb } = judged({ idle_timeout: 120 });
    app.synth();
    lb.attributes = { name: 'public', idle_timeout: 61 };
    expect(failureOf(() => app.synth())).toContain('`idle_timeout` of `aws_lb.public` is 61 s');
  });

  it('leaves its findings on the constructs in unit tests, which annotations never fail', () => {
    const { stack } = judged();
    expect(failureOf(() => fork.Testing.synth(stack))).toBe('');
    expect(annotations(stack)).toEqual([]);
    expect(failureOf(() => fork.Testing.synth(stack, true))).toBe('');
    expect(annotated(stack, 'error')).toHaveLength(1);
    expect(failureOf(() => fork.Testing.fullSynth(stack))).toContain(policy);
  });

  it('works where it is added to a construct inside the stack', () => {
    const { app, lb } = shop(fork);
    fork.Aspects.of(lb).add(new QuerySlaAspect(options));
    expect(failureOf(() => app.synth())).toContain(`[shop/public] ${policy}`);
  });

  it('is never green where nothing of what was promised is there', () => {
    const app = new fork.App({ outdir: outdir() });
    const stack = new fork.TerraformStack(app, 'empty');
    resource(fork, stack, 'bucket', 'aws_s3_bucket', {});
    fork.Aspects.of(stack).add(new QuerySlaAspect(options));
    const failure = failureOf(() => app.synth());
    expect(failure).toContain('[empty] holdfast could not judge everything');
    expect(failure).toContain('`alb: aws_lb.public` in the path of workload checkout-api matches nothing');
    expect(failure).toContain('nothing was judged');
  });

  it.each([
    ['a file that is not there', { config: 'no/such.yaml' }, ['no/such.yaml does not exist']],
    [
      'everything that is wrong with an object',
      { config: { version: 1, workloads: [{ name: 'a', maxQueryDuration: 30 }], waivres: [] } },
      ['`workloads[0].maxQueryDuration`', 'waivres'],
    ],
    ['a folder of policies that is not there', { policies: 'no/such' }, ['no/such does not exist']],
  ])('says what is wrong with its configuration on the stack, and throws nothing itself: %s', (_name, broken, told) => {
    const { app, stack } = shop(fork, { idle_timeout: 120 });
    const aspect = new QuerySlaAspect(broken);
    expect(() => aspect.visit(stack)).not.toThrow();
    fork.Aspects.of(stack).add(aspect);
    const failure = failureOf(() => app.synth());
    for (const one of told)
      expect(failure).toMatch(
        new RegExp(`\\[shop\\] holdfast could not judge this: .*${one.replace(/[[\]]/g, '\\$&')}`),
      );
  });

  it('says why a stack cannot be read, and leaves it to the program to throw', () => {
    const { app, stack } = judged();
    Object.defineProperty(stack, 'toTerraform', {
      value: () => {
        throw new Error('not yet complete');
      },
    });
    expect(failureOf(() => fork.Testing.synth(stack, true))).toBe('not yet complete');
    expect(annotated(app, 'error').join()).toContain(
      'cannot be synthesised, so nothing in it was judged: not yet complete',
    );
  });
});
